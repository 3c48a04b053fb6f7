from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from editorial.domain.records import Settings
from editorial.domain.vocabulary import Precision
from editorial.exchange.days import Bad, Days, Span, read_day, read_days

SETTINGS = Settings(fiscal_month=7)


def days(*cells: object, order: str = "") -> Days:
    return read_days(cells, SETTINGS, UTC, order)


def reason(cell: str) -> str:
    found = read_day(cell, SETTINGS, UTC)
    assert isinstance(found, Bad)
    return found.reason


@pytest.mark.parametrize(
    "cell",
    [
        "2027-03-11", "2027/3/11", "2027.03.11", "20270311", "2027-03-11 14:30", "2027-03-11T23:59:00Z",
        "11 March 2027", "11th Mar 2027", "Mar 11, 2027", "Thu, 11 March 2027", "11-Mar-27", "2027 Mar 11",
        "March 11th, 2027", "11 March 2027 14:30", date(2027, 3, 11), datetime(2027, 3, 11, 9, 0),  # noqa: DTZ001
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(cell: object) -> None:
    assert read_day(cell, SETTINGS, UTC) == date(2027, 3, 11)


def test_a_timestamp_falls_on_its_day_in_the_zone_of_the_workspace() -> None:
    assert read_day("2027-03-11T20:00:00-05:00", SETTINGS, ZoneInfo("Europe/Berlin")) == date(2027, 3, 12)


@pytest.mark.parametrize("cell", ["17-Jun", "24th Sept", "June 8", "8/6", "17.6."])
def test_a_day_without_a_year_is_refused(cell: str) -> None:
    assert reason(cell) == "the day has no year"


@pytest.mark.parametrize("cell", ["2027-02-30", "31/11/2027", "2027-13-01", "32 March 2027"])
def test_a_day_that_does_not_exist_is_refused(cell: str) -> None:
    assert reason(cell) == "there is no such day"


@pytest.mark.parametrize("cell", ["W3", "Jun 8–14", "soon", "tomorrow", "42"])
def test_what_is_no_day_is_refused(cell: str) -> None:
    assert "not a day" in reason(cell)


def test_a_year_far_off_is_refused() -> None:
    assert "1900" in reason("0202-01-01")


@pytest.mark.parametrize(
    ("cell", "first", "precision"),
    [
        ("2027-W10", date(2027, 3, 8), Precision.WEEK),
        ("2027-03", date(2027, 3, 1), Precision.MONTH),
        ("March 2027", date(2027, 3, 1), Precision.MONTH),
        ("FY2027 Q1", date(2026, 7, 1), Precision.QUARTER),
    ],
)
def test_coarser_spans_keep_their_precision(cell: str, first: date, precision: Precision) -> None:
    assert read_day(cell, SETTINGS, UTC) == Span(first, precision)


def test_one_day_above_twelve_proves_the_column() -> None:
    assert days("23/02/2027", "01/02/2027").values == [date(2027, 2, 23), date(2027, 2, 1)]
    assert days("02/23/2027", "01/02/2027").values == [date(2027, 2, 23), date(2027, 1, 2)]


def test_a_column_that_proves_both_refuses_both_lines_and_asks_about_the_rest() -> None:
    found = days("23/02/2027", "02/23/2027", "01/02/2027")
    assert [isinstance(value, Bad) for value in found.values] == [True, True, False]
    assert (found.readings, found.examples) == (("dmy", "mdy"), ("01/02/2027",))


def test_a_column_that_proves_nothing_is_asked_about() -> None:
    found = days("05/04/2027", "06/04/2027")
    assert (found.readings, found.examples) == (("dmy", "mdy"), ("05/04/2027", "06/04/2027"))


def test_the_users_word_decides() -> None:
    assert days("05/04/2027", order="mdy").values == [date(2027, 5, 4)]
    assert days("05/04/27", order="dmy").values == [date(2027, 4, 5)]
    assert days("26/9/25", order="ymd").values == [date(2026, 9, 25)]


def test_a_day_against_the_users_word_is_refused() -> None:
    assert isinstance(days("23/02/2027", order="mdy").values[0], Bad)


def test_two_digit_years_are_of_this_century() -> None:
    assert days("23/02/27").values == [date(2027, 2, 23)]


def test_years_that_may_stand_first_are_asked_about() -> None:
    assert days("26/9/25", "26/9/28", "26/10/2").readings == ("dmy", "ymd")


def test_days_that_are_the_same_either_way_are_no_question() -> None:
    found = days("05/05/2027", "06/06/2027")
    assert (found.values, found.readings) == ([date(2027, 5, 5), date(2027, 6, 6)], ())


def test_blank_cells_are_no_day_and_prove_nothing() -> None:
    assert days("", None, "2027-03-11").values == [None, None, date(2027, 3, 11)]
