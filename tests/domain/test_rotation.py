from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.period import quarter_of
from editorial.domain.records import Interest, Settings
from editorial.domain.rotation import Rotation, Use, fair_weights, rotation, uses
from tests.domain.builders import an_entry, an_interest

QUARTER = quarter_of(date(2027, 2, 1), Settings())
TOP = {
    1: an_interest(1, name="Cost", weight=Decimal("0.5")),
    2: an_interest(2, name="Risk", weight=Decimal("0.3")),
    3: an_interest(3, name="Talent", weight=Decimal("0.2")),
}


def used(*interests: int, segments: frozenset[int] = frozenset({1})) -> list[Use]:
    return [Use(n, QUARTER.first + timedelta(n), each, segments) for n, each in enumerate(interests)]


def names(found: Rotation) -> list[str]:
    return [interest.name for interest in found.next]


def test_next_ten_of_the_worked_example() -> None:
    expected = "Cost Risk Talent Cost Cost Risk Cost Talent Risk Cost"
    assert names(rotation(QUARTER, TOP, [])) == expected.split()


def test_after_the_ten_every_credit_is_back_at_nothing() -> None:
    found = rotation(QUARTER, TOP, used(1, 2, 3, 1, 1, 2, 1, 3, 2, 1))
    assert [turn.count for turn in found.interests] == [5, 3, 2]
    assert [turn.deficit for turn in found.interests] == [0, 0, 0]


def test_tie_goes_to_the_larger_weight() -> None:
    assert names(rotation(QUARTER, TOP, used(1, 2, 3, 1)))[0] == "Cost"


def test_tie_of_equal_weights_goes_to_the_name() -> None:
    interests = {1: an_interest(1, name="Beta"), 2: an_interest(2, name="Alpha")}
    assert names(rotation(QUARTER, interests, [], ahead=2)) == ["Alpha", "Beta"]


def test_zero_weights_are_equal() -> None:
    interests = [an_interest(n, weight=Decimal(0)) for n in (1, 2, 3, 4)]
    assert set(fair_weights(interests).values()) == {Fraction(1, 4)}


def test_no_interests_no_turns() -> None:
    found = rotation(QUARTER, {}, [])
    assert (found.interests, found.next) == ((), ())


def test_retired_interests_do_not_take_part() -> None:
    interests = TOP | {4: an_interest(4, retired=True)}
    found = rotation(QUARTER, interests, used(4, 1, 4))
    assert (found.pieces, len(found.interests)) == (1, 3)


def test_repeat_shares_segment_and_interest_of_a_neighbour() -> None:
    (repeat,) = rotation(QUARTER, TOP, used(1, 1, 2, 1)).repeats
    assert (repeat.first_id, repeat.second_id, repeat.interest.name) == (0, 1, "Cost")


def test_no_repeat_for_another_segment() -> None:
    one, two = used(1)[0], Use(9, QUARTER.last, 1, frozenset({2}))
    assert rotation(QUARTER, TOP, [one, two]).repeats == ()


def test_pieces_without_an_interest_are_not_used() -> None:
    entries = [an_entry(1, interest_id=1), an_entry(2), an_entry(3, interest_id=1, segment_ids=(2,))]
    assert [use.piece_id for use in uses(entries, TOP)] == [1, 3]
    assert [use.piece_id for use in uses(entries, TOP, segment_id=2)] == [3]


def gapped(days: int | None) -> dict[int, Interest]:
    return {1: an_interest(1, longest_gap=days)}


def test_never_used_is_measured_from_the_first_day() -> None:
    (turn,) = rotation(QUARTER, gapped(88), []).interests
    assert (turn.last, turn.days_unused, turn.overdue) == (None, 89, True)


def test_as_long_as_its_longest_gap_is_not_overdue() -> None:
    assert not rotation(QUARTER, gapped(89), []).interests[0].overdue


def test_without_a_gap_never_overdue() -> None:
    assert not rotation(QUARTER, gapped(None), []).interests[0].overdue


def test_last_use_before_the_period_counts() -> None:
    (turn,) = rotation(QUARTER, gapped(100), [], earlier={1: date(2026, 12, 1)}).interests
    assert (turn.last, turn.overdue) == (date(2026, 12, 1), True)


def test_use_after_the_day_asked_for_does_not_help() -> None:
    late = [Use(1, date(2027, 3, 20), 1, frozenset())]
    (turn,) = rotation(QUARTER, gapped(30), late, on=date(2027, 3, 10)).interests
    assert (turn.last, turn.days_unused, turn.overdue) == (None, 68, True)


INTERESTS = st.lists(st.integers(0, 20), min_size=1, max_size=5).map(
    lambda weights: {n: an_interest(n, weight=Decimal(weight)) for n, weight in enumerate(weights)}
)


@given(INTERESTS, st.data())
def test_credits_after_the_pieces_are_the_deficits_whatever_the_order(
    interests: dict[int, Interest], data: st.DataObject
) -> None:
    order = data.draw(st.lists(st.sampled_from(sorted(interests)), max_size=15))
    weights = fair_weights(interests.values())
    standing = dict.fromkeys(weights, Fraction(0))
    for chosen in order:
        standing = {key: credit + weights[key] - (key == chosen) for key, credit in standing.items()}
    assert standing == {turn.interest.id: turn.deficit for turn in rotation(QUARTER, interests, used(*order)).interests}


@given(INTERESTS, st.integers(0, 15))
def test_fair_shares_sum_to_the_pieces(interests: dict[int, Interest], pieces: int) -> None:
    found = rotation(QUARTER, interests, used(*[0] * pieces))
    assert sum(turn.fair_share for turn in found.interests) == pieces
    assert sum(turn.deficit for turn in found.interests) == 0


@given(INTERESTS)
def test_following_the_suggestions_keeps_every_deficit_below_one(interests: dict[int, Interest]) -> None:
    ahead = [interest.id for interest in rotation(QUARTER, interests, []).next]
    assert all(turn.deficit < 1 for turn in rotation(QUARTER, interests, used(*ahead)).interests)
