"""Days away that a calendar brings, beside those that are known."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.away import AwayDrafts, compared, days_taken, without_repeats
from editorial.domain.records import Away

HOURS = (time(9), time(17))
START = date(2027, 4, 1)


def away(first: int, last: int | None = None, reason: str = "") -> Away:
    """Return days away by their number in April."""
    return Away(first=date(2027, 4, first), last=date(2027, 4, last or first), reason=reason)


@pytest.mark.parametrize(
    ("starts", "ends", "taken"),
    [
        ((1, 9), (1, 17), (1, 1)),
        ((1, 8), (1, 16), None),
        ((1, 12), (2, 12), None),
        ((1, 12), (3, 12), (2, 2)),
        ((1, 7), (3, 18), (1, 3)),
        ((1, 18), (2, 8), None),
        ((1, 0), (2, 0), (1, 1)),
    ],
)
def test_a_day_counts_where_its_working_hours_are_taken(
    starts: tuple[int, int], ends: tuple[int, int], taken: tuple[int, int] | None
) -> None:
    begins, finishes = (datetime(2027, 4, day, hour) for day, hour in (starts, ends))  # noqa: DTZ001 (wall time)
    found = days_taken(begins, finishes, HOURS)
    assert (found and tuple(day.day for day in found)) == taken


def test_what_is_known_stays_and_what_grew_is_longer() -> None:
    drafts = AwayDrafts((away(1, 3), away(5, 9), away(12)))
    found = compared("Ada", drafts, [away(1, 4), away(5, 6, "Holiday")])
    assert (found.new, found.unchanged, found.read) == ((away(12),), 1, 3)
    assert found.changed == ((away(5, 6, "Holiday"), away(5, 9, "Holiday")),)
    assert found.away([away(1, 4), away(5, 6, "Holiday")]) == (away(1, 4), away(5, 9, "Holiday"), away(12))


def test_what_lies_within_another_is_no_stretch_of_its_own() -> None:
    assert without_repeats([away(3), away(1, 5), away(1, 2), away(5, 7)]) == [away(1, 5), away(5, 7)]


STRETCHES = st.lists(
    st.builds(
        lambda day, length: Away(first=START + timedelta(days=day), last=START + timedelta(days=day + length)),
        st.integers(0, 40),
        st.integers(0, 10),
    ),
    max_size=8,
)


def covered(stretches: list[Away] | tuple[Away, ...]) -> set[date]:
    return {date.fromordinal(n) for one in stretches for n in range(one.first.toordinal(), one.last.toordinal() + 1)}


@given(STRETCHES, STRETCHES)
def test_afterwards_all_days_are_known_and_none_is_lost(given_: list[Away], present: list[Away]) -> None:
    drafts = AwayDrafts(tuple(without_repeats(given_)))
    after = compared("Ada", drafts, present).away(present)
    assert covered(after) == covered(given_) | covered(present)
    again = compared("Ada", drafts, after)
    assert (again.new, again.changed) == ((), ())
