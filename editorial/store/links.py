"""What a piece has several of: segments, further stages and interests, authors, and links to the outside."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Integer,
    and_,
    bindparam,
    delete,
    exists,
    insert,
    select,
    update,
)

from editorial.domain.records import Link
from editorial.domain.vocabulary import AssignmentRole
from editorial.store.entries import chunks, these
from editorial.store.lists import TABLES

LINKED: Mapping[str, tuple[str, str]] = {
    "segment_ids": ("piece_segment", "segment_id"),
    "further_stage_ids": ("piece_stage", "stage_id"),
    "further_interest_ids": ("piece_interest", "interest_id"),
    "author_ids": ("assignment", "person_id"),
}
"""Attribute of a piece → (table, column)."""

MAIN: Mapping[str, str] = {"further_stage_ids": "stage_id", "further_interest_ids": "interest_id"}
"""Which column holds the main one, which is not among the further ones."""

Row = dict[str, Any]

_PIECE = TABLES["piece"]
_LINK = TABLES["piece_link"].c


def rows_of(attribute: str) -> ColumnElement[bool]:
    """Return what picks the rows of an attribute out of its table: authors are assignments of one role."""
    table = TABLES[LINKED[attribute][0]]
    return table.c.role == AssignmentRole.AUTHOR.value if attribute == "author_ids" else table.c.piece_id.is_not(None)


def read_linked(connection: Connection, attribute: str, ids: Sequence[int]) -> dict[int, list[int]]:
    """Return the linked ids of each of these pieces, in the piece's own order."""
    name, column = LINKED[attribute]
    table = TABLES[name]
    asked = select(table.c.piece_id, table.c[column]).where(table.c.piece_id.in_(these(ids)), rows_of(attribute))
    found: dict[int, list[int]] = {}
    for piece, other in connection.execute(asked.order_by(table.c.position, table.c[column])).all():
        found.setdefault(piece, []).append(other)
    return found


def write_linked(connection: Connection, attribute: str, wanted: Mapping[int, tuple[int, ...]]) -> None:
    """Link each piece to exactly these, in this order; only the difference is written.

    The main stage or interest is left out of the further ones.
    """
    for some in chunks(wanted):
        main = _main(connection, attribute, some)
        listed = {id_: [one for one in dict.fromkeys(wanted[id_]) if one != main.get(id_)] for id_ in some}
        before = read_linked(connection, attribute, some)
        changed = [id_ for id_ in some if before.get(id_, []) != listed[id_]]
        _write(connection, attribute, {id_: (before.get(id_, []), listed[id_]) for id_ in changed})


def change_linked(
    connection: Connection, attribute: str, ids: Sequence[int], add: Sequence[int], remove: Sequence[int]
) -> None:
    """Link pieces to more, which come last, and to some no longer."""
    for some in chunks(ids):
        before = read_linked(connection, attribute, some)
        kept = {id_: [one for one in before.get(id_, []) if one not in remove] for id_ in some}
        write_linked(connection, attribute, {id_: (*kept[id_], *add) for id_ in some})


def _main(connection: Connection, attribute: str, ids: Sequence[int]) -> Mapping[int, int | None]:
    if attribute not in MAIN:
        return {}
    asked = select(_PIECE.c.id, _PIECE.c[MAIN[attribute]]).where(_PIECE.c.id.in_(these(ids)))
    return {row[0]: row[1] for row in connection.execute(asked).all()}


def _write(connection: Connection, attribute: str, changes: Mapping[int, tuple[list[int], list[int]]]) -> None:
    name, column = LINKED[attribute]
    table = TABLES[name]
    row = and_(table.c.piece_id == bindparam("piece"), table.c[column] == bindparam("other"), rows_of(attribute))
    place = bindparam("place", type_=Integer)
    gone, kept, new = _sorted_out(changes)
    _many(connection, delete(table).where(row), gone)
    _many(connection, update(table).values(position=place).where(row, table.c.position != place), kept)
    role = {"role": AssignmentRole.AUTHOR.value} if attribute == "author_ids" else {}
    added = {"piece_id": bindparam("piece"), column: bindparam("other"), "position": place, **role}
    _many(connection, insert(table).values(added), new)


def _sorted_out(changes: Mapping[int, tuple[list[int], list[int]]]) -> tuple[list[Row], list[Row], list[Row]]:
    """Return the rows to delete, to put in their place, and to add."""
    gone: list[Row] = []
    kept: list[Row] = []
    new: list[Row] = []
    for id_, (before, after) in changes.items():
        gone += [{"piece": id_, "other": other} for other in before if other not in after]
        for place, other in enumerate(after):
            (kept if other in before else new).append({"piece": id_, "other": other, "place": place})
    return gone, kept, new


def _many(connection: Connection, statement: Executable, rows: list[Row]) -> None:
    """Execute a statement for each row; without any it must not be executed at all."""
    if rows:
        connection.execute(statement, rows)


def drop_main(connection: Connection, attribute: str, ids: Iterable[int] | None = None) -> None:
    """Take the main stage or interest of pieces out of the further ones; of all pieces where no ids are given."""
    name, column = LINKED[attribute]
    link = TABLES[name]
    doubled = exists(
        select(_PIECE.c.id).where(_PIECE.c.id == link.c.piece_id, _PIECE.c[MAIN[attribute]] == link.c[column])
    )
    if ids is None:
        connection.execute(delete(link).where(doubled))
        return
    for some in chunks(ids):
        connection.execute(delete(link).where(link.c.piece_id.in_(these(some)), doubled))


def read_links(connection: Connection, ids: Sequence[int]) -> dict[int, list[Link]]:
    """Return the links of each of these pieces, in order."""
    asked = select(_LINK.piece_id, _LINK.title, _LINK.address).where(_LINK.piece_id.in_(these(ids)))
    found: dict[int, list[Link]] = {}
    for piece, title, address in connection.execute(asked.order_by(_LINK.position, _LINK.id)):
        found.setdefault(piece, []).append(Link(title=title, address=address))
    return found


def write_links(connection: Connection, wanted: Mapping[int, tuple[Link, ...]]) -> None:
    """Give each piece exactly these links; a piece that has them already is left as it is."""
    for some in chunks(wanted):
        before = read_links(connection, some)
        changed = [id_ for id_ in some if before.get(id_, []) != list(wanted[id_])]
        if gone := [id_ for id_ in changed if id_ in before]:
            connection.execute(delete(TABLES["piece_link"]).where(_LINK.piece_id.in_(these(gone))))
        rows = [
            {"piece_id": id_, "position": place, "title": link.title, "address": link.address}
            for id_ in changed
            for place, link in enumerate(wanted[id_])
        ]
        _many(connection, insert(TABLES["piece_link"]), rows)
