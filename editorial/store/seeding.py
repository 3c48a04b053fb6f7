"""Inserting whole records into an empty workspace, with ids and public ids of their own."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Any

from sqlalchemy import Connection, func, select, update

from editorial.domain.vocabulary import AssignmentStatus
from editorial.store.bulk import insert_rows
from editorial.store.databases import defer_foreign_keys
from editorial.store.lists import TABLES, stored_value
from editorial.store.workspace import new_uid

_OWN = frozenset({"id", "uid", "version", "binned"})


def is_empty(connection: Connection, kinds: Iterable[str]) -> bool:
    """Tell whether a workspace has no record of these kinds."""
    return not any(connection.execute(select(TABLES[kind].c.id).limit(1)).first() for kind in kinds)


def seed(connection: Connection, kind: str, records: Sequence[Any]) -> list[int]:
    """Insert records of one kind and return their ids; what lies in tables of its own is linked by `link`."""
    table = TABLES[kind]
    if kind == "piece":
        # Pieces name each other, also ones that come later.
        defer_foreign_keys(connection)
    names = [name for name in records[0].__dataclass_fields__ if name in table.columns and name not in _OWN]
    first = next_id(connection, kind)
    ids = list(range(first, first + len(records)))
    rows = [
        {"id": id_, "uid": new_uid(), **{name: _plain(kind, name, getattr(record, name)) for name in names}}
        for id_, record in zip(ids, records, strict=True)
    ]
    insert_rows(connection, table, rows)
    return ids


def next_id(connection: Connection, kind: str) -> int:
    """Return the id that `seed` gives to its first record."""
    return int(connection.execute(select(func.coalesce(func.max(TABLES[kind].c.id), 0))).scalar_one()) + 1


def _plain(kind: str, name: str, value: Any) -> Any:
    return f"{value:%H:%M}" if isinstance(value, time) else stored_value(kind, name, value)


def link(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of a table that belongs to records; all rows name the same columns."""
    insert_rows(connection, TABLES[table], rows)


def set_settings(connection: Connection, **fields: Any) -> None:
    """Change what the workspace is set to."""
    connection.execute(update(TABLES["workspace"]).values(**fields))


def accept_assignments(connection: Connection, pieces: Sequence[int]) -> None:
    """Let everybody who was asked for something for these pieces have said yes."""
    table = TABLES["assignment"]
    accepted = {"status": AssignmentStatus.ACCEPTED.value}
    connection.execute(update(table).where(table.c.piece_id.in_(list(pieces))).values(accepted))
