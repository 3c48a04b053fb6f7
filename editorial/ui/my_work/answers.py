"""What is asked of somebody and what they owe as lines, with the answers that can be given."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale

from editorial.domain.my_work import AskedOfMe, Key, MyInterview, MyWork, Owed, OwedByMe
from editorial.domain.my_work_words import asked_words, due_words, owed_detail, owed_title, with_words
from editorial.domain.people_records import Quote
from editorial.domain.purpose import purpose_words, serves_words
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.language import _
from editorial.services import assignments, interviews, quotes, tasks
from editorial.services.workspaces import Workspace
from editorial.ui.calendar.words import clock, qdate
from editorial.ui.my_work.lines import Act, Form, Given, Line

Do = Callable[[Callable[[Workspace], object]], object]
"""Does something to the open workspace and tells trouble."""
Open = Callable[[int], object]
NEAR = 183
"""Days within which a day of a month can be no other year’s."""


def asked_lines(work: MyWork, do: Do, open_piece: Open, *, locked: bool = False) -> list[Line]:
    """Return what waits for a yes or no: interviews, then what is asked for pieces."""
    talks = [_interview_line(one, work, do, locked=locked) for one in work.interviews if one.waits]
    return [*talks, *(_asked_line(one, work, do, open_piece, locked=locked) for one in work.asked)]


def take_back(work: MyWork, do: Do) -> Callable[[Given], object]:
    """Return what says no to the next interview, after a yes."""

    def decline(given: Given) -> None:
        if (one := work.next) is not None:
            talk, person = one.interview.id, work.person.id
            do(lambda w: interviews.answer(w, talk, person, AssignmentStatus.DECLINED, reason=given.text, wish=None))

    return decline


def owed_lines(work: MyWork, do: Do, open_piece: Open, *, locked: bool = False) -> list[Line]:
    """Return what is owed, and each quote that waits for the person's word."""
    return [line for one in work.owed for line in _owed(one, work, do, open_piece, locked=locked)]


def _interview_line(one: MyInterview, work: MyWork, do: Do, *, locked: bool) -> Line:
    talk, person = one.interview, work.person.id
    when = [short_due(talk.day, work.today)] if talk.day else [_("to be arranged")]
    when += [clock(talk.time)] if talk.time else []
    wish = one.answer.wish if one.answer else None
    wished = [_("you asked for {day}").format(day=short_due(wish, work.today))] if wish else []
    detail = " · ".join(part for part in (_("interview"), *when, with_words(one), *wished) if part)

    def say(said: AssignmentStatus, given: Given) -> None:
        do(lambda w: interviews.answer(w, talk.id, person, said, reason=given.text, wish=given.day))

    acts = (
        Act("wish", _("Another day…"), partial(say, AssignmentStatus.PROPOSED), Form.DAY, quiet=True),
        Act("decline", _("Decline…"), partial(say, AssignmentStatus.DECLINED), Form.REASON),
        Act("accept", _("Accept"), partial(say, AssignmentStatus.ACCEPTED), primary=True),
    )
    return Line(f"interview {talk.id}", talk.name, detail, serves_words(one), acts=() if locked else acts)


def _asked_line(one: AskedOfMe, work: MyWork, do: Do, open_piece: Open, *, locked: bool) -> Line:
    key, today = one.key, work.today
    acts = (
        _open(one.piece.id, open_piece, draft=bool(one.draft_words)),
        _wish(key, work, do),
        Act(
            "decline",
            _("Decline…"),
            lambda given: do(lambda w: assignments.decline(w, key, given.text, today=today)),
            Form.REASON,
        ),
        Act("accept", _("Accept"), lambda _given: do(lambda w: assignments.accept(w, key, today=today)), primary=True),
    )
    note = f"“{one.assignment.note}”" if one.assignment.note else ""
    why = " · ".join(part for part in (note, purpose_words(one)) if part)
    return Line(_name(key), one.piece.title, asked_words(one), why, acts=acts[:1] if locked else acts)


def _owed(one: OwedByMe, work: MyWork, do: Do, open_piece: Open, *, locked: bool) -> Iterator[Line]:
    plain = one.due is not None and not one.days_late and one.due > work.today
    chip = short_due(one.due, work.today) if plain and one.due else due_words(one.due, one.days_late, work.today)
    level = "bad" if one.days_late else "warning" if one.due == work.today else ""
    if one.kind is Owed.QUOTES:
        for quote in one.quotes:
            yield _quote_line(quote, one, work, do, (chip, level), locked=locked)
        return
    detail, acts = owed_detail(one), tuple(_owed_acts(one, work, do, open_piece))
    wish = one.assignment.wish if one.assignment else None
    wished = [_("you asked for {day}").format(day=short_due(wish, work.today))] if wish else []
    said = " · ".join(part for part in (detail, *wished) if part)
    kept = tuple(act for act in acts if act.word == "open") if locked else acts
    yield Line(_owed_name(one), owed_title(one), said, chip=chip, level=level, acts=kept)


def _owed_name(one: OwedByMe) -> str:
    if one.task is not None:
        return f"task {one.task.id}"
    assert one.assignment is not None
    return _name((one.assignment.piece_id, one.assignment.person_id, one.assignment.role))


def _owed_acts(one: OwedByMe, work: MyWork, do: Do, open_piece: Open) -> Iterator[Act]:
    task, job, today = one.task, one.assignment, work.today
    if one.piece is not None:
        yield _open(one.piece.id, open_piece, draft=bool(one.draft_words))
    if task is not None:
        yield Act("done", _("Done"), lambda _given: do(lambda w: tasks.done(w, task.id, today)))
    elif job is not None:
        key = (job.piece_id, job.person_id, job.role)

        def deliver(given: Given) -> None:
            do(lambda w: assignments.deliver(w, key, today=today, hours_spent=given.hours))

        yield _wish(key, work, do)
        yield Act("deliver", _("Delivered…"), deliver, Form.HOURS)


def _quote_line(quote: Quote, one: OwedByMe, work: MyWork, do: Do, due: tuple[str, str], *, locked: bool) -> Line:
    acts = (
        Act(
            "refuse",
            _("Do not use…"),
            lambda given: do(lambda w: quotes.refuse(w, [quote.id], given.text, today=work.today)),
            Form.WORD,
            quiet=True,
        ),
        Act(
            "clear",
            _("Clear for use"),
            lambda _given: do(lambda w: quotes.clear(w, [quote.id], today=work.today)),
        ),
    )
    detail = " · ".join(part for part in (_("your words, to be cleared for use"), owed_detail(one)) if part)
    chip, level = due
    return Line(f"quote {quote.id}", f"“{quote.name}”", detail, chip=chip, level=level, acts=() if locked else acts)


def _wish(key: Key, work: MyWork, do: Do) -> Act:
    def wish(given: Given) -> None:
        if (day := given.day) is not None:
            do(lambda w: assignments.wish(w, key, day, given.text, today=work.today))

    return Act("wish", _("Another day…"), wish, Form.DAY, quiet=True)


def _open(piece_id: int, open_piece: Open, *, draft: bool) -> Act:
    return Act("open", _("Read the draft") if draft else _("Open"), lambda _given: open_piece(piece_id), quiet=True)


def short_due(day: date, today: date) -> str:
    """Return a day with its weekday, and far off with its year: Fri 19 Mar."""
    near = abs((day - today).days) < NEAR
    return QLocale().toString(qdate(day), "ddd d MMM" if near else "ddd d MMM yyyy")


def _name(key: tuple[int, int, AssignmentRole]) -> str:
    return f"assignment {key[0]} {key[2].value}"
