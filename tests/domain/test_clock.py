from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from editorial.domain.clock import entered_time, local_day, local_wall, wall_moment, wall_time
from editorial.domain.vocabulary import Precision

BERLIN = ZoneInfo("Europe/Berlin")


def test_time_in_a_gap_moves_forward_by_the_gap() -> None:
    assert wall_time(date(2027, 3, 28), time(2, 30), BERLIN) == time(3, 30)


def test_gap_of_half_an_hour() -> None:
    assert wall_time(date(2027, 10, 3), time(2, 15), ZoneInfo("Australia/Lord_Howe")) == time(2, 45)


@pytest.mark.parametrize("fold", [0, 1])
def test_time_that_occurs_twice_is_the_first(fold: int) -> None:
    moment = wall_moment(date(2027, 10, 31), time(2, 30, fold=fold), BERLIN)
    assert moment.utcoffset() == timedelta(hours=2)


def test_plain_time_stays() -> None:
    assert wall_time(date(2027, 7, 1), time(9, 5), BERLIN) == time(9, 5)


def test_timestamp_with_an_offset_falls_on_the_day_of_the_zone() -> None:
    stamp = datetime(2027, 3, 9, 23, 30, tzinfo=UTC)
    assert local_wall(stamp, BERLIN) == (date(2027, 3, 10), time(0, 30))


def test_timestamp_without_an_offset_is_wall_time() -> None:
    assert local_day(datetime(2027, 3, 9, 23, 30), BERLIN) == date(2027, 3, 9)  # noqa: DTZ001 - that is what is tested


@pytest.mark.parametrize(
    ("day", "precision", "zone"),
    [
        (None, Precision.DAY, "Europe/Berlin"),
        (date(2027, 3, 28), Precision.WEEK, "Europe/Berlin"),
        (date(2027, 3, 28), Precision.DAY, "Europe/Nowhere"),
        (date(2027, 3, 28), Precision.DAY, ""),
    ],
)
def test_time_entered_without_a_day_or_a_known_zone_stays(day: date | None, precision: Precision, zone: str) -> None:
    assert entered_time(time(2, 30), day, precision, zone) == time(2, 30)
