"""Spans in which people can meet."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.planning_records import Interview
from editorial.domain.records import Away, Person, Settings
from editorial.domain.spans import Span, free_spans, works_on, works_through, zone_of
from editorial.domain.vocabulary import InterviewStatus
from editorial.domain.workdays import WorkCalendar

MONDAY = date(2027, 3, 8)
BERLIN = Settings(time_zone="Europe/Berlin")
SINCE = datetime(2027, 3, 8, 0, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def a_person(number: int = 1, **fields: Any) -> Person:
    return Person(id=number, uid=f"p{number}", name=f"Person {number}", **fields)


def an_interview(day: date, at: time | None, *people: int, **fields: Any) -> Interview:
    return Interview(id=9, uid="i", name="Talk", day=day, time=at, person_ids=people, **fields)


def offered(
    *people: Person,
    minutes: int = 60,
    interviews: tuple[Interview, ...] = (),
    calendar: WorkCalendar = WorkCalendar(),  # noqa: B008 - frozen
    since: datetime = SINCE,
    count: int = 5,
) -> list[tuple[date, time]]:
    found = free_spans(people, minutes, since, interviews, BERLIN, calendar, count)
    return [(span.day, span.time) for span in found]


def test_five_spans_from_the_beginning_of_the_first_day() -> None:
    assert offered(a_person(), a_person(2)) == [(MONDAY, time(hour)) for hour in (9, 10, 11, 12, 13)]


def test_hours_meet_across_zones() -> None:
    # 9 to 17 in New York is 14 to 22 in Berlin, an hour less than usual: America has changed its clocks already.
    assert offered(a_person(), a_person(2, time_zone="America/New_York"), minutes=90, count=3) == [
        (MONDAY, time(15)),
        (date(2027, 3, 9), time(15)),
        (date(2027, 3, 10), time(15)),
    ]
    assert offered(a_person(), a_person(2, time_zone="America/New_York"), since=SINCE + timedelta(weeks=1))[0] == (
        date(2027, 3, 15),
        time(14),
    )


def test_hours_that_never_meet_give_no_span() -> None:
    assert offered(a_person(), a_person(2, time_zone="Pacific/Auckland")) == []


def test_a_night_shift_reaches_into_the_next_day() -> None:
    night = a_person(2, works_from=time(22), works_until=time(10, 30))
    assert offered(a_person(), night, count=2) == [(date(2027, 3, 9), time(9)), (date(2027, 3, 10), time(9))]


def test_days_away_holidays_and_weekends_are_left_out() -> None:
    away = a_person(away=(Away(first=MONDAY, last=date(2027, 3, 10)),))
    closed = WorkCalendar(closed=((date(2027, 3, 11), date(2027, 3, 11), "Retreat"),))
    assert offered(away, calendar=closed, minutes=480, count=2) == [
        (date(2027, 3, 12), time(9)),
        (date(2027, 3, 15), time(9)),
    ]


def test_public_holidays_are_left_out() -> None:
    assert not works_on(a_person(), date(2027, 3, 26), WorkCalendar(country="DE"))


def test_own_days_of_work_stand_in_for_the_weekend_of_the_team() -> None:
    sunday = a_person(weekdays=frozenset({6}))
    assert offered(sunday, minutes=480, count=1) == [(date(2027, 3, 14), time(9))]


def test_other_interviews_of_either_are_in_the_way_whoever_asks() -> None:
    busy = (
        an_interview(MONDAY, time(9, 45), 1, minutes=30),
        an_interview(MONDAY, time(12), 7, interviewer_id=2),
        an_interview(MONDAY, time(14), 1, status=InterviewStatus.CANCELLED),
        an_interview(MONDAY, None, 1),
    )
    found = offered(a_person(), a_person(2), minutes=45, interviews=busy)
    assert [at for _day, at in found] == [time(9), time(10, 30), time(13), time(14), time(15)]


def test_nothing_begins_before_the_moment_asked_from() -> None:
    assert offered(a_person(), since=SINCE + timedelta(hours=15, minutes=50), count=1) == [(MONDAY, time(16))]


def test_a_zone_that_is_not_known_is_the_workspaces() -> None:
    assert zone_of(a_person(time_zone="Moon/Base"), BERLIN) == ZoneInfo("Europe/Berlin")


def test_who_works_through_a_span_in_their_own_zone() -> None:
    at = datetime(2027, 3, 22, 14, tzinfo=ZoneInfo("Europe/Berlin"))

    def works(person: Person, hours: int = 0) -> bool:
        return works_through(person, at + timedelta(hours=hours), 60, BERLIN, WorkCalendar())

    ada = a_person(time_zone="America/New_York")
    assert (works(ada), works(ada, -2), works(ada, 8), works(ada, 9)) == (True, False, False, False)
    assert works(ada, 7)
    assert works(a_person(), 9)


def test_a_span_tells_its_time_elsewhere() -> None:
    span = Span(datetime(2027, 3, 8, 14, tzinfo=ZoneInfo("Europe/Berlin")), 30)
    assert span.local(ZoneInfo("Asia/Tokyo")).time() == time(22)


ZONES = st.sampled_from(("Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", ""))
HOURS = st.integers(0, 23).map(time)


@given(st.lists(st.tuples(ZONES, HOURS, HOURS), min_size=1, max_size=3), st.integers(15, 240))
def test_every_span_lies_in_everybodys_hours(people: list[tuple[str, time, time]], minutes: int) -> None:
    listed = [
        a_person(n, time_zone=zone, works_from=begins, works_until=ends)
        for n, (zone, begins, ends) in enumerate(people)
    ]
    spans = free_spans(listed, minutes, SINCE, (), BERLIN, WorkCalendar())
    assert all(two.start >= one.start + timedelta(minutes=minutes) for one, two in pairwise(spans))
    for span in spans:
        for person in listed:
            assert _in_hours(person, span)


def _in_hours(person: Person, span: Span) -> bool:
    zone = zone_of(person, BERLIN)
    first, last = span.local(zone), (span.start.astimezone(UTC) + timedelta(minutes=span.minutes)).astimezone(zone)
    begins, ends = person.works_from or time(9), person.works_until or time(17)
    if ends > begins:
        return first.date() == last.date() and begins <= first.time() and last.time() <= ends
    return first.time() >= begins or last.time() <= ends
