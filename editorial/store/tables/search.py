"""What search looks through: folded titles and names, written once at the end of each change."""

from sqlalchemy import Column, Integer, String, Table, Text
from sqlmodel import SQLModel

find_title = Table(
    "find_title",
    SQLModel.metadata,
    Column("id", Integer, primary_key=True),
    Column("words", Text, nullable=False),
)
"""Piece id → folded title."""

find_name = Table(
    "find_name",
    SQLModel.metadata,
    Column("tab", String(30), primary_key=True),
    Column("id", Integer, primary_key=True),
    Column("words", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""(table, id) → folded name, of people, campaigns, interviews, quotes and other records that are found by name."""
