"""The proposed plan: the best there is, by every constraint."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.domain.counting import KindCounts
from editorial.domain.period import month_of
from editorial.domain.plan import Expert, Gap, Planning, Proposal
from editorial.domain.plan_model import Solution, solve
from editorial.domain.plan_proposal import proposal
from editorial.domain.plan_reasons import closeness
from editorial.domain.records import Away
from editorial.domain.vocabulary import Kind
from editorial.errors import Cancelled
from tests.domain.plan_cases import (
    FIRST,
    Plan,
    a_planned,
    a_planning,
    an_idea,
    an_opening,
    best,
    closed,
    lists_of,
    overasked,
    plannings,
    points,
    repeated,
)


def plan_of(planning: Planning, solution: Solution) -> Plan:
    taken = {fit.opening: fit.idea for fit in solution.taken}
    return tuple(taken.get(t) for t in range(len(planning.openings)))


def placed(planning: Planning) -> list[int | None]:
    """Return the id of the idea in each place."""
    return [None if i is None else planning.ideas[i].id for i in plan_of(planning, solve(planning))]


@settings(max_examples=150)
@given(plannings())
def test_no_plan_is_better_than_the_one_proposed(planning: Planning) -> None:
    solution = solve(planning)
    most, held = best(planning)
    assert points(planning, plan_of(planning, solution)) == pytest.approx(most, rel=1e-3)
    assert solution.mix_held is held


@given(plannings())
def test_nobody_is_asked_too_often_and_nothing_repeats(planning: Planning) -> None:
    plan = plan_of(planning, solve(planning))
    assert not overasked(planning, plan)
    assert not repeated(planning, plan)


@given(plannings(), st.sampled_from([0.0, 10.0]))
def test_nothing_stands_on_a_closed_day_or_is_stale_by_then(planning: Planning, seconds: float) -> None:
    for fit in solve(planning, time_limit=seconds).taken:
        day, stale = planning.openings[fit.opening].day, planning.ideas[fit.idea].stale_on
        assert not any(note.first <= day <= note.last for note in planning.lists.notes)
        assert stale is None or day <= stale


@settings(max_examples=15)
@given(plannings())
def test_the_same_question_gets_the_same_answer(planning: Planning) -> None:
    assert solve(planning).taken == solve(planning).taken


def test_an_idea_goes_into_one_place_only() -> None:
    assert placed(a_planning([an_opening(0), an_opening(1)], [an_idea(1)])).count(1) == 1


def test_an_idea_of_no_score_is_placed_too() -> None:
    assert placed(a_planning([an_opening(0)], [an_idea(1, score=0.0)])) == [1]


def test_a_gap_beats_a_higher_score() -> None:
    gap = Gap(segment_id=1, stage_id=1, planned=0, target=1, in_stock=0, points=100.0)
    filling = an_idea(2, score=10.0, segment_ids=(1,), stage_id=1)
    assert placed(a_planning([an_opening(0)], [an_idea(1, score=90.0), filling], gaps=(gap,))) == [2]


def test_a_gap_is_closed_only_as_often_as_it_lacks_pieces() -> None:
    gap = Gap(segment_id=1, stage_id=1, planned=1, target=2, in_stock=0, points=100.0)
    filling = [an_idea(n, score=10.0, segment_ids=(1,), stage_id=1) for n in (1, 2)]
    planning = a_planning([an_opening(0), an_opening(1)], [*filling, an_idea(3, score=40.0)], gaps=(gap,))
    assert 3 in placed(planning)


def test_a_place_of_a_format_takes_no_idea_of_another() -> None:
    ideas = [an_idea(1, format_id=1, score=90.0), an_idea(2, score=10.0)]
    assert placed(a_planning([an_opening(0, format_id=2)], ideas)) == [2]


def test_the_kind_of_a_place_counts_for_the_mix() -> None:
    practical = [an_idea(n, kind=Kind.PRACTICAL) for n in (1, 2)]
    untagged = an_idea(3, score=1.0)
    openings = [an_opening(0), an_opening(1, kind=Kind.ASPIRATIONAL)]
    assert placed(a_planning(openings, [*practical, untagged]))[1] == 3


def test_a_place_on_a_closed_day_stays_open_and_says_so() -> None:
    found = proposal(a_planning([an_opening(0), an_opening(1)], [an_idea(1)], lists=lists_of(closed(FIRST))))
    assert [each.opening.day for each in found.placements] == [FIRST + timedelta(days=7)]
    assert found.open[0].why == "Nothing is placed here: it is a closed day, Stocktaking."


def test_a_public_holiday_takes_no_idea() -> None:
    bavaria = lists_of(country="DE", subdivision="BY")
    epiphany = an_opening(0, day=date(2027, 1, 6))
    found = proposal(a_planning([epiphany], [an_idea(1)], lists=bavaria, pins={1: epiphany.day}))
    assert (found.placements, len(found.open)) == ((), 1)
    assert found.broken[0].text == ("“Idea 1” could not be pinned to 6 January 2027: it is a public holiday, Epiphany.")


def test_a_slot_on_a_weekend_is_meant_for_it() -> None:
    assert placed(a_planning([an_opening(0, day=FIRST + timedelta(days=5))], [an_idea(1)])) == [1]


def test_an_idea_is_placed_while_it_is_fresh() -> None:
    fresh = an_idea(1, stale_on=FIRST)
    assert placed(a_planning([an_opening(0), an_opening(1)], [fresh, an_idea(2, score=90.0)])) == [1, 2]


def test_a_place_that_only_stale_ideas_are_left_for_says_so() -> None:
    stale = an_idea(1, stale_on=FIRST - timedelta(days=1), score=90.0)
    assert proposal(a_planning([an_opening(0)], [stale])).open[0].why == "No idea fits: most have gone stale by then."
    reason = proposal(a_planning([an_opening(0)], [stale, an_idea(2)])).placements[0].reason
    assert "“Idea 1”, worth 90.0 points, lost: it goes stale on 3 January 2027." in reason


def test_closed_for_years_no_format_with_tasks_is_placed() -> None:
    years = closed(FIRST, days=2000)
    reopened = [an_opening(0, day=years.last + timedelta(days=n)) for n in (1, 2)]
    ideas = [an_idea(1, format_id=1), an_idea(2, format_id=2)]
    assert placed(a_planning(reopened, ideas, lists=lists_of(years))).count(2) == 0


def test_an_expert_who_is_away_is_not_asked() -> None:
    ada = Expert(id=1, name="Ada", away=(Away(first=FIRST, last=FIRST),))
    openings = [an_opening(0), an_opening(1)]
    assert placed(a_planning(openings, [an_idea(1, expert_ids=(1,))], experts={1: ada})) == [None, 1]


def test_interviews_that_stand_already_use_up_capacity() -> None:
    ada = Expert(id=1, name="Ada", capacity=2, interviews={date(2027, 1, 1): 1})
    ideas = [an_idea(n, expert_ids=(1,)) for n in (1, 2)]
    planning = a_planning([an_opening(0), an_opening(1)], ideas, experts={1: ada})
    assert placed(planning).count(None) == 1


def test_the_first_task_of_a_format_is_not_due_before_today() -> None:
    ideas = [an_idea(1, format_id=2)]
    planning = a_planning([an_opening(0), an_opening(1)], ideas, today=FIRST - timedelta(days=3))
    assert placed(planning) == [None, 1]


def test_what_is_planned_between_two_places_keeps_them_apart() -> None:
    same = [an_idea(n, interest_id=1, segment_ids=(1,)) for n in (1, 2)]
    between = a_planned(9, FIRST + timedelta(days=2), interest_id=2)
    openings = [an_opening(0), an_opening(1)]
    assert placed(a_planning(openings, same)).count(None) == 1
    assert placed(a_planning(openings, same, planned=(between,))).count(None) == 0


def test_a_placement_does_not_repeat_what_is_planned_beside_it() -> None:
    beside = a_planned(9, FIRST + timedelta(days=2))
    assert placed(a_planning([an_opening(0)], [an_idea(1, interest_id=1, segment_ids=(1,))], planned=(beside,))) == [
        None
    ]


def test_a_repeat_that_was_planned_by_hand_forbids_nothing_else() -> None:
    by_hand = tuple(a_planned(90 + n, FIRST + timedelta(days=14 * n - 2)) for n in range(2))
    planning = a_planning([an_opening(0)], [an_idea(1, interest_id=2, segment_ids=(1,))], planned=by_hand)
    assert placed(planning) == [1]


def test_places_of_one_day_do_not_repeat_each_other() -> None:
    same = [an_idea(n, interest_id=1, segment_ids=(1,)) for n in (1, 2)]
    planning = a_planning([an_opening(0), an_opening(0, slot_id=2)], same)
    assert placed(planning).count(None) == 1


def test_a_pinned_idea_stands_on_its_day() -> None:
    openings = [an_opening(0), an_opening(1)]
    planning = a_planning(openings, [an_idea(1), an_idea(2, score=10.0)], pins={2: openings[1].day})
    assert placed(planning) == [1, 2]


def test_of_two_pins_on_one_place_one_is_given_up() -> None:
    ideas = [an_idea(1), an_idea(2, score=10.0)]
    found = proposal(a_planning([an_opening(0)], ideas, pins={1: FIRST, 2: FIRST}))
    assert [rule.rule for rule in found.broken] == ["pin"]
    assert len(found.placements) == 1


@pytest.mark.parametrize(
    ("piece", "day", "said"),
    [(7, FIRST, "no idea"), (1, FIRST + timedelta(days=1), "no place is open"), (1, FIRST, "format")],
)
def test_a_pin_that_cannot_be_held_says_why(piece: int, day: date, said: str) -> None:
    planning = a_planning([an_opening(0, format_id=2)], [an_idea(1, format_id=1)], pins={piece: day})
    assert said in proposal(planning).broken[0].text


def test_the_mix_is_held_where_the_backlog_allows() -> None:
    ideas = [an_idea(n, kind=Kind.PRACTICAL, score=90.0) for n in range(1, 5)]
    ideas += [an_idea(n, kind=Kind.ASPIRATIONAL, score=10.0) for n in range(5, 9)]
    found = proposal(a_planning([an_opening(n) for n in range(4)], ideas))
    assert [each.kind for each in found.placements].count(Kind.ASPIRATIONAL) == 2
    assert found.broken == ()


def test_a_backlog_of_one_kind_fills_the_places_and_says_so() -> None:
    ideas = [an_idea(n, kind=Kind.PRACTICAL) for n in range(1, 5)]
    found = proposal(a_planning([an_opening(n) for n in range(4)], ideas, kinds=KindCounts(1, 1)))
    assert len(found.placements) == 4
    assert [rule.rule for rule in found.broken] == ["mix"]
    assert "17\N{NO-BREAK SPACE}% aspirational" in found.broken[0].text


def test_as_many_of_the_scarce_kind_are_taken_as_there_are() -> None:
    ideas = [an_idea(n, kind=Kind.PRACTICAL, score=90.0) for n in range(1, 7)]
    ideas.append(an_idea(9, kind=Kind.ASPIRATIONAL, score=1.0))
    assert 9 in placed(a_planning([an_opening(n) for n in range(4)], ideas))


def test_a_run_that_is_cancelled_ends() -> None:
    def stop(_share: float, _gap: float | None) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        solve(a_planning([an_opening(0)], [an_idea(1)]), progress=stop)


@given(plannings())
def test_without_time_there_still_is_a_plan_that_breaks_nothing(planning: Planning) -> None:
    plan = plan_of(planning, solve(planning, time_limit=0))
    assert not overasked(planning, plan)
    assert not repeated(planning, plan)


def test_a_plan_made_without_time_says_so_and_holds_its_pins() -> None:
    openings = [an_opening(0), an_opening(1)]
    ideas = [an_idea(1), an_idea(2, score=10.0)]
    found = proposal(a_planning(openings, ideas, pins={2: openings[0].day}), time_limit=0)
    assert [each.idea.id for each in found.placements] == [2, 1]
    assert [rule.rule for rule in found.broken] == ["time"]


def test_without_ideas_nothing_is_placed() -> None:
    found = proposal(a_planning([an_opening(0)], []))
    assert (found.placements, len(found.open)) == ((), 1)


@pytest.mark.parametrize(
    ("gap", "said"),
    [(0.0, "No plan scores higher; found in 0.3 s."), (0.0042, "At most 0.42 % from the best plan; found in 0.3 s.")],
)
def test_how_close_a_plan_is_to_the_best_is_said(gap: float, said: str) -> None:
    assert closeness(Proposal(period=month_of(date(2027, 3, 1)), placements=(), gap=gap, seconds=0.3)) == said
