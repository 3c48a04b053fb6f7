"""Agreeing on stages and on stage tags."""

from datetime import date

import pytest

from editorial.domain.agreement import AgreedCount, StageState
from editorial.domain.period import Period, quarter_of
from editorial.domain.vocabulary import Tag
from editorial.errors import RuleBroken
from editorial.services import agreement, history, lists, pieces
from editorial.services.lists import read_lists
from editorial.store.workspace import Workspace
from tests.builders import a_piece, a_segment, named

TODAY = date(2027, 3, 10)


@pytest.fixture
def period(workspace: Workspace) -> Period:
    return quarter_of(TODAY, read_lists(workspace).settings)


def tag_of(workspace: Workspace, piece: int) -> tuple[Tag, str, int | None]:
    read = pieces.read(workspace, piece)
    return read.tag, read.tag_reason, read.tag_version


def test_a_version_freezes_every_stage(workspace: Workspace) -> None:
    made = agreement.agree(workspace, " Nora  Whitfield", "Marcus Bell", TODAY)
    assert (made.version, made.marketing, made.sales, made.day) == (1, "Nora Whitfield", "Marcus Bell", TODAY)
    assert [stage.name for stage in made.stages] == [stage.name for stage in read_lists(workspace).stages.values()]
    assert made.stages[0].question == "What is changing, and why should it concern me?"


def test_versions_count_on_and_come_newest_first(workspace: Workspace) -> None:
    for _n in range(2):
        agreement.agree(workspace, "Nora", "Marcus", TODAY)
    assert [version.version for version in agreement.versions(workspace)] == [2, 1]


def test_a_version_is_one_change_that_can_be_undone(workspace: Workspace) -> None:
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    assert history.undo(workspace) == "Agree on the stages with sales"
    assert agreement.versions(workspace) == ()
    history.redo(workspace)
    assert len(agreement.versions(workspace)[0].stages) == 5


def test_without_both_names_nothing_is_agreed(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="sales is missing"):
        agreement.agree(workspace, "Nora", " ", TODAY)
    assert agreement.versions(workspace) == ()


def test_the_history_tells_what_was_agreed(workspace: Workspace) -> None:
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    told = history.details(workspace, history.changes(workspace)[0].id)
    assert [(one.kind, one.after) for one in told] == [("stage_agreement", "1")]


def test_editing_a_definition_reopens_that_stage_alone(workspace: Workspace, period: Period) -> None:
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    stage = named(workspace, "stage", "Interest")
    lists.edit(workspace, "stage", stage, definition="Compares three offers.")
    states = {one.stage.id: one.state for one in agreement.agreement(workspace, period).stages}
    assert states.pop(stage) is StageState.REOPENED
    assert set(states.values()) == {StageState.AGREED}
    history.undo(workspace)
    assert agreement.standings(workspace)[stage].state is StageState.AGREED


def test_a_stage_that_came_later_is_in_no_version(workspace: Workspace) -> None:
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    stage = lists.add(workspace, "stage", "Advocacy")
    assert agreement.standings(workspace)[stage].state is StageState.NONE


def test_an_agreed_stage_can_be_removed_and_stays_in_its_version(workspace: Workspace) -> None:
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    stage = named(workspace, "stage", "Loyalty")
    assert lists.usage(workspace, "stage", stage) == 0
    lists.remove(workspace, "stage", stage)
    gone = agreement.versions(workspace)[0].stages[-1]
    assert (gone.name, gone.stage_id) == ("Loyalty", None)
    history.undo(workspace)
    assert agreement.standings(workspace)[stage].state is StageState.AGREED


def test_a_merged_stage_leaves_the_version_as_it_was(workspace: Workspace) -> None:
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    old, new = named(workspace, "stage", "Loyalty"), named(workspace, "stage", "Confidence")
    lists.merge(workspace, "stage", old, new)
    assert [stage.stage_id for stage in agreement.versions(workspace)[0].stages][-2:] == [new, None]
    assert agreement.standings(workspace)[new].state is StageState.AGREED


def test_an_agreed_tag_belongs_to_the_newest_version(workspace: Workspace) -> None:
    piece = a_piece(workspace, planned=TODAY, stage="Interest")
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    agreement.set_tag(workspace, [piece], Tag.AGREED)
    assert tag_of(workspace, piece) == (Tag.AGREED, "", 1)
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    assert tag_of(workspace, piece)[2] == 1
    agreement.set_tag(workspace, [piece], Tag.AGREED)
    assert tag_of(workspace, piece)[2] == 2


def test_a_tag_agreed_in_the_form_belongs_to_it_too(workspace: Workspace) -> None:
    piece = a_piece(workspace, planned=TODAY, stage="Interest")
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    pieces.edit(workspace, piece, tag=Tag.AGREED)
    assert tag_of(workspace, piece)[2] == 1
    pieces.edit(workspace, piece, tag=Tag.PROPOSED)
    assert tag_of(workspace, piece)[2] is None


def test_another_stage_makes_the_tag_proposed(workspace: Workspace) -> None:
    piece = a_piece(workspace, planned=TODAY, stage="Interest")
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    agreement.set_tag(workspace, [piece], Tag.AGREED, "Marcus Bell")
    pieces.edit(workspace, piece, stage_id=named(workspace, "stage", "Loyalty"))
    assert tag_of(workspace, piece) == (Tag.PROPOSED, "", None)


def test_a_copy_is_proposed_and_belongs_to_no_version(workspace: Workspace) -> None:
    piece = a_piece(workspace, planned=TODAY, stage="Interest")
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    agreement.set_tag(workspace, [piece], Tag.AGREED)
    [copy] = pieces.duplicate(workspace, [piece])
    assert tag_of(workspace, copy) == (Tag.PROPOSED, "", None)


def test_many_tags_are_set_as_one_change(workspace: Workspace) -> None:
    found = [a_piece(workspace, f"Piece {n}", planned=TODAY, stage="Interest") for n in range(3)]
    agreement.set_tag(workspace, found, Tag.DISPUTED, "Too early.")
    assert {tag_of(workspace, piece) for piece in found} == {(Tag.DISPUTED, "Too early.", None)}
    assert history.undo(workspace) == "Dispute the stage tag of 3 pieces"
    assert {tag_of(workspace, piece)[0] for piece in found} == {Tag.PROPOSED}


def test_a_piece_without_a_stage_cannot_be_agreed(workspace: Workspace) -> None:
    piece = a_piece(workspace, planned=TODAY)
    with pytest.raises(RuleBroken, match="without a stage"):
        agreement.set_tag(workspace, [piece], Tag.AGREED)


def test_a_dispute_without_a_reason_changes_nothing(workspace: Workspace) -> None:
    piece = a_piece(workspace, planned=TODAY, stage="Interest")
    with pytest.raises(RuleBroken, match="needs a reason"):
        agreement.set_tag(workspace, [piece], Tag.DISPUTED)
    assert tag_of(workspace, piece)[0] is Tag.PROPOSED


def test_only_counting_pieces_with_a_stage_have_a_share(workspace: Workspace, period: Period) -> None:
    assert agreement.agreement(workspace, period).share is None
    yes, no = (a_piece(workspace, planned=TODAY, stage="Interest", tag=tag) for tag in (Tag.AGREED, Tag.DISPUTED))
    a_piece(workspace, planned=TODAY)
    a_piece(workspace, planned=TODAY, stage="Interest", status="Dropped")
    a_piece(workspace, planned=date(2028, 3, 10), stage="Interest")
    a_piece(workspace, stage="Interest")
    found = agreement.agreement(workspace, period)
    assert (found.tags.agreed, found.tags.disputed, found.tags.pieces) == (1, 1, 2)
    assert found.share is not None
    assert float(found.share) == 0.5
    assert [piece.id for piece in found.disputed] == [no]
    assert yes != no
    assert agreement.tags(workspace, period) == found.tags


def test_agreed_pieces_are_counted_by_stage_and_cell(workspace: Workspace, period: Period) -> None:
    segment, stage = a_segment(workspace), named(workspace, "stage", "Interest")
    for tag in (Tag.AGREED, Tag.PROPOSED):
        a_piece(workspace, planned=TODAY, stage="Interest", tag=tag, segment_ids=(segment,))
    a_piece(workspace, planned=TODAY, stage="Interest", tag=Tag.AGREED)
    assert agreement.agreed_by_stage(workspace, period)[stage] == AgreedCount(2, 3)
    assert agreement.agreed_by_cell(workspace, period) == {(segment, stage): AgreedCount(1, 2)}


def test_open_tags_come_in_order_with_what_they_are_about(workspace: Workspace, period: Period) -> None:
    segment = a_segment(workspace)
    a_piece(workspace, "Later", planned=date(2027, 3, 20), stage="Interest", insight_new="Move it.")
    a_piece(workspace, "Earlier", planned=TODAY, stage="Loyalty", angle="Why.", segment_ids=(segment,))
    a_piece(workspace, "Agreed", planned=TODAY, stage="Loyalty", tag=Tag.AGREED)
    found = agreement.tagged(workspace, period)
    assert [(piece.title, piece.insight, piece.segment_ids) for piece in found] == [
        ("Earlier", "Why.", (segment,)),
        ("Later", "Move it.", ()),
    ]
