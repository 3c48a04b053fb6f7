"""What is wanted of people as appointments: interviews with their invitations, and what is due on a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from editorial.domain.appointments import Alarm, Appointment, Certainty, Participant
from editorial.domain.clock import wall_moment
from editorial.domain.invitations import ends_at, invitation_uid, starts_at
from editorial.domain.my_work import AskedOfMe, MyWork, Owed, OwedByMe
from editorial.domain.my_work_words import asked_words, owed_detail, owed_title
from editorial.domain.people_records import InterviewAnswer
from editorial.domain.period import Period
from editorial.domain.planning_records import Interview
from editorial.domain.records import Person, Settings
from editorial.domain.reminders import Reminder, remind_on
from editorial.domain.spans import zone_named
from editorial.domain.vocabulary import AssignmentStatus, InterviewStatus
from editorial.domain.workdays import WorkCalendar
from editorial.language import _

INTERVIEW, ASKED, OWED = "interview", "asked", "due"
"""Categories of what is wanted: what of ours in a calendar is no piece."""
CATEGORIES = frozenset({INTERVIEW, ASKED, OWED})
REMINDED_AT = time(9)
"""When on its day a reminder sounds, by the workspace's clock."""
SOON = timedelta(minutes=15)
"""How long before an interview with a time one is reminded again."""
_CERTAINTIES = {
    InterviewStatus.TO_ARRANGE: Certainty.TENTATIVE,
    InterviewStatus.CANCELLED: Certainty.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What appointments of a workspace share."""

    settings: Settings
    calendar: WorkCalendar
    home: Participant
    """The workspace, which asks where nobody is named as the interviewer."""


def interview_appointment(
    interview: Interview,
    people: Mapping[int, Person],
    answers: Iterable[InterviewAnswer],
    pieces: Sequence[str],
    around: Surroundings,
) -> Appointment | None:
    """Return an interview as an appointment, with who is asked and what they said; None while it has no day.

    `pieces` are the titles of what it is to serve. Without a time it takes the day.
    """
    if interview.day is None:
        return None
    said = {one.person_id: one.answer for one in answers}
    present = [people[id_] for id_ in interview.person_ids if id_ in people]
    asked = [replace(_participant(one), answer=said.get(one.id, AssignmentStatus.PROPOSED)) for one in present]
    interviewer = people.get(interview.interviewer_id) if interview.interviewer_id else None
    starts, ends = starts_at(interview, around.settings), ends_at(interview, around.settings)
    cancelled = interview.status is InterviewStatus.CANCELLED
    return Appointment(
        uid=invitation_uid(interview),
        title=_("Interview: {name}").format(name=interview.name),
        first=starts or interview.day,
        last=ends or interview.day,
        description=_told(interview, pieces),
        place=interview.place,
        address=interview.place if interview.place.startswith(("https://", "http://")) else "",
        category=INTERVIEW,
        certainty=_CERTAINTIES.get(interview.status, Certainty.CONFIRMED),
        sequence=interview.sequence,
        organiser=_participant(interviewer) if interviewer else around.home,
        participants=tuple(asked),
        alarms=() if cancelled else tuple(_interview_alarms(interview.name, interview.day, starts, around)),
        blocks=True,
    )


def _participant(person: Person) -> Participant:
    return Participant(person.name, person.email, person.uid)


def _told(interview: Interview, pieces: Sequence[str]) -> str:
    """Return what everybody of an interview is told: what it is for, and the questions; never the notes."""
    parts = [_("For: {titles}").format(titles="; ".join(pieces))] if pieces else []
    if interview.questions.strip():
        parts.append(_("Questions:\n{questions}").format(questions=interview.questions.strip()))
    return "\n\n".join(parts)


def _interview_alarms(title: str, day: date, starts: datetime | None, around: Surroundings) -> Iterator[Alarm]:
    before = _before(day, Reminder.INTERVIEW, around, starts)
    if before is not None and (starts is None or before > timedelta(0)):
        yield Alarm(before, title)
    if starts is not None and before != SOON:
        yield Alarm(SOON, title)


def _before(day: date, reminder: Reminder, around: Surroundings, starts: datetime | None = None) -> timedelta | None:
    """Return how long a reminder comes before a moment, or before the midnight that begins a day; None: never."""
    settings = around.settings
    reminded = remind_on(reminder, day, settings.reminders, around.calendar)
    if reminded is None:
        return None
    if starts is None:
        return datetime.combine(day, time()) - datetime.combine(reminded, REMINDED_AT)
    at = wall_moment(reminded, REMINDED_AT, zone_named(settings.time_zone))
    return starts.astimezone(UTC) - at.astimezone(UTC)


def due_appointments(work: MyWork, around: Surroundings) -> Iterator[Appointment]:
    """Give what is asked of a person and what they owe, each on the day on which it is due; what has none is left out.

    Something a person has not agreed to yet is tentative.
    """
    for asked in work.asked:
        if asked.due:
            yield _asked(asked, asked.due, work.person)
    for owed in work.owed:
        if owed.due:
            yield _owed(owed, owed.due, work, around)


def _asked(one: AskedOfMe, due: date, person: Person) -> Appointment:
    parts = [asked_words(replace(one, due=None)), one.assignment.note]
    return Appointment(
        uid=f"{one.piece.uid}-{one.assignment.role}-{person.uid}@editorial",
        title=_("Asked of you: “{title}”").format(title=one.piece.title),
        first=due,
        last=due,
        description="\n".join(part for part in parts if part),
        category=ASKED,
        certainty=Certainty.TENTATIVE,
    )


def _owed(one: OwedByMe, due: date, work: MyWork, around: Surroundings) -> Appointment:
    title = _("Due: {what}").format(what=owed_title(one))
    note = one.assignment.note if one.assignment else ""
    ahead = due >= work.today and one.kind is not Owed.QUOTES
    before = _before(due, Reminder.OWED, around)
    return Appointment(
        uid=f"{_owed_uid(one, work.person)}@editorial",
        title=title,
        first=due,
        last=due,
        description="\n".join(dict.fromkeys(part for part in (owed_detail(one), note) if part)),
        category=OWED,
        certainty=Certainty.CONFIRMED,
        alarms=(Alarm(before, title),) if ahead and before is not None else (),
    )


def _owed_uid(one: OwedByMe, person: Person) -> str:
    """Return what names something owed for as long as it is: an assignment keeps its name when it is accepted."""
    if one.task:
        return one.task.uid
    if one.assignment and one.piece:
        return f"{one.piece.uid}-{one.assignment.role}-{person.uid}"
    return f"quotes-{one.interview.uid if one.interview else 'other'}-{person.uid}"


def within(appointments: Iterable[Appointment], period: Period | None) -> list[Appointment]:
    """Return appointments that touch a period, all of them where there is none."""
    if period is None:
        return list(appointments)
    return [one for one in appointments if _day(one.first) <= period.last and _day(one.last) >= period.first]


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
