"""Spans of time in which several people can meet: in everybody's working hours, each in their own zone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from editorial.domain.clock import wall_moment
from editorial.domain.load import is_away
from editorial.domain.planning_records import Interview
from editorial.domain.records import Person, Settings
from editorial.domain.vocabulary import InterviewStatus
from editorial.domain.workdays import WorkCalendar

OFFERED = 5
"""How many spans are offered."""
AHEAD = timedelta(days=90)
"""How far ahead they are looked for."""
GRID = timedelta(minutes=30)
"""Spans begin on the hour and half past, by the workspace's clock."""
USUAL_HOURS = (time(9), time(17))
"""The working hours of somebody whose own are not known."""
_DAY = timedelta(days=1)
Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time; `start` is a moment in the workspace's zone."""

    start: datetime
    minutes: int

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def time(self) -> time:
        return self.start.time()

    def local(self, zone: tzinfo) -> datetime:
        """Return the moment at which it begins on a clock elsewhere."""
        return self.start.astimezone(zone)


def zone_named(name: str, otherwise: tzinfo = UTC) -> tzinfo:
    """Return the zone of a name, or another where there is no such zone."""
    try:
        return ZoneInfo(name) if name else otherwise
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return otherwise


def zone_of(person: Person, settings: Settings) -> tzinfo:
    """Return the zone in which a person works."""
    return zone_named(person.time_zone, zone_named(settings.time_zone))


def works_on(person: Person, day: date, calendar: WorkCalendar) -> bool:
    """Tell whether a person works on a day of their own calendar: no holiday, closed day or day away."""
    at_work = day.weekday() in person.weekdays if person.weekdays else day.weekday() not in calendar.weekend
    return at_work and not (is_away(person, day) or calendar.closed_name(day) or calendar.holiday_name(day))


def works_through(person: Person, start: datetime, minutes: int, settings: Settings, calendar: WorkCalendar) -> bool:
    """Tell whether a span lies in the working hours of a person whose hours, days or zone are known.

    Of anybody else nothing is known, and it does.
    """
    if not (person.works_from or person.works_until or person.weekdays or person.time_zone):
        return True
    end = start.astimezone(UTC) + timedelta(minutes=minutes)
    at_work = _at_work(person, start, end, settings, calendar)
    return any(first <= start and end <= last for first, last in at_work)


def free_spans(
    people: Sequence[Person],
    minutes: int,
    since: datetime,
    interviews: Iterable[Interview],
    settings: Settings,
    calendar: WorkCalendar,
    count: int = OFFERED,
) -> list[Span]:
    """Return the first spans of a length in which everybody named works and nobody is asked for another interview.

    `since` is a moment with its zone; nothing begins before it. None are found where the hours never meet within
    90 days.
    """
    zone = zone_named(settings.time_zone)
    if not people or minutes <= 0:
        return []
    last = since + AHEAD
    listed = list(interviews)
    shared: list[Stretch] = [(since.astimezone(UTC), last.astimezone(UTC))]
    for person in people:
        at_work = _at_work(person, since, last, settings, calendar)
        shared = _both(shared, _without(at_work, _busy(person, listed, zone)))
    return list(islice(_laid_out(shared, timedelta(minutes=minutes), zone), count))


def _at_work(
    person: Person, since: datetime, last: datetime, settings: Settings, calendar: WorkCalendar
) -> list[Stretch]:
    zone = zone_of(person, settings)
    begins, ends = person.works_from or USUAL_HOURS[0], person.works_until or USUAL_HOURS[1]
    day, end = since.astimezone(zone).date() - _DAY, last.astimezone(zone).date()
    found = []
    while day <= end:
        if works_on(person, day, calendar):
            until = day if ends > begins else day + _DAY
            found.append(
                (wall_moment(day, begins, zone).astimezone(UTC), wall_moment(until, ends, zone).astimezone(UTC))
            )
        day += _DAY
    return found


def _busy(person: Person, interviews: Iterable[Interview], zone: tzinfo) -> list[Stretch]:
    found = []
    for one in interviews:
        theirs = person.id in one.person_ids or person.id == one.interviewer_id
        if theirs and one.day and one.time and one.status is not InterviewStatus.CANCELLED:
            start = wall_moment(one.day, one.time, zone).astimezone(UTC)
            found.append((start, start + timedelta(minutes=one.minutes)))
    return sorted(found)


def _both(some: Sequence[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    """Return what two ordered lists of stretches share."""
    found, one, two = [], 0, 0
    while one < len(some) and two < len(others):
        start, end = max(some[one][0], others[two][0]), min(some[one][1], others[two][1])
        if start < end:
            found.append((start, end))
        if some[one][1] < others[two][1]:
            one += 1
        else:
            two += 1
    return found


def _without(stretches: Iterable[Stretch], busy: Sequence[Stretch]) -> list[Stretch]:
    found = []
    for start, end in stretches:
        for taken, free in busy:
            if taken < end and free > start:
                if taken > start:
                    found.append((start, taken))
                start = max(start, free)
        if start < end:
            found.append((start, end))
    return found


def _laid_out(stretches: Iterable[Stretch], length: timedelta, zone: tzinfo) -> Iterator[Span]:
    for first, last in stretches:
        start = _on_grid(first, zone)
        while start + length <= last:
            yield Span(start.astimezone(zone), length // timedelta(minutes=1))
            start = _on_grid(start + length, zone)


def _on_grid(moment: datetime, zone: tzinfo) -> datetime:
    """Return the next moment at which the clock of the zone shows a full or half hour."""
    local = moment.astimezone(zone)
    past = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond) % GRID
    return moment + (GRID - past if past else timedelta(0))
