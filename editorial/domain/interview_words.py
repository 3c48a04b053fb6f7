"""What is said of an interview: how it stands, what those asked answered, and when it would be elsewhere."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from editorial.domain.appointments import Participant
from editorial.domain.invitations import ends_at, starts_at
from editorial.domain.people_records import InterviewAnswer
from editorial.domain.planning_records import Interview
from editorial.domain.records import Person, Settings
from editorial.domain.spans import Span, zone_of
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import AssignmentStatus, InterviewStatus
from editorial.language import _


def standing_words(interview: Interview, settings: Settings) -> str:
    """Say how an interview stands, and when it is or was."""
    if interview.status is InterviewStatus.TO_ARRANGE:
        return _to_arrange(interview, settings)
    if interview.day is None:
        words = {
            InterviewStatus.ARRANGED: _("Arranged, without a day yet"),
            InterviewStatus.HELD: _("Held"),
            InterviewStatus.CANCELLED: _("Cancelled"),
        }
        return words[interview.status]
    words = {
        InterviewStatus.ARRANGED: _("Arranged for {when}"),
        InterviewStatus.HELD: _("Held on {when}"),
        InterviewStatus.CANCELLED: _("Cancelled; it was to be on {when}"),
    }
    return words[interview.status].format(when=when_words(interview, settings))


def _to_arrange(interview: Interview, settings: Settings) -> str:
    said = _("To be arranged")
    if interview.asked_on is not None:
        said = _("To be arranged since {day}").format(day=spoken_day(interview.asked_on))
    if interview.day is None:
        return said
    return _("{said}; proposed for {when}").format(said=said, when=when_words(interview, settings))


def listed_when(interview: Interview) -> str:
    """Return what a list says of when an interview is: since when it is to be arranged, else its day and time."""
    if interview.status is InterviewStatus.TO_ARRANGE:
        return _("since {day}").format(day=spoken_day(interview.asked_on)) if interview.asked_on else ""
    if interview.day is None:
        return ""
    day = spoken_day(interview.day)
    return _("{day}, {time}").format(day=day, time=f"{interview.time:%H:%M}") if interview.time else day


def when_words(interview: Interview, settings: Settings) -> str:
    """Return the day of an interview with its time in the workspace's zone, where it has one."""
    start, end = starts_at(interview, settings), ends_at(interview, settings)
    if interview.day is None:
        return ""
    if start is None or end is None:
        return spoken_day(interview.day)
    return _("{day}, {start}–{end} ({zone})").format(
        day=spoken_day(start.date()), start=f"{start:%H:%M}", end=f"{end:%H:%M}", zone=settings.time_zone or "UTC"
    )


def local_words(interview: Interview, people: Iterable[Person], settings: Settings) -> str:
    """Say when an interview begins for those of it whose clocks differ from the workspace's, a line each."""
    start = starts_at(interview, settings)
    if start is None or interview.status not in (InterviewStatus.TO_ARRANGE, InterviewStatus.ARRANGED):
        return ""
    theirs = [one for one in people if one.id in interview.person_ids or one.id == interview.interviewer_id]
    return "\n".join(_elsewhere(Span(start, interview.minutes), theirs, settings))


def answer_words(answer: InterviewAnswer, name: str) -> str:
    """Say what a person answered."""
    if answer.wish is not None:
        said = _("{name} would rather have {day}").format(name=name, day=spoken_day(answer.wish))
    else:
        words = {
            AssignmentStatus.ACCEPTED: _("{name} comes"),
            AssignmentStatus.DECLINED: _("{name} declines"),
        }
        said = words.get(answer.answer, _("{name} has not answered yet")).format(name=name)
    return f"{said}: {answer.reason}" if answer.reason else said


def span_words(span: Span) -> str:
    """Return a span as a button says it: Thursday's date, from and until."""
    end = span.start + timedelta(minutes=span.minutes)
    return _("{weekday} {day}, {start}–{end}").format(
        weekday=weekday_word(span.day.weekday()),
        day=spoken_day(span.day),
        start=f"{span.start:%H:%M}",
        end=f"{end:%H:%M}",
    )


def elsewhere_words(span: Span, people: Iterable[Person], settings: Settings) -> str:
    """Say at what time a span begins for those whose clocks differ from the workspace's; empty where none does."""
    return ", ".join(_elsewhere(span, people, settings))


def _elsewhere(span: Span, people: Iterable[Person], settings: Settings) -> list[str]:
    found = []
    for person in people:
        local = span.local(zone_of(person, settings))
        if local.utcoffset() == span.start.utcoffset():
            continue
        time = f"{local:%H:%M}"
        if local.date() != span.day:
            time = _("{weekday} {time}").format(weekday=weekday_word(local.weekday()), time=time)
        found.append(_("{time} for {name}").format(time=time, name=person.name))
    return found


def weekday_word(weekday: int) -> str:
    """Return the short name of a weekday, 0 for Monday."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[weekday]


def invited_words(people: Mapping[str, str], *, called_off: bool, organiser: Participant | None = None) -> str:
    """Say to whom the file of an invitation is to be sent: e-mail by name, empty for those without one.

    Where the organiser has no e-mail, no answer comes back by mail, and that is said too.
    """
    with_address = [_("{name} ({email})").format(name=name, email=email) for name, email in people.items() if email]
    without = [name for name, email in people.items() if not email]
    said = _("Send the cancellation to {people}.") if called_off else _("Send the invitation to {people}.")
    parts = [said.format(people=", ".join(with_address))] if with_address else []
    if without:
        parts.append(_("No e-mail is known for {people}.").format(people=", ".join(without)))
    if organiser is not None and not organiser.email and not called_off:
        parts.append(
            _("Answers do not come back by mail: “{name}”, who invites, has no e-mail.").format(name=organiser.name)
        )
    return " ".join(parts)
