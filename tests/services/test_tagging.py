import pytest

from editorial.errors import RuleBroken, StaleEdit
from editorial.services import history, lists, pieces
from editorial.services.tagging import tag_with_new
from editorial.store.workspace import Workspace
from tests.builders import a_piece, a_segment


def test_a_new_name_is_added_and_used_in_one_change(workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pump guide")
    segment = tag_with_new(workspace, [piece], "segment_ids", " Founders ")
    assert lists.read_lists(workspace).segments[segment].name == "Founders"
    assert pieces.read(workspace, piece).segment_ids == (segment,)
    assert history.next_undo(workspace) == "Add segment ‘Founders’ to ‘Pump guide’"
    history.undo(workspace)
    assert not lists.read_lists(workspace).segments


def test_what_a_piece_has_already_is_kept(workspace: Workspace) -> None:
    boards = a_segment(workspace, "Boards")
    piece = a_piece(workspace, segment_ids=(boards,))
    founders = tag_with_new(workspace, [piece], "segment_ids", "Founders")
    assert pieces.read(workspace, piece).segment_ids == (boards, founders)


def test_a_name_in_other_letters_is_the_entry_that_is_there(workspace: Workspace) -> None:
    boards = a_segment(workspace, "Boards")
    assert tag_with_new(workspace, [a_piece(workspace)], "segment_ids", "BOARDS") == boards


def test_a_new_interest_takes_the_place_of_the_one_before(workspace: Workspace) -> None:
    ids = [a_piece(workspace, "One"), a_piece(workspace, "Two")]
    interest = tag_with_new(workspace, ids, "interest_id", "Cost")
    assert {entry.interest_id for entry in pieces.read_entries(workspace, ids)} == {interest}


def test_a_stale_piece_is_refused_and_nothing_added(workspace: Workspace) -> None:
    piece = a_piece(workspace)
    seen = pieces.read(workspace, piece).version
    pieces.edit(workspace, piece, title="Another")
    with pytest.raises(StaleEdit):
        tag_with_new(workspace, [piece], "interest_id", "Cost", seen=seen)
    assert not lists.read_lists(workspace).interests


def test_a_name_is_needed(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="name"):
        tag_with_new(workspace, [a_piece(workspace)], "interest_id", "  ")
