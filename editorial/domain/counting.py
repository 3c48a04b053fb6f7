"""Which pieces count for a period, and how many of them fall where."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from editorial.domain.order import order_key, precision_of
from editorial.domain.period import Period, fitting_spans
from editorial.domain.records import Entry, Lists
from editorial.domain.vocabulary import Kind, Phase

Cell = tuple[int, int]
"""(segment id, stage id)."""
OpenCell = tuple[int | None, int | None]
"""The same where None stands for pieces without a segment or without a stage."""


@dataclass(frozen=True, slots=True)
class KindCounts:
    """How many pieces of each kind; untagged ones have none."""

    aspirational: int = 0
    practical: int = 0
    untagged: int = 0

    @classmethod
    def of(cls, counts: Mapping[Kind | None, int]) -> "KindCounts":
        return cls(counts.get(Kind.ASPIRATIONAL, 0), counts.get(Kind.PRACTICAL, 0), counts.get(None, 0))

    @property
    def pieces(self) -> int:
        return self.aspirational + self.practical + self.untagged


def counting(entries: Iterable[Entry], lists: Lists, period: Period) -> list[Entry]:
    """Return the entries that count for the period, in order: dated inside it and not parked."""
    fitting = fitting_spans(period, lists.settings)

    def counts(entry: Entry) -> bool:
        if entry.day is None or entry.day not in period or lists.phase(entry.status_id) is Phase.PARKED:
            return False
        days = fitting[precision_of(entry)]
        return days is None or entry.day in days

    return sorted(filter(counts, entries), key=order_key)


def unparked(entries: Iterable[Entry], lists: Lists) -> list[Entry]:
    """Return the entries that are not parked: what stays in view does not always count."""
    return [entry for entry in entries if lists.phase(entry.status_id) is not Phase.PARKED]


def kind_counts(entries: Iterable[Entry]) -> KindCounts:
    """Count entries by kind."""
    return KindCounts.of(Counter(entry.kind for entry in entries))


def kinds_by_stage(entries: Iterable[Entry]) -> dict[int | None, KindCounts]:
    """Count entries by kind for each main stage; None holds those without one."""
    return _grouped((entry.stage_id, entry.kind) for entry in entries)


def kinds_by_segment(entries: Iterable[Entry]) -> dict[int | None, KindCounts]:
    """Count entries by kind for each segment; a piece of two segments counts in both."""
    return _grouped((segment, entry.kind) for entry in entries for segment in entry.segment_ids or (None,))


def _grouped(pairs: Iterable[tuple[int | None, Kind | None]]) -> dict[int | None, KindCounts]:
    counts: dict[int | None, Counter[Kind | None]] = {}
    for key, kind in pairs:
        counts.setdefault(key, Counter())[kind] += 1
    return {key: KindCounts.of(kinds) for key, kinds in counts.items()}


@dataclass(frozen=True, slots=True)
class PlannedCounts:
    """The distinct counting pieces of a period, by where they fall; None stands for *untagged*."""

    planned: Mapping[OpenCell, int] = field(default_factory=dict)
    by_segment: Mapping[int | None, int] = field(default_factory=dict)
    by_stage: Mapping[int | None, int] = field(default_factory=dict)
    pieces: int = 0


def planned_counts(entries: Iterable[Entry]) -> PlannedCounts:
    """Count entries that count for a period (see `counting`) by segment and main stage."""
    planned: Counter[OpenCell] = Counter()
    segments: Counter[int | None] = Counter()
    stages: Counter[int | None] = Counter()
    for entry in entries:
        of = entry.segment_ids or (None,)
        planned.update(product(of, (entry.stage_id,)))
        segments.update(of)
        stages[entry.stage_id] += 1
    return PlannedCounts(planned, segments, stages, stages.total())


def counts_by_format(entries: Iterable[Entry]) -> dict[OpenCell, int]:
    """Count entries by (format id, main stage id), for the format × stage matrix."""
    return Counter((entry.format_id, entry.stage_id) for entry in entries)
