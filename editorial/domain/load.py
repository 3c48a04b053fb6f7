"""What is asked of people: interviews by month against what they can give, open work by week, and conflicts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from editorial.domain.period import Period, month_of, week_of
from editorial.domain.planning_records import Interview
from editorial.domain.records import Person, Settings
from editorial.domain.vocabulary import AssignmentRole, InterviewStatus

COUNTED = (InterviewStatus.ARRANGED, InterviewStatus.HELD)
"""Interviews in these states take of what a person can give."""
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


@dataclass(frozen=True, slots=True)
class MonthLoad:
    """The interviews of a month, and whether they are more than the person can give."""

    month: Period
    interviews: int
    over: bool


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """The open assignments due in a week, and their hours."""

    first: date
    open: int
    hours: Decimal


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """What is asked of one person in a period."""

    person: Person
    months: tuple[MonthLoad, ...]
    weeks: tuple[WeekLoad, ...]


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
    dated = [one for one in interviews if one.day and one.status is not InterviewStatus.CANCELLED]
    listed = list(work)
    of_person = {person.id: _asked_of(person, dated) for person in people}
    of_work: dict[int, list[OpenWork]] = {}
    for one in listed:
        of_work.setdefault(one.person_id, []).append(one)
    loads = tuple(
        PersonLoad(
            person,
            tuple(_months(person, of_person[person.id], period)),
            tuple(_weeks(of_work.get(person.id, ()), period, settings)),
        )
        for person in people
    )
    found = [conflict for person in people for conflict in conflicts(person, dated, of_work.get(person.id, ()), period)]
    return Load(period, loads, tuple(sorted(found, key=lambda one: (one.day, one.person.name, one.kind))))


def _asked_of(person: Person, interviews: Iterable[Interview]) -> list[Interview]:
    """Return the interviews that take of what a person can give: those who ask give nothing of it."""
    return [one for one in interviews if person.id in one.person_ids and one.status in COUNTED]


def months_of(period: Period) -> Iterator[Period]:
    """Give the calendar months that a period touches."""
    month = month_of(period.first)
    while month.first <= period.last:
        yield month
        month = month_of(month.last + _DAY)


def is_over(person: Person, interviews: int) -> bool:
    """Tell whether so many interviews in a month are more than a person can give; without a limit never."""
    return person.interviews_a_month is not None and interviews > person.interviews_a_month


def _months(person: Person, asked: Sequence[Interview], period: Period) -> Iterator[MonthLoad]:
    for month in months_of(period):
        n = sum(one.day is not None and one.day in month for one in asked)
        yield MonthLoad(month, n, is_over(person, n))


def _weeks(work: Sequence[OpenWork], period: Period, settings: Settings) -> Iterator[WeekLoad]:
    week = week_of(period.first, settings)
    while week.first <= period.last:
        due = [one for one in work if one.due is not None and one.due in week and one.due in period]
        yield WeekLoad(week.first, len(due), sum((one.hours for one in due), Decimal(0)))
        week = week_of(week.last + _DAY, settings)


def conflicts(
    person: Person, interviews: Sequence[Interview], work: Iterable[OpenWork], period: Period
) -> Iterator[Conflict]:
    """Give what is asked of one person in a period and cannot be."""
    theirs = [one for one in interviews if person.id in one.person_ids or person.id == one.interviewer_id]
    yield from _over(person, _asked_of(person, interviews), period)
    ahead = (one for one in theirs if one.day is not None and one.status is not InterviewStatus.HELD)
    for one in ahead:
        if one.day is not None and one.day in period and is_away(person, one.day):
            yield Conflict(person, ConflictKind.AWAY, one.day, (one,))
    for task in work:
        if task.due is not None and task.due in period and is_away(person, task.due):
            yield Conflict(person, ConflictKind.AWAY, task.due, work=task)
    timed = sorted((one for one in theirs if one.day and one.time), key=_began)
    for first, second in combinations(timed, 2):
        if second.day is not None and second.day in period and _began(second) < _ends(first):
            yield Conflict(person, ConflictKind.TWICE, second.day, (first, second))


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
