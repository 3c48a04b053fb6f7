"""Cadence: the longest silence between a segment's publish dates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from editorial.domain.period import Period
from editorial.domain.records import Entry, Lists, Segment

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cadence:
    """The longest silence of a segment in days, the first day of it, and the most it should be."""

    segment: Segment
    longest: int
    limit: int | None
    since: date | None
    """The first silent day; None where there is no silent day at all."""
    over: bool


def longest_silence(days: Iterable[date], period: Period) -> tuple[int, date | None]:
    """Return the most days strictly between consecutive publish dates, and the first of those days.

    The day before the period and the day after it act as ends; the earliest of equal silences is named.
    """
    inside = sorted({day for day in days if day in period})
    ends = [period.first - _DAY, *inside, period.last + _DAY]
    silences = [((later - earlier).days - 1, earlier + _DAY) for earlier, later in pairwise(ends)]
    longest, since = max(silences, key=lambda silence: silence[0])
    return longest, since if longest else None


def cadence(period: Period, lists: Lists, days: Mapping[int, Iterable[date]]) -> tuple[Cadence, ...]:
    """Return the cadence of each segment, from the publish dates of its counting pieces by segment id."""
    rows = []
    for segment in lists.segments.values():
        longest, since = longest_silence(days.get(segment.id, ()), period)
        limit = segment.longest_silence
        rows.append(Cadence(segment, longest, limit, since, limit is not None and longest > limit))
    return tuple(rows)


def publish_days(entries: Iterable[Entry]) -> dict[int, set[date]]:
    """Return the distinct publish dates of counting entries by segment id."""
    days: dict[int, set[date]] = {}
    for entry in entries:
        for segment in entry.segment_ids if entry.day else ():
            days.setdefault(segment, set()).add(entry.day)  # type: ignore[arg-type]
    return days
