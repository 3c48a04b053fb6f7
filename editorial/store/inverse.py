"""Writing the inverse of journal rows: what was inserted goes, what was deleted comes back, the rest is set back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint, text

from editorial.store.databases import defer_foreign_keys
from editorial.store.families import journalled, key_columns

Key = tuple[Any, ...]
Row = Mapping[str, Any]
Inverse = dict[str, list[tuple[Key, Row]]]


def write_inverse(connection: Connection, where: str, bound: Mapping[str, int]) -> None:
    """Put every row that the chosen journal rows tell of back to how it was before them."""
    defer_foreign_keys(connection)
    found = connection.execute(
        text(f"SELECT tab, op, key, before FROM journal_row WHERE {where} ORDER BY id"), dict(bound)
    ).all()
    tabs, ops, keys, befores = zip(*found, strict=True) if found else ((), (), (), ())
    deletes, inserts, updates = collapsed(zip(tabs, ops, _parsed(keys), _parsed(befores), strict=True))
    order = journalled()
    for table in reversed(order):
        _delete(connection, table, deletes.get(table.name, []))
    for table in order:
        _step_aside(connection, table, updates.get(table.name, []))
    for table in order:
        _insert(connection, table, inserts.get(table.name, []))
    for table in order:
        _update(connection, table, updates.get(table.name, []))


def _parsed(documents: Sequence[Any]) -> list[Any]:
    """Read JSON texts in one go, which takes a third of the time; PostgreSQL's driver has read them already."""
    if not any(isinstance(document, str) for document in documents):
        return list(documents)
    parsed: list[Any] = json.loads(f"[{','.join(document or 'null' for document in documents)}]")
    return parsed


def collapsed(rows: Iterable[tuple[str, str, list[Any], Row | None]]) -> tuple[Inverse, Inverse, Inverse]:
    """Return what to delete, insert and update per table; for each key the first state before wins."""
    first: dict[tuple[str, Key], tuple[str, Row]] = {}
    stays: dict[tuple[str, Key], bool] = {}
    for tab, op, key, before in rows:
        at = (tab, tuple(key))
        earlier = first.get(at)
        if earlier is None:
            first[at] = (op, before or {})
        elif earlier[0] == "update":
            first[at] = ("update", {**(before or {}), **earlier[1]})
        stays[at] = op != "delete"
    deletes: Inverse = {}
    inserts: Inverse = {}
    updates: Inverse = {}
    for (tab, key_), (op, was) in first.items():
        if op == "insert" and not stays[tab, key_]:
            continue
        side = deletes if op == "insert" else updates if stays[tab, key_] else inserts
        side.setdefault(tab, []).append((key_, was))
    return deletes, inserts, updates


def _delete(connection: Connection, table: Table, rows: list[tuple[Key, Row]]) -> None:
    if rows:
        connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE {_at_key(table)}', [key for key, _was in rows])


def _insert(connection: Connection, table: Table, rows: list[tuple[Key, Row]]) -> None:
    by_columns: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for _key, was in rows:
        by_columns.setdefault(tuple(was), []).append(tuple(was.values()))
    for names, values in by_columns.items():
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', values)


def _update(connection: Connection, table: Table, rows: list[tuple[Key, Row]]) -> None:
    unset = {"version", *key_columns(table)}
    by_columns: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for key, was in rows:
        names = tuple(name for name in was if name not in unset)
        if names:
            by_columns.setdefault(names, []).append((*(was[name] for name in names), *key))
    for names, values in by_columns.items():
        sets = ", ".join(f'"{name}" = ?' for name in names)
        connection.exec_driver_sql(f'UPDATE "{table.name}" SET {sets} WHERE {_at_key(table)}', values)


def _at_key(table: Table) -> str:
    return " AND ".join(f'"{name}" = ?' for name in key_columns(table))


def _step_aside(connection: Connection, table: Table, rows: list[tuple[Key, Row]]) -> None:
    """Free the names that are given back, since records may give them to each other."""
    renamed = [key for key, was in rows if "name" in was]
    if renamed and _has_unique_name(table):
        connection.exec_driver_sql(f"UPDATE \"{table.name}\" SET name = '~' || uid WHERE id = ?", renamed)


def _has_unique_name(table: Table) -> bool:
    return any(isinstance(one, UniqueConstraint) and "name" in one.columns for one in table.constraints)
