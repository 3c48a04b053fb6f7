"""Taking changes back: the inverse of journal rows, written as a change like any other."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint, text
from sqlmodel import SQLModel

from editorial.errors import RuleBroken
from editorial.language import _
from editorial.store.journal import family, journalled
from editorial.store.workspace import Workspace

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """A change that can be taken back or made again."""

    id: int
    label: str
    undoes: int | None


def next_undo(workspace: Workspace) -> Standing | None:
    """Return the newest standing change of this author that is neither an undo nor a redo."""
    return _newest(workspace, "undoes IS NULL AND undone_by IS NULL")


def next_redo(workspace: Workspace) -> Standing | None:
    """Return the newest standing undo of this author with no newer change of theirs; its undo is the redo."""
    return _newest(
        workspace,
        "undone_by IS NULL AND undoes IN (SELECT t.id FROM change t WHERE t.undoes IS NULL) AND id > coalesce("
        "(SELECT max(d.id) FROM change d WHERE d.author = :author AND d.undoes IS NULL), 0)",
    )


def undo(workspace: Workspace) -> str:
    """Take back the newest standing change of this author and return its label. Raises RuleBroken with the reason."""
    target = next_undo(workspace)
    if target is None:
        raise RuleBroken(_("There is nothing left to undo."))
    return _take_back(workspace, target, _("Undo: {what}").format(what=target.label), target.label)


def redo(workspace: Workspace) -> str:
    """Make the newest undone change again and return its label. Raises RuleBroken with the reason."""
    target = next_redo(workspace)
    if target is None:
        raise RuleBroken(_("There is nothing to redo."))
    with workspace.read() as connection:
        what = connection.execute(text("SELECT label FROM change WHERE id = :c"), {"c": target.undoes}).scalar_one()
    return _take_back(workspace, target, _("Redo: {what}").format(what=what), what)


def back_to(workspace: Workspace, change_id: int, label: str) -> None:
    """Put everything back to how it was right after this change, as one change that can itself be undone."""
    with workspace.read() as connection:
        later = {"c": change_id, "revision": workspace.revision}
        old = connection.execute(
            text("SELECT 1 FROM change WHERE id > :c AND revision <> :revision LIMIT 1"), later
        ).first()
    if old is not None:
        raise RuleBroken(_("The workspace was brought to a newer version since; older changes stay as they are."))
    with workspace.change(label) as session:
        _write_inverse(session.connection(), "change_id > :c", {"c": change_id})


def why_not_undo(connection: Connection, workspace: Workspace, target: Standing) -> str | None:
    """Return why this change cannot be taken back, or None."""
    revision = connection.execute(text("SELECT revision FROM change WHERE id = :c"), {"c": target.id}).scalar_one()
    if revision != workspace.revision:
        return _("“{what}” was made before the workspace was brought to a newer version.").format(what=target.label)
    other = connection.execute(text(_CONFLICT), {"c": target.id, "author": workspace.author}).first()
    if other is not None:
        return _("{who} has changed the same since: “{what}”.").format(who=other.author, what=other.label)
    return None


_CONFLICT = """
SELECT newer.author, newer.label FROM change newer
WHERE newer.id > :c AND newer.author <> :author AND newer.undone_by IS NULL
  AND newer.undoes IS NOT :c
  AND EXISTS (SELECT 1 FROM journal_row theirs JOIN journal_row ours
              ON ours.tab = theirs.tab AND ours.record = theirs.record AND ours.change_id = :c
              WHERE theirs.change_id = newer.id)
ORDER BY newer.id DESC LIMIT 1
"""


def _newest(workspace: Workspace, where: str) -> Standing | None:
    with workspace.read() as connection:
        row = connection.execute(
            text(f"SELECT id, label, undoes FROM change WHERE author = :author AND {where} ORDER BY id DESC LIMIT 1"),
            {"author": workspace.author},
        ).first()
    return None if row is None else Standing(row.id, row.label, row.undoes)


def _take_back(workspace: Workspace, target: Standing, label: str, what: str) -> str:
    with workspace.change(label, undoes=target.id) as session:
        connection = session.connection()
        if reason := why_not_undo(connection, workspace, target):
            raise RuleBroken(reason)
        made = connection.execute(text("SELECT id FROM journal_open")).scalar_one()
        _write_inverse(connection, "change_id = :c", {"c": target.id})
        bound = {"c": target.id, "made": made, "undone": target.undoes}
        connection.execute(text("UPDATE change SET undone_by = :made WHERE id = :c"), bound)
        connection.execute(text("UPDATE change SET undone_by = NULL WHERE id = :undone"), bound)
    return what


def _write_inverse(connection: Connection, where: str, bound: Row) -> None:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    rows = connection.execute(
        text(f"SELECT tab, op, key, before FROM journal_row WHERE {where} ORDER BY id"), bound
    ).all()
    deletes, inserts, updates = _collapse(rows)
    order = journalled()
    for table in reversed(order):
        _delete(connection, table, deletes.get(table.name, []))
    for table in order:
        _insert(connection, table, inserts.get(table.name, []))
    for table in order:
        _update(connection, table, updates.get(table.name, []))


Inverse = dict[str, list[tuple[Row, Row]]]


def _collapse(rows: Iterable[Any]) -> tuple[Inverse, Inverse, Inverse]:
    """Return what to delete, insert and update per table; for each key the first state before wins."""
    first: dict[tuple[str, str], tuple[str, Row]] = {}
    exists: dict[tuple[str, str], bool] = {}
    for tab, op, key, before in rows:
        at = (tab, key)
        was: Row = json.loads(before) if before else {}
        if at not in first:
            first[at] = (op, was)
        elif first[at][0] != "insert":
            first[at] = (first[at][0], {**was, **first[at][1]})
        exists[at] = op != "delete"
    deletes: Inverse = {}
    inserts: Inverse = {}
    updates: Inverse = {}
    for (tab, key), (op, was) in first.items():
        now = exists[tab, key]
        if op == "insert" and not now:
            continue
        side = deletes if op == "insert" else updates if now else inserts
        side.setdefault(tab, []).append((json.loads(key), was))
    return deletes, inserts, updates


def _delete(connection: Connection, table: Table, rows: list[tuple[Row, Row]]) -> None:
    if rows:
        names = [column.name for column in table.primary_key.columns]
        where = " AND ".join(f'"{name}" = ?' for name in names)
        connection.exec_driver_sql(
            f'DELETE FROM "{table.name}" WHERE {where}', [tuple(key[n] for n in names) for key, _was in rows]
        )


def _insert(connection: Connection, table: Table, rows: list[tuple[Row, Row]]) -> None:
    by_columns: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for _key, was in rows:
        by_columns.setdefault(tuple(was), []).append(tuple(was.values()))
    for names, values in by_columns.items():
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', values)


def _update(connection: Connection, table: Table, rows: list[tuple[Row, Row]]) -> None:
    _free_unique_names(connection, table, rows)
    keys = [column.name for column in table.primary_key.columns]
    raised = ', "version" = "version" + 1' if "version" in table.columns else ""
    where = " AND ".join(f'"{name}" = ?' for name in keys)
    by_columns: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for key, was in rows:
        changed = {name: value for name, value in was.items() if name != "version" and name not in keys}
        if changed:
            values = (*changed.values(), *(key[n] for n in keys))
            by_columns.setdefault(tuple(changed), []).append(values)
    for names, listed in by_columns.items():
        sets = ", ".join(f'"{name}" = ?' for name in names)
        connection.exec_driver_sql(f'UPDATE "{table.name}" SET {sets}{raised} WHERE {where}', listed)


def _free_unique_names(connection: Connection, table: Table, rows: list[tuple[Row, Row]]) -> None:
    """Step aside first where several records give their names back to each other."""
    renamed = [(key["id"],) for key, was in rows if "name" in was and "id" in key]
    if len(renamed) > 1 and _unique_name(table):
        connection.exec_driver_sql(f'UPDATE "{table.name}" SET name = \'~\' || uid WHERE id = ?', renamed)


def _unique_name(table: Table) -> bool:
    named = [c for c in table.constraints if isinstance(c, UniqueConstraint) and "name" in c.columns]
    return bool(named)


def family_tables(record: str) -> list[str]:
    """Return every table whose rows belong to this kind of record."""
    return [name for name in SQLModel.metadata.tables if family(name) == record]
