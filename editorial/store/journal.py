"""The journal's triggers, generated from the tables: whatever writes to the file is recorded, or refused.

An insert records its key, an update the columns that differ, a delete the whole row. On SQLite one row in `journal_open`
names the change being made; on PostgreSQL the setting `editorial.change` does.
"""

from sqlalchemy import Connection, Table, text
from sqlmodel import SQLModel

from editorial.store import tables

UNJOURNALLED = frozenset(
    {"change", "journal_row", "journal_open", "find_title", "find_name", "alembic_version", "find_text"}
)

FAMILY = {
    "piece_segment": "piece",
    "piece_stage": "piece",
    "piece_interest": "piece",
    "piece_link": "piece",
    "assignment": "piece",
    "person_role": "person",
    "person_segment": "person",
    "person_interest": "person",
    "target": "segment",
}
"""Which record a table's rows belong to; a table that is not named belongs to itself."""

REFUSAL = "write outside a change"


def family(table: str) -> str:
    """Return the kind of record that rows of this table belong to."""
    return FAMILY.get(table, table)


def journalled() -> list[Table]:
    """Return the journalled tables, parents before children."""
    assert tables.__all__
    return [table for table in SQLModel.metadata.sorted_tables if table.name not in UNJOURNALLED]


def owner_column(table: Table) -> str:
    """Return the column that holds the id of the owning record."""
    return f"{family(table.name)}_id" if table.name in FAMILY else "id"


def plain_columns(table: Table) -> list[str]:
    """Return the columns that can be written: generated ones are not."""
    return [column.name for column in table.columns if column.computed is None]


def compared_columns(table: Table) -> list[str]:
    """Return the columns whose change is worth a journal row; a version alone is not."""
    return [name for name in plain_columns(table) if name != "version"]


def trigger_statements(dialect: str) -> list[str]:
    """Return the DDL that makes every trigger, for `sqlite` or `postgresql`."""
    if dialect == "postgresql":
        return _postgresql()
    return [statement for table in journalled() for statement in _sqlite(table)]


def _quoted(name: str) -> str:
    return f'"{name}"'


def _sqlite(table: Table) -> list[str]:
    return [
        _sqlite_trigger(table, "insert", "new", "NULL", "NULL"),
        _sqlite_trigger(table, "update", "new", _differing(table, "old"), _differing(table, "new"), _differs(table)),
        _sqlite_trigger(table, "delete", "old", _whole(table, "old"), "NULL"),
    ]


def _sqlite_trigger(table: Table, op: str, row: str, before: str, after: str, when: str = "") -> str:  # noqa: PLR0913
    keys = ", ".join(
        f"'{c.name}', {'old' if op == 'update' else row}.{_quoted(c.name)}" for c in table.primary_key.columns
    )
    return (
        f"CREATE TRIGGER journal_{table.name}_{op} AFTER {op.upper()} ON {_quoted(table.name)} {when}BEGIN "
        f"SELECT raise(ABORT, '{REFUSAL}') WHERE NOT EXISTS (SELECT 1 FROM journal_open); "
        f"INSERT INTO journal_row(change_id, tab, record, op, key, before, after) VALUES ("
        f"(SELECT id FROM journal_open), '{table.name}', {row}.{_quoted(owner_column(table))}, '{op}', "
        f"json_object({keys}), {before}, {after}); END"
    )


def _differs(table: Table) -> str:
    tests = " OR ".join(f"old.{_quoted(n)} IS NOT new.{_quoted(n)}" for n in compared_columns(table))
    return f"WHEN {tests} "


def _differing(table: Table, row: str) -> str:
    parts = " UNION ALL ".join(
        f"SELECT '{n}' k, {row}.{_quoted(n)} v WHERE old.{_quoted(n)} IS NOT new.{_quoted(n)}"
        for n in compared_columns(table)
    )
    return f"(SELECT json_group_object(k, v) FROM ({parts}))"


def _whole(table: Table, row: str) -> str:
    parts = " UNION ALL ".join(f"SELECT '{n}' k, {row}.{_quoted(n)} v" for n in plain_columns(table))
    return f"(SELECT json_group_object(k, v) FROM ({parts}))"


def _postgresql() -> list[str]:
    body = f"""
CREATE OR REPLACE FUNCTION journal_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change_id integer := nullif(current_setting('editorial.change', true), '')::integer;
  here jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  was jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{{}}'::jsonb ELSE to_jsonb(OLD) END;
  keys jsonb;
  first_values jsonb;
  last_values jsonb;
BEGIN
  IF change_id IS NULL THEN
    RAISE EXCEPTION '{REFUSAL}';
  END IF;
  SELECT jsonb_object_agg(k, coalesce(was -> k, here -> k)) INTO keys FROM unnest(string_to_array(TG_ARGV[1], ',')) k;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(key, was -> key), jsonb_object_agg(key, here -> key) INTO first_values, last_values
      FROM jsonb_object_keys(here) key
      WHERE was -> key IS DISTINCT FROM here -> key AND key <> ALL (string_to_array(TG_ARGV[2], ','));
    IF first_values IS NULL THEN
      RETURN NULL;
    END IF;
  ELSIF TG_OP = 'DELETE' THEN
    first_values := was - string_to_array(TG_ARGV[2], ',');
  END IF;
  INSERT INTO journal_row(change_id, tab, record, op, key, before, after)
    VALUES (change_id, TG_TABLE_NAME, (here ->> TG_ARGV[0])::integer, lower(TG_OP), keys, first_values, last_values);
  RETURN NULL;
END $$"""
    return [body, *(_postgresql_trigger(table) for table in journalled())]


def _postgresql_trigger(table: Table) -> str:
    keys = ",".join(column.name for column in table.primary_key.columns)
    unseen = ",".join(column.name for column in table.columns if column.name not in compared_columns(table))
    return (
        f"CREATE TRIGGER journal_{table.name} AFTER INSERT OR UPDATE OR DELETE ON {_quoted(table.name)} "
        f"FOR EACH ROW EXECUTE FUNCTION journal_write('{owner_column(table)}', '{keys}', '{unseen}')"
    )


def make_triggers(connection: Connection) -> None:
    """Create every journal trigger; migrations call this after their last step."""
    for statement in trigger_statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def drop_triggers(connection: Connection) -> None:
    """Drop every journal trigger, whatever schema it was made for; migrations call this first."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS journal_write() CASCADE")
        return
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal_%'"))
    for name in found.scalars().all():
        connection.exec_driver_sql(f"DROP TRIGGER {_quoted(name)}")
