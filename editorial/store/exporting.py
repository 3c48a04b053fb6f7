"""Pieces and people as files carry them: names and public ids in place of keys."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Enum, String, Table, bindparam, select, type_coerce

from editorial.domain.records import Lists
from editorial.domain.vocabulary import AssignmentRole
from editorial.store.lists import TABLES

PIECE, PERSON = TABLES["piece"], TABLES["person"]
CHUNK = 5_000

COLUMN = {
    "id": "uid",
    "date": "planned",
    "stage": "stage_id",
    "interest": "interest_id",
    "format": "format_id",
    "channel": "channel_id",
    "campaign": "campaign_id",
    "status": "status_id",
    "owner": "owner_id",
    "given_by": "given_by_id",
    "made_from": "made_from_id",
    "companion": "companion_id",
    "next_piece": "next_piece_id",
    "capacity": "interviews_a_month",
}
"""Field of a file → column of its table, where they differ."""

LISTED = {
    "segments": (TABLES["piece_segment"], "segment_id", "segments"),
    "further_stages": (TABLES["piece_stage"], "stage_id", "stages"),
    "further_interests": (TABLES["piece_interest"], "interest_id", "interests"),
    "authors": (TABLES["assignment"], "person_id", "people"),
}
"""Field of a piece → its table, the column of the other record, and that record's list."""

PERSON_LISTED = {
    "roles": (TABLES["person_role"], "role", ""),
    "segments": (TABLES["person_segment"], "segment_id", "segments"),
    "expertise": (TABLES["person_interest"], "interest_id", "interests"),
}

NAMED = {
    "stage": "stages",
    "interest": "interests",
    "format": "formats",
    "channel": "channels",
    "campaign": "campaigns",
    "status": "statuses",
    "owner": "people",
    "given_by": "people",
}
"""Field of a piece → the list its name comes from."""
REFERENCES = ("made_from", "companion", "next_piece")

Values = dict[str, Any]


def names_of(lists: Lists, kind: str) -> dict[int, str]:
    """Return the names of one list by key."""
    if kind == "people":
        return dict(lists.people)
    return {key: record.name for key, record in getattr(lists, kind).items()}


def column_of(field: str) -> str:
    """Return the column that holds a field."""
    return COLUMN.get(field, field)


def _raw(table: Table, name: str) -> Any:
    """Words of an enum are read as text: their own type costs a look-up a value, and files carry the text."""
    column = table.c[name]
    return type_coerce(column, String) if isinstance(column.type, Enum) else column


def piece_values(
    connection: Connection, lists: Lists, fields: Sequence[str], ids: Collection[int] | None = None
) -> Iterator[tuple[int, Values]]:
    """Yield (key, values by field) of every piece not in the bin, or of those named, in order of creation."""
    single = [name for name in fields if name not in LISTED and name != "links"]
    turned = {single.index(f): names_of(lists, of) for f, of in NAMED.items() if f in single}
    uids = _uids(connection) if any(name in single for name in REFERENCES) else {}
    turned |= {single.index(name): uids for name in REFERENCES if name in single}
    several: dict[str, Mapping[int, Any]] = {
        name: _listed(connection, LISTED[name], lists, ids) for name in fields if name in LISTED
    }
    if "links" in fields:
        several["links"] = _links(connection)
    for row in _rows(connection, PIECE, single, ids):
        values = dict(zip(single, row[1:], strict=True))
        for at, names in turned.items():
            if row[at + 1] is not None:
                values[single[at]] = names.get(row[at + 1])
        for name, listed in several.items():
            values[name] = listed.get(row[0], ())
        yield row[0], values


def person_values(
    connection: Connection, lists: Lists, fields: Sequence[str], ids: Collection[int] | None = None
) -> Iterator[tuple[int, Values]]:
    """Yield (key, values by field) of every person, or of those named, in order of creation."""
    single = [name for name in fields if name not in PERSON_LISTED]
    several = {name: _listed(connection, PERSON_LISTED[name], lists, ids) for name in fields if name in PERSON_LISTED}
    for row in _rows(connection, PERSON, single, ids):
        values = dict(zip(single, row[1:], strict=True))
        for name, listed in several.items():
            values[name] = listed.get(row[0], ())
        yield row[0], values


def _rows(connection: Connection, table: Table, fields: Iterable[str], ids: Collection[int] | None) -> Iterator[Any]:
    reading = select(table.c.id, *(_raw(table, column_of(name)) for name in fields)).order_by(table.c.id)
    if "binned" in table.c:
        reading = reading.where(table.c.binned.is_(None))
    if ids is None:
        yield from connection.execute(reading).all()
        return
    reading = reading.where(table.c.id.in_(bindparam("ids", expanding=True)))
    for chunk in chunks(sorted(ids)):
        yield from connection.execute(reading, {"ids": chunk}).all()


def chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the keys in parts that one statement can take."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def _listed(
    connection: Connection, where: tuple[Table, str, str], lists: Lists, ids: Collection[int] | None
) -> dict[int, tuple[str, ...]]:
    """Return the names that each record lists, in its own order."""
    table, column, kind = where
    owner = next(iter(table.primary_key.columns))
    places = [table.c.position] if "position" in table.c else []
    reading = select(owner, table.c[column]).order_by(owner, *places, table.c[column])
    if table.name == "assignment":
        reading = reading.where(table.c.role == AssignmentRole.AUTHOR.value)
    names: Mapping[Any, str] = names_of(lists, kind) if kind else {}
    wanted = None if ids is None else set(ids)
    found: dict[int, list[str]] = {}
    for record, other in connection.execute(reading).all():
        if wanted is None or record in wanted:
            found.setdefault(record, []).append(names[other] if kind else other)
    return {record: tuple(listed) for record, listed in found.items()}


def _links(connection: Connection) -> dict[int, tuple[tuple[str, str], ...]]:
    table = TABLES["piece_link"]
    found: dict[int, list[tuple[str, str]]] = {}
    columns = (table.c.piece_id, table.c.title, table.c.address)
    reading = select(*columns).order_by(table.c.piece_id, table.c.position, table.c.id)
    for piece, title, address in connection.execute(reading):
        found.setdefault(piece, []).append((title, address))
    return {piece: tuple(listed) for piece, listed in found.items()}


def _uids(connection: Connection) -> dict[int, str]:
    return dict(connection.execute(select(PIECE.c.id, PIECE.c.uid)).all())
