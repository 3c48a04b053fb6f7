"""Who the experts of pieces are: people of the role SME who owe something for them and have not declined."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from editorial.domain.vocabulary import AssignmentStatus, PersonRole
from editorial.store.entries import chunks, these
from editorial.store.lists import TABLES

_ASSIGNMENT = TABLES["assignment"].c
_ROLE = TABLES["person_role"].c
_BEST_FIRST = (AssignmentStatus.DELIVERED, AssignmentStatus.ACCEPTED, AssignmentStatus.PROPOSED)


@dataclass(frozen=True, slots=True)
class Expert:
    """An expert of a piece; `status` is the furthest of what the person owes for it."""

    piece_id: int
    person_id: int
    status: AssignmentStatus

    @property
    def accepted(self) -> bool:
        return self.status is not AssignmentStatus.PROPOSED


def experts_of(connection: Connection, ids: Iterable[int] | None = None) -> dict[int, tuple[Expert, ...]]:
    """Return the experts of these pieces, or of every piece, by piece id and in the order they were asked.

    A person who declined one thing and owes another for the same piece is still its expert.
    """
    if ids is None:
        return _by_piece(connection, _asked())
    found: dict[int, tuple[Expert, ...]] = {}
    for some in chunks(ids):
        found |= _by_piece(connection, _asked().where(_ASSIGNMENT.piece_id.in_(these(some))))
    return found


def _asked() -> Select[Any]:
    sme = select(_ROLE.person_id).where(_ROLE.role == PersonRole.SME.value)
    standing = [status.value for status in _BEST_FIRST]
    return (
        select(_ASSIGNMENT.piece_id, _ASSIGNMENT.person_id, _ASSIGNMENT.status)
        .where(_ASSIGNMENT.status.in_(standing), _ASSIGNMENT.person_id.in_(sme))
        .order_by(_ASSIGNMENT.piece_id, _ASSIGNMENT.position, _ASSIGNMENT.person_id)
    )


def _by_piece(connection: Connection, asked: Select[Any]) -> dict[int, tuple[Expert, ...]]:
    found: dict[int, dict[int, AssignmentStatus]] = {}
    for piece, person, word in connection.execute(asked):
        of_piece, status = found.setdefault(piece, {}), AssignmentStatus(word)
        before = of_piece.get(person, status)
        of_piece[person] = min(before, status, key=_BEST_FIRST.index)
    return {
        piece: tuple(Expert(piece, person, status) for person, status in people.items())
        for piece, people in found.items()
    }
