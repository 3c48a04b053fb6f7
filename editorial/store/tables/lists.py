"""The workspace's settings and the lists a team configures."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from editorial.domain.vocabulary import AssignmentRole, Kind, Length, Medium, NoteKind, Phase
from editorial.store.columns import DecimalText, one_of, stored

RECORD = {"sqlite_autoincrement": True}
"""Integer keys are never given twice, so the journal of a deleted record stays its own."""

NAMED = CheckConstraint("trim(name) <> ''", name="named")
WEIGHTY = CheckConstraint("CAST(weight AS NUMERIC) >= 0", name="weight_not_negative")


def added(default: Any, **kind: Any) -> Any:
    """Return a column that older files do not have: their rows take the default of the database."""
    return Field(default=default, sa_column_kwargs={"server_default": str(default)}, **kind)


class WorkspaceRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "workspace"
    __table_args__ = (
        CheckConstraint("id = 1", name="one_row"),
        CheckConstraint("fiscal_month BETWEEN 1 AND 12", name="fiscal_month_in_year"),
        CheckConstraint("week_start BETWEEN 0 AND 6", name="week_start_in_week"),
        CheckConstraint("CAST(mix_target AS NUMERIC) BETWEEN 0 AND 1", name="mix_target_is_share"),
        CheckConstraint("CAST(mix_tolerance AS NUMERIC) BETWEEN 0 AND 1", name="mix_tolerance_is_share"),
        CheckConstraint("CAST(timely_share AS NUMERIC) BETWEEN 0 AND 1", name="timely_share_is_share"),
    )

    id: int = Field(default=1, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    time_zone: str = "UTC"
    fiscal_month: int = 1
    week_start: int = 0
    weekend: str = "5,6"
    """Days off of every week, Monday = 0, separated by commas."""
    country: str = ""
    subdivision: str = ""
    currency: str = "EUR"
    mix_target: Decimal = Field(default=Decimal("0.50"), sa_type=DecimalText)
    mix_tolerance: Decimal = Field(default=Decimal("0.10"), sa_type=DecimalText)
    ranking_weights: str = "{}"
    """Factor → decimal text, as JSON."""
    likely_weights: str = Field(default="{}", sa_column_kwargs={"server_default": "{}"})
    timely_share: Decimal = Field(
        default=Decimal("0.20"), sa_type=DecimalText, sa_column_kwargs={"server_default": "0.20"}
    )
    sample: bool = False
    reminders: str = added("{}")
    """What is reminded of → days ahead, as JSON."""
    blog_policy: str = added("", sa_type=Text)


class SegmentRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "segment"
    __table_args__ = (
        NAMED,
        WEIGHTY,
        CheckConstraint("longest_silence IS NULL OR longest_silence >= 0", name="silence_not_negative"),
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(unique=True)
    position: int = 0
    archetype: str = Field(default="", sa_type=Text)
    worries: str = Field(default="", sa_type=Text)
    why_them: str = Field(default="", sa_type=Text)
    weight: Decimal = Field(default=Decimal(1), sa_type=DecimalText)
    colour: str = ""
    longest_silence: int | None = None
    owner_id: int | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL", index=True)
    notes: str = Field(default="", sa_type=Text)


class StageRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "stage"
    __table_args__ = (
        NAMED,
        CheckConstraint(one_of("natural_kind", Kind), name="natural_kind_known"),
        CheckConstraint("floor IS NULL OR CAST(floor AS NUMERIC) BETWEEN 0 AND 1", name="floor_is_share"),
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(unique=True)
    position: int = 0
    definition: str = Field(default="", sa_type=Text)
    question: str = Field(default="", sa_type=Text)
    signal: str = Field(default="", sa_type=Text)
    approach: str = Field(default="", sa_type=Text)
    avoid: str = Field(default="", sa_type=Text)
    natural_kind: Kind | None = Field(default=None, sa_type=stored(Kind))
    sales_ready: bool = False
    floor: Decimal | None = Field(default=None, sa_type=DecimalText)
    colour: str = ""
    notes: str = Field(default="", sa_type=Text)


class TargetRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "target"
    __table_args__ = (CheckConstraint("target >= 0", name="target_not_negative"), {"sqlite_with_rowid": False})

    segment_id: int = Field(sa_column=Column(Integer, ForeignKey("segment.id", ondelete="CASCADE"), primary_key=True))
    stage_id: int = Field(
        sa_column=Column(Integer, ForeignKey("stage.id", ondelete="CASCADE"), primary_key=True, index=True)
    )
    target: int = 1


class StatusRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "status"
    __table_args__ = (NAMED, CheckConstraint(one_of("phase", Phase), name="phase_known"), RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(unique=True)
    position: int = 0
    phase: Phase = Field(default=Phase.IDEA, sa_type=stored(Phase))
    colour: str = ""
    wip_limit: int | None = None
    gate: str = Field(default="", sa_type=Text)


class InterestRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "interest"
    __table_args__ = (
        NAMED,
        WEIGHTY,
        CheckConstraint("longest_gap IS NULL OR longest_gap >= 0", name="gap_not_negative"),
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(unique=True)
    position: int = 0
    weight: Decimal = Field(default=Decimal(1), sa_type=DecimalText)
    longest_gap: int | None = None
    colour: str = ""
    retired: bool = False
    notes: str = Field(default="", sa_type=Text)


class FormatRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "format"
    __table_args__ = (
        NAMED,
        CheckConstraint(one_of("length", Length), name="length_known"),
        CheckConstraint(one_of("medium", Medium), name="medium_known"),
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(unique=True)
    position: int = 0
    length: Length = Field(default=Length.SHORT, sa_type=stored(Length))
    medium: Medium = Field(default=Medium.TEXT, sa_type=stored(Medium))
    effort_days: Decimal | None = Field(default=None, sa_type=DecimalText)
    rung: int | None = None
    retired: bool = False


class FormatStepRow(SQLModel, table=True):
    """One step of a format's task template."""

    __tablename__: ClassVar[str] = "format_step"
    __table_args__ = (NAMED, CheckConstraint(one_of("role", AssignmentRole), name="step_role_known"), RECORD)

    id: int | None = Field(default=None, primary_key=True)
    format_id: int = Field(foreign_key="format.id", ondelete="CASCADE", index=True)
    position: int = 0
    name: str
    role: AssignmentRole | None = Field(default=None, sa_type=stored(AssignmentRole))
    offset: int = 0
    hours: Decimal | None = Field(default=None, sa_type=DecimalText)


class ChannelRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "channel"
    __table_args__ = (NAMED, RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(unique=True)
    position: int = 0
    onsite: bool = True
    owner_id: int | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL", index=True)
    colour: str = ""


class CampaignRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "campaign"
    __table_args__ = (
        NAMED,
        CheckConstraint("starts IS NULL OR ends IS NULL OR starts <= ends", name="ends_after_start"),
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(unique=True)
    position: int = 0
    strategic_objective: str = Field(default="", sa_type=Text)
    sales_objective: str = Field(default="", sa_type=Text)
    starts: date | None = None
    ends: date | None = None
    internal_launch: date | None = None
    external_launch: date | None = None
    colour: str = ""
    notes: str = Field(default="", sa_type=Text)


class DayNoteRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "day_note"
    __table_args__ = (
        NAMED,
        CheckConstraint("first <= last", name="last_after_first"),
        CheckConstraint(one_of("kind", NoteKind), name="kind_known"),
        RECORD,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    first: date = Field(index=True)
    last: date = Field(index=True)
    kind: NoteKind = Field(default=NoteKind.EVENT, sa_type=stored(NoteKind))


class SavedViewRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "saved_view"
    __table_args__ = (NAMED, UniqueConstraint("place", "name"), RECORD)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    place: str
    name: str
    position: int = 0
    view: str = Field(default="{}", sa_type=Text)
    """Filters, grouping, colour, lanes, columns and range, as JSON."""
