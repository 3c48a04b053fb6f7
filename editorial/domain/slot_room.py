"""Room for timely work: how much of it a month keeps, and which open slots are to be released."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from editorial.domain.period import month_of
from editorial.domain.slots import Occurrence
from editorial.domain.workdays import WorkCalendar, working_day_from, working_days_between

AHEAD = 5
"""How many working days before its day an open timely slot is offered for release."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MonthRoom:
    """A month's timely slots: how many there are, how many are still open, and how many its slots ask for."""

    first: date
    rooms: int
    free: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Release:
    """A timely slot that nobody used, and how many working days are left: 0 today or on no working day before it."""

    occurrence: Occurrence
    days_left: int


def month_rooms(occurrences: Iterable[Occurrence], first: date, last: date, share: Decimal) -> tuple[MonthRoom, ...]:
    """Return the room of each month between two days; wanted is the share of all its slots, rounded up."""
    by_month: dict[date, list[Occurrence]] = {}
    month = month_of(first)
    while month.first <= last:
        by_month[month.first] = []
        month = month_of(month.last + _DAY)
    for one in occurrences:
        by_month[one.day.replace(day=1)].append(one)
    return tuple(_room(start, found, share) for start, found in by_month.items())


def _room(start: date, found: Sequence[Occurrence], share: Decimal) -> MonthRoom:
    timely = [one for one in found if one.slot.timely]
    wanted = int((share * len(found)).to_integral_value(rounding=ROUND_CEILING))
    return MonthRoom(start, len(timely), sum(one.open for one in timely), wanted)


def releases(
    between: Callable[[date, date], Iterable[Occurrence]], today: date, calendar: WorkCalendar
) -> tuple[Release, ...]:
    """Return the open timely slots from today up to five working days ahead; `between` gives occurrences.

    Where the team closes for years before that, the last working day there is counts.
    """
    ahead = (working_day_from(today, days, calendar) for days in range(AHEAD, 0, -1))
    last = next((day for day in ahead if day is not None), today)
    return tuple(
        Release(one, working_days_between(today + _DAY, one.day, calendar))
        for one in between(today, last)
        if one.slot.timely and one.open
    )
