"""Reading and writing what people owe for pieces."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from editorial.domain.people_records import Assignment
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.store.entries import chunks, these
from editorial.store.lists import TABLES

Key = tuple[int, int, AssignmentRole]
"""Piece, person and role: a person has each role of a piece once."""

_TABLE = TABLES["assignment"]
_C = _TABLE.c
_FIELDS = tuple(Assignment.__dataclass_fields__)
_READ = select(*(_C[name] for name in _FIELDS))
_KEY = frozenset({"piece_id", "person_id", "role"})

WRITABLE = frozenset(_FIELDS) - _KEY - {"position"}
"""The fields of an assignment that people write."""


def of_pieces(connection: Connection, ids: Sequence[int]) -> dict[int, list[Assignment]]:
    """Return what is owed for these pieces, in the order in which it was asked."""
    found: dict[int, list[Assignment]] = {}
    for some in chunks(ids):
        asked = _READ.where(_C.piece_id.in_(these(some))).order_by(_C.piece_id, _C.position, _C.person_id, _C.role)
        for one in _read(connection.execute(asked)):
            found.setdefault(one.piece_id, []).append(one)
    return found


def of_person(connection: Connection, person_id: int) -> list[Assignment]:
    """Return everything a person was ever asked for, by piece."""
    return list(_read(connection.execute(_READ.where(_C.person_id == person_id).order_by(_C.piece_id, _C.role))))


def read_assignment(connection: Connection, key: Key) -> Assignment | None:
    """Return one assignment, or None where it is gone."""
    return next(iter(_read(connection.execute(_READ.where(_is(key))))), None)


def accepted_without_day(connection: Connection, ids: Sequence[int]) -> list[Key]:
    """Return the accepted assignments of these pieces that have no due day of their own."""
    asked = select(_C.piece_id, _C.person_id, _C.role).where(
        _C.status == AssignmentStatus.ACCEPTED.value, _C.due.is_(None)
    )
    return [
        (piece, person, AssignmentRole(role))
        for some in chunks(ids)
        for piece, person, role in connection.execute(asked.where(_C.piece_id.in_(these(some)))).all()
    ]


def insert_assignment(connection: Connection, key: Key, fields: Mapping[str, Any]) -> None:
    """Add an assignment after the others of its piece."""
    last = connection.execute(select(func.max(_C.position)).where(_C.piece_id == key[0])).scalar_one()
    place = 0 if last is None else last + 1
    keyed = {"piece_id": key[0], "person_id": key[1], "role": key[2].value}
    connection.execute(insert(_TABLE).values(position=place, **keyed, **_plain(fields)))


def write_assignment(connection: Connection, key: Key, fields: Mapping[str, Any]) -> None:
    """Give fields of an assignment new values."""
    connection.execute(update(_TABLE).where(_is(key)).values(**_plain(fields)))


def delete_assignment(connection: Connection, key: Key) -> None:
    """Delete an assignment."""
    connection.execute(delete(_TABLE).where(_is(key)))


def _is(key: Key) -> ColumnElement[bool]:
    return and_(_C.piece_id == key[0], _C.person_id == key[1], _C.role == key[2].value)


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.value if isinstance(value, AssignmentStatus) else value for name, value in fields.items()}


def _read(rows: Iterable[Any]) -> Iterable[Assignment]:
    for row in rows:
        fields = dict(zip(_FIELDS, row, strict=True))
        fields |= {"role": AssignmentRole(fields["role"]), "status": AssignmentStatus(fields["status"])}
        yield Assignment(**fields)
