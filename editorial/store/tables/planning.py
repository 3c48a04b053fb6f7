"""How a team plans: sessions, relevance reviews, sets of weights and muted rules."""

from datetime import date
from typing import ClassVar

from sqlalchemy import Column, ForeignKey, Integer, Table, Text
from sqlmodel import Field, SQLModel

from editorial.store.tables.lists import NAMED, RECORD


class PlanningSessionRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "planning_session"
    __table_args__ = (NAMED, RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    day: date
    decisions: str = Field(default="", sa_type=Text)
    notes: str = Field(default="", sa_type=Text)


session_person = Table(
    "session_person",
    SQLModel.metadata,
    Column("planning_session_id", Integer, ForeignKey("planning_session.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", Integer, ForeignKey("person.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)


class RelevanceReviewRow(SQLModel, table=True):
    """The quarterly checklist; a question's key → yes or no, as JSON."""

    __tablename__: ClassVar[str] = "relevance_review"
    __table_args__ = (NAMED, RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    day: date
    answers: str = Field(default="{}", sa_type=Text)
    notes: str = Field(default="", sa_type=Text)


class WeightSetRow(SQLModel, table=True):
    """Weights of the ranking under a name: factor → decimal text, as JSON."""

    __tablename__: ClassVar[str] = "weight_set"
    __table_args__ = (NAMED, RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(unique=True)
    position: int = 0
    weights: str = Field(default="{}", sa_type=Text)


class MuteRow(SQLModel, table=True):
    """A rule of the review list that is silent until a day."""

    __tablename__: ClassVar[str] = "mute"
    __table_args__ = (NAMED, RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    about: str = ""
    until: date
    reason: str = Field(default="", sa_type=Text)
