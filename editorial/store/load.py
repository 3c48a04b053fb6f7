"""Reading the work that people owe."""

from decimal import Decimal

from sqlalchemy import Connection, String, func, select, type_coerce

from editorial.domain.load import OpenWork
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Phase
from editorial.store.lists import TABLES

_ASSIGNMENT = TABLES["assignment"].c
_PIECE = TABLES["piece"].c
_STATUS = TABLES["status"].c
_TASK = TABLES["task"].c

_OPEN = (AssignmentStatus.PROPOSED.value, AssignmentStatus.ACCEPTED.value)
_WORK = (
    select(
        _ASSIGNMENT.person_id,
        _PIECE.id,
        _PIECE.title,
        _ASSIGNMENT.role,
        func.coalesce(_ASSIGNMENT.due, _PIECE.planned),
        _ASSIGNMENT.hours,
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
_HOURS = select(_TASK.piece_id, _TASK.role, _TASK.person_id, _TASK.hours).where(
    _TASK.hours.is_not(None), _TASK.done_on.is_(None)
)


def open_work(connection: Connection) -> list[OpenWork]:
    """Return the assignments of pieces not yet published that are neither declined nor delivered.

    One without a due day of its own is due with its piece; one without hours takes those of its piece's open tasks for
    that person, or for that role where they name nobody.
    """
    hours: dict[tuple[int, AssignmentRole | int | None], Decimal] = {}
    for piece, role, person, n in connection.execute(_HOURS).all():
        key = (piece, role if person is None else person)
        hours[key] = hours.get(key, Decimal(0)) + n
    found = []
    for person, piece, title, word, due, own in connection.execute(_WORK).all():
        role = AssignmentRole(word)
        taken = hours.get((piece, role), Decimal(0)) + hours.get((piece, person), Decimal(0))
        found.append(OpenWork(person, piece, title, role, due, own if own is not None else taken))
    return found
