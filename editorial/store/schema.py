"""The schema of a new workspace, and what only SQLite needs of it."""

from sqlalchemy import Connection
from sqlmodel import SQLModel

from editorial.store import tables
from editorial.store.find import FIND_TEXT
from editorial.store.journal import make_triggers

APPLICATION_ID = 0x45446C31
"""Marks a file as an Editorial workspace ("EDl1")."""

REVISION = "0003"
"""The newest revision of the migrations, which the tables here describe."""

_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def make_schema(connection: Connection) -> None:
    """Create all that an empty workspace has, triggers included."""
    make_tables(connection)
    make_triggers(connection)


def make_tables(connection: Connection) -> None:
    """Create every table and the full-text index, marked with the newest revision; without triggers yet."""
    assert tables.__all__
    SQLModel.metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        make_sqlite_parts(connection)
    connection.exec_driver_sql(_VERSION_TABLE)
    connection.exec_driver_sql(f"INSERT INTO alembic_version (version_num) VALUES ('{REVISION}')")


def make_sqlite_parts(connection: Connection) -> None:
    """Create the full-text index and mark the file as a workspace."""
    connection.exec_driver_sql(FIND_TEXT)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
