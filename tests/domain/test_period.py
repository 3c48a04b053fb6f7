from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.period import (
    Period,
    between,
    counts_in,
    earliest_reaching,
    first_of_span,
    fiscal_year,
    fitting_spans,
    month_of,
    months_before,
    next_period,
    parse_period,
    previous_period,
    quarter_of,
    quarters_within,
    span_of,
    target_factor,
    week_of,
    year_of,
)
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Precision
from editorial.errors import RuleBroken

JANUARY, JULY = Settings(), Settings(fiscal_month=7)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
SETTINGS = st.builds(Settings, fiscal_month=st.integers(1, 12), week_start=st.integers(0, 6))


@st.composite
def periods(draw: st.DrawFn) -> tuple[Period, Settings]:
    settings, day = draw(SETTINGS), draw(DAYS)
    free = between(day, day + timedelta(days=draw(st.integers(0, 400))))
    return draw(st.sampled_from([quarter_of(day, settings), year_of(day, settings), month_of(day), free])), settings


def test_fiscal_quarter_from_july() -> None:
    expected = Period("FY2027 Q1", date(2026, 7, 1), date(2026, 9, 30))
    assert quarter_of(date(2026, 7, 1), JULY) == quarter_of(date(2026, 9, 30), JULY) == expected


def test_fiscal_quarter_from_january() -> None:
    assert quarter_of(date(2027, 3, 31), JANUARY) == Period("FY2027 Q1", date(2027, 1, 1), date(2027, 3, 31))


@pytest.mark.parametrize(("day", "year"), [(date(2026, 6, 30), 2026), (date(2026, 7, 1), 2027)])
def test_fiscal_year_is_named_after_the_year_it_ends_in(day: date, year: int) -> None:
    assert fiscal_year(day, JULY) == year


def test_fiscal_year_from_july() -> None:
    assert year_of(date(2026, 12, 1), JULY) == Period("FY2027", date(2026, 7, 1), date(2027, 6, 30))


def test_quarter_with_leap_day() -> None:
    assert quarter_of(date(2028, 2, 29), JANUARY).days == 91


@pytest.mark.parametrize("text", ["FY2027Q1", "FY2027 Q1", "fy2027 q1", " FY2027-Q1 "])
def test_parse_quarter(text: str) -> None:
    assert parse_period(text, JANUARY) == Period("FY2027 Q1", date(2027, 1, 1), date(2027, 3, 31))


def test_parse_year() -> None:
    assert parse_period("FY2027", JULY).first == date(2026, 7, 1)


def test_parse_month() -> None:
    assert parse_period("2028-02", JULY) == Period("2028-02", date(2028, 2, 1), date(2028, 2, 29))


def test_parse_range_keeps_its_name() -> None:
    text = "2027-01-01..2027-03-31"
    assert parse_period(text, JANUARY) == Period(text, date(2027, 1, 1), date(2027, 3, 31))


@pytest.mark.parametrize(
    "text",
    ["", "Q1", "FY27Q1", "FY2027Q5", "2027-13", "2027-00", "2027-02-30..2027-03-01", "FY0001", "0001-01", "９027-01",
     "2027-01-01..9999-12-31", "2027-01-01"],
)  # fmt: skip
def test_parse_refuses_with_the_forms_it_knows(text: str) -> None:
    with pytest.raises(RuleBroken, match="write one like FY2027 Q1"):
        parse_period(text, JANUARY)


def test_parse_refuses_a_period_that_ends_before_it_begins() -> None:
    with pytest.raises(RuleBroken, match="ends before it begins"):
        parse_period("2027-03-31..2027-01-01", JANUARY)


@given(periods())
def test_parse_of_name_is_the_period(given_period: tuple[Period, Settings]) -> None:
    period, settings = given_period
    assert parse_period(period.name, settings) == period


@given(periods())
def test_next_follows_and_previous_takes_it_back(given_period: tuple[Period, Settings]) -> None:
    period, settings = given_period
    following = next_period(period, settings)
    assert following.first == period.last + timedelta(days=1)
    assert previous_period(following, settings) == period


@given(DAYS, SETTINGS)
def test_a_year_is_four_quarters(day: date, settings: Settings) -> None:
    year = year_of(day, settings)
    quarters = quarters_within(year, settings)
    assert len(quarters) == 4
    assert (quarters[0].first, quarters[-1].last) == (year.first, year.last)


@pytest.mark.parametrize(
    ("text", "factor"),
    [("2027-03", 1), ("FY2027 Q1", 1), ("FY2027", 4), ("2027-01-01..2027-06-29", 1), ("2027-01-02..2027-12-31", 3)],
)
def test_target_factor_is_whole_quarters_at_least_one(text: str, factor: int) -> None:
    assert target_factor(parse_period(text, JANUARY), JANUARY) == factor


def test_week_starts_where_the_workspace_says() -> None:
    sunday = Settings(week_start=6)
    assert week_of(date(2027, 3, 10), sunday).first == date(2027, 3, 7)
    assert span_of(date(2027, 3, 7), Precision.WEEK, JANUARY) == (date(2027, 3, 1), date(2027, 3, 7))


def test_first_of_span_of_a_fiscal_quarter() -> None:
    assert first_of_span(date(2027, 3, 10), Precision.QUARTER, Settings(fiscal_month=2)) == date(2027, 2, 1)


def test_month_counts_in_a_period_just_as_long() -> None:
    assert counts_in(date(2027, 2, 1), Precision.MONTH, between(date(2027, 2, 1), date(2027, 2, 28)), JANUARY)


def test_month_does_not_count_in_a_period_one_day_shorter() -> None:
    assert not counts_in(date(2027, 2, 1), Precision.MONTH, between(date(2027, 2, 1), date(2027, 2, 27)), JANUARY)


def test_only_the_months_that_fit_count() -> None:
    period = between(date(2027, 2, 1), date(2027, 3, 1))
    assert fitting_spans(period, JANUARY)[Precision.MONTH] == (date(2027, 2, 1),)


def test_quarter_counts_in_its_quarter_and_not_in_its_first_month() -> None:
    first = date(2027, 1, 1)
    assert counts_in(first, Precision.QUARTER, quarter_of(first, JANUARY), JANUARY)
    assert not counts_in(first, Precision.QUARTER, month_of(first), JANUARY)


def test_long_quarter_does_not_count_in_a_shorter_free_range() -> None:
    period = between(date(2027, 7, 1), date(2027, 9, 29))
    assert not counts_in(date(2027, 7, 1), Precision.QUARTER, period, JANUARY)


def test_week_counts_where_its_first_day_lies() -> None:
    month = month_of(date(2027, 3, 1))
    assert counts_in(date(2027, 3, 29), Precision.WEEK, month, JANUARY)
    assert not counts_in(date(2027, 3, 29), Precision.WEEK, next_period(month, JANUARY), JANUARY)


@given(periods(), DAYS, st.sampled_from(Precision))
def test_fitting_spans_is_the_rule_of_counting(
    given_period: tuple[Period, Settings], day: date, precision: Precision
) -> None:
    period, settings = given_period
    first, last = span_of(day, precision, settings)
    expected = first in period and (last - first).days + 1 <= period.days
    assert counts_in(first, precision, period, settings) == expected


@given(DAYS, DAYS, SETTINGS, st.sampled_from(Precision))
def test_what_reaches_a_day_is_kept_from_the_earliest_on(
    first: date, day: date, settings: Settings, precision: Precision
) -> None:
    kept, last = span_of(day, precision, settings)
    assert (last >= first) == (kept >= earliest_reaching(first, settings)[precision])


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2027, 3, 31), 1, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2027, 1, 15), 18, date(2025, 7, 15)),
        (date(2027, 12, 31), 0, date(2027, 12, 31)),
    ],
)
def test_months_before_a_day(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before
