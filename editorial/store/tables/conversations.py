"""What interviews live on and leave behind: questions, templates, transcripts and quotes."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text
from sqlmodel import Field, SQLModel

from editorial.domain.vocabulary import Clearance, Kind, PersonRole
from editorial.store.columns import one_of, stored
from editorial.store.tables.lists import NAMED, RECORD


class QuestionTemplateRow(SQLModel, table=True):
    """Questions to begin an interview with, for a kind of piece and a role."""

    __tablename__: ClassVar[str] = "question_template"
    __table_args__ = (
        NAMED,
        CheckConstraint(one_of("kind", Kind), name="kind_known"),
        CheckConstraint(one_of("role", PersonRole), name="role_known"),
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(unique=True)
    position: int = 0
    kind: Kind | None = Field(default=None, sa_type=stored(Kind))
    role: PersonRole | None = Field(default=None, sa_type=stored(PersonRole))
    questions: str = Field(default="", sa_type=Text)


class QuestionRow(SQLModel, table=True):
    """A question of the bank; one with a due day is asked of people until then, and field notes reply to it."""

    __tablename__: ClassVar[str] = "question"
    __table_args__ = (NAMED, CheckConstraint("votes >= 0", name="votes_not_negative"), RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(sa_type=Text)
    day: date
    asks: str = ""
    segment_id: int | None = Field(default=None, foreign_key="segment.id", index=True)
    stage_id: int | None = Field(default=None, foreign_key="stage.id", index=True)
    interest_id: int | None = Field(default=None, foreign_key="interest.id", index=True)
    votes: int = 0
    due: date | None = None
    notes: str = Field(default="", sa_type=Text)


class TranscriptRow(SQLModel, table=True):
    """What was said in an interview, word by word; time marks stand in the text as [00:12:03]."""

    __tablename__: ClassVar[str] = "transcript"
    __table_args__ = (NAMED, RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    interview_id: int = Field(foreign_key="interview.id", ondelete="CASCADE", index=True)
    text: str = Field(default="", sa_type=Text)


class QuoteRow(SQLModel, table=True):
    """Something a person said that may be used once they have cleared it; the name is the text."""

    __tablename__: ClassVar[str] = "quote"
    __table_args__ = (NAMED, CheckConstraint(one_of("clearance", Clearance), name="clearance_known"), RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(sa_type=Text)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    interview_id: int | None = Field(default=None, foreign_key="interview.id", ondelete="SET NULL", index=True)
    mark: str = ""
    clearance: Clearance = Field(default=Clearance.NOT_ASKED, sa_type=stored(Clearance))
    asked_on: date | None = None
    answered_on: date | None = None
    answered_by: str = ""
    reason: str = Field(default="", sa_type=Text)
    notes: str = Field(default="", sa_type=Text)


def _used(name: str, owner: str) -> Table:
    return Table(
        name,
        SQLModel.metadata,
        Column(f"{owner}_id", Integer, ForeignKey(f"{owner}.id", ondelete="CASCADE"), primary_key=True),
        Column("piece_id", Integer, ForeignKey("piece.id", ondelete="CASCADE"), primary_key=True, index=True),
        sqlite_with_rowid=False,
    )


quote_piece = _used("quote_piece", "quote")
question_piece = _used("question_piece", "question")
