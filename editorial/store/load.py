"""Reading the work that people owe."""

from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, String, or_, select, type_coerce

from editorial.domain.assignments import held_day
from editorial.domain.load import OpenWork
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Phase, Precision
from editorial.store.lists import TABLES

_ASSIGNMENT = TABLES["assignment"].c
_PIECE = TABLES["piece"].c
_STATUS = TABLES["status"].c
_TASK = TABLES["task"].c

_ROLES = {role.value: role for role in AssignmentRole}
_PRECISIONS = {precision.value: precision for precision in Precision}
_PROPOSED = AssignmentStatus.PROPOSED.value
_NONE = Decimal(0)
_OPEN = (AssignmentStatus.PROPOSED.value, AssignmentStatus.ACCEPTED.value)
_WORK = (
    select(
        _ASSIGNMENT.person_id,
        _PIECE.id,
        _PIECE.title,
        _ASSIGNMENT.role,
        _ASSIGNMENT.due,
        _PIECE.planned,
        _ASSIGNMENT.hours,
        _ASSIGNMENT.status,
        type_coerce(_PIECE.precision, String),
        _ASSIGNMENT.asked_on.is_not(None) | (_ASSIGNMENT.role != AssignmentRole.AUTHOR.value),
    )
    .join(TABLES["piece"], _PIECE.id == _ASSIGNMENT.piece_id)
    .join(TABLES["status"], _STATUS.id == _PIECE.status_id)
    .where(
        _ASSIGNMENT.status.in_(_OPEN),
        # Few pieces have open work, so they come first: SQLite would start from all of them.
        _PIECE.id.in_(select(_ASSIGNMENT.piece_id).where(_ASSIGNMENT.status.in_(_OPEN))),
        _PIECE.binned.is_(None),
        _PIECE.published_on.is_(None),
        type_coerce(_STATUS.phase, String).not_in((Phase.PARKED.value, Phase.PUBLISHED.value)),
    )
    .order_by(_ASSIGNMENT.person_id, _PIECE.id, _ASSIGNMENT.role)
)
_LACKING = select(_ASSIGNMENT.piece_id).where(
    _ASSIGNMENT.status.in_(_OPEN), or_(_ASSIGNMENT.due.is_(None), _ASSIGNMENT.hours.is_(None))
)
"""Pieces for which somebody owes something without a day or hours of its own."""
_TASKS = select(_TASK.piece_id, _TASK.role, _TASK.person_id, _TASK.hours, _TASK.due).where(
    _TASK.done_on.is_(None), _TASK.piece_id.in_(_LACKING)
)


def open_work(connection: Connection, person_id: int | None = None) -> list[OpenWork]:
    """Return the assignments of pieces not yet published that are neither declined nor delivered; of one or of all.

    One without a due day of its own is due with the last open task it holds (domain/assignments.py), else with its
    piece; one without hours takes those of the open tasks for that person, or for that role where they name nobody.
    """
    hours: dict[tuple[int, AssignmentRole | int | None], Decimal] = {}
    days: dict[int, list[tuple[AssignmentRole | None, int | None, date]]] = {}
    asked, tasks = _WORK, _TASKS
    if person_id is not None:
        asked = _WORK.where(_ASSIGNMENT.person_id == person_id)
        tasks = _TASKS.where(_TASK.piece_id.in_(_LACKING.where(_ASSIGNMENT.person_id == person_id)))
    for piece, role, person, n, due in connection.execute(tasks).all():
        key = (piece, role if person is None else person)
        hours[key] = hours.get(key, Decimal(0)) + (n or Decimal(0))
        if due is not None:
            days.setdefault(piece, []).append((role, person, due))
    found = []
    rows = connection.execute(asked).all()
    for person, piece, title, word, own_day, planned, own, status, exact, was_asked in rows:
        role = _ROLES[word]
        held = None if own_day else held_day(role, person, days.get(piece, ()))
        due = own_day or held or planned
        n = own if own is not None else hours.get((piece, role), _NONE) + hours.get((piece, person), _NONE)
        proposed = status == _PROPOSED
        precision = Precision.DAY if own_day or held else _PRECISIONS[exact]
        asked_for = bool(was_asked) or not proposed
        found.append(OpenWork(person, piece, title, role, due, n, proposed, asked_for, held is not None, precision))
    return found
