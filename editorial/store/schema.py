"""The schema of a new workspace, and what only SQLite needs of it."""

from sqlalchemy import Connection
from sqlmodel import SQLModel

from editorial.store.find import FIND_TEXT
from editorial.store.journal import make_triggers

APPLICATION_ID = 0x45446C31
"""Marks a file as an Editorial workspace ("EDl1")."""


def make_schema(connection: Connection) -> None:
    """Create every table, the full-text index and the triggers."""
    SQLModel.metadata.create_all(connection)
    connection.exec_driver_sql(FIND_TEXT)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    make_triggers(connection)
