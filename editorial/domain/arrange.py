"""One range, many arrangements: days, weeks and bands of a month, the weeks of a year.

Entries with a day stand on it; those of a coarser precision are bands over their whole span, and stand in a week where
they are exact to the week and weeks are what is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from editorial.domain.counting import KindCounts, kind_counts
from editorial.domain.order import order_key, precision_of
from editorial.domain.period import Period, between, month_of, span_of, week_of
from editorial.domain.records import DayNote, Entry, Settings
from editorial.domain.vocabulary import NoteKind, Precision

_DAY = timedelta(days=1)
WEEK = 7
ROWS = 6


@dataclass(frozen=True, slots=True)
class Band:
    """An entry over several columns of a row, both included, in the first lane that is free.

    `begins` and `ends` tell whether the span really begins and ends here or goes on outside.
    """

    entry: Entry
    start: int
    end: int
    lane: int
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day with the entries that stand on it, in order."""

    day: date
    inside: bool
    """True where the day belongs to the month shown."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class WeekRow:
    """Seven days and the bands over them, packed into the fewest lanes."""

    days: tuple[DayCell, ...]
    bands: tuple[Band, ...]
    lanes: int


@dataclass(frozen=True, slots=True)
class MonthLayout:
    """Six weeks that hold a month."""

    month: Period
    rows: tuple[WeekRow, ...]


@dataclass(frozen=True, slots=True)
class HeatWeek:
    """A week of the year with what falls into it."""

    first: date
    entries: tuple[Entry, ...]
    counts: KindCounts


@dataclass(frozen=True, slots=True)
class YearLayout:
    """The weeks of a period, and bands over week columns for what is only exact to a month or quarter."""

    period: Period
    weeks: tuple[HeatWeek, ...]
    bands: tuple[Band, ...]
    lanes: int


def entry_span(entry: Entry, settings: Settings) -> tuple[date, date] | None:
    """Return the first and last day an entry stands for; None for an idea."""
    return span_of(entry.day, precision_of(entry), settings) if entry.day else None


def by_day(entries: Iterable[Entry]) -> dict[date, tuple[Entry, ...]]:
    """Return the entries exact to the day, by day, in order."""
    days: dict[date, list[Entry]] = {}
    for entry in sorted(entries, key=order_key):
        if entry.day and precision_of(entry) is Precision.DAY:
            days.setdefault(entry.day, []).append(entry)
    return {day: tuple(there) for day, there in days.items()}


def room(entries: int, places: int) -> tuple[int, int]:
    """Return how many of so many entries are shown in so many places, and the number for “+ n more”.

    The line that says it takes a place of its own.
    """
    if entries <= places:
        return entries, 0
    shown = max(0, places - 1)
    return shown, entries - shown


def month_range(day: date, settings: Settings) -> Period:
    """Return the 42 days shown for the month of the day."""
    first = week_of(month_of(day).first, settings).first
    return between(first, first + (ROWS * WEEK - 1) * _DAY)


def month_layout(entries: Iterable[Entry], day: date, settings: Settings) -> MonthLayout:
    """Arrange entries into the six weeks that hold the month of the day."""
    entries = sorted(entries, key=order_key)
    month, first, standing = month_of(day), month_range(day, settings).first, by_day(entries)
    coarse = [entry for entry in entries if entry.day and precision_of(entry) is not Precision.DAY]
    starts = [first + n * WEEK * _DAY for n in range(ROWS)]
    return MonthLayout(month, tuple(_week_row(start, month, standing, coarse, settings) for start in starts))


def week_layout(entries: Iterable[Entry], day: date, settings: Settings) -> WeekRow:
    """Arrange entries into the week of the day."""
    entries = sorted(entries, key=order_key)
    week = week_of(day, settings)
    coarse = [entry for entry in entries if entry.day and precision_of(entry) is not Precision.DAY]
    return _week_row(week.first, week, by_day(entries), coarse, settings)


def _week_row(
    first: date, inside: Period, standing: Mapping[date, tuple[Entry, ...]], coarse: Sequence[Entry], settings: Settings
) -> WeekRow:
    days = [first + n * _DAY for n in range(WEEK)]
    cells = tuple(DayCell(day, day in inside, standing.get(day, ())) for day in days)
    bands = bands_over(coarse, first, WEEK, 1, settings)
    return WeekRow(cells, bands, lane_count(bands))


def week_starts(period: Period, settings: Settings) -> tuple[date, ...]:
    """Return the first days of the weeks that hold the period."""
    first = week_of(period.first, settings).first
    return tuple(first + n * _DAY for n in range(0, (period.last - first).days + 1, WEEK))


def in_weeks(entry: Entry) -> bool:
    """Tell whether an entry stands in one week: those exact to a month or quarter are bands over weeks."""
    return entry.day is not None and precision_of(entry) in {Precision.DAY, Precision.WEEK}


def by_week(entries: Iterable[Entry], starts: Sequence[date]) -> tuple[tuple[Entry, ...], ...]:
    """Return the entries that stand in each of consecutive weeks, in order."""
    weeks: list[list[Entry]] = [[] for _start in starts]
    for entry in sorted(entries, key=order_key):
        place = (entry.day - starts[0]).days // WEEK if entry.day and in_weeks(entry) else -1
        if 0 <= place < len(weeks):
            weeks[place].append(entry)
    return tuple(map(tuple, weeks))


def year_layout(entries: Iterable[Entry], period: Period, settings: Settings) -> YearLayout:
    """Arrange entries into the weeks of a year, or of any period."""
    entries = sorted(entries, key=order_key)
    starts = week_starts(period, settings)
    weeks = zip(starts, by_week(entries, starts), strict=True)
    bands = week_bands(entries, starts, settings)
    heat = tuple(HeatWeek(first, there, kind_counts(there)) for first, there in weeks)
    return YearLayout(period, heat, bands, lane_count(bands))


def week_bands(entries: Iterable[Entry], starts: Sequence[date], settings: Settings) -> tuple[Band, ...]:
    """Return the bands over columns of a week each, of the entries exact to a month or quarter."""
    coarse = [entry for entry in entries if entry.day and not in_weeks(entry)]
    return bands_over(coarse, starts[0], len(starts), WEEK, settings)


def bands_over(entries: Iterable[Entry], first: date, columns: int, width: int, settings: Settings) -> tuple[Band, ...]:
    """Return the bands over so many columns of so many days from `first`, clipped, in the fewest lanes."""
    last = first + (columns * width - 1) * _DAY
    spans = [(entry, span) for entry in entries if (span := entry_span(entry, settings))]
    seen = [(entry, max(a, first), min(z, last), a >= first, z <= last) for entry, (a, z) in spans]
    placed = [
        (entry, (a - first).days // width, (z - first).days // width, begins, ends)
        for entry, a, z, begins, ends in seen
        if a <= z
    ]
    lanes = pack_lanes([(start, end) for _entry, start, end, _begins, _ends in placed])
    return tuple(
        Band(entry, start, end, lane, begins, ends)
        for (entry, start, end, begins, ends), lane in zip(placed, lanes, strict=True)
    )


def pack_lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return a lane for each span, in the fewest lanes such that no two spans of a lane share a column."""
    lanes = [0] * len(spans)
    ends: list[int] = []
    for place in sorted(range(len(spans)), key=lambda place: (spans[place], place)):
        start, end = spans[place]
        lane = next((lane for lane, taken in enumerate(ends) if taken < start), len(ends))
        ends[lane : lane + 1] = [end]
        lanes[place] = lane
    return lanes


def lane_count(bands: Iterable[Band]) -> int:
    """Return how many lanes bands need."""
    return max((band.lane + 1 for band in bands), default=0)


def notes_by_day(notes: Iterable[DayNote], first: date, last: date) -> dict[date, tuple[DayNote, ...]]:
    """Return the notes of each day between two days, both included; themes belong to headings, not to days."""
    days: dict[date, list[DayNote]] = {}
    for note in notes:
        if note.kind is not NoteKind.THEME:
            start, end = max(first, note.first), min(last, note.last)
            for n in range((end - start).days + 1):
                days.setdefault(start + n * _DAY, []).append(note)
    return {day: tuple(there) for day, there in days.items()}


def themes_of(notes: Iterable[DayNote], first: date, last: date) -> tuple[DayNote, ...]:
    """Return the themes that touch the days between two days."""
    touching = (note for note in notes if note.kind is NoteKind.THEME and note.first <= last and note.last >= first)
    return tuple(sorted(touching, key=lambda note: (note.first, note.id)))
