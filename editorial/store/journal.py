"""The journal's triggers, generated from the tables: whatever writes to the file is recorded, or refused.

An insert records its key, an update the columns that differ, a delete the whole row. On SQLite one row in
`journal_open` names the change being made; on PostgreSQL the setting `editorial.change` does.
"""

from sqlalchemy import Connection, Table, text

from editorial.store.databases import postgresql_triggers
from editorial.store.families import compared_columns, family, journalled, key_columns, owner_column, plain_columns

REFUSAL = "write outside a change"
OPEN_CHANGE = f"coalesce((SELECT id FROM journal_open), raise(ABORT, '{REFUSAL}'))"
"""The change being made; without one the write is refused, in the same statement: rows by the thousand pay for each."""
KEY_REFUSAL = "SELECT raise(ABORT, 'an id never changes');"


def trigger_statements(dialect: str) -> list[str]:
    """Return the DDL that makes every trigger, for `sqlite` or `postgresql`."""
    if dialect == "postgresql":
        return postgresql_triggers(REFUSAL)
    return [statement for table in journalled() for statement in _sqlite(table)]


def make_triggers(connection: Connection) -> None:
    """Create every journal trigger; migrations call this after their last step."""
    for statement in trigger_statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def drop_triggers(connection: Connection) -> None:
    """Drop every journal trigger, whatever schema it was made for; migrations call this first."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS journal_write() CASCADE")
        return
    found = connection.execute(
        text(r"SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal\_%' ESCAPE '\'")
    )
    for name in found.scalars().all():
        connection.exec_driver_sql(f"DROP TRIGGER {_quoted(name)}")


def _sqlite(table: Table) -> list[str]:
    insert = _entry(table, "insert", "new", "NULL", "NULL")
    update = _entry(table, "update", "new", _differing(table, "old"), _differing(table, "new"))
    delete = _entry(table, "delete", "old", _whole(table, "old"), "NULL")
    rekeyed, differs = _differs(key_columns(table)), _differs(compared_columns(table))
    joined = len(key_columns(table)) > 1
    return [
        _trigger(table, "insert", "INSERT", insert),
        _trigger(table, "update", "UPDATE", update, f"({differs}) AND NOT ({rekeyed})" if joined else differs),
        _trigger(table, "delete", "DELETE", delete),
        # A link that points elsewhere is told as leaving and coming anew: its inverse finds the row by its key.
        _trigger(table, "rekey", "UPDATE", f"{delete} {insert}" if joined else KEY_REFUSAL, rekeyed),
    ]


def _trigger(table: Table, name: str, event: str, entries: str, condition: str = "") -> str:
    when = f"WHEN {condition} " if condition else ""
    return (
        f"CREATE TRIGGER journal_{table.name}_{name} AFTER {event} ON {_quoted(table.name)} {when}BEGIN {entries} END"
    )


def _entry(table: Table, op: str, row: str, before: str, after: str) -> str:
    keys = ", ".join(f"{row}.{_quoted(name)}" for name in key_columns(table))
    return (
        f"INSERT INTO journal_row(change_id, tab, kind, record, op, key, before, after) VALUES ("
        f"{OPEN_CHANGE}, '{table.name}', '{family(table.name)}', {row}.{_quoted(owner_column(table))}, "
        f"'{op}', json_array({keys}), {before}, {after});"
    )


def _differs(names: list[str]) -> str:
    return " OR ".join(f"old.{_quoted(n)} IS NOT new.{_quoted(n)}" for n in names)


def _differing(table: Table, row: str) -> str:
    parts = " UNION ALL ".join(
        f"SELECT '{n}' k, {row}.{_quoted(n)} v WHERE {_differs([n])}" for n in plain_columns(table)
    )
    return f"(SELECT json_group_object(k, v) FROM ({parts}))"


def _whole(table: Table, row: str) -> str:
    # json_object takes 127 arguments, which is 63 columns; this way has no such limit.
    parts = " UNION ALL ".join(f"SELECT '{n}' k, {row}.{_quoted(n)} v" for n in plain_columns(table))
    return f"(SELECT json_group_object(k, v) FROM ({parts}))"


def _quoted(name: str) -> str:
    return f'"{name}"'
