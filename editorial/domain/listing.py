"""The list: entries sorted and grouped, with subtotals by kind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from editorial.domain.counting import KindCounts, kind_counts, unparked
from editorial.domain.legend import Attribute, legend, values_of
from editorial.domain.order import order_key
from editorial.domain.period import month_of, quarter_of, week_of
from editorial.domain.records import Entry, Lists, Settings
from editorial.domain.spoken import month_name, spoken_day
from editorial.language import _


class Stretch(StrEnum):
    """What entries can be grouped by besides their attributes."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


Grouping = Attribute | Stretch
SortKey = Callable[[Entry], Any]
"""Gives what an entry is sorted by; None stands last, whichever way the list is sorted."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one value or stretch of time with their subtotal; the label is empty where nothing is grouped."""

    value: int | str | date | None
    label: str
    entries: tuple[Entry, ...]
    counts: KindCounts
    """Of those that are not parked."""
    parked: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """The groups in order; an entry of two segments stands in both, `counts` are of the distinct ones not parked."""

    groups: tuple[Group, ...]
    counts: KindCounts


def listing(
    entries: Iterable[Entry],
    lists: Lists,
    by: Grouping | None = None,
    sort: SortKey = order_key,
    *,
    descending: bool = False,
) -> Listing:
    """Sort and group entries; equals stay in the order of pieces. Empty groups are left out."""
    ordered = _sorted(entries, sort, descending=descending)
    if by is None:
        groups = [_group(None, "", ordered, lists)] if ordered else []
    elif isinstance(by, Stretch):
        groups = _by_time(ordered, by, lists)
    else:
        groups = _by_attribute(ordered, by, lists)
    return Listing(tuple(groups), kind_counts(unparked(ordered, lists)))


def _sorted(entries: Iterable[Entry], sort: SortKey, *, descending: bool) -> list[Entry]:
    keyed = [(sort(entry), entry) for entry in sorted(entries, key=order_key)]
    there = [(key, entry) for key, entry in keyed if key is not None]
    there.sort(key=lambda pair: pair[0], reverse=descending)
    return [entry for _key, entry in there] + [entry for key, entry in keyed if key is None]


def _group(value: int | str | date | None, label: str, entries: Sequence[Entry], lists: Lists) -> Group:
    moving = unparked(entries, lists)
    return Group(value, label, tuple(entries), kind_counts(moving), len(entries) - len(moving))


def _by_attribute(entries: Sequence[Entry], by: Attribute, lists: Lists) -> list[Group]:
    of: dict[int | str | None, list[Entry]] = {}
    for entry in entries:
        for value in values_of(entry, by):
            of.setdefault(value, []).append(entry)
    return [_group(item.value, item.label, of[item.value], lists) for item in legend(lists, by, of.keys())]


def _by_time(entries: Sequence[Entry], by: Stretch, lists: Lists) -> list[Group]:
    """Group by stretch of time, earliest first, ideas last."""
    settings = lists.settings
    of: dict[date, list[Entry]] = {}
    for entry in entries:
        if entry.day:
            of.setdefault(_first_day(entry.day, by, settings), []).append(entry)
    groups = [_group(first, _time_label(first, by, settings), of[first], lists) for first in sorted(of)]
    ideas = [entry for entry in entries if entry.day is None]
    return [*groups, _group(None, _("no date"), ideas, lists)] if ideas else groups


def _first_day(day: date, by: Stretch, settings: Settings) -> date:
    if by is Stretch.WEEK:
        return week_of(day, settings).first
    return month_of(day).first if by is Stretch.MONTH else quarter_of(day, settings).first


def _time_label(first: date, by: Stretch, settings: Settings) -> str:
    if by is Stretch.WEEK:
        return _("week of {day}").format(day=spoken_day(first))
    if by is Stretch.MONTH:
        return _("{month} {year}").format(month=month_name(first.month), year=first.year)
    return quarter_of(first, settings).name
