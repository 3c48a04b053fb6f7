from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.records import DayNote, Settings
from editorial.domain.vocabulary import NoteKind
from editorial.domain.workdays import (
    WorkCalendar,
    public_holidays,
    shift_working_days,
    why_not_holidays,
    work_calendar,
    working_day_from,
    working_days_between,
)
from editorial.errors import RuleBroken

GERMANY = work_calendar(Settings(country="DE", subdivision="BY"))
FRIDAY = date(2027, 3, 5)


def test_weekend_is_skipped_forward_and_back() -> None:
    monday = FRIDAY + timedelta(3)
    assert shift_working_days(FRIDAY, 1, WorkCalendar()) == monday
    assert shift_working_days(monday, -1, WorkCalendar()) == FRIDAY


def test_no_working_days_away_is_the_day_itself() -> None:
    sunday = FRIDAY + timedelta(2)
    assert shift_working_days(sunday, 0, WorkCalendar()) == sunday


def test_public_holidays_are_not_working_days() -> None:
    assert shift_working_days(date(2027, 3, 25), 1, GERMANY) == date(2027, 3, 30)


def test_holidays_across_the_turn_of_the_year() -> None:
    days = public_holidays("DE", "BY", date(2026, 12, 26), date(2027, 1, 6))
    assert list(days) == [date(2026, 12, 26), date(2027, 1, 1), date(2027, 1, 6)]


def test_no_country_no_holidays() -> None:
    assert public_holidays("", "", date(2027, 1, 1), date(2027, 12, 31)) == {}


def test_own_closed_days_are_not_working_days_and_events_are() -> None:
    closed = DayNote(id=1, uid="n", name="Stocktaking", first=FRIDAY, last=FRIDAY, kind=NoteKind.CLOSED)
    event = DayNote(id=2, uid="m", name="Fair", first=FRIDAY - timedelta(1), last=FRIDAY - timedelta(1))
    calendar = work_calendar(Settings(), [closed, event])
    assert calendar.why_not(FRIDAY) == "Stocktaking"
    assert calendar.is_working(FRIDAY - timedelta(1))


def test_other_weekends() -> None:
    gulf = work_calendar(Settings(weekend=frozenset({4, 5})))
    assert gulf.why_not(FRIDAY) == "weekend"
    assert gulf.is_working(FRIDAY + timedelta(2))


def test_a_week_of_weekends_is_refused() -> None:
    with pytest.raises(RuleBroken, match="no working day"):
        shift_working_days(FRIDAY, 1, WorkCalendar(frozenset(range(7))))


@pytest.mark.parametrize(
    ("country", "subdivision", "reason"),
    [("", "", "No country is set"), ("XX", "", "the country “XX”"), ("DE", "ZZ", "“ZZ” is not a subdivision of DE")],
)
def test_why_holidays_are_not_known(country: str, subdivision: str, reason: str) -> None:
    assert reason in (why_not_holidays(country, subdivision) or "")
    assert public_holidays(country, subdivision, FRIDAY, FRIDAY + timedelta(60)) == {}


def test_holidays_of_a_subdivision_are_known() -> None:
    assert why_not_holidays("DE", "BY") is None


def test_working_days_between_are_counted_with_both_ends() -> None:
    assert working_days_between(FRIDAY, FRIDAY + timedelta(3), WorkCalendar()) == 2
    assert working_days_between(FRIDAY, FRIDAY - timedelta(1), WorkCalendar()) == 0


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(-60, 60))
def test_there_and_back_from_a_working_day(day: date, days: int) -> None:
    start = shift_working_days(day, 1, GERMANY)
    assert shift_working_days(shift_working_days(start, days, GERMANY), -days, GERMANY) == start


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(1, 30))
def test_so_many_working_days_lie_in_between(day: date, days: int) -> None:
    after = shift_working_days(day, days, GERMANY)
    assert GERMANY.is_working(after)
    assert working_days_between(day + timedelta(1), after, GERMANY) == days


CLOSED = (DayNote(id=1, uid="", name="Yard", first=date(2027, 5, 1), last=date(2027, 5, 9), kind=NoteKind.CLOSED),)
BAVARIA = work_calendar(Settings(country="DE", subdivision="BY", weekend=frozenset({4, 6})), CLOSED * 2)


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(-5, 400))
def test_counted_days_are_those_that_are_working(first: date, days: int) -> None:
    walked = sum(BAVARIA.is_working(first + timedelta(n)) for n in range(days + 1))
    assert working_days_between(first, first + timedelta(days), BAVARIA) == walked


def test_centuries_of_working_days_are_counted_at_once() -> None:
    assert working_days_between(date(2000, 1, 3), date(2999, 12, 29), WorkCalendar()) == 260885


def test_closed_for_years_there_is_no_working_day() -> None:
    closed = DayNote(id=1, uid="n", name="Gone", first=FRIDAY, last=date(2060, 1, 1), kind=NoteKind.CLOSED)
    calendar = work_calendar(Settings(), [closed])
    assert working_day_from(FRIDAY, 1, calendar) is None
    assert working_day_from(FRIDAY, -1, calendar) == FRIDAY - timedelta(1)
    assert working_day_from(FRIDAY, 0, calendar) == FRIDAY
