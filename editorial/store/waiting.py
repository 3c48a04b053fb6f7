"""Who was asked for something and has not answered."""

from datetime import date

from sqlalchemy import Connection, String, select, type_coerce

from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Phase
from editorial.store.lists import TABLES

_ASSIGNMENT = TABLES["assignment"].c
_PIECE = TABLES["piece"].c
_PERSON = TABLES["person"].c
_STATUS = TABLES["status"].c
_SETTLED = (Phase.PARKED.value, Phase.PUBLISHED.value)


def unanswered(connection: Connection, last: date) -> list[tuple[str, AssignmentRole, int, str]]:
    """Return what people were asked for in pieces planned up to a day, and in ideas: name, role, piece id, title.

    Authors are left out: who writes a piece is written down, not asked. What is due first comes first.
    """
    asked = (
        select(_PERSON.name, _ASSIGNMENT.role, _PIECE.id, _PIECE.title)
        .join_from(TABLES["assignment"], TABLES["piece"], _PIECE.id == _ASSIGNMENT.piece_id)
        .join(TABLES["person"], _PERSON.id == _ASSIGNMENT.person_id)
        .join(TABLES["status"], _STATUS.id == _PIECE.status_id)
        .where(
            _ASSIGNMENT.status == AssignmentStatus.PROPOSED.value,
            _ASSIGNMENT.role != AssignmentRole.AUTHOR.value,
            _PIECE.binned.is_(None),
            _PIECE.published_on.is_(None),
            _PIECE.planned.is_(None) | (_PIECE.planned <= last),
            type_coerce(_STATUS.phase, String).not_in(_SETTLED),
        )
        .order_by(_ASSIGNMENT.due.is_(None), _ASSIGNMENT.due, _PIECE.planned.is_(None), _PIECE.planned, _PERSON.name)
    )
    return [(name, AssignmentRole(role), piece, title) for name, role, piece, title in connection.execute(asked)]
