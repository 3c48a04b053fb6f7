"""People and what they are good at."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text
from sqlmodel import Field, SQLModel

from editorial.domain.vocabulary import PersonRole, Readiness
from editorial.store.columns import one_of, stored
from editorial.store.tables.lists import NAMED, RECORD


class PersonRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "person"
    __table_args__ = (
        NAMED,
        CheckConstraint(one_of("readiness", Readiness), name="readiness_known"),
        CheckConstraint("interviews_a_month IS NULL OR interviews_a_month >= 0", name="interviews_not_negative"),
        CheckConstraint("hours_a_quarter IS NULL OR hours_a_quarter >= 0", name="hours_not_negative"),
        Index("person_outside_id", "outside_id"),
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(index=True)
    outside_id: str = ""
    email: str = ""
    organisation: str = ""
    interviews_a_month: int | None = None
    hours_a_quarter: int | None = None
    readiness: Readiness | None = Field(default=None, sa_type=stored(Readiness))
    notes: str = Field(default="", sa_type=Text)


class PersonAwayRow(SQLModel, table=True):
    """Days on which a person is not to be asked."""

    __tablename__: ClassVar[str] = "person_away"
    __table_args__ = (CheckConstraint("first <= last", name="back_after_leaving"), RECORD)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    position: int = 0
    first: date
    last: date
    reason: str = ""


person_role = Table(
    "person_role",
    SQLModel.metadata,
    Column("person_id", Integer, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(20), primary_key=True),
    CheckConstraint(one_of("role", PersonRole), name="person_role_known"),
    sqlite_with_rowid=False,
)

person_segment = Table(
    "person_segment",
    SQLModel.metadata,
    Column("person_id", Integer, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("segment_id", Integer, ForeignKey("segment.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

person_interest = Table(
    "person_interest",
    SQLModel.metadata,
    Column("person_id", Integer, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("interest_id", Integer, ForeignKey("interest.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
