from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.period import Period, quarter_of
from editorial.domain.ranking import (
    FactoredIdea,
    IdeaFacts,
    Ranking,
    Standing,
    expert_factor,
    factored,
    full_weights,
    has_room,
    months_left,
    ranked,
    timeliness,
)
from editorial.domain.records import Settings
from editorial.domain.settings_rules import FACTORS
from editorial.domain.vocabulary import AssignmentStatus, Kind
from tests.domain.builders import a_format, a_segment, a_stage, an_entry, an_interest, some_lists

TODAY = date(2027, 2, 10)
QUARTER = quarter_of(TODAY, Settings())
LISTS = some_lists(
    segments=[a_segment(1), a_segment(2)],
    stages=[a_stage(1), a_stage(2)],
    interests=[an_interest(1, weight=Decimal(4)), an_interest(2, weight=Decimal(1)), an_interest(3)],
    formats=[a_format(1, effort_days=Decimal(5)), a_format(2, effort_days=Decimal(1)), a_format(3)],
)
STANDING = Standing({(1, 1): Fraction(3), (2, 1): Fraction(1)}, {1: Fraction(2), 2: Fraction(-1)}, Kind.PRACTICAL)
NOTHING = Standing({}, {}, None)


def an_idea(id: int = 1, **fields: object) -> IdeaFacts:
    known = {name: fields.pop(name) for name in ("stale_on", "pulls", "expert") if name in fields}
    return IdeaFacts(an_entry(id, day=None, **fields), **known)  # type: ignore[arg-type]


def factor(name: str, *ideas: IdeaFacts, standing: Standing = STANDING) -> list[float]:
    """Return one factor of each idea, by id."""
    found = factored(ideas, LISTS, standing, TODAY)
    return [idea.values[FACTORS.index(name)] for idea in sorted(found, key=lambda idea: idea.entry.id)]


def only(**weights: int) -> Mapping[str, Decimal]:
    return dict.fromkeys(FACTORS, Decimal(0)) | {name: Decimal(weight) for name, weight in weights.items()}


def order(ranking: Ranking) -> list[int]:
    return [idea.entry.id for idea in ranking.ideas]


def test_interest_is_in_relation_to_the_largest_weight_of_an_idea() -> None:
    assert factor("interest", an_idea(1, interest_id=2), an_idea(2, interest_id=3), an_idea(3)) == [1, 1, 0]
    assert factor("interest", an_idea(1, interest_id=1), an_idea(2, interest_id=2)) == [1, 0.25]


def test_an_interest_ahead_of_its_share_has_no_rotation() -> None:
    assert factor("rotation", an_idea(1, interest_id=1), an_idea(2, interest_id=2)) == [1, 0]


def test_gap_is_the_worst_cell_an_idea_would_fill() -> None:
    both, mild, none = ({"stage_id": 1, "segment_ids": ids} for ids in ((1, 2), (2,), ()))
    assert factor("gap", an_idea(1, **both), an_idea(2, **mild), an_idea(3, **none)) == [1, pytest.approx(1 / 3), 0]


@pytest.mark.parametrize(("standing", "expected"), [(STANDING, [0, 1, 0]), (NOTHING, [0.5, 0.5, 0])])
def test_mix_looks_at_the_scarce_kind(standing: Standing, expected: list[float]) -> None:
    ideas = an_idea(1, kind=Kind.ASPIRATIONAL), an_idea(2, kind=Kind.PRACTICAL), an_idea(3)
    assert factor("mix", *ideas, standing=standing) == expected


def test_sales_pull_grows_towards_one() -> None:
    assert factor("sales_pull", an_idea(1), an_idea(2, pulls=1), an_idea(3, pulls=6)) == [0, pytest.approx(1 / 3), 0.75]


@pytest.mark.parametrize(
    ("experts", "expected"),
    [
        ([("accepted", True), ("proposed", True)], 1),
        ([("delivered", True)], 1),
        ([("accepted", False), ("proposed", True)], 0.5),
        ([("accepted", False)], 0),
        ([], 0),
    ],
)
def test_an_expert_counts_with_room(experts: list[tuple[str, bool]], expected: float) -> None:
    assert expert_factor((AssignmentStatus(word), room) for word, room in experts) == expected


def test_a_person_has_room_in_any_month_that_is_left() -> None:
    months = months_left(QUARTER, TODAY)
    assert months == (date(2027, 2, 1), date(2027, 3, 1))
    full = {date(2027, 2, 1): 2, date(2027, 3, 1): 2}
    assert (has_room(2, full, months), has_room(3, full, months), has_room(None, full, months)) == (False, True, True)


def test_all_months_of_a_past_period_are_left() -> None:
    past = Period("past", date(2026, 11, 1), date(2027, 1, 31))
    assert len(months_left(past, TODAY)) == 3


@pytest.mark.parametrize(("days", "expected"), [(-1, 0), (0, 1), (15, 0.75), (60, 0), (90, 0)])
def test_timeliness_fades_over_sixty_days(days: int, expected: float) -> None:
    assert timeliness(TODAY + timedelta(days=days), TODAY) == expected


def test_an_unknown_effort_is_the_largest_and_an_absent_format_worth_nothing() -> None:
    ideas = an_idea(1, format_id=1), an_idea(2, format_id=2), an_idea(3, format_id=3), an_idea(4)
    assert factor("ease", *ideas) == [0, 0.8, 0, 0]


def test_ease_is_whole_where_no_effort_is_known() -> None:
    assert factor("ease", an_idea(1, format_id=3)) == [1]


def test_a_largest_of_nothing_gives_nothing() -> None:
    assert factor("gap", an_idea(1, stage_id=1, segment_ids=(1,)), standing=NOTHING) == [0]


def test_score_is_the_weighted_mean_of_the_factors() -> None:
    ideas = factored([an_idea(1, kind=Kind.PRACTICAL), an_idea(2, pulls=2)], LISTS, STANDING, TODAY)
    found = ranked(QUARTER, ideas, only(mix=3, sales_pull=1)).ideas
    assert [idea.score for idea in found] == [75, 12.5]


def test_a_factor_without_a_weight_of_its_own_weighs_one() -> None:
    assert full_weights({"gap": Decimal(3)}) == {**only(**dict.fromkeys(FACTORS, 1)), "gap": 3}


def test_ties_go_by_the_day_it_goes_stale_then_title_then_id() -> None:
    ideas = [an_idea(1, title="b"), an_idea(2, title="A"), an_idea(4, title="a"), an_idea(3, stale_on=TODAY)]
    assert order(ranked(QUARTER, factored(ideas, LISTS, NOTHING, TODAY), only(gap=1))) == [3, 2, 4, 1]


def test_without_any_weight_there_is_no_ranking_and_it_says_so() -> None:
    found = ranked(QUARTER, factored([an_idea()], LISTS, STANDING, TODAY), only())
    assert (found.ideas, found.why_not[:24]) == ((), "Every weight is 0, so th")


def test_the_reason_names_two_leads_and_what_speaks_against() -> None:
    first = an_idea(1, kind=Kind.PRACTICAL, interest_id=1, stage_id=1, segment_ids=(1,))
    second = an_idea(2, title="Pumps", pulls=2, interest_id=2, format_id=1, stale_on=TODAY + timedelta(days=30))
    weights = only(mix=4, gap=2, interest=1, sales_pull=2, timeliness=1)
    found = ranked(QUARTER, factored([first, second], LISTS, STANDING, TODAY), weights).ideas
    assert found[0].reason == "Before “Pumps”: mix +40.0 and gap +20.0. Against it: sales pull −10.0."


def test_the_reason_of_the_last_names_what_counts_most() -> None:
    found = ranked(QUARTER, factored([an_idea(1, pulls=2)], LISTS, NOTHING, TODAY), only(sales_pull=1)).ideas
    assert found[0].reason == "The last one. For it: sales pull +50.0."


def test_the_reason_of_equals_says_so() -> None:
    found = ranked(QUARTER, factored([an_idea(1), an_idea(2)], LISTS, NOTHING, TODAY), {}).ideas
    assert found[0].reason.startswith("Level with “Piece 2”")
    assert found[1].reason == "Nothing speaks for it yet."


values = st.tuples(*[st.floats(0, 1)] * len(FACTORS))
weighed = st.fixed_dictionaries(dict.fromkeys(FACTORS, st.decimals(0, 10, places=2)))


@given(st.lists(values, max_size=8), weighed)
def test_scores_lie_between_nothing_and_a_hundred_and_fall(
    rows: list[tuple[float, ...]], weights: dict[str, Decimal]
) -> None:
    ideas = [FactoredIdea(an_entry(id, day=None), row) for id, row in enumerate(rows)]
    found = ranked(QUARTER, ideas, weights).ideas
    scores = [idea.score for idea in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)
    assert sorted(idea.entry.id for idea in found) == list(range(len(rows) if sum(weights.values()) else 0))


@given(st.lists(values, min_size=1, max_size=8), st.sampled_from(FACTORS), weighed)
def test_a_factor_of_weight_nothing_changes_no_order(
    rows: list[tuple[float, ...]], name: str, weights: dict[str, Decimal]
) -> None:
    at, without = FACTORS.index(name), weights | {name: Decimal(0)}
    ideas = [FactoredIdea(an_entry(id, day=None), row) for id, row in enumerate(rows)]
    blind = [FactoredIdea(idea.entry, (*idea.values[:at], 0.0, *idea.values[at + 1 :])) for idea in ideas]
    assert order(ranked(QUARTER, ideas, without)) == order(ranked(QUARTER, blind, without))


@given(st.lists(values, min_size=1, max_size=8), st.sampled_from(FACTORS))
def test_a_single_weight_orders_by_that_factor(rows: list[tuple[float, ...]], name: str) -> None:
    ideas = [FactoredIdea(an_entry(id, day=None), row) for id, row in enumerate(rows)]
    found = [idea.factors[name] for idea in ranked(QUARTER, ideas, only(**{name: 1})).ideas]
    assert found == sorted(found, key=lambda value: -round(100 * value, 9))
