"""The calendar as onlookers get it: what a view shows, told to one audience, arranged by month."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from datetime import time as WallTime  # noqa: N812 - the fields are called time
from enum import StrEnum

from editorial.domain.audience import Audience, told_title
from editorial.domain.columns import text_of
from editorial.domain.fields import BY_NAME, Field
from editorial.domain.period import Period, month_of, span_of, week_of
from editorial.domain.records import Lists, Piece
from editorial.domain.spoken import month_name, spoken_day
from editorial.domain.vocabulary import Kind, Phase, Precision
from editorial.errors import RuleBroken
from editorial.language import _

CHOICES = (
    "time stage segments interest format channel campaign status owner authors angle url timely exclusive_until notes"
).split()
"""Fields of a piece that may be told beside its title, in their usual order."""
USUAL = ("time", "stage", "segments", "channel")
INTERNAL = frozenset({"notes", "owner", "status"})
"""Fields for the team alone."""
PUBLIC = frozenset({"stage", "interest", "format"})
"""The only fields the public is told."""
MOST_A_DAY = 8
"""A day with more pieces than this makes its month a list: no row of a grid may be cut."""
WEEKS_OF_A_STRIP = range(8, 107)
"""How many weeks the strip above a list is for: a shorter range is seen at a glance, a longer one would not fit."""
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


class Layout(StrEnum):
    """How months are set: as grids of days, or as one compact list."""

    MONTHS = "months"
    LIST = "list"


def layout_named(text: str) -> Layout:
    """Read a layout as the command line takes it; RuleBroken with the two there are otherwise."""
    try:
        return Layout(text.strip().casefold())
    except ValueError as error:
        raise RuleBroken(_("“{text}” is not a layout; choose months or list.").format(text=text)) from error


@dataclass(frozen=True, slots=True)
class Item:
    """One piece as it is told."""

    uid: str
    title: str
    kind: Kind | None
    first: date
    last: date
    when: str
    """Its date in words, as exact as this audience may know it."""
    time: WallTime | None = None
    details: tuple[tuple[str, str], ...] = ()
    """Labels of the chosen fields with what they say, empty ones left out."""

    @property
    def exact(self) -> bool:
        """Tell whether it stands on one day."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar: whole weeks of days, and what is not exact to a day."""

    first: date
    name: str
    weeks: tuple[tuple[date, ...], ...]
    days: dict[date, tuple[Item, ...]]
    loose: tuple[Item, ...]
    """Items exact to a week, a month or a quarter only, where they begin."""
    closed: dict[date, str]
    """Names of the days that are not working days, weekends left out."""

    @property
    def counted(self) -> tuple[tuple[Item, int], ...]:
        """What is not exact to a day, with how often the same is told: without titles many pieces read alike."""
        alike: dict[tuple[object, ...], list[Item]] = {}
        for item in self.loose:
            alike.setdefault((item.title, item.kind, item.when, item.details), []).append(item)
        return tuple((items[0], len(items)) for items in alike.values())

    @property
    def in_order(self) -> tuple[tuple[Item, int], ...]:
        """Return everything by where it begins, the longer first, with how often the same is told."""
        days = ((item, 1) for day in sorted(self.days) for item in self.days[day])
        return tuple(sorted((*self.counted, *days), key=lambda told: (told[0].first, told[0].first - told[0].last)))

    @property
    def items(self) -> tuple[Item, ...]:
        return (*self.loose, *(item for day in sorted(self.days) for item in self.days[day]))

    @property
    def as_list(self) -> bool:
        """Tell whether a day holds more than a cell of a grid has room for."""
        return any(len(items) > MOST_A_DAY for items in self.days.values())


@dataclass(frozen=True, slots=True)
class OnlookerCalendar:
    """What onlookers get: months in order, with what was chosen to be told."""

    workspace: str
    name: str
    """The period in words."""
    audience: Audience
    made_on: date
    time_zone: str
    weekdays: tuple[int, ...]
    months: tuple[Month, ...]
    fields: tuple[str, ...]
    """The labels of the chosen fields."""
    weeks: tuple[tuple[date, int], ...] = ()
    """The first day of each week with how many pieces are out in it; empty where weeks are not told or too many."""

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for month in self.months for item in month.items)


def told_fields(names: Sequence[str], audience: Audience) -> tuple[Field, ...]:
    """Return the chosen fields this audience may be told, in the order chosen."""
    allowed = {
        Audience.TEAM: set(CHOICES),
        Audience.SALES: set(CHOICES) - INTERNAL,
        Audience.PUBLIC: set(PUBLIC),
    }[audience]
    return tuple(BY_NAME[name] for name in dict.fromkeys(names) if name in allowed)


def onlooker_calendar(
    pieces: Iterable[Piece],
    lists: Lists,
    period: Period,
    *,
    audience: Audience,
    fields: Sequence[str] = USUAL,
    left_out: Collection[int] = (),
    made_on: date,
    closed: dict[date, str] | None = None,
) -> OnlookerCalendar:
    """Arrange pieces of the period, given in order, by month; parked ones and those left out are not told."""
    there = [
        piece
        for piece in pieces
        if piece.publish_date and piece.id not in left_out and lists.phase(piece.status_id) is not Phase.PARKED
    ]
    told = told_fields(fields, audience)
    read = [(field.label, text_of(field, lists)) for field in told]
    items = [_item(piece, lists, audience, [(label, text(piece)) for label, text in read]) for piece in there]
    week_start = lists.settings.week_start
    return OnlookerCalendar(
        workspace=lists.settings.name,
        name=period_words(period),
        audience=audience,
        made_on=made_on,
        time_zone=lists.settings.time_zone,
        weekdays=tuple((week_start + n) % 7 for n in range(7)),
        months=tuple(_months(items, period, lists, closed or {})),
        fields=tuple(field.label for field in told),
        weeks=tuple(_busy(items, period, lists)) if audience.sees_days else (),
    )


def _busy(items: Sequence[Item], period: Period, lists: Lists) -> Iterator[tuple[date, int]]:
    settings = lists.settings
    first, last = week_of(period.first, settings).first, week_of(period.last, settings).first
    n = (last - first) // _WEEK + 1
    if n not in WEEKS_OF_A_STRIP:
        return
    counts = Counter(week_of(item.first, settings).first for item in items if item.last - item.first < _WEEK)
    for day in (first + k * _WEEK for k in range(n)):
        yield day, counts[day]


def _item(piece: Piece, lists: Lists, audience: Audience, details: Iterable[tuple[str, str]]) -> Item:
    assert piece.publish_date is not None
    precision = Precision.DAY if piece.published_on else piece.precision
    if not audience.sees_days and precision in (Precision.DAY, Precision.WEEK):
        precision = Precision.MONTH
    first, last = span_of(piece.publish_date, precision, lists.settings)
    return Item(
        uid=piece.uid,
        title=told_title(piece.title, piece.kind, audience),
        kind=piece.kind,
        first=first,
        last=last,
        when=_when(first, precision),
        time=piece.time if first == last else None,
        details=tuple((label, said) for label, said in details if said),
    )


def _when(first: date, precision: Precision) -> str:
    if precision is Precision.DAY:
        return spoken_day(first)
    if precision is Precision.WEEK:
        return _("week of {day}").format(day=spoken_day(first))
    said = _("{month} {year}").format(month=month_name(first.month), year=first.year)
    return _("quarter from {month}").format(month=said) if precision is Precision.QUARTER else said


def period_words(period: Period) -> str:
    """Return a month by its name, and any other period as it is called."""
    first = period.first
    if period == month_of(first):
        return _("{month} {year}").format(month=month_name(first.month), year=first.year)
    return period.name


def _months(items: Sequence[Item], period: Period, lists: Lists, closed: dict[date, str]) -> Iterator[Month]:
    start = month_of(period.first)
    while start.first <= period.last:
        earlier = start.first <= period.first
        here = [item for item in items if item.first in start or (earlier and item.first < start.first)]
        days: dict[date, list[Item]] = {}
        for item in here:
            if item.exact:
                days.setdefault(item.first, []).append(item)
        yield Month(
            first=start.first,
            name=_("{month} {year}").format(month=month_name(start.first.month), year=start.first.year),
            weeks=tuple(_weeks(start, lists)),
            days={day: tuple(there) for day, there in days.items()},
            loose=tuple(item for item in here if not item.exact),
            closed={day: name for day, name in closed.items() if day in start},
        )
        start = month_of(start.last + _DAY)


def _weeks(month: Period, lists: Lists) -> Iterator[tuple[date, ...]]:
    first = week_of(month.first, lists.settings).first
    while first <= month.last:
        yield tuple(first + n * _DAY for n in range(7))
        first += 7 * _DAY
