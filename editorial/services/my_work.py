"""My work: everything that is wanted of one person."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from editorial.domain import load as loads
from editorial.domain import my_work as rules
from editorial.domain.load import PersonLoad
from editorial.domain.my_work import AskedOfMe, MyInterview, MyWork, Owed, OwedByMe
from editorial.domain.people_records import Assignment, InterviewAnswer, Quote
from editorial.domain.period import month_of
from editorial.domain.planning_records import Interview, Task
from editorial.domain.records import Entry, Lists, Person
from editorial.domain.reminders import Reminder, remind_on
from editorial.domain.vocabulary import Clearance, InterviewStatus, Phase
from editorial.domain.workdays import WorkCalendar, work_calendar
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.recognition import all_contributions
from editorial.store import assignments, interviews, quotes, tasks
from editorial.store.entries import standing_entries
from editorial.store.lists import read_list, read_lists
from editorial.store.load import open_work
from editorial.store.recognition import draft_words
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection

CAME = 5
"""How many pieces that came out are shown."""
_AHEAD = (InterviewStatus.ARRANGED, InterviewStatus.TO_ARRANGE)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of one person's work."""

    person: Person
    lists: Lists
    calendar: WorkCalendar
    assignments: list[Assignment]
    pieces: Mapping[int, Entry]
    tasks: Mapping[int, list[Task]]
    """Open and done tasks of those pieces, by piece."""
    words: Mapping[int, int]
    interviews: Mapping[int, Interview]
    served: Mapping[int, Entry]
    """The pieces of interviews ahead."""
    answers: Mapping[int, list[InterviewAnswer]]
    quotes: list[Quote]
    load: PersonLoad


def my_work(workspace: Workspace, person_id: int, today: date) -> MyWork:
    """Return what is wanted of a person, by when, and what came of it. Raises RuleBroken where they are gone."""
    with workspace.read() as connection:
        facts = _facts(connection, person_id, today)
    meetings = tuple(_interviews(facts, today))
    came = (one for one in all_contributions(workspace, person_id) if one.piece.published)
    return MyWork(
        person=facts.person,
        today=today,
        next=next((one for one in meetings if one.interview.status is InterviewStatus.ARRANGED and one.stands), None),
        interviews=meetings,
        asked=tuple(sorted(_asked(facts), key=lambda one: (one.due or date.max, one.piece.title))),
        owed=rules.soonest_first(_owed(facts, today)),
        month=facts.load.months[0],
        quarter=facts.load.quarters[0],
        came_of_it=tuple(one for one, _place in zip(came, range(CAME), strict=False)),
    )


def _facts(connection: "Connection", person_id: int, today: date) -> _Facts:
    person: Person | None = read_list(connection, "person", [person_id]).get(person_id)
    if person is None:
        raise RuleBroken(_("This person is no longer there."))
    lists = read_lists(connection)
    theirs, own = assignments.of_person(connection, person_id), tasks.open_tasks_of(connection, person_id)
    ids = sorted({*(one.piece_id for one in theirs), *(one.piece_id for one in own)})
    talks = read_list(connection, "interview", interviews.of_person(connection, person_id))
    standing = interviews.standing(connection, list(talks)).values()
    load = loads.load([person], standing, open_work(connection, person_id), month_of(today), lists.settings)
    ahead = {id_ for talk in talks.values() if talk.status in _AHEAD for id_ in talk.piece_ids}
    of_pieces = {one.id: one for one in standing_entries(connection, ids)}
    return _Facts(
        person=person,
        lists=lists,
        calendar=work_calendar(lists.settings, lists.notes),
        assignments=theirs,
        pieces={id_: one for id_, one in of_pieces.items() if _is_at_work(one, lists)},
        tasks=tasks.tasks_of(connection, ids),
        words=draft_words(connection, ids),
        interviews=talks,
        served={one.id: one for one in standing_entries(connection, sorted(ahead))},
        answers=interviews.answers(connection, sorted(talks)),
        quotes=quotes.of_person(connection, person_id),
        load=load.people[0],
    )


def _is_at_work(piece: Entry, lists: Lists) -> bool:
    return lists.phase(piece.status_id) not in (Phase.PARKED, Phase.PUBLISHED) and not piece.published


def _interviews(facts: _Facts, today: date) -> Iterator[MyInterview]:
    ahead = [one for one in facts.interviews.values() if one.status in _AHEAD and (one.day is None or one.day >= today)]
    settled = (InterviewStatus.ARRANGED, InterviewStatus.TO_ARRANGE)
    order = sorted(
        ahead, key=lambda one: (settled.index(one.status), one.day or date.max, one.time or time.min, one.id)
    )
    names = facts.lists.people
    for one in order:
        people = dict.fromkeys((one.interviewer_id, *one.person_ids))
        others = tuple(names[id_] for id_ in people if id_ is not None and id_ != facts.person.id and id_ in names)
        said = (answer for answer in facts.answers.get(one.id, ()) if answer.person_id == facts.person.id)
        serves = tuple(facts.served[id_] for id_ in one.piece_ids if id_ in facts.served)
        yield MyInterview(one, others, next(said, None), serves)


def _asked(facts: _Facts) -> Iterator[AskedOfMe]:
    for one in facts.assignments:
        if rules.is_asked(one) and (piece := facts.pieces.get(one.piece_id)):
            due = rules.when_due(one, facts.tasks.get(one.piece_id, []), piece)
            segments = facts.lists.segments
            readers = tuple(segments[id_].name for id_ in piece.segment_ids if id_ in segments)
            yield AskedOfMe(one, piece, due, facts.words.get(piece.id, 0), readers)


def _owed(facts: _Facts, today: date) -> Iterator[OwedByMe]:
    for one in facts.assignments:
        if (piece := facts.pieces.get(one.piece_id)) and rules.is_owed(one, piece):
            due = rules.when_due(one, facts.tasks.get(one.piece_id, []), piece)
            late = rules.lateness(due, today, facts.calendar)
            words = facts.words.get(piece.id, 0)
            yield OwedByMe(Owed.ASSIGNMENT, due, late, piece, assignment=one, draft_words=words)
    of_pieces = [task for listed in facts.tasks.values() for task in listed]
    for task in rules.owed_tasks(facts.person.id, facts.assignments, of_pieces):
        if piece := facts.pieces.get(task.piece_id):
            yield OwedByMe(Owed.TASK, task.due, rules.lateness(task.due, today, facts.calendar), piece, task=task)
    yield from _quotes(facts, today)


def _quotes(facts: _Facts, today: date) -> Iterator[OwedByMe]:
    """Give the quotes that wait for the person's word, by interview; they are due as the reminder says."""
    for interview_id, listed in _by_interview(facts.quotes).items():
        asked = min((one.asked_on for one in listed if one.asked_on), default=None)
        reminders = facts.lists.settings.reminders
        due = asked and remind_on(Reminder.UNANSWERED, asked, reminders, facts.calendar)
        late = rules.lateness(due, today, facts.calendar)
        interview = facts.interviews.get(interview_id or 0)
        yield OwedByMe(Owed.QUOTES, due, late, quotes=tuple(listed), interview=interview)


def _by_interview(listed: Iterable[Quote]) -> dict[int | None, list[Quote]]:
    found: dict[int | None, list[Quote]] = {}
    for one in listed:
        if one.clearance is Clearance.ASKED:
            found.setdefault(one.interview_id, []).append(one)
    return found
