"""The records that planning a quarter needs besides pieces and lists: frozen, plain, without a database behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from datetime import time as WallTime  # noqa: N812 - the fields are called time
from decimal import Decimal
from types import MappingProxyType

from editorial.domain.vocabulary import AssignmentRole, InterviewStatus, Kind, RequestOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A step of producing a piece; `offset` is None for one whose day was set by hand."""

    id: int
    uid: str
    piece_id: int
    name: str
    position: int = 0
    role: AssignmentRole | None = None
    offset: int | None = None
    due: date | None = None
    person_id: int | None = None
    hours: Decimal | None = None
    done_on: date | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotException:
    """One occurrence of a slot that differs: moved to another day, or left out where `moved_to` is None."""

    day: date
    moved_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A recurring place in the calendar to be filled; `rule` is an RRULE (RFC 5545) without DTSTART."""

    id: int
    uid: str
    name: str
    position: int = 0
    rule: str = "FREQ=WEEKLY"
    first: date
    last: date | None = None
    time: WallTime | None = None
    format_id: int | None = None
    channel_id: int | None = None
    kind: Kind | None = None
    timely: bool = False
    fallback_id: int | None = None
    """The evergreen piece that fills a timely occurrence nobody used."""
    exceptions: tuple[SlotException, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """A conversation that feeds pieces; `day` and `time` are wall time in the workspace's zone."""

    id: int
    uid: str
    name: str
    interviewer_id: int | None = None
    day: date | None = None
    time: WallTime | None = None
    minutes: int = 45
    place: str = ""
    status: InterviewStatus = InterviewStatus.TO_ARRANGE
    person_ids: tuple[int, ...] = ()
    piece_ids: tuple[int, ...] = ()
    questions: str = ""
    notes: str = ""
    asked_on: date | None = None
    sequence: int = 0
    """How often its invitation was changed (RFC 5545 SEQUENCE)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNote:
    """What was heard outside; `name` is the line itself."""

    id: int
    uid: str
    name: str
    day: date
    person_id: int | None = None
    segment_id: int | None = None
    interest_id: int | None = None
    piece_id: int | None = None
    """The idea made from it."""
    done: str = ""
    told_back_on: date | None = None
    notes: str = ""
    account: str = ""
    context: str = ""
    """What lies behind it beyond this account, as marketing knows it."""
    source: str = ""
    question_id: int | None = None
    """The question of the bank that it replies to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A wish from outside the plan; what comes in names what leaves."""

    id: int
    uid: str
    name: str
    day: date
    person_id: int | None = None
    asked_by: str = ""
    """Who asks, where it is nobody the workspace knows."""
    wanted_on: date | None = None
    segment_id: int | None = None
    stage_id: int | None = None
    interest_id: int | None = None
    piece_id: int | None = None
    """The piece made from it, or that it pulls."""
    leaves_id: int | None = None
    """The piece that leaves the plan if this comes in."""
    outcome: RequestOutcome = RequestOutcome.OPEN
    reply: str = ""
    answered_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningSession:
    """A meeting in which ideas were gathered and decisions made."""

    id: int
    uid: str
    name: str
    day: date
    person_ids: tuple[int, ...] = ()
    decisions: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelevanceReview:
    """The quarterly look at whether the readers are still reached; `answers` maps a question's key to yes or no."""

    id: int
    uid: str
    name: str
    day: date
    answers: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightSet:
    """Weights of the ranking under a name."""

    id: int
    uid: str
    name: str
    position: int = 0
    weights: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """A rule of the review list that is silent until a day; `about` narrows it to one finding."""

    id: int
    uid: str
    name: str
    """The rule."""
    about: str = ""
    until: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedStage:
    """A stage as a version of the agreement froze it."""

    stage_id: int | None
    name: str
    definition: str = ""
    question: str = ""
    signal: str = ""
    approach: str = ""
    avoid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageAgreement:
    """A version of the stages as marketing and sales agreed on them."""

    id: int
    uid: str
    version: int
    marketing: str
    sales: str
    day: date
    stages: tuple[AgreedStage, ...] = ()
    notes: str = ""
