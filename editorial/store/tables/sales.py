"""What is agreed with sales, heard from them and asked by them."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field, SQLModel

from editorial.domain.vocabulary import RequestOutcome
from editorial.store.columns import one_of, stored
from editorial.store.tables.lists import NAMED, RECORD, added


class StageAgreementRow(SQLModel, table=True):
    """A version of the stages as agreed."""

    __tablename__: ClassVar[str] = "stage_agreement"
    __table_args__ = (CheckConstraint("version >= 1", name="version_from_one"), RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    version: int = Field(unique=True)
    marketing: str
    sales: str
    day: date
    notes: str = Field(default="", sa_type=Text)


class AgreedStageRow(SQLModel, table=True):
    """A stage as a version of the agreement froze it."""

    __tablename__: ClassVar[str] = "agreed_stage"
    __table_args__ = (NAMED, RECORD)

    id: int | None = Field(default=None, primary_key=True)
    stage_agreement_id: int = Field(foreign_key="stage_agreement.id", ondelete="CASCADE", index=True)
    position: int = 0
    stage_id: int | None = Field(default=None, foreign_key="stage.id", ondelete="SET NULL", index=True)
    name: str
    definition: str = Field(default="", sa_type=Text)
    question: str = Field(default="", sa_type=Text)
    signal: str = Field(default="", sa_type=Text)
    approach: str = Field(default="", sa_type=Text)
    avoid: str = Field(default="", sa_type=Text)


class FieldNoteRow(SQLModel, table=True):
    """What was heard outside."""

    __tablename__: ClassVar[str] = "field_note"
    __table_args__ = (NAMED, RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(sa_type=Text)
    day: date
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    segment_id: int | None = Field(default=None, foreign_key="segment.id", index=True)
    interest_id: int | None = Field(default=None, foreign_key="interest.id", index=True)
    piece_id: int | None = Field(default=None, foreign_key="piece.id", ondelete="SET NULL", index=True)
    done: str = Field(default="", sa_type=Text)
    told_back_on: date | None = None
    notes: str = Field(default="", sa_type=Text)
    account: str = added("")
    context: str = added("", sa_type=Text)
    """What lies behind it beyond this account, as marketing knows it."""
    source: str = added("")
    question_id: int | None = Field(default=None, foreign_key="question.id", ondelete="SET NULL", index=True)


class AnswerCardRow(SQLModel, table=True):
    """An answer to "what are you hearing from others?"; the name is the claim."""

    __tablename__: ClassVar[str] = "answer_card"
    __table_args__ = (NAMED, RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(sa_type=Text)
    day: date
    segment_id: int | None = Field(default=None, foreign_key="segment.id", index=True)
    interest_id: int | None = Field(default=None, foreign_key="interest.id", index=True)
    expires: date | None = None
    notes: str = Field(default="", sa_type=Text)


class CardSourceRow(SQLModel, table=True):
    """Where the claim of an answer card was heard."""

    __tablename__: ClassVar[str] = "card_source"
    __table_args__ = (RECORD,)

    id: int | None = Field(default=None, primary_key=True)
    answer_card_id: int = Field(foreign_key="answer_card.id", ondelete="CASCADE", index=True)
    position: int = 0
    text: str = Field(default="", sa_type=Text)
    account: str = ""
    address: str = ""
    day: date | None = None
    field_note_id: int | None = Field(default=None, foreign_key="field_note.id", ondelete="SET NULL", index=True)
    interview_id: int | None = Field(default=None, foreign_key="interview.id", ondelete="SET NULL", index=True)


class TipRow(SQLModel, table=True):
    """What worked in a situation, and the proof; the name is what was done."""

    __tablename__: ClassVar[str] = "tip"
    __table_args__ = (NAMED, RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(sa_type=Text)
    day: date
    situation: str = Field(default="", sa_type=Text)
    failed: str = Field(default="", sa_type=Text)
    proof: str = Field(default="", sa_type=Text)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    segment_id: int | None = Field(default=None, foreign_key="segment.id", index=True)
    stage_id: int | None = Field(default=None, foreign_key="stage.id", index=True)
    notes: str = Field(default="", sa_type=Text)


class RequestRow(SQLModel, table=True):
    """A wish from outside the plan."""

    __tablename__: ClassVar[str] = "request"
    __table_args__ = (NAMED, CheckConstraint(one_of("outcome", RequestOutcome), name="outcome_known"), RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    day: date
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    asked_by: str = ""
    wanted_on: date | None = None
    segment_id: int | None = Field(default=None, foreign_key="segment.id", index=True)
    stage_id: int | None = Field(default=None, foreign_key="stage.id", index=True)
    interest_id: int | None = Field(default=None, foreign_key="interest.id", index=True)
    piece_id: int | None = Field(default=None, foreign_key="piece.id", ondelete="SET NULL", index=True)
    leaves_id: int | None = Field(default=None, foreign_key="piece.id", ondelete="SET NULL", index=True)
    outcome: RequestOutcome = Field(default=RequestOutcome.OPEN, sa_type=stored(RequestOutcome))
    reply: str = Field(default="", sa_type=Text)
    answered_on: date | None = None
    notes: str = Field(default="", sa_type=Text)
