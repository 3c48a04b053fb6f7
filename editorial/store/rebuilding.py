"""Making a table of a SQLite file anew with more columns, its rows kept."""

from sqlalchemy import Connection


def rebuild(connection: Connection, table: str, definition: str) -> None:
    """Replace a table by one made by `definition` (its CREATE TABLE statement), with the rows it had.

    Columns that are new take their defaults; foreign keys must be off. Its indexes go with the old table: the caller
    makes all of them. The greatest key ever given stays known, so that none is given twice.
    """
    new = f"{table}_new"
    connection.exec_driver_sql(definition.replace(f"CREATE TABLE {table} (", f"CREATE TABLE {new} (", 1))
    kept = [name for name in _columns(connection, table) if name in _columns(connection, new)]
    names = ", ".join(f'"{name}"' for name in kept)
    greatest = _greatest_key(connection, table)
    connection.exec_driver_sql(f'INSERT INTO "{new}" ({names}) SELECT {names} FROM "{table}"')
    connection.exec_driver_sql(f'DROP TABLE "{table}"')
    connection.exec_driver_sql(f'ALTER TABLE "{new}" RENAME TO "{table}"')
    if greatest is not None:
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        connection.exec_driver_sql("INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)", (table, greatest))


def _columns(connection: Connection, table: str) -> list[str]:
    """Return the columns that can be written: generated ones are not."""
    return [row[1] for row in connection.exec_driver_sql(f'PRAGMA table_xinfo("{table}")') if row[6] == 0]


def _greatest_key(connection: Connection, table: str) -> int | None:
    found = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).scalar_one_or_none()
    return None if found is None else int(found)
