"""Pieces and what belongs to them."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Column, Computed, Date, ForeignKey, Index, Integer, String, Table, Text, false
from sqlmodel import Field, SQLModel

from editorial.domain.vocabulary import (
    AssignmentRole,
    AssignmentStatus,
    Audit,
    ChangeLevel,
    EvidenceKind,
    Kind,
    Lead,
    Precision,
    SalesTone,
    SalesUse,
    Tag,
)
from editorial.store.columns import DecimalText, Moment, one_of, stored
from editorial.store.partial import partial
from editorial.store.tables.lists import RECORD

_version = Column("version", Integer, nullable=False, server_default="1")


def _where_set(column: str) -> Index:
    """Index a column that is empty in most pieces: a whole index would slow every import down for nothing."""
    return partial(f"piece_{column}", column, where=f"{column} IS NOT NULL")


def _text() -> Any:
    return Field(default="", sa_type=Text)


def _added_text() -> Any:
    """Return a text that older files do not have: their rows take the default of the database."""
    return Field(default="", sa_type=Text, sa_column_kwargs={"server_default": ""})


def _added_answer() -> Any:
    return Field(default=False, sa_column_kwargs={"server_default": false()})


class PieceRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "piece"
    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": _version}
    __table_args__ = (
        CheckConstraint("trim(title) <> ''", name="titled"),
        CheckConstraint(one_of("kind", Kind), name="kind_known"),
        CheckConstraint(one_of("precision", Precision), name="precision_known"),
        CheckConstraint(one_of("lead", Lead), name="lead_known"),
        CheckConstraint(one_of("tag", Tag), name="tag_known"),
        CheckConstraint(one_of("audit", Audit), name="audit_known"),
        CheckConstraint(one_of("change_level", ChangeLevel), name="change_level_known"),
        CheckConstraint(one_of("sales_tone", SalesTone), name="sales_tone_known"),
        CheckConstraint("quality IS NULL OR quality BETWEEN 1 AND 5", name="quality_in_range"),
        CheckConstraint("time IS NULL OR time LIKE '__:__'", name="time_is_wall_time"),
        # Covers the balance, the matrix and the rotation, and the counting of a list's uses.
        Index(
            "piece_range",
            "publish_date",
            "status_id",
            "stage_id",
            "kind",
            "interest_id",
            "precision",
            "published_on",
        ),
        partial(
            "piece_stock",
            "status_id",
            "publish_date",
            "stage_id",
            "review_date",
            "audit",
            where="evergreen = 1",
            postgresql="evergreen",
        ),
        partial(
            "piece_timely",
            "publish_date",
            "status_id",
            "stage_id",
            "exclusive_until",
            "precision",
            "published_on",
            where="timely = 1",
            postgresql="timely",
        ),
        partial("piece_url", "url", where="url <> ''"),
        partial("piece_outside_id", "outside_id", where="outside_id <> ''"),
        _where_set("campaign_id"),
        _where_set("owner_id"),
        _where_set("made_from_id"),
        _where_set("companion_id"),
        _where_set("next_piece_id"),
        _where_set("slot_id"),
        _where_set("session_id"),
        _where_set("given_by_id"),
        _where_set("binned"),
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    version: int = Field(default=1, sa_column=_version)
    outside_id: str = ""
    title: str
    angle: str = _text()
    kind: Kind | None = Field(default=None, sa_type=stored(Kind))
    stage_id: int | None = Field(default=None, foreign_key="stage.id")
    interest_id: int | None = Field(default=None, foreign_key="interest.id")
    format_id: int | None = Field(default=None, foreign_key="format.id")
    channel_id: int | None = Field(default=None, foreign_key="channel.id")
    campaign_id: int | None = Field(default=None, foreign_key="campaign.id")
    status_id: int = Field(foreign_key="status.id")
    planned: date | None = None
    precision: Precision = Field(default=Precision.DAY, sa_type=stored(Precision))
    time: str | None = None
    """Wall time HH:MM in the workspace's zone, only where somebody typed one."""
    published_on: date | None = None
    owner_id: int | None = Field(default=None, foreign_key="person.id")
    origin: str = _text()
    lead: Lead | None = Field(default=None, sa_type=stored(Lead))
    timely: bool = False
    exclusive_until: date | None = None
    exclusive_because: str = _text()
    evergreen: bool = False
    review_date: date | None = None
    stale_on: date | None = None
    audit: Audit | None = Field(default=None, sa_type=stored(Audit))
    insight_belief: str = _text()
    insight_wrong: str = _text()
    insight_cost: str = _text()
    insight_new: str = _text()
    brief: str = _text()
    draft: str = _text()
    url: str = ""
    made_from_id: int | None = Field(default=None, foreign_key="piece.id", ondelete="SET NULL")
    companion_id: int | None = Field(default=None, foreign_key="piece.id", ondelete="SET NULL")
    next_piece_id: int | None = Field(default=None, foreign_key="piece.id", ondelete="SET NULL")
    tag: Tag = Field(default=Tag.PROPOSED, sa_type=stored(Tag))
    tag_reason: str = _text()
    tag_version: int | None = None
    change_level: ChangeLevel | None = Field(default=None, sa_type=stored(ChangeLevel))
    catalyst: str = _added_text()
    not_obvious: str = _added_text()
    marker: str = _added_text()
    trend: str = _added_text()
    meaning: str = _added_text()
    reaction: str = _added_text()
    trigger_date: date | None = None
    sales_tone: SalesTone | None = Field(default=None, sa_type=stored(SalesTone))
    is_relevant: bool = _added_answer()
    is_timely: bool = _added_answer()
    is_useful: bool = _added_answer()
    parked_until: date | None = None
    parked_because: str = _added_text()
    slot_id: int | None = Field(default=None, foreign_key="slot.id", ondelete="SET NULL")
    session_id: int | None = Field(default=None, foreign_key="planning_session.id", ondelete="SET NULL")
    given_by_id: int | None = Field(default=None, foreign_key="person.id")
    quality: int | None = None
    notes: str = _text()
    created: datetime = Field(sa_type=Moment)
    binned: datetime | None = Field(default=None, sa_type=Moment)
    publish_date: date | None = Field(
        default=None,
        sa_column=Column(
            "publish_date",
            Date,
            Computed("CASE WHEN binned IS NULL THEN coalesce(published_on, planned) END", persisted=True),
        ),
    )
    """Published on, else planned; none in the bin, so that nothing in the bin is ever counted."""


class PieceLinkRow(SQLModel, table=True):
    """An address that belongs to a piece, with its title."""

    __tablename__: ClassVar[str] = "piece_link"
    __table_args__ = (RECORD,)

    id: int | None = Field(default=None, primary_key=True)
    piece_id: int = Field(foreign_key="piece.id", ondelete="CASCADE", index=True)
    position: int = 0
    title: str = ""
    address: str = ""


class EvidenceRow(SQLModel, table=True):
    """What an idea rests on besides its author."""

    __tablename__: ClassVar[str] = "evidence"
    __table_args__ = (CheckConstraint(one_of("kind", EvidenceKind), name="evidence_kind_known"), RECORD)

    id: int | None = Field(default=None, primary_key=True)
    piece_id: int = Field(foreign_key="piece.id", ondelete="CASCADE", index=True)
    position: int = 0
    kind: EvidenceKind = Field(sa_type=stored(EvidenceKind))
    text: str = _text()
    address: str = ""
    interview_id: int | None = Field(default=None, foreign_key="interview.id", ondelete="SET NULL", index=True)
    field_note_id: int | None = Field(default=None, foreign_key="field_note.id", ondelete="SET NULL", index=True)


def _tagged(name: str, other: str) -> Table:
    """Return a link table from a piece to a list, with the place in the piece's own order."""
    return Table(
        name,
        SQLModel.metadata,
        Column("piece_id", Integer, ForeignKey("piece.id", ondelete="CASCADE"), primary_key=True),
        Column(f"{other}_id", Integer, ForeignKey(f"{other}.id"), primary_key=True, index=True),
        Column("position", Integer, nullable=False, server_default="0"),
        sqlite_with_rowid=False,
    )


piece_segment = _tagged("piece_segment", "segment")
piece_stage = _tagged("piece_stage", "stage")
piece_interest = _tagged("piece_interest", "interest")

assignment = Table(
    "assignment",
    SQLModel.metadata,
    Column("piece_id", Integer, ForeignKey("piece.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", Integer, ForeignKey("person.id"), primary_key=True, index=True),
    Column("role", String(20), primary_key=True),
    Column("position", Integer, nullable=False, server_default="0"),
    Column("status", String(20), nullable=False, server_default=AssignmentStatus.PROPOSED.value),
    Column("due", Date),
    Column("hours", DecimalText),
    Column("reason", Text, nullable=False, server_default=""),
    Column("note", Text, nullable=False, server_default=""),
    Column("asked_on", Date),
    Column("answered_on", Date),
    Column("delivered_on", Date),
    Column("wish", Date),
    Column("comment", Text, nullable=False, server_default=""),
    Column("hours_spent", DecimalText),
    CheckConstraint(one_of("role", AssignmentRole), name="assignment_role_known"),
    CheckConstraint(one_of("status", AssignmentStatus), name="assignment_status_known"),
    sqlite_with_rowid=False,
)

piece_use = Table(
    "piece_use",
    SQLModel.metadata,
    Column("piece_id", Integer, ForeignKey("piece.id", ondelete="CASCADE"), primary_key=True),
    Column("use", String(40), primary_key=True),
    Column("position", Integer, nullable=False, server_default="0"),
    CheckConstraint(one_of("use", SalesUse), name="piece_use_known"),
    sqlite_with_rowid=False,
)
