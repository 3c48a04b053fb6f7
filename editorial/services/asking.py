"""What asking a person for something would mean, and who else could be asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from editorial.domain import load as loads
from editorial.domain.assignments import Asking, due_day, why_not_ask
from editorial.domain.experts import Candidate
from editorial.domain.load import OpenWork
from editorial.domain.people_records import Assignment
from editorial.domain.period import month_of, quarter_of, week_of
from editorial.domain.planning_records import Interview, Task
from editorial.domain.records import Person, Settings
from editorial.domain.vocabulary import AssignmentRole
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.experts import who_could
from editorial.store import assignments as stored
from editorial.store.assignments import Key
from editorial.store.interviews import of_person, standing
from editorial.store.lists import read_list, read_settings
from editorial.store.load import open_work
from editorial.store.pieces import read_pieces
from editorial.store.tasks import tasks_of
from editorial.store.workspace import Workspace


def before_asking(
    workspace: Workspace,
    piece_id: int,
    person_id: int,
    role: AssignmentRole,
    *,
    today: date,
    due: date | None = None,
    hours: Decimal | None = None,
) -> Asking:
    """Return what asking a person for something would mean, before it is asked. Raises RuleBroken where they are gone.

    Without a due day it is due with the tasks of its role, else with its piece; without any of them it counts today.
    Without hours it takes those of the tasks of its role.
    """
    with workspace.read() as connection:
        person = read_list(connection, "person", [person_id]).get(person_id)
        settings, pieces = read_settings(connection), read_pieces(connection, [piece_id])
        tasks = tasks_of(connection, [piece_id]).get(piece_id, [])
        interviews = list(standing(connection, of_person(connection, person_id)).values())
        work = open_work(connection, person_id)
    if person is None or not pieces:
        raise RuleBroken(_("This person or piece is no longer there."))
    asked = Assignment(piece_id=piece_id, person_id=person_id, role=role, due=due)
    day = due_day(asked, tasks, pieces[0].planned)
    new = OpenWork(person_id, piece_id, pieces[0].title, role, day or today, _hours(hours, tasks, role), proposed=True)
    owes = [one for one in work if (one.piece_id, one.role) != (piece_id, role)]
    return _asking(person, day, today, owes, [new], interviews, settings)


def before_handing(workspace: Workspace, keys: Sequence[Key], person_id: int, *, today: date) -> Asking:
    """Return what handing open assignments on to a person would mean, before it is done.

    They keep their days and hours; the month, week and quarter are those of the earliest. Raises RuleBroken where the
    person has such a role already, or where one of the assignments is open no longer.
    """
    with workspace.read() as connection:
        person = read_list(connection, "person", [person_id]).get(person_id)
        settings = read_settings(connection)
        interviews = list(standing(connection, of_person(connection, person_id)).values())
        open_ones = {(one.piece_id, one.person_id, one.role): one for one in open_work(connection, keys[0][1])}
        owes = open_work(connection, person_id)
        there = [stored.read_assignment(connection, (piece, person_id, role)) for piece, _old, role in keys]
    if person is None or any(key not in open_ones for key in keys):
        raise RuleBroken(_("This person is no longer asked for that."))
    if reason := next((why for one in there if (why := why_not_ask(one))), None):
        raise RuleBroken(reason)
    new = [replace(open_ones[key], person_id=person_id, proposed=True) for key in keys]
    due = min((one.due for one in new if one.due), default=None)
    counted = [one if one.due else replace(one, due=today) for one in new]
    return _asking(person, due, today, owes, counted, interviews, settings)


def _asking(
    person: Person,
    due: date | None,
    today: date,
    owes: Sequence[OpenWork],
    new: Sequence[OpenWork],
    interviews: Sequence[Interview],
    settings: Settings,
) -> Asking:
    on = due or today
    # What is asked now comes first: of two roles of a piece on a day away only the first is told.
    month, week, quarter = month_of(on), week_of(on, settings), quarter_of(on, settings)
    found = {span: loads.load([person], interviews, [*new, *owes], span, settings) for span in (month, week, quarter)}
    return Asking(
        person=person,
        due=due,
        month=found[month].people[0].months[0],
        week=found[week].people[0].weeks[0],
        quarter=found[quarter].people[0].quarters[0],
        owes=tuple(sorted(owes, key=lambda one: (one.due or date.max, one.piece_id))),
        conflicts=tuple(one for one in found[quarter].conflicts if one.work in new or one.hours is not None),
    )


def _hours(own: Decimal | None, tasks: list[Task], role: AssignmentRole) -> Decimal:
    if own is not None:
        return own
    held = (task for task in tasks if task.role is role and task.person_id is None and task.done_on is None)
    return sum((task.hours or Decimal(0) for task in held), Decimal(0))


def next_best(
    workspace: Workspace, piece_id: int, *, today: date, month: date | None = None, limit: int = 5
) -> tuple[Candidate, ...]:
    """Return who else could be asked for a piece: the best for its interest and segments who was not asked yet.

    The month is that of the given day, else of the piece's, else this one.
    """
    with workspace.read() as connection:
        pieces = read_pieces(connection, [piece_id])
        asked = {one.person_id for one in stored.of_pieces(connection, [piece_id]).get(piece_id, [])}
    if not pieces:
        raise RuleBroken(_("This piece is no longer there."))
    piece, day = pieces[0], month or pieces[0].planned or today
    segment = piece.segment_ids[0] if piece.segment_ids else None
    found = who_could(workspace, day, today=today, interest_id=piece.interest_id, segment_id=segment)
    return tuple([one for one in found if one.person.id not in asked][:limit])
