"""Coverage: how well each segment × stage cell of a period is filled, and the gaps by severity."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from editorial.domain.counting import Cell, OpenCell, PlannedCounts
from editorial.domain.floors import Floor, floors
from editorial.domain.period import Period, target_factor
from editorial.domain.records import BuyingStage, Lists, Segment
from editorial.domain.untagged import Untagged
from editorial.domain.vocabulary import Level

_NOTHING: Mapping[Cell, int] = {}


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One cell of the matrix.

    `live` and `live_agreed` are None unless a day was asked for, `likely` and `need_unknown` unless today was given.
    """

    segment: Segment
    stage: BuyingStage
    planned: int
    in_stock: int
    target: int
    level: Level
    severity: Fraction
    also_served: int = 0
    live: int | None = None
    live_agreed: int | None = None
    likely: Fraction | None = None
    need_unknown: bool | None = None

    @property
    def key(self) -> Cell:
        return self.segment.id, self.stage.id

    @property
    def is_gap(self) -> bool:
        return self.level in {Level.EMPTY, Level.THIN}

    @property
    def likely_level(self) -> Level:
        """The level by forecast; that of the plan where today was not given."""
        return self.level if self.likely is None else level_of(self.likely, self.target)


@dataclass(frozen=True, slots=True)
class Exclusive:
    """A timely piece that nobody else has on its day, and why."""

    id: int
    title: str
    until: date
    because: str


@dataclass(frozen=True, slots=True)
class Live:
    """What is live on a day per cell, and how much of it sales has agreed to."""

    on: date
    pieces: Mapping[Cell, int]
    agreed: Mapping[Cell, int]


@dataclass(frozen=True, slots=True)
class Forecast:
    """What of each cell will likely be there, and the segments whose readers were asked lately."""

    likely: Mapping[OpenCell, Fraction]
    asked: Collection[int]


@dataclass(frozen=True, slots=True)
class Totals:
    """Distinct counting pieces, by segment id and stage id; None stands for pieces without one."""

    segments: Mapping[int | None, int]
    stages: Mapping[int | None, int]
    pieces: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix of a period; cells in segment order, then stage order."""

    period: Period
    segments: tuple[Segment, ...]
    stages: tuple[BuyingStage, ...]
    cells: Mapping[Cell, CoverageCell]
    gaps: tuple[CoverageCell, ...]
    loose: Mapping[OpenCell, int]
    """The row and column of the untagged: planned pieces without a segment, a stage or both."""
    totals: Totals
    floors: tuple[Floor, ...]
    exclusive: Mapping[int, bool]
    """By stage id."""
    untagged: tuple[Untagged, ...] = ()
    live_on: date | None = None

    def is_unknown(self, segment_id: int) -> bool:
        """Tell whether nobody knows what a segment needs that some cell has a target for."""
        return any(cell.need_unknown for cell in self.cells.values() if cell.segment.id == segment_id and cell.target)

    def count(self, level: Level, *, likely: bool = False) -> int:
        """Return how many cells are on the level, as planned or by forecast."""
        return sum((cell.likely_level if likely else cell.level) is level for cell in self.cells.values())


def level_of(planned: int | Fraction, target: int) -> Level:
    """Return the level of a cell with so many pieces, planned or likely (domain: coverage)."""
    if target == 0:
        return Level.OFF
    if planned == 0:
        return Level.EMPTY
    if planned < target:
        return Level.THIN
    return Level.MET if planned <= 2 * target else Level.HEAVY


def severity_of(weight: Fraction, planned: int, target: int, in_stock: int) -> Fraction:
    """Return weight × (target − planned) / target, doubled without stock; 0 where nothing is missing."""
    if planned >= target:
        return Fraction(0)
    return weight * Fraction(target - planned, target) * (1 if in_stock else 2)


def coverage(
    period: Period,
    lists: Lists,
    counts: PlannedCounts,
    *,
    stock: Mapping[Cell, int] = _NOTHING,
    also: Mapping[Cell, int] = _NOTHING,
    exclusive: Collection[int] = (),
    untagged: tuple[Untagged, ...] = (),
    live: Live | None = None,
    forecast: Forecast | None = None,
) -> Coverage:
    """Return the coverage of a period from counts of distinct pieces per (segment id, stage id).

    `also` counts pieces that serve the stage as a further one; `exclusive` holds the ids of stages that have one.
    """
    cells = {cell.key: cell for cell in _cells(period, lists, counts.planned, stock, also, live, forecast)}
    return Coverage(
        period=period,
        segments=tuple(lists.segments.values()),
        stages=tuple(lists.stages.values()),
        cells=cells,
        gaps=gaps_of(tuple(cells.values())),
        loose={key: n for key, n in counts.planned.items() if None in key},
        totals=Totals(counts.by_segment, counts.by_stage, counts.pieces),
        floors=floors(lists, counts.by_stage),
        exclusive={stage: stage in exclusive for stage in lists.stages},
        untagged=untagged,
        live_on=live.on if live else None,
    )


def _cells(
    period: Period,
    lists: Lists,
    planned: Mapping[OpenCell, int],
    stock: Mapping[Cell, int],
    also: Mapping[Cell, int],
    live: Live | None,
    forecast: Forecast | None,
) -> Iterator[CoverageCell]:
    factor = target_factor(period, lists.settings)
    for segment in lists.segments.values():
        weight = Fraction(segment.weight)
        for stage in lists.stages.values():
            key = (segment.id, stage.id)
            target = lists.targets.get(key, 1) * factor
            n, kept = planned.get(key, 0), stock.get(key, 0)
            yield CoverageCell(
                segment=segment,
                stage=stage,
                planned=n,
                in_stock=kept,
                target=target,
                level=level_of(n, target),
                severity=severity_of(weight, n, target, kept),
                also_served=also.get(key, 0),
                live=live.pieces.get(key, 0) if live else None,
                live_agreed=live.agreed.get(key, 0) if live else None,
                likely=forecast.likely.get(key, Fraction(0)) if forecast else None,
                need_unknown=segment.id not in forecast.asked if forecast else None,
            )


def gaps_of(cells: Collection[CoverageCell]) -> tuple[CoverageCell, ...]:
    """Return the empty and thin cells, worst first; equals stay in segment order, then stage order."""
    return tuple(sorted((cell for cell in cells if cell.is_gap), key=lambda cell: -cell.severity))
