"""The journal: every change with the rows it touched."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Column, Dialect, Index, Integer, String, Table, Text, false
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field, SQLModel
from typing_extensions import override

from editorial.store.columns import Moment


class JsonOrText(TypeDecorator[Any]):
    """JSON as text, or as JSONB on PostgreSQL, whose dialect takes 60 ms to import and is asked for there alone."""

    impl = Text
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "postgresql":
            return dialect.type_descriptor(Text())
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB())


JSONB_OR_TEXT = JsonOrText()


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
    first_row: int = 0
    """Its rows in the journal lie between these two: an index on the change would cost a fifth of an import."""
    last_row: int = 0
    final: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """True where it cannot be taken back: somebody was erased."""


journal_row = Table(
    "journal_row",
    SQLModel.metadata,
    Column("id", Integer, primary_key=True),
    Column("change_id", Integer, nullable=False),
    Column("tab", String(30), nullable=False),
    Column("kind", String(30), nullable=False),
    Column("record", Integer, nullable=False),
    Column("op", String(6), nullable=False),
    Column("key", JSONB_OR_TEXT, nullable=False),
    Column("before", JSONB_OR_TEXT),
    Column("after", JSONB_OR_TEXT),
    Index("journal_row_record", "kind", "record", "change_id"),
)
"""One changed row: its table, the record it belongs to (`kind`, `record`), its primary key as a JSON array, and the
columns as JSON: none before an insert, those that differ for an update, the whole row before a delete."""

journal_open = Table("journal_open", SQLModel.metadata, Column("id", Integer, primary_key=True))
"""One row while a change is being made; the triggers refuse every write without it."""
