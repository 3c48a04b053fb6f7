"""The titles that near-duplicates are looked for in, and handing everything that names one piece to another."""

from typing import Any

from sqlalchemy import Connection, exists, func, insert, literal, select, update

from editorial.store.counting import P
from editorial.store.lists import TABLES

_NAMING = (
    ("field_note", "piece_id"),
    ("request", "piece_id"),
    ("request", "leaves_id"),
    ("slot", "fallback_id"),
    ("piece", "made_from_id"),
    ("piece", "companion_id"),
    ("piece", "next_piece_id"),
)
"""Columns of other records that name a piece."""


def newest_row(connection: Connection) -> int:
    """Return what tells whether anything was written since: the newest row of the journal."""
    rows = TABLES["journal_row"].c
    return int(connection.execute(select(func.coalesce(func.max(rows.id), 0))).scalar_one())


def every_title(connection: Connection) -> dict[int, str]:
    """Return the title of each piece that is not in the bin, ideas first, then the newest."""
    asked = select(P.id, P.title).where(P.binned.is_(None))
    rows = connection.execute(asked.order_by(P.publish_date.is_not(None), P.publish_date.desc(), P.id))
    return {row.id: row.title for row in rows}


def hand_over(connection: Connection, old: int, new: int) -> None:
    """Let whatever names one piece name another instead; nothing is linked twice, and no piece names itself."""
    for name, column in _NAMING:
        table = TABLES[name]
        named = table.c[column] == old
        if name == "piece":
            named = named & table.c.id.not_in([old, new])
        connection.execute(update(table).where(named).values({column: new}))
    for name in ("interview_piece", "assignment"):
        _copy_links(connection, TABLES[name], old, new)


def _copy_links(connection: Connection, table: Any, old: int, new: int) -> None:
    """Add the links of one piece to another that has none of these; those in the bin keep their own."""
    there = table.alias()
    keys = [there.c[key.name] == key for key in table.primary_key.columns if key.name != "piece_id"]
    doubled = exists(select(there.c.piece_id).where(there.c.piece_id == new, *keys))
    names = [column.name for column in table.columns]
    values = [literal(new) if column.name == "piece_id" else column for column in table.columns]
    rows = select(*values).where(table.c.piece_id == old, ~doubled)
    connection.execute(insert(table).from_select(names, rows))
