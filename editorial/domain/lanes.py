"""The quarter: weeks × lanes by an attribute, split into now and next if wished, with the mix of each week."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from editorial.domain.arrange import Band, by_week, in_weeks, lane_count, week_bands, week_starts
from editorial.domain.counting import KindCounts, kind_counts, unparked
from editorial.domain.legend import Attribute, LegendItem, Value, legend, values_of
from editorial.domain.order import order_key
from editorial.domain.period import Period
from editorial.domain.records import Entry, Lists, Settings
from editorial.domain.vocabulary import Kind

ONLY_USED = frozenset({Attribute.CAMPAIGN})
"""Attributes with so many values that only those used get a lane."""
NOW_NEXT: tuple[Kind | None, ...] = (Kind.PRACTICAL, Kind.ASPIRATIONAL, None)


@dataclass(frozen=True, slots=True)
class Lane:
    """The entries of one value: a cell a week, and bands over week columns for coarser dates.

    `kind` tells the half of a quarter split into now (practical) and next (aspirational), where it is split.
    """

    item: LegendItem
    kind: Kind | None
    cells: tuple[tuple[Entry, ...], ...]
    bands: tuple[Band, ...]
    depth: int
    """How many lanes the bands need."""


@dataclass(frozen=True, slots=True)
class QuarterLayout:
    """A quarter, or any period, in weeks; an entry of two segments stands in both their lanes."""

    period: Period
    weeks: tuple[date, ...]
    lanes: tuple[Lane, ...]
    mix: tuple[KindCounts, ...]
    """By week, of the distinct entries that stand in it and are not parked."""


def quarter_layout(
    entries: Iterable[Entry], period: Period, lists: Lists, by: Attribute, *, split: bool = False
) -> QuarterLayout:
    """Arrange entries into weeks × lanes; the untagged have a lane of their own where there are any."""
    entries = sorted((entry for entry in entries if entry.day), key=order_key)
    starts = week_starts(period, lists.settings)
    mix = tuple(kind_counts(there) for there in by_week(unparked(entries, lists), starts))
    lanes: list[Lane] = []
    for kind, half in _halves(entries) if split else ((None, entries),):
        lanes += _lanes(half, kind, starts, lists, by)
    return QuarterLayout(period, starts, tuple(lanes), mix)


def _halves(entries: Sequence[Entry]) -> list[tuple[Kind | None, list[Entry]]]:
    """Return now, next and, where there are any, the entries without a kind."""
    halves = [(kind, [entry for entry in entries if entry.kind is kind]) for kind in NOW_NEXT]
    return [(kind, half) for kind, half in halves if half or kind]


def _lanes(
    entries: Sequence[Entry], kind: Kind | None, starts: Sequence[date], lists: Lists, by: Attribute
) -> list[Lane]:
    of: dict[Value, list[Entry]] = {}
    for entry in entries:
        for value in values_of(entry, by):
            of.setdefault(value, []).append(entry)
    return [_lane(item, kind, of.get(item.value, []), starts, lists.settings) for item in lane_items(lists, by, of)]


def lane_items(lists: Lists, by: Attribute, used: Iterable[Value]) -> tuple[LegendItem, ...]:
    """Return the values that get a lane: all of the list in order, retired and untagged ones only where used."""
    used = set(used)
    if by in ONLY_USED:
        return legend(lists, by, used)
    every = {item.value for item in legend(lists, by)} - {None}
    return legend(lists, by, every | used)


def _lane(
    item: LegendItem, kind: Kind | None, entries: Sequence[Entry], starts: Sequence[date], settings: Settings
) -> Lane:
    bands = week_bands([entry for entry in entries if not in_weeks(entry)], starts, settings)
    return Lane(item, kind, by_week(entries, starts), bands, lane_count(bands))
