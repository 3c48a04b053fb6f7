"""The variables and constraints of the proposed plan as a mixed-integer programme, without a solver.

A variable for each idea in each place it fits. Repeats are held by carrying, from day to day, which pair of interest
and segment was heard last: rows for every two places would not be solved in time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import groupby

from editorial.domain.plan import Pair, PlanIdea, PlannedPiece, Planning, month_first
from editorial.domain.plan_fits import Fit, fits
from editorial.domain.vocabulary import Kind

INFINITE = float("inf")
FILLING = 1e-3
"""What a filled place is worth beside its points, so that ideas of no score are placed too.

Of ideas that are worth the same the first is worth a trifle more: a solver takes long to see that many are equal.
"""
Terms = list[tuple[int, float]]


@dataclass
class Programme:
    """Columns and rows of a maximisation, as lists that a solver takes over."""

    costs: list[float] = field(default_factory=list)
    uppers: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[Terms] = field(default_factory=list)
    row_lowers: list[float] = field(default_factory=list)
    row_uppers: list[float] = field(default_factory=list)

    def column(self, cost: float = 0.0, upper: float = 1.0, *, whole: bool = False) -> int:
        """Add a variable of 0…upper and return its number."""
        self.costs.append(cost)
        self.uppers.append(upper)
        self.whole.append(whole)
        return len(self.costs) - 1

    def row(self, terms: Terms, lower: float = -INFINITE, upper: float = INFINITE) -> int:
        """Add the constraint lower ≤ Σ coefficient × variable ≤ upper and return its number."""
        self.rows.append(terms)
        self.row_lowers.append(lower)
        self.row_uppers.append(upper)
        return len(self.rows) - 1


@dataclass(frozen=True, slots=True)
class PlanRows:
    """The programme of a plan, and what its variables mean."""

    programme: Programme
    fits: Sequence[Fit]
    """The fit of each of the first variables."""
    pins: Mapping[int, int]
    """The row that holds each pin, by piece id."""
    mix: tuple[int, int]
    """The rows that hold the mix: the aspirational not too few, and not too many."""


def plan_rows(planning: Planning) -> PlanRows:
    """Return the programme of a plan with every constraint in it; pins and mix are named so that they can be eased."""
    programme, found = Programme(), fits(planning)
    for fit in found:
        turn = 1 - fit.idea / len(planning.ideas)
        programme.column(planning.ideas[fit.idea].score + FILLING * (1 + turn), whole=True)
    _once(programme, (fit.opening for fit in found))
    _once(programme, (fit.idea for fit in found))
    _close_gaps(programme, planning, found)
    _keep_capacity(programme, planning, found)
    _keep_apart(programme, planning, found)
    return PlanRows(programme, found, _pin(programme, planning, found), _keep_mix(programme, planning, found))


def _once(programme: Programme, keys: Iterable[int]) -> None:
    """Let each place hold one idea at most, or each idea one place."""
    for columns in _grouped(keys).values():
        programme.row(_sum(columns), upper=1)


def _grouped(keys: Iterable[int]) -> dict[int, list[int]]:
    """Return the numbers of the fits by a key of theirs."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for column, key in enumerate(keys):
        found[key].append(column)
    return found


def _sum(columns: Iterable[int], factor: float = 1.0) -> Terms:
    return [(column, factor) for column in columns]


def _close_gaps(programme: Programme, planning: Planning, found: Sequence[Fit]) -> None:
    """Give each gap its points for what is placed in it, at most as often as it lacks pieces."""
    placed: defaultdict[tuple[int, int | None], list[int]] = defaultdict(list)
    for column, fit in enumerate(found):
        idea = planning.ideas[fit.idea]
        for segment in idea.segment_ids:
            placed[segment, idea.stage_id].append(column)
    for gap in planning.gaps:
        if columns := placed.get(gap.cell):
            closed = programme.column(gap.points, gap.room)
            programme.row([(closed, 1.0), *_sum(columns, -1.0)], upper=0)


def _keep_capacity(programme: Programme, planning: Planning, found: Sequence[Fit]) -> None:
    """Ask no expert for more interviews in a month than they have left."""
    asked: defaultdict[tuple[int, date], list[int]] = defaultdict(list)
    for column, fit in enumerate(found):
        for expert in planning.ideas[fit.idea].expert_ids:
            asked[expert, month_first(planning.openings[fit.opening].day)].append(column)
    for (expert, month), columns in asked.items():
        left = planning.experts[expert].left(month) if expert in planning.experts else None
        if left is not None and left < len(columns):
            programme.row(_sum(columns), upper=left)


def _keep_mix(programme: Programme, planning: Planning, found: Sequence[Fit]) -> tuple[int, int]:
    """Hold the aspirational share of the period's pieces between the least and the greatest."""
    settings, kinds = planning.lists.settings, planning.kinds
    rows = []
    for bound, least in ((settings.mix_target - settings.mix_tolerance, True),
                         (settings.mix_target + settings.mix_tolerance, False)):  # fmt: skip
        share = Fraction(bound)
        worth = {Kind.ASPIRATIONAL: float(1 - share), Kind.PRACTICAL: float(-share)}
        terms = []
        for column, fit in enumerate(found):
            kind = planning.ideas[fit.idea].kind or planning.openings[fit.opening].kind
            if kind is not None and worth[kind]:
                terms.append((column, worth[kind]))
        standing = float((1 - share) * kinds.aspirational - share * kinds.practical)
        limits = {"lower": -standing - 1e-9} if least else {"upper": -standing + 1e-9}
        rows.append(programme.row(terms, **limits))
    return rows[0], rows[1]


def _pin(programme: Programme, planning: Planning, found: Sequence[Fit]) -> dict[int, int]:
    """Put each pinned idea into a place of its day."""
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for column, fit in enumerate(found):
        idea = planning.ideas[fit.idea]
        if planning.pins.get(idea.id) == planning.openings[fit.opening].day:
            columns[idea.id].append(column)
    return {piece: programme.row(_sum(those), lower=1) for piece, those in columns.items()}


@dataclass(frozen=True, slots=True)
class Day:
    """A day with open places or planned pieces; `columns` are the fits of its places."""

    planned: tuple[PlannedPiece, ...]
    columns: tuple[int, ...]

    def pairs(self) -> frozenset[Pair]:
        return frozenset().union(*(piece.pairs for piece in self.planned))


def days(planning: Planning, found: Sequence[Fit]) -> list[Day]:
    """Return the days in order. Days without an open place hold one planned piece each, as only the order counts.

    Several places of one day stand side by side: which comes first is decided by ids, so a pair is kept out of all.
    """
    columns: defaultdict[date, list[int]] = defaultdict(list)
    for column, fit in enumerate(found):
        columns[planning.openings[fit.opening].day].append(column)
    standing = {day: tuple(those) for day, those in groupby(planning.planned, key=lambda piece: piece.day)}
    listed = []
    for day in sorted(columns.keys() | standing.keys()):
        if day in columns:
            listed.append(Day(standing.get(day, ()), tuple(columns[day])))
        else:
            listed.extend(Day((piece,), ()) for piece in standing[day])
    return listed


def _keep_apart(programme: Programme, planning: Planning, found: Sequence[Fit]) -> None:
    """Let no placement share interest and segment with a neighbour in the order."""
    ideas = [planning.ideas[fit.idea] for fit in found]
    carry = _Carry(programme, _shared(planning, ideas))
    for day in days(planning, found):
        carry.pass_day(day, ideas)


def _shared(planning: Planning, ideas: Sequence[PlanIdea]) -> set[Pair]:
    """Return the pairs that can be repeated at all: of two ideas, or of an idea and a planned piece."""
    bearers: defaultdict[Pair, set[int]] = defaultdict(set)
    found: list[PlanIdea | PlannedPiece] = [*ideas, *planning.planned]
    for bearer in found:
        for pair in bearer.pairs:
            bearers[pair].add(bearer.id)
    wanted = {pair for idea in ideas for pair in idea.pairs}
    return {pair for pair in wanted if len(bearers[pair]) > 1}


class _Carry:
    """What was heard last as the days pass: by a placement (a variable a pair), or by what is planned."""

    def __init__(self, programme: Programme, pairs: set[Pair]) -> None:
        self._programme = programme
        self._pairs = pairs
        self._heard: dict[Pair, int] = {}
        """The variable that is 1 where the last placement bore the pair."""
        self._planned: frozenset[Pair] = frozenset()
        self._still: int | None = None
        """The variable that is 1 while nothing was placed since the last planned piece; None: it is certain."""

    def pass_day(self, day: Day, ideas: Sequence[PlanIdea]) -> None:
        """Hold the constraints of a day and carry on what is heard last after it."""
        bearing: defaultdict[Pair, list[int]] = defaultdict(list)
        for column in day.columns:
            for pair in ideas[column].pairs & self._pairs:
                bearing[pair].append(column)
        standing = day.pairs()
        self._keep_out(bearing, standing)
        if day.planned:
            self._after_planned(day, bearing, standing)
        elif any(ideas[column].interest_id is not None for column in day.columns):
            self._after_places([column for column in day.columns if ideas[column].interest_id is not None], bearing)

    def _keep_out(self, bearing: Mapping[Pair, list[int]], standing: frozenset[Pair]) -> None:
        for pair, columns in bearing.items():
            terms = _sum(columns)
            if pair in standing or (pair in self._planned and self._still is None):
                self._programme.row(terms, upper=0)
                continue
            if pair in self._heard:
                terms.append((self._heard[pair], 1.0))
            if pair in self._planned and self._still is not None:
                terms.append((self._still, 1.0))
            self._programme.row(terms, upper=1)
        for pair in standing & self._heard.keys():
            self._programme.row([(self._heard[pair], 1.0)], upper=0)

    def _after_planned(self, day: Day, bearing: Mapping[Pair, list[int]], standing: frozenset[Pair]) -> None:
        """Start anew after a planned piece; what is placed on its own day may come after it."""
        self._planned, self._still, self._heard = standing, None, {}
        for pair, columns in bearing.items():
            self._heard[pair] = self._programme.column()
            self._programme.row([(self._heard[pair], 1.0), *_sum(columns, -1.0)], lower=0)

    def _after_places(self, columns: list[int], bearing: Mapping[Pair, list[int]]) -> None:
        programme = self._programme
        placed = programme.column(upper=len(columns))
        programme.row([(placed, 1.0), *_sum(columns, -1.0)], lower=0, upper=0)
        before, after = self._heard, {}
        for pair in sorted(before.keys() | bearing.keys()):
            heard = after[pair] = programme.column()
            bearers = bearing.get(pair, [])
            if bearers:
                programme.row([(heard, 1.0), *_sum(bearers, -1.0)], lower=0)
            if pair in before:
                programme.row([(heard, 1.0), (before[pair], -1.0), (placed, 1.0), *_sum(bearers, -2.0)], lower=0)
        self._heard = after
        still = programme.column()
        if self._still is None:
            programme.row([(still, 1.0), (placed, 1.0)], lower=1)
        else:
            programme.row([(still, 1.0), (self._still, -1.0), (placed, 1.0)], lower=0)
        self._still = still
