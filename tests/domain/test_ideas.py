from editorial.domain.ideas import candidates, filled_tags, filling, suggested_kind, suggested_stage
from editorial.domain.vocabulary import Kind
from tests.domain.builders import PARKED, a_segment, a_stage, an_entry, some_lists

LISTS = some_lists(
    segments=[a_segment(1), a_segment(2)],
    stages=[a_stage(1, natural_kind=Kind.ASPIRATIONAL), a_stage(2), a_stage(3, natural_kind=Kind.PRACTICAL)],
)


def test_ideas_that_lack_the_fewest_tags_come_first() -> None:
    ideas = [
        an_entry(1, day=None),
        an_entry(2, day=None, stage_id=1),
        an_entry(3, day=None, stage_id=1, segment_ids=(1, 2)),
        an_entry(4, day=None, segment_ids=(1,)),
    ]
    found = candidates(ideas, LISTS, 1, 1)
    assert [(each.idea.id, each.filling.tags) for each in found] == [(3, 0), (2, 1), (4, 1), (1, 2)]


def test_natural_kind_comes_first_among_equals() -> None:
    ideas = [an_entry(1, day=None, kind=Kind.PRACTICAL), an_entry(2, day=None, kind=Kind.ASPIRATIONAL)]
    assert [each.idea.id for each in candidates(ideas, LISTS, 1, 1)] == [2, 1]


def test_other_stages_and_segments_parked_and_dated_ones_are_no_candidates() -> None:
    ideas = [
        an_entry(1, day=None, stage_id=2),
        an_entry(2, day=None, segment_ids=(2,)),
        an_entry(3, day=None, status_id=PARKED),
        an_entry(4),
    ]
    assert candidates(ideas, LISTS, 1, 1) == []


def test_filling_a_cell_of_another_stage_replaces_the_stage() -> None:
    idea = an_entry(stage_id=2, segment_ids=(2,))
    assert filling(idea, 1, 1).replaces_stage
    assert filled_tags(idea, 1, 1) == ((2, 1), 1)


def test_idea_that_fills_the_cell_already_gets_nothing() -> None:
    idea = an_entry(stage_id=1, segment_ids=(1,))
    assert filling(idea, 1, 1).tags == 0
    assert filled_tags(idea, 1, 1) == ((1,), 1)


def test_kind_suggests_the_first_stage_it_is_natural_to() -> None:
    stage = suggested_stage(Kind.PRACTICAL, LISTS)
    assert stage
    assert stage.id == 3
    assert suggested_stage(Kind.PRACTICAL, some_lists(stages=[a_stage(2)])) is None


def test_stage_suggests_its_natural_kind() -> None:
    assert suggested_kind(LISTS.stages[1]) is Kind.ASPIRATIONAL
    assert suggested_kind(LISTS.stages[2]) is None
