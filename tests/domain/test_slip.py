"""How far a publication lies from its planned day."""

from datetime import date

from editorial.domain.records import Settings
from editorial.domain.slip import Slip, slip, slip_words
from editorial.domain.vocabulary import Precision
from editorial.domain.workdays import WorkCalendar

FRIDAY = date(2027, 3, 12)


def slipped(published: date | None, planned: date | None = FRIDAY, precision: Precision = Precision.DAY) -> Slip | None:
    return slip(planned, precision, published, Settings(), WorkCalendar())


def test_from_friday_to_tuesday_are_four_days_and_two_working_days() -> None:
    assert slipped(date(2027, 3, 16)) == Slip(4, 2)


def test_earlier_is_below_zero() -> None:
    assert slipped(date(2027, 3, 9)) == Slip(-3, -3)


def test_on_the_day_there_is_none() -> None:
    assert slipped(FRIDAY) == Slip(0, 0)


def test_without_a_plan_or_a_publication_there_is_nothing_to_say() -> None:
    assert slipped(None) is None
    assert slipped(FRIDAY, None) is None


def test_a_month_is_kept_on_any_of_its_days_and_missed_from_its_last() -> None:
    first = date(2027, 3, 1)
    assert slipped(date(2027, 3, 31), first, Precision.MONTH) == Slip(0, 0)
    assert slipped(date(2027, 4, 2), first, Precision.MONTH) == Slip(2, 2)
    assert slipped(date(2027, 2, 26), first, Precision.MONTH) == Slip(-3, -1)


def test_a_slip_is_said_in_days_and_working_days() -> None:
    assert slip_words(Slip(4, 2)) == "4 days later than planned (2 working days)"
    assert slip_words(Slip(-1, -1)) == "1 day earlier than planned (1 working day)"
    assert slip_words(Slip(0, 0)) == "as planned"
