"""The proposed plan: what is asked of the solver, and what it proposes (domain: planning a quarter automatically)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from editorial.domain.counting import Cell, KindCounts
from editorial.domain.period import Period
from editorial.domain.records import Away, Format, Lists
from editorial.domain.vocabulary import Kind
from editorial.domain.workdays import WorkCalendar, work_calendar

Pair = tuple[int, int]
"""(interest id, segment id): what two neighbours must not share."""
GAP_POINTS = 100
"""How many points a gap as severe as the largest is worth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """An occurrence of a slot that nothing fills yet."""

    slot_id: int
    slot: str
    """The slot's name."""
    day: date
    format_id: int | None = None
    channel_id: int | None = None
    kind: Kind | None = None

    @property
    def key(self) -> tuple[int, date]:
        return self.slot_id, self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanIdea:
    """An unparked idea; `score` is its ranking without gap and rotation, 0…100."""

    id: int
    uid: str
    title: str
    score: float
    kind: Kind | None = None
    stage_id: int | None = None
    segment_ids: tuple[int, ...] = ()
    interest_id: int | None = None
    """Its primary interest; None where that is retired."""
    format_id: int | None = None
    channel_id: int | None = None
    expert_ids: tuple[int, ...] = ()
    stale_on: date | None = None
    """The last day on which it is still fresh."""

    def is_stale(self, day: date) -> bool:
        """Tell whether it has gone stale before a day."""
        return self.stale_on is not None and self.stale_on < day

    @property
    def pairs(self) -> frozenset[Pair]:
        return pairs_of(self.interest_id, self.segment_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPiece:
    """A piece that has its day already, with an interest that is not retired: placements must not repeat it."""

    id: int
    title: str
    day: date
    interest_id: int
    segment_ids: tuple[int, ...] = ()

    @property
    def pairs(self) -> frozenset[Pair]:
        return pairs_of(self.interest_id, self.segment_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A cell below its target: how many pieces it lacks, and what each of them is worth in points."""

    segment_id: int
    stage_id: int
    planned: int
    target: int
    in_stock: int
    points: float

    @property
    def cell(self) -> Cell:
        return self.segment_id, self.stage_id

    @property
    def room(self) -> int:
        return self.target - self.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """A person asked for ideas; `capacity` is interviews a month, None without a limit."""

    id: int
    name: str
    capacity: int | None = None
    interviews: Mapping[date, int] = field(default_factory=lambda: MappingProxyType({}))
    """Interviews they have already, by first day of the month."""
    away: tuple[Away, ...] = ()

    def left(self, month: date) -> int | None:
        """Return how many interviews they can still give in a month; None where there is no limit."""
        return None if self.capacity is None else max(0, self.capacity - self.interviews.get(month, 0))

    def is_away(self, day: date) -> bool:
        return any(away.first <= day <= away.last for away in self.away)


@dataclass(frozen=True)
class Planning:
    """Everything a plan is made from; openings in order."""

    period: Period
    today: date
    lists: Lists
    openings: tuple[Opening, ...]
    ideas: tuple[PlanIdea, ...]
    planned: tuple[PlannedPiece, ...] = ()
    """In order: what counts in the period, and the last piece before and the first after it."""
    gaps: tuple[Gap, ...] = ()
    experts: Mapping[int, Expert] = field(default_factory=lambda: MappingProxyType({}))
    kinds: KindCounts = field(default_factory=KindCounts)
    """The pieces that count in the period already."""
    pins: Mapping[int, date] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def calendar(self) -> WorkCalendar:
        return work_calendar(self.lists.settings, self.lists.notes)

    @cached_property
    def gap_of(self) -> Mapping[Cell, Gap]:
        return {gap.cell: gap for gap in self.gaps}

    @cached_property
    def idea_of(self) -> Mapping[int, PlanIdea]:
        return {idea.id: idea for idea in self.ideas}

    def format_of(self, idea: PlanIdea, opening: Opening) -> Format | None:
        """Return what the idea would be made as in the place."""
        key = opening.format_id if opening.format_id is not None else idea.format_id
        return None if key is None else self.lists.formats.get(key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """An idea in a place, and why it is there."""

    idea: PlanIdea
    opening: Opening
    closes: tuple[Cell, ...] = ()
    """The cells below target in which it counts towards the target."""
    points: float = 0.0
    """Its score with the points of the gaps it closes."""
    pinned: bool = False
    reason: str = ""

    @property
    def kind(self) -> Kind | None:
        """The kind it has once it is placed."""
        return self.idea.kind or self.opening.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlace:
    """A place that stays open, and why."""

    opening: Opening
    why: str


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A constraint that could not be held, with a sentence about it; rules: pin mix open time."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposed plan; `objective` in points, `gap` is the share by which a better plan may exist at most."""

    period: Period
    placements: tuple[Placement, ...]
    open: tuple[OpenPlace, ...] = ()
    objective: float = 0.0
    gap: float = 0.0
    seconds: float = 0.0
    broken: tuple[BrokenRule, ...] = ()

    def only(self, piece_ids: Collection[int]) -> tuple[Placement, ...]:
        """Return the placements of these pieces."""
        return tuple(each for each in self.placements if each.idea.id in piece_ids)


def pairs_of(interest_id: int | None, segment_ids: Collection[int]) -> frozenset[Pair]:
    """Return every (interest, segment) of a piece: neighbours that share one of them repeat."""
    return frozenset() if interest_id is None else frozenset((interest_id, segment) for segment in segment_ids)


def month_first(day: date) -> date:
    """Return the first day of the month."""
    return day.replace(day=1)
