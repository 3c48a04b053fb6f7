"""The journal: every change with the rows it touched."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, Text
from sqlmodel import Field, SQLModel

from editorial.store.columns import Moment


class ChangeRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "change"
    __table_args__ = (Index("change_author", "author", "id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    at: datetime = Field(sa_type=Moment)
    author: str
    label: str
    joins: str = ""
    """Edits with the same key and author join while this change is the newest."""
    revision: str
    """The schema the rows were written under; a change is not undone across a migration."""
    undoes: int | None = Field(default=None, foreign_key="change.id", index=True)
    undone_by: int | None = Field(default=None, foreign_key="change.id")


journal_row = Table(
    "journal_row",
    SQLModel.metadata,
    Column("id", Integer, primary_key=True),
    Column("change_id", Integer, ForeignKey("change.id"), nullable=False, index=True),
    Column("tab", String(30), nullable=False),
    Column("record", Integer, nullable=False),
    Column("op", String(6), nullable=False),
    Column("key", Text().with_variant(JSON(), "postgresql"), nullable=False),
    Column("before", Text().with_variant(JSON(), "postgresql")),
    Column("after", Text().with_variant(JSON(), "postgresql")),
    Index("journal_row_record", "tab", "record", "change_id"),
)

journal_open = Table("journal_open", SQLModel.metadata, Column("id", Integer, primary_key=True))
"""One row while a change is being made; the triggers refuse every write without it."""
