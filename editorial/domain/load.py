"""What is asked of people: interviews by month against what they can give, open work by week, and conflicts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from editorial.domain.period import Period, month_of, quarter_of, week_of
from editorial.domain.planning_records import Interview
from editorial.domain.records import Person, Settings
from editorial.domain.vocabulary import AssignmentRole, InterviewStatus, Precision

COUNTED = (InterviewStatus.ARRANGED, InterviewStatus.HELD)
"""Interviews in these states take of what a person can give."""
WEEKS_A_QUARTER = 13
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OpenWork:
    """An assignment that is neither declined nor delivered, with the day it is due and its hours, where known."""

    person_id: int
    piece_id: int
    title: str
    role: AssignmentRole
    due: date | None
    hours: Decimal = Decimal(0)
    proposed: bool = False
    """True while the person has not said yes."""
    asked: bool = True
    """False for an author who is written down without having been asked."""
    of_task: bool = False
    """True where the day is that of a task it holds."""
    precision: Precision = Precision.DAY
    """How exact the day is: that of a piece may be the first of a week, a month or a quarter."""


@dataclass(frozen=True, slots=True)
class MonthLoad:
    """The interviews of a month, and whether they are more than the person can give."""

    month: Period
    interviews: int
    over: bool


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """The open assignments due in a week with their hours, its interviews, and the days of it somebody is away."""

    first: date
    open: int
    hours: Decimal
    interviews: int = 0
    days_away: int = 0
    """Days of the week but its weekend."""
    capacity: Decimal | None = None
    """A week's share of the hours a quarter; None where there is no limit."""

    @property
    def over(self) -> bool:
        """True where the week asks for more hours than its share; the quarter may still hold them."""
        return self.capacity is not None and self.hours > self.capacity


@dataclass(frozen=True, slots=True)
class QuarterLoad:
    """The hours of open work due in a fiscal quarter, and whether they are more than the person can give."""

    quarter: Period
    hours: Decimal
    over: bool


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """What is asked of one person in a period."""

    person: Person
    months: tuple[MonthLoad, ...]
    weeks: tuple[WeekLoad, ...]
    quarters: tuple[QuarterLoad, ...] = ()


class ConflictKind(StrEnum):
    """What is wrong: more than somebody can give, while they are away, or two things at once."""

    OVER = "over"
    AWAY = "away"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something asked of a person that cannot be, on a day; what it is about is named."""

    person: Person
    kind: ConflictKind
    day: date
    interviews: tuple[Interview, ...] = ()
    work: OpenWork | None = None
    asked: int = 0
    """For `over`: how many interviews the month holds."""
    hours: Decimal | None = None
    """For `over` by hours: how many the quarter of the work asks for."""


@dataclass(frozen=True, slots=True)
class Load:
    """The load of a period: every person by name, and every conflict in order of days."""

    period: Period
    people: tuple[PersonLoad, ...]
    conflicts: tuple[Conflict, ...]


def load(
    people: Sequence[Person],
    interviews: Iterable[Interview],
    work: Iterable[OpenWork],
    period: Period,
    settings: Settings,
) -> Load:
    """Return the load of a period. Interviews of its whole months count, and work due within it."""
    theirs = by_person(one for one in interviews if one.day and one.status is not InterviewStatus.CANCELLED)
    of_work: dict[int, list[OpenWork]] = {}
    for one in work:
        of_work.setdefault(one.person_id, []).append(one)
    weeks, quarters = tuple(_weeks_of(period, settings)), tuple(_quarters_of(period, settings))
    loads: list[PersonLoad] = []
    found: list[Conflict] = []
    for person in people:
        asked, owed = theirs.get(person.id, ()), of_work.get(person.id, ())
        counted = _asked_of(person, asked)
        of_weeks = _weeks(person, counted, owed, period, weeks, settings)
        of_quarters = tuple(_quarters(person, owed, quarters))
        loads.append(PersonLoad(person, tuple(_months(person, counted, period)), of_weeks, of_quarters))
        found += conflicts(person, asked, owed, period)
        found += _over_by_hours(person, owed, of_quarters)
    return Load(period, tuple(loads), tuple(sorted(found, key=lambda one: (one.day, one.person.name, one.kind))))


def by_person(interviews: Iterable[Interview]) -> dict[int, list[Interview]]:
    """Return the interviews of each person, asked or asking."""
    found: dict[int, list[Interview]] = {}
    for one in interviews:
        for person in {*one.person_ids, one.interviewer_id} - {None}:
            found.setdefault(person or 0, []).append(one)
    return found


def _asked_of(person: Person, interviews: Iterable[Interview]) -> list[Interview]:
    """Return the interviews that take of what a person can give: those who ask give nothing of it."""
    return [one for one in interviews if person.id in one.person_ids and one.status in COUNTED]


@lru_cache(maxsize=16)
def months_of(period: Period) -> tuple[Period, ...]:
    """Return the calendar months that a period touches."""
    months = [month_of(period.first)]
    while months[-1].last < period.last:
        months.append(month_of(months[-1].last + _DAY))
    return tuple(months)


def is_over(person: Person, interviews: int) -> bool:
    """Tell whether so many interviews in a month are more than a person can give; without a limit never."""
    return person.interviews_a_month is not None and interviews > person.interviews_a_month


def _months(person: Person, asked: Sequence[Interview], period: Period) -> Iterator[MonthLoad]:
    for month in months_of(period):
        n = sum(one.day is not None and one.day in month for one in asked)
        yield MonthLoad(month, n, is_over(person, n))


def _weeks_of(period: Period, settings: Settings) -> Iterator[Period]:
    week = week_of(period.first, settings)
    while week.first <= period.last:
        yield week
        week = week_of(week.last + _DAY, settings)


def _weeks(
    person: Person,
    asked: Iterable[Interview],
    work: Iterable[OpenWork],
    period: Period,
    weeks: Sequence[Period],
    settings: Settings,
) -> tuple[WeekLoad, ...]:
    due: list[list[OpenWork]] = [[] for _week in weeks]
    for one in work:
        if one.due is not None and one.due in period:
            due[(one.due - weeks[0].first).days // 7].append(one)
    talks = [0] * len(weeks)
    for talk in asked:
        if talk.day is not None and talk.day in period:
            talks[(talk.day - weeks[0].first).days // 7] += 1
    away = [0] * len(weeks)
    for day in days_away(person, weeks[0].first, weeks[-1].last):
        away[(day - weeks[0].first).days // 7] += day.weekday() not in settings.weekend
    capacity = None if person.hours_a_quarter is None else Decimal(person.hours_a_quarter) / WEEKS_A_QUARTER
    return tuple(
        WeekLoad(
            week.first,
            len(due[n]),
            sum((one.hours for one in due[n]), Decimal(0)),
            talks[n],
            away[n],
            capacity,
        )
        for n, week in enumerate(weeks)
    )


def days_away(person: Person, first: date, last: date) -> set[date]:
    """Return the days between two, both included, on which a person is away."""
    days: set[date] = set()
    for away in person.away:
        start, end = max(away.first, first), min(away.last, last)
        days.update(start + n * _DAY for n in range((end - start).days + 1))
    return days


def _quarters(person: Person, work: Iterable[OpenWork], quarters: Iterable[Period]) -> Iterator[QuarterLoad]:
    listed = [(one.due, one.hours) for one in work if one.due is not None]
    for quarter in quarters:
        hours = sum((n for due, n in listed if due in quarter), Decimal(0))
        over = person.hours_a_quarter is not None and hours > person.hours_a_quarter
        yield QuarterLoad(quarter, hours, over)


def _quarters_of(period: Period, settings: Settings) -> Iterator[Period]:
    quarter = quarter_of(period.first, settings)
    while quarter.first <= period.last:
        yield quarter
        quarter = quarter_of(quarter.last + _DAY, settings)


def conflicts(
    person: Person, interviews: Sequence[Interview], work: Iterable[OpenWork], period: Period
) -> Iterator[Conflict]:
    """Give what is asked of one person in a period and cannot be, but for hours, which are counted by quarter."""
    theirs = [one for one in interviews if person.id in one.person_ids or person.id == one.interviewer_id]
    yield from _over(person, _asked_of(person, interviews), period)
    if person.away:
        yield from _while_away(person, theirs, work, period)
    timed = sorted((one for one in theirs if one.day and one.time), key=_began)
    for first, second in combinations(timed, 2):
        if second.day is not None and second.day in period and _began(second) < _ends(first):
            yield Conflict(person, ConflictKind.TWICE, second.day, (first, second))


def _while_away(
    person: Person, theirs: Iterable[Interview], work: Iterable[OpenWork], period: Period
) -> Iterator[Conflict]:
    ahead = (one for one in theirs if one.day is not None and one.status is not InterviewStatus.HELD)
    for one in ahead:
        if one.day is not None and one.day in period and is_away(person, one.day):
            yield Conflict(person, ConflictKind.AWAY, one.day, (one,))
    told: set[tuple[int, date]] = set()
    for task in work:
        if task.due is not None and task.due in period and is_away(person, task.due):
            # Two roles of a piece on the same day are one thing to put right.
            if (task.piece_id, task.due) not in told:
                yield Conflict(person, ConflictKind.AWAY, task.due, work=task)
            told.add((task.piece_id, task.due))


def _over_by_hours(person: Person, work: Sequence[OpenWork], quarters: Iterable[QuarterLoad]) -> Iterator[Conflict]:
    """Give one conflict a quarter, for the first work whose hours are too many."""
    for quarter in quarters:
        if not quarter.over or person.hours_a_quarter is None:
            continue
        asked = Decimal(0)
        due = (one for one in work if one.due is not None and one.due in quarter.quarter)
        for one in sorted(due, key=lambda each: (each.due or date.max, each.piece_id)):
            asked += one.hours
            if asked > person.hours_a_quarter:
                yield Conflict(person, ConflictKind.OVER, one.due or date.max, work=one, hours=quarter.hours)
                break


def _over(person: Person, asked: Iterable[Interview], period: Period) -> Iterator[Conflict]:
    """Give one conflict a month, on the day of the first interview that is one too many."""
    by_month: Mapping[date, list[Interview]] = {month.first: [] for month in months_of(period)}
    for one in asked:
        if one.day is not None and (month := one.day.replace(day=1)) in by_month:
            by_month[month].append(one)
    for found in by_month.values():
        if person.interviews_a_month is not None and is_over(person, len(found)):
            ordered = sorted(found, key=lambda one: (one.day or date.max, one.id))
            extra = ordered[person.interviews_a_month]
            yield Conflict(
                person,
                ConflictKind.OVER,
                extra.day or date.max,
                tuple(ordered[person.interviews_a_month :]),
                asked=len(found),
            )


def is_away(person: Person, day: date) -> bool:
    """Tell whether a person is not to be asked on a day."""
    return any(away.first <= day <= away.last for away in person.away)


def _began(one: Interview) -> datetime:
    assert one.day is not None
    assert one.time is not None
    return datetime.combine(one.day, one.time)


def _ends(one: Interview) -> datetime:
    return _began(one) + timedelta(minutes=one.minutes)
