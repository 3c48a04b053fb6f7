"""Filling gaps with ideas."""

from datetime import date

import pytest

from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.errors import RuleBroken
from editorial.services import pieces, planning
from editorial.services.workspaces import Workspace
from editorial.store.undo import undo
from tests.builders import a_piece, a_segment, an_interest, named

QUARTER = quarter_of(date(2027, 2, 10), Settings())
FRIDAY = date(2027, 2, 12)


def test_ideas_that_lack_nothing_come_first(workspace: Workspace) -> None:
    segment, stage = a_segment(workspace), named(workspace, "stage", "Interest")
    bare = a_piece(workspace, "Bare")
    ready = a_piece(workspace, "Ready", stage="Interest", segment_ids=(segment,))
    a_piece(workspace, "Elsewhere", stage="Loyalty")
    assert [one.idea.id for one in planning.ideas_for(workspace, segment, stage)] == [ready, bare]


def test_planning_an_idea_sets_day_and_tags_as_one_change(workspace: Workspace) -> None:
    segment, stage = a_segment(workspace), named(workspace, "stage", "Interest")
    idea = a_piece(workspace, "Pumps")
    planning.plan_into(workspace, idea, segment, stage, FRIDAY)
    planned = pieces.read(workspace, idea)
    assert (planned.planned, planned.stage_id, planned.segment_ids) == (FRIDAY, stage, (segment,))
    assert undo(workspace) == "Plan ‘Pumps’ on 12 February for Founders × Interest"
    assert pieces.read(workspace, idea).planned is None


def test_filling_tags_keeps_other_segments_and_the_date(workspace: Workspace) -> None:
    one, two, stage = a_segment(workspace, "One"), a_segment(workspace, "Two"), named(workspace, "stage", "Interest")
    idea = a_piece(workspace, planned=FRIDAY, segment_ids=(one,))
    planning.fill_tags(workspace, [idea], two, stage)
    filled = pieces.read(workspace, idea)
    assert (filled.segment_ids, filled.planned) == ((one, two), FRIDAY)


def test_a_published_piece_is_not_planned_again(workspace: Workspace) -> None:
    segment, stage = a_segment(workspace), named(workspace, "stage", "Interest")
    piece = a_piece(workspace, status="Published", published_on=FRIDAY)
    with pytest.raises(RuleBroken):
        planning.plan_into(workspace, piece, segment, stage, date(2027, 2, 15))


def test_the_next_free_working_day_is_suggested(workspace: Workspace) -> None:
    a_piece(workspace, planned=FRIDAY)
    assert planning.suggested_day(workspace, QUARTER, date(2027, 2, 11)) == date(2027, 2, 15)


def test_a_period_to_come_begins_with_its_first_working_day(workspace: Workspace) -> None:
    assert planning.suggested_day(workspace, QUARTER, date(2026, 6, 1)) == date(2027, 1, 1)


def test_a_past_period_has_no_day_left(workspace: Workspace) -> None:
    assert planning.suggested_day(workspace, QUARTER, date(2027, 3, 31)) is None


def test_an_idea_parked_until_later_fills_nothing(workspace: Workspace) -> None:
    segment, interest = a_segment(workspace), an_interest(workspace)
    stage = named(workspace, "stage", "Interest")
    a_piece(workspace, interest_id=interest, segment_ids=(segment,), parked_until=date(2027, 5, 1))
    for today, n in ((date(2027, 4, 30), 0), (date(2027, 5, 1), 1)):
        assert len(planning.ideas_for(workspace, segment, stage, today=today)) == n
        assert len(planning.ideas_on(workspace, interest, today=today)) == n
