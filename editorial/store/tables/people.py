"""People, what they are good at, and what was sent to them."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text
from sqlmodel import Field, SQLModel

from editorial.domain.vocabulary import BlogPlace, PersonRole, Readiness
from editorial.store.columns import Moment, one_of, stored
from editorial.store.tables.lists import NAMED, RECORD, added


class PersonRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "person"
    __table_args__ = (
        NAMED,
        CheckConstraint(one_of("readiness", Readiness), name="readiness_known"),
        CheckConstraint(one_of("blog", BlogPlace), name="blog_known"),
        CheckConstraint("works_from IS NULL OR works_from LIKE '__:__'", name="works_from_is_wall_time"),
        CheckConstraint("works_until IS NULL OR works_until LIKE '__:__'", name="works_until_is_wall_time"),
        CheckConstraint("reach IS NULL OR reach >= 0", name="reach_not_negative"),
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
    place: str = added("")
    time_zone: str = added("")
    """The zone of the working hours; empty for the workspace's."""
    works_from: str | None = None
    works_until: str | None = None
    weekdays: str = added("")
    """Days of work of every week, Monday = 0, separated by commas; empty for the workspace's."""
    reach: int | None = None
    blog: BlogPlace | None = Field(default=None, sa_type=stored(BlogPlace))
    blog_address: str = added("")
    blog_last_post: date | None = None
    successor_id: int | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL", index=True)
    last_contact: date | None = None
    policy_signed_on: date | None = None


class PacketRow(SQLModel, table=True):
    """What was sent to a person to be answered outside the program: an answer can answer nothing else."""

    __tablename__: ClassVar[str] = "packet"
    __table_args__ = (RECORD,)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    made: datetime = Field(sa_type=Moment)
    asked: str = Field(default="[]", sa_type=Text)
    """What was asked and how it stood then, as JSON."""
    answered: datetime | None = Field(default=None, sa_type=Moment)


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
