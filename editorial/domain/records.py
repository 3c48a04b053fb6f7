"""The records of a workspace as every layer sees them: frozen, plain, without a database behind them.

`id` is the workspace's own integer key; `uid` is the permanent public id (UUIDv7) that files and the command line show.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from datetime import time as WallTime  # noqa: N812 - the fields are called time
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from editorial.domain.vocabulary import (
    AssignmentRole,
    Audit,
    BlogPlace,
    ChangeLevel,
    EvidenceKind,
    Kind,
    Lead,
    Length,
    Medium,
    NoteKind,
    PersonRole,
    Phase,
    Precision,
    Readiness,
    SalesTone,
    SalesUse,
    Tag,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workspace is set to. Days of the week count from Monday = 0; shares are 0…1."""

    name: str = "Untitled"
    time_zone: str = "UTC"
    fiscal_month: int = 1
    week_start: int = 0
    weekend: frozenset[int] = frozenset({5, 6})
    country: str = ""
    subdivision: str = ""
    currency: str = "EUR"
    mix_target: Decimal = Decimal("0.50")
    mix_tolerance: Decimal = Decimal("0.10")
    ranking_weights: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    likely_weights: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    """What a piece counts in a forecast, by how sure it is; a key that is absent has its usual weight."""
    timely_share: Decimal = Decimal("0.20")
    """The share of a period's places that is left open for timely work."""
    sample: bool = False
    """True while the workspace still is the sample of a first start."""
    reminders: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """What is reminded of → how many days ahead; what is absent is reminded of as usual."""
    blog_policy: str = ""
    """What the team asks of people who blog: the guidelines, or where they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    id: int
    uid: str
    name: str
    position: int = 0
    archetype: str = ""
    worries: str = ""
    why_them: str = ""
    weight: Decimal = Decimal(1)
    colour: str = ""
    longest_silence: int | None = None
    owner_id: int | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyingStage:
    id: int
    uid: str
    name: str
    position: int = 0
    definition: str = ""
    question: str = ""
    signal: str = ""
    approach: str = ""
    avoid: str = ""
    natural_kind: Kind | None = None
    sales_ready: bool = False
    floor: Decimal | None = None
    colour: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    id: int
    uid: str
    name: str
    position: int = 0
    phase: Phase = Phase.IDEA
    colour: str = ""
    wip_limit: int | None = None
    gate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    id: int
    uid: str
    name: str
    position: int = 0
    weight: Decimal = Decimal(1)
    longest_gap: int | None = None
    colour: str = ""
    retired: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a format's task template; `offset` counts working days from the publish day, before it negative."""

    name: str
    role: AssignmentRole | None = None
    offset: int = 0
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    id: int
    uid: str
    name: str
    position: int = 0
    length: Length = Length.SHORT
    medium: Medium = Medium.TEXT
    effort_days: Decimal | None = None
    rung: int | None = None
    retired: bool = False
    steps: tuple[Step, ...] = ()
    """The task template, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    id: int
    uid: str
    name: str
    position: int = 0
    onsite: bool = True
    owner_id: int | None = None
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    id: int
    uid: str
    name: str
    position: int = 0
    strategic_objective: str = ""
    sales_objective: str = ""
    starts: date | None = None
    ends: date | None = None
    internal_launch: date | None = None
    external_launch: date | None = None
    colour: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days on which a person is not to be asked, both included."""

    first: date
    last: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    id: int
    uid: str
    name: str
    outside_id: str = ""
    email: str = ""
    organisation: str = ""
    roles: tuple[PersonRole, ...] = ()
    segment_ids: tuple[int, ...] = ()
    interest_ids: tuple[int, ...] = ()
    """Expertise."""
    interviews_a_month: int | None = None
    hours_a_quarter: int | None = None
    readiness: Readiness | None = None
    away: tuple[Away, ...] = ()
    notes: str = ""
    place: str = ""
    time_zone: str = ""
    """The zone of the working hours; empty for the workspace's."""
    works_from: WallTime | None = None
    works_until: WallTime | None = None
    weekdays: frozenset[int] = frozenset()
    """Days of work of every week, Monday = 0; none given: all but the workspace's weekend."""
    reach: int | None = None
    """How many people they reach with what they publish themselves."""
    blog: BlogPlace | None = None
    blog_address: str = ""
    blog_last_post: date | None = None
    successor_id: int | None = None
    """Who takes the blog over."""
    last_contact: date | None = None
    policy_signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNote:
    id: int
    uid: str
    name: str
    first: date
    last: date
    kind: NoteKind = NoteKind.EVENT


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """How a place was filtered, grouped and coloured, under a name."""

    id: int
    uid: str
    place: str
    name: str
    position: int = 0
    view: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    title: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What an idea rests on besides its author; an interview or field note of the workspace may be named."""

    kind: EvidenceKind
    text: str = ""
    address: str = ""
    interview_id: int | None = None
    field_note_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece with everything it carries; an idea is a piece without a date."""

    id: int
    uid: str
    version: int = 1
    outside_id: str = ""
    title: str
    angle: str = ""
    kind: Kind | None = None
    stage_id: int | None = None
    further_stage_ids: tuple[int, ...] = ()
    segment_ids: tuple[int, ...] = ()
    interest_id: int | None = None
    further_interest_ids: tuple[int, ...] = ()
    format_id: int | None = None
    channel_id: int | None = None
    campaign_id: int | None = None
    status_id: int
    planned: date | None = None
    precision: Precision = Precision.DAY
    time: WallTime | None = None
    published_on: date | None = None
    owner_id: int | None = None
    author_ids: tuple[int, ...] = ()
    origin: str = ""
    lead: Lead | None = None
    timely: bool = False
    exclusive_until: date | None = None
    exclusive_because: str = ""
    evergreen: bool = False
    review_date: date | None = None
    stale_on: date | None = None
    audit: Audit | None = None
    insight_belief: str = ""
    insight_wrong: str = ""
    insight_cost: str = ""
    insight_new: str = ""
    brief: str = ""
    draft: str = ""
    url: str = ""
    made_from_id: int | None = None
    companion_id: int | None = None
    next_piece_id: int | None = None
    tag: Tag = Tag.PROPOSED
    tag_reason: str = ""
    tag_version: int | None = None
    """The version of the stage agreement under which the tag was agreed."""
    change_level: ChangeLevel | None = None
    catalyst: str = ""
    not_obvious: str = ""
    marker: str = ""
    trend: str = ""
    meaning: str = ""
    reaction: str = ""
    trigger_date: date | None = None
    sales_tone: SalesTone | None = None
    sales_uses: tuple[SalesUse, ...] = ()
    is_relevant: bool = False
    is_timely: bool = False
    is_useful: bool = False
    """The three questions asked before a piece is ready."""
    parked_until: date | None = None
    parked_because: str = ""
    slot_id: int | None = None
    session_id: int | None = None
    given_by_id: int | None = None
    quality: int | None = None
    """How good the idea turned out, 1…5."""
    evidence: tuple[Evidence, ...] = ()
    notes: str = ""
    links: tuple[Link, ...] = ()
    created: datetime | None = None
    binned: datetime | None = None

    @property
    def publish_date(self) -> date | None:
        """Published on if set, else the planned date (domain: dates and periods)."""
        return self.published_on or self.planned


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece as lists and calendars show it: the few columns every arrangement needs."""

    id: int
    uid: str
    version: int
    title: str
    kind: Kind | None
    day: date | None
    """The publish date; None for an idea."""
    time: WallTime | None
    precision: Precision
    published: bool
    """True where the day is what really happened."""
    status_id: int
    stage_id: int | None
    interest_id: int | None
    format_id: int | None
    channel_id: int | None
    campaign_id: int | None
    owner_id: int | None
    timely: bool
    evergreen: bool
    segment_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """Every list a team configures, in its order, with the settings: what screens look names and colours up in."""

    settings: Settings
    segments: Mapping[int, Segment]
    stages: Mapping[int, BuyingStage]
    statuses: Mapping[int, Status]
    interests: Mapping[int, Interest]
    formats: Mapping[int, Format]
    channels: Mapping[int, Channel]
    campaigns: Mapping[int, Campaign]
    people: Mapping[int, str]
    """Names only: a workspace may know thousands of people."""
    targets: Mapping[tuple[int, int], int]
    """(segment id, stage id) → pieces a fiscal quarter; a cell that is absent has 1."""
    notes: tuple[DayNote, ...] = ()

    def phase(self, status_id: int) -> Phase:
        return self.statuses[status_id].phase


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change as the history shows it, newest first."""

    id: int
    uid: str
    at: datetime
    author: str
    label: str
    rows: int
    undoes: int | None
    undone: bool
