from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.retention import kept

NOW = datetime(2027, 3, 10, 12, 0, tzinfo=UTC)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def test_all_of_the_last_ten_days_are_kept() -> None:
    made = [ago(days) for days in (0, 0.1, 3, 9.9)]
    assert kept(made, NOW) == set(made)


def test_older_ones_are_kept_one_a_week_the_newest() -> None:
    made = [ago(0), ago(11), ago(13), ago(18), ago(20)]
    assert kept(made, NOW) == {ago(0), ago(11), ago(18)}


def test_daily_copies_of_a_year_thin_out_to_ten_days_and_eight_weeks() -> None:
    assert len(kept([ago(days) for days in range(365)], NOW)) == 18


def test_the_newest_is_kept_however_old() -> None:
    assert kept([ago(400), ago(500)], NOW) == {ago(400)}


@given(st.lists(st.floats(0, 200).map(ago)))
def test_thinning_out_twice_changes_nothing(made: list[datetime]) -> None:
    once = kept(made, NOW)
    assert kept(once, NOW) == once
