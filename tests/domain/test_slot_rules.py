"""Recurrence rules by whole days."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.slot_rules import WEEKDAYS, rule_days, why_not_rule, without_end

FIRST = date(2027, 1, 1)
MARCH = (date(2027, 3, 1), date(2027, 3, 31))


def march(rule: str, first: date = FIRST) -> list[int]:
    return [day.day for day in rule_days(rule, first, *MARCH)]


def test_every_tuesday() -> None:
    assert march("FREQ=WEEKLY;BYDAY=TU") == [2, 9, 16, 23, 30]


def test_every_second_week_counts_from_the_first_day() -> None:
    assert march("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", date(2027, 2, 23)) == [9, 23]


def test_without_a_weekday_it_is_that_of_the_first_day() -> None:
    assert march("FREQ=WEEKLY") == [5, 12, 19, 26]


def test_the_first_day_counts_only_where_the_rule_names_it() -> None:
    assert rule_days("FREQ=WEEKLY;BYDAY=TU", FIRST, FIRST, FIRST) == ()


def test_the_first_monday_and_the_last_friday_of_a_month() -> None:
    assert march("FREQ=MONTHLY;BYDAY=1MO") == [1]
    assert march("FREQ=MONTHLY;BYDAY=-1FR") == [26]


def test_day_31_is_left_out_of_shorter_months_and_the_last_day_never_is() -> None:
    assert rule_days("FREQ=MONTHLY;BYMONTHDAY=31", FIRST, date(2027, 4, 1), date(2027, 4, 30)) == ()
    assert rule_days("FREQ=MONTHLY;BYMONTHDAY=-1", FIRST, date(2027, 4, 1), date(2027, 4, 30)) == (date(2027, 4, 30),)


def test_a_rule_ends_after_a_count_or_on_a_day() -> None:
    assert march("FREQ=WEEKLY;BYDAY=TU;COUNT=2", date(2027, 3, 1)) == [2, 9]
    assert march("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270309T220000Z") == [2, 9]


def test_the_end_of_a_rule_can_be_taken_out() -> None:
    assert without_end("RRULE:FREQ=WEEKLY;UNTIL=20270309") == ("FREQ=WEEKLY", date(2027, 3, 9))
    assert without_end("FREQ=WEEKLY") == ("FREQ=WEEKLY", None)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "weekly",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=two",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20270101",
        "FREQ=WEEKLY;UNTIL=soon",
        "FREQ=WEEKLY;BYHOUR=9",
        "FREQ=MONTHLY;BYDAY=1",
        "FREQ=MONTHLY;BYMONTHDAY=40",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    ],
)
def test_a_rule_that_cannot_be_used_says_why(rule: str) -> None:
    assert why_not_rule(rule, FIRST)
    assert rule_days(rule, FIRST, *MARCH) == ()


def test_a_rule_of_another_form_is_left_to_the_library() -> None:
    assert march("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1") == [31]
    assert why_not_rule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", FIRST) is None


weekly = st.builds(
    lambda n, days, start: f"FREQ=WEEKLY;INTERVAL={n};BYDAY={','.join(days)};WKST={start}",
    st.integers(1, 5),
    st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True),
    st.sampled_from(("MO", "SU")),
)
monthly = st.one_of(
    st.builds(
        lambda n, nth, day: f"FREQ=MONTHLY;INTERVAL={n};BYDAY={nth}{day}",
        st.integers(1, 4),
        st.sampled_from((1, 2, 3, 4, 5, -1, -2)),
        st.sampled_from(WEEKDAYS),
    ),
    st.builds(
        lambda n, day: f"FREQ=MONTHLY;INTERVAL={n};BYMONTHDAY={day}",
        st.integers(1, 4),
        st.one_of(st.integers(1, 31), st.integers(-31, -1)),
    ),
)
daily = st.builds(
    lambda n, days: f"FREQ=DAILY;INTERVAL={n};BYDAY={','.join(days)}",
    st.sampled_from((1, 2, 3, 5)),
    st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True),
)


@given(
    rule=st.one_of(weekly, monthly, daily),
    first=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    ahead=st.integers(-100, 800),
    length=st.integers(0, 400),
    count=st.one_of(st.none(), st.integers(1, 30)),
)
def test_the_short_way_gives_what_the_library_gives(
    rule: str, first: date, ahead: int, length: int, count: int | None
) -> None:
    start = first + timedelta(days=ahead)
    end = start + timedelta(days=length)
    said = rule if count is None else f"{rule};COUNT={count}"
    known = rrulestr(said, dtstart=midnight(first))
    moments = known.between(midnight(start), midnight(end), inc=True)
    assert list(rule_days(said, first, start, end)) == [moment.date() for moment in moments]


def midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)
