"""Slots to be filled, the tasks of pieces, and interviews."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, Text
from sqlmodel import Field, SQLModel

from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, InterviewStatus, Kind
from editorial.store.columns import DecimalText, one_of, stored
from editorial.store.tables.lists import NAMED, RECORD, added

WALL_TIME = CheckConstraint("time IS NULL OR time LIKE '__:__'", name="time_is_wall_time")

# A piece names the slot it fills, so one of the two keys is added when both tables are there.
_fallback = Column(
    "fallback_id",
    Integer,
    ForeignKey("piece.id", ondelete="SET NULL", use_alter=True, name="slot_fallback"),
    index=True,
)


class SlotRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "slot"
    __table_args__ = (
        NAMED,
        CheckConstraint("last IS NULL OR first <= last", name="last_after_first"),
        CheckConstraint(one_of("kind", Kind), name="kind_known"),
        WALL_TIME,
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    position: int = 0
    rule: str = "FREQ=WEEKLY"
    first: date
    last: date | None = None
    time: str | None = None
    format_id: int | None = Field(default=None, foreign_key="format.id", index=True)
    channel_id: int | None = Field(default=None, foreign_key="channel.id", index=True)
    kind: Kind | None = Field(default=None, sa_type=stored(Kind))
    timely: bool = False
    fallback_id: int | None = Field(default=None, sa_column=_fallback)
    notes: str = Field(default="", sa_type=Text)


class SlotExceptionRow(SQLModel, table=True):
    """One occurrence that is left out or moved."""

    __tablename__: ClassVar[str] = "slot_exception"
    __table_args__ = (RECORD,)

    id: int | None = Field(default=None, primary_key=True)
    slot_id: int = Field(foreign_key="slot.id", ondelete="CASCADE", index=True)
    position: int = 0
    day: date
    moved_to: date | None = None


class TaskRow(SQLModel, table=True):
    """A step of producing a piece."""

    __tablename__: ClassVar[str] = "task"
    __table_args__ = (
        NAMED,
        CheckConstraint(one_of("role", AssignmentRole), name="task_role_known"),
        Index("task_due", "due", "done_on"),
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    piece_id: int = Field(foreign_key="piece.id", ondelete="CASCADE", index=True)
    position: int = 0
    name: str
    role: AssignmentRole | None = Field(default=None, sa_type=stored(AssignmentRole))
    offset: int | None = None
    due: date | None = None
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    hours: Decimal | None = Field(default=None, sa_type=DecimalText)
    done_on: date | None = None
    pinned: bool = False


class InterviewRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "interview"
    __table_args__ = (
        NAMED,
        CheckConstraint(one_of("status", InterviewStatus), name="interview_status_known"),
        CheckConstraint("minutes >= 0", name="minutes_not_negative"),
        WALL_TIME,
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    interviewer_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    day: date | None = Field(default=None, index=True)
    time: str | None = None
    minutes: int = 45
    place: str = ""
    status: InterviewStatus = Field(default=InterviewStatus.TO_ARRANGE, sa_type=stored(InterviewStatus))
    questions: str = Field(default="", sa_type=Text)
    notes: str = Field(default="", sa_type=Text)
    asked_on: date | None = None
    sequence: int = added(0)
    """How often its invitation was changed (RFC 5545 SEQUENCE)."""


interview_person = Table(
    "interview_person",
    SQLModel.metadata,
    Column("interview_id", Integer, ForeignKey("interview.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", Integer, ForeignKey("person.id"), primary_key=True, index=True),
    Column("answer", String(20), nullable=False, server_default=AssignmentStatus.PROPOSED.value),
    Column("reason", Text, nullable=False, server_default=""),
    Column("wish", Date),
    CheckConstraint(
        "answer = 'proposed' OR answer = 'accepted' OR answer = 'declined'",
        name="interview_answer_known",
    ),
    sqlite_with_rowid=False,
)
"""Who is asked; what they said of it, and the other day they would like."""

interview_piece = Table(
    "interview_piece",
    SQLModel.metadata,
    Column("interview_id", Integer, ForeignKey("interview.id", ondelete="CASCADE"), primary_key=True),
    Column("piece_id", Integer, ForeignKey("piece.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
