"""What differs between SQLite and PostgreSQL: triggers, how a change is named while it is made, deferred checks."""

from sqlalchemy import Connection, Table, text

from editorial.store.families import family, journalled, key_columns, owner_column, plain_columns

_FUNCTION = """
CREATE OR REPLACE FUNCTION journal_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change_id integer := nullif(current_setting('editorial.change', true), '')::integer;
  names text[] := string_to_array(TG_ARGV[2], ',');
  was jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  here jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  was_key jsonb;
  here_key jsonb;
  first_values jsonb;
  last_values jsonb;
BEGIN
  IF change_id IS NULL THEN
    RAISE EXCEPTION '{refusal}';
  END IF;
  SELECT jsonb_agg(was -> k ORDER BY n), jsonb_agg(here -> k ORDER BY n) INTO was_key, here_key
    FROM unnest(names) WITH ORDINALITY AS keys(k, n);
  IF TG_OP = 'UPDATE' AND was_key = here_key THEN
    SELECT jsonb_object_agg(k, was -> k), jsonb_object_agg(k, here -> k) INTO first_values, last_values
      FROM unnest(string_to_array(TG_ARGV[3], ',')) k WHERE was -> k IS DISTINCT FROM here -> k;
    IF first_values - 'version' <> '{}' THEN
      INSERT INTO journal_row(change_id, tab, kind, record, op, key, before, after) VALUES (change_id, TG_TABLE_NAME,
        TG_ARGV[0], (here ->> TG_ARGV[1])::integer, 'update', here_key, first_values, last_values);
    END IF;
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO journal_row(change_id, tab, kind, record, op, key, before) VALUES (change_id, TG_TABLE_NAME,
      TG_ARGV[0], (was ->> TG_ARGV[1])::integer, 'delete', was_key, was - string_to_array(TG_ARGV[4], ','));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO journal_row(change_id, tab, kind, record, op, key) VALUES (change_id, TG_TABLE_NAME,
      TG_ARGV[0], (here ->> TG_ARGV[1])::integer, 'insert', here_key);
  END IF;
  RETURN NULL;
END $$"""


def postgresql_triggers(refusal: str) -> list[str]:
    """Return the trigger function and a trigger for each journalled table; `refusal` meets a write outside a change."""
    return [_FUNCTION.replace("{refusal}", refusal), *(_trigger(table) for table in journalled())]


def _trigger(table: Table) -> str:
    generated = [column.name for column in table.columns if column.name not in plain_columns(table)]
    told = (
        family(table.name),
        owner_column(table),
        ",".join(key_columns(table)),
        ",".join(plain_columns(table)),
        ",".join(generated),
    )
    arguments = ", ".join(f"'{words}'" for words in told)
    return (
        f'CREATE TRIGGER journal_{table.name} AFTER INSERT OR UPDATE OR DELETE ON "{table.name}" '
        f"FOR EACH ROW EXECUTE FUNCTION journal_write({arguments})"
    )


def open_change(connection: Connection, change: int) -> None:
    """Name the change whose rows follow, until the transaction ends or the change is closed."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT set_config('editorial.change', :c, true)"), {"c": str(change)})
    else:
        connection.exec_driver_sql("INSERT INTO journal_open(id) VALUES (?)", (change,))


def close_change(connection: Connection) -> None:
    """Refuse every further write of this transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT set_config('editorial.change', '', true)"))
    else:
        connection.exec_driver_sql("DELETE FROM journal_open")


def defer_foreign_keys(connection: Connection) -> None:
    """Check foreign keys when the transaction ends, not at each row."""
    on_sqlite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON" if on_sqlite else "SET CONSTRAINTS ALL DEFERRED")


def count_anew(connection: Connection) -> None:
    """Let the planner learn from a sample how large the tables have become; PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("ANALYZE")
