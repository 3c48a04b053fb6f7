"""Reading the journal: which changes there were, and the rows of one."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Enum, text
from sqlmodel import SQLModel

from editorial.domain.folding import fold
from editorial.domain.records import ChangeLine
from editorial.store.families import family
from editorial.store.undo import ROWS_OF
from editorial.store.workspace import Workspace

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One row of the journal with its values read."""

    tab: str
    kind: str
    record: int
    op: str
    key: tuple[Any, ...]
    before: Values
    after: Values


_LINES = """
SELECT id, uid, at, author, label, last_row - first_row AS rows, undoes, undone_by FROM change
WHERE (:before IS NULL OR id < :before) AND (:author = '' OR author = :author) {more} ORDER BY id DESC
"""
_OF_RECORD = "AND id IN (SELECT change_id FROM journal_row WHERE kind = :kind AND record = :record)"


def change_lines(
    workspace: Workspace,
    *,
    author: str = "",
    words: str = "",
    record: tuple[str, int] | None = None,
    limit: int = 200,
    before: int | None = None,
) -> list[ChangeLine]:
    """Return changes, newest first: of one author, with these words in their label, of one record, below an id."""
    bound: Values = {"before": before, "author": author}
    if record is not None:
        bound |= {"kind": record[0], "record": record[1]}
    asked = fold(words).split()
    lines: list[ChangeLine] = []
    with workspace.read() as connection:
        for row in connection.execute(text(_LINES.format(more=_OF_RECORD if record else "")), bound):
            if all(word in fold(row.label) for word in asked):
                lines.append(_line(row))
            if len(lines) == limit:
                break
    return lines


def _line(row: Any) -> ChangeLine:
    return ChangeLine(
        id=row.id,
        uid=row.uid,
        at=moment(row.at),
        author=row.author,
        label=row.label,
        rows=row.rows,
        undoes=row.undoes,
        undone=row.undone_by is not None,
    )


def moment(stamp: str | datetime) -> datetime:
    """Return a stored moment with its zone, which is UTC."""
    return (stamp if isinstance(stamp, datetime) else datetime.fromisoformat(stamp)).replace(tzinfo=UTC)


def authors(workspace: Workspace) -> list[str]:
    """Return everybody who has changed something, by name."""
    with workspace.read() as connection:
        return list(connection.execute(text("SELECT DISTINCT author FROM change ORDER BY author")).scalars())


def changed_at(workspace: Workspace) -> datetime | None:
    """Return when the workspace was last changed; None where it never was."""
    with workspace.read() as connection:
        at = connection.execute(text("SELECT at FROM change ORDER BY id DESC LIMIT 1")).scalar()
    return None if at is None else moment(at)


def label(connection: Connection, change: int) -> str:
    """Return what a change did, in its own words."""
    return str(connection.execute(text("SELECT label FROM change WHERE id = :c"), {"c": change}).scalar_one())


def journal_rows(
    connection: Connection, change: int, record: tuple[str, int] | None = None, *, limit: int = 2000
) -> Iterator[JournalRow]:
    """Yield the first rows of a change in order, or those of one record alone."""
    where, bound = ROWS_OF, Values(c=change)
    if record is not None:
        where = "kind = :kind AND record = :record AND change_id = :c"
        bound |= {"kind": record[0], "record": record[1]}
    asked = text(
        f"SELECT tab, kind, record, op, key, before, after FROM journal_row WHERE {where} ORDER BY id LIMIT {limit}"
    )
    for tab, kind, id_, op, key, before, after in connection.execute(asked, bound):
        yield JournalRow(tab, kind, id_, op, tuple(_read(key)), _read(before) or {}, _read(after) or {})


def with_what_is_there(connection: Connection, rows: Iterable[JournalRow], tabs: Collection[str]) -> list[JournalRow]:
    """Return rows; those added to some tables tell what stands there now, because the journal keeps no copy."""
    listed = list(rows)
    found: dict[str, dict[int, Values]] = {}
    for tab in tabs:
        ids = [int(row.key[0]) for row in listed if row.tab == tab and row.op == "insert"]
        if ids:
            asked = text(f'SELECT * FROM "{tab}" WHERE id IN ({", ".join(map(str, ids))})')
            found[tab] = {row["id"]: dict(row) for row in connection.execute(asked).mappings()}
    return [
        replace(row, after=found[row.tab].get(int(row.key[0]), row.after))
        if row.op == "insert" and row.tab in found
        else row
        for row in listed
    ]


def _read(document: Any) -> Any:
    return json.loads(document) if isinstance(document, str) else document


def names_of(connection: Connection, kind: str, ids: Iterable[int]) -> dict[int, str]:
    """Return what records are called now; those that are gone are absent."""
    table = SQLModel.metadata.tables.get(kind)
    if table is None or "id" not in table.columns:
        return {}
    column = next((name for name in ("title", "name", "version") if name in table.columns), None)
    if column is None:
        return {}
    listed = ", ".join(str(int(id_)) for id_ in set(ids))
    found = connection.execute(text(f'SELECT id, {column} FROM "{kind}" WHERE id IN ({listed})'))
    return {row[0]: str(row[1]) for row in found}


def referred(tab: str, column: str) -> str:
    """Return the kind of record a column points to, or nothing."""
    table = SQLModel.metadata.tables.get(tab)
    if table is None or column not in table.columns:
        return ""
    targets = [key.column.table.name for key in table.columns[column].foreign_keys]
    return family(targets[0]) if targets else ""


def key_names(tab: str) -> list[str]:
    """Return the columns of a table's primary key, as the journal keeps them; none for a table that is gone."""
    table = SQLModel.metadata.tables.get(tab)
    return [] if table is None else [column.name for column in table.primary_key.columns]


def is_flag(tab: str, column: str) -> bool:
    """Tell whether a column holds yes or no."""
    return isinstance(_type(tab, column), Boolean)


def is_day(tab: str, column: str) -> bool:
    """Tell whether a column holds a day."""
    return isinstance(_type(tab, column), Date)


def is_word(tab: str, column: str) -> bool:
    """Tell whether a column holds a word of the vocabulary."""
    return isinstance(_type(tab, column), Enum)


def _type(tab: str, column: str) -> Any:
    table = SQLModel.metadata.tables.get(tab)
    return None if table is None or column not in table.columns else table.columns[column].type
