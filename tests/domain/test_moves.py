from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.moves import (
    MovePlan,
    insert_and_push,
    moved,
    plan_days,
    plan_to_day,
    plan_working_days,
    why_not_move,
)
from editorial.domain.records import Entry, Settings
from editorial.domain.vocabulary import Precision
from editorial.domain.workdays import WorkCalendar
from editorial.errors import RuleBroken
from tests.domain.builders import an_entry

SETTINGS, WEEK = Settings(), WorkCalendar()
FRIDAY = date(2027, 3, 5)


def days(plan: MovePlan) -> dict[int, date]:
    return {move.id: move.after for move in plan.moves}


def test_shift_by_days_says_that_it_ends_on_a_weekend() -> None:
    (move,) = plan_days([an_entry(day=FRIDAY)], 1, SETTINGS, WEEK).moves
    assert (move.before, move.after) == (FRIDAY, FRIDAY + timedelta(1))
    assert move.notes == ("6 March 2027 is not a working day: weekend.",)


def test_shift_by_working_days_skips_the_weekend() -> None:
    assert days(plan_working_days([an_entry(day=FRIDAY)], 1, SETTINGS, WEEK)) == {1: date(2027, 3, 8)}


def test_shift_out_of_the_quarter_is_said() -> None:
    (move,) = plan_days([an_entry(day=date(2027, 3, 31))], 1, SETTINGS, WEEK).moves
    assert move.notes == ("It moves from FY2027 Q1 to FY2027 Q2.",)


def test_published_and_undated_pieces_stay_and_say_why() -> None:
    plan = plan_days([an_entry(1, day=FRIDAY, published=True), an_entry(2, day=None)], 7, SETTINGS, WEEK)
    assert plan.moves == ()
    assert [stay.why for stay in plan.stays] == [
        "“Piece 1” was published on 5 March 2027, and what happened does not move.",
        "“Piece 2” has no date.",
    ]


def test_month_moves_to_the_month_its_shifted_day_falls_into() -> None:
    month = an_entry(day=date(2027, 3, 1), precision=Precision.MONTH)
    assert days(plan_days([month], 31, SETTINGS, WEEK)) == {1: date(2027, 4, 1)}
    assert plan_days([month], 5, SETTINGS, WEEK).moves == ()


def test_ideas_can_be_put_on_a_day() -> None:
    (move,) = plan_to_day([an_entry(day=None)], FRIDAY, SETTINGS, WEEK).moves
    assert (move.before, move.after) == (None, FRIDAY)


def test_days_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(RuleBroken, match="no day so far away"):
        plan_days([an_entry()], 10_000_000, SETTINGS, WEEK)


def test_a_move_touches_the_date_alone() -> None:
    entry = an_entry(day=FRIDAY, precision=Precision.WEEK)
    assert moved(entry, FRIDAY + timedelta(7), SETTINGS) == an_entry(day=date(2027, 3, 8), precision=Precision.WEEK)


def test_planned_piece_may_move() -> None:
    assert why_not_move(an_entry()) is None


def test_insert_pushes_what_comes_later_in_the_scope() -> None:
    scope = [an_entry(1, day=FRIDAY - timedelta(1)), an_entry(2, day=FRIDAY), an_entry(3, day=date(2027, 3, 9))]
    plan = insert_and_push([an_entry(9, day=None)], FRIDAY, scope, SETTINGS, WEEK)
    assert days(plan) == {9: FRIDAY, 2: date(2027, 3, 8), 3: date(2027, 3, 10)}


def test_days_that_would_fall_together_stay_apart() -> None:
    scope = [an_entry(n, day=FRIDAY + timedelta(n)) for n in (0, 1, 3)]
    plan = insert_and_push([], FRIDAY, scope, SETTINGS, WEEK)
    assert days(plan) == {0: date(2027, 3, 8), 1: date(2027, 3, 9), 3: date(2027, 3, 10)}


def test_published_and_coarse_pieces_are_never_pushed() -> None:
    scope = [an_entry(1, day=FRIDAY, published=True), an_entry(2, day=FRIDAY, precision=Precision.WEEK)]
    plan = insert_and_push([], FRIDAY, scope, SETTINGS, WEEK)
    assert (plan.moves, [stay.id for stay in plan.stays]) == ((), [1, 2])


DATED = st.lists(
    st.builds(
        an_entry,
        id=st.integers(1, 99),
        day=st.dates(FRIDAY, FRIDAY + timedelta(40)),
        published=st.booleans(),
    ),
    max_size=10,
    unique_by=lambda entry: entry.id,
)


@given(DATED, st.dates(FRIDAY, FRIDAY + timedelta(40)), st.integers(1, 5))
def test_a_push_keeps_the_order(scope: list[Entry], day: date, by: int) -> None:
    plan = insert_and_push([], day, scope, SETTINGS, WEEK, by=by)
    for one in plan.moves:
        for two in plan.moves:
            assert one.before is not None
            assert two.before is not None
            assert (one.before < two.before) == (one.after < two.after)


@given(DATED, st.dates(FRIDAY, FRIDAY + timedelta(40)))
def test_a_push_moves_later_planned_pieces_only_and_all_of_them(scope: list[Entry], day: date) -> None:
    plan = insert_and_push([], day, scope, SETTINGS, WEEK)
    later = {entry.id for entry in scope if entry.day and entry.day >= day and not entry.published}
    assert {move.id for move in plan.moves} == later
    assert all(move.after > (move.before or day) and WEEK.is_working(move.after) for move in plan.moves)


@given(DATED, st.integers(-400, 400))
def test_shift_there_and_back(scope: list[Entry], by: int) -> None:
    there = days(plan_days(scope, by, SETTINGS, WEEK))
    shifted = [moved(entry, there[entry.id], SETTINGS) for entry in scope if entry.id in there]
    back = days(plan_days(shifted, -by, SETTINGS, WEEK))
    assert all(back[entry.id] == entry.day for entry in scope if entry.id in there)
