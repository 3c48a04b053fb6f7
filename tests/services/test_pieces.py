"""Adding, reading and editing pieces."""

from datetime import date, time
from typing import Any

import pytest

from editorial.domain.records import Link
from editorial.domain.vocabulary import Kind, Lead, Phase, Precision, Tag
from editorial.errors import RuleBroken, StaleEdit
from editorial.services import pieces
from editorial.services.lists import read_lists, update_settings
from editorial.store import undo
from editorial.store.workspace import Workspace
from tests.builders import a_person, a_piece, a_segment, an_interest, named, value

EVERYTHING = {
    "angle": "Why now",
    "kind": Kind.PRACTICAL,
    "planned": date(2027, 3, 9),
    "time": time(9, 5),
    "lead": Lead.ISSUE,
    "timely": True,
    "exclusive_until": date(2027, 4, 1),
    "evergreen": True,
    "insight_new": "The new way",
    "brief": "Say it plainly.",
    "url": "https://example.org/a",
    "links": (Link(title="Source", address="https://example.org"),),
}


def test_only_a_title_is_needed(workspace: Workspace) -> None:
    piece = pieces.read(workspace, pieces.create(workspace, "  Pricing "))
    assert (piece.title, piece.planned, piece.version) == ("Pricing", None, 1)
    assert read_lists(workspace).phase(piece.status_id) is Phase.IDEA


def test_a_blank_title_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="needs a title"):
        pieces.create(workspace, "  ")


def test_what_is_created_is_read_back(workspace: Workspace) -> None:
    segments = (a_segment(workspace, "B"), a_segment(workspace, "A"))
    authors = (a_person(workspace, "Zoe"), a_person(workspace, "Al"))
    piece = pieces.read(
        workspace, pieces.create(workspace, "All", **EVERYTHING, segment_ids=segments[::-1], author_ids=authors)
    )
    assert {name: getattr(piece, name) for name in EVERYTHING} == EVERYTHING
    assert (piece.segment_ids, piece.author_ids) == (segments[::-1], authors)


def test_a_coarse_date_is_kept_as_the_first_day_of_its_span(workspace: Workspace) -> None:
    piece_id = pieces.create(workspace, "Spring", planned=date(2027, 3, 17), precision=Precision.QUARTER)
    assert pieces.read(workspace, piece_id).planned == date(2027, 1, 1)
    pieces.edit(workspace, piece_id, planned=date(2027, 5, 20), precision=Precision.WEEK)
    assert pieces.read(workspace, piece_id).planned == date(2027, 5, 17)


def test_an_edit_writes_and_undo_takes_it_back(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, "Old")
    pieces.edit(workspace, piece_id, title="New", brief="Text")
    assert undo.undo(workspace) == "Edit ‘Old’"
    assert pieces.read(workspace, piece_id).title == "Old"


def test_an_edit_that_changes_nothing_leaves_no_change(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    piece_id = a_piece(workspace, "Same", segment_ids=(segment,))
    before = value(workspace, "SELECT max(id) FROM change")
    version = pieces.edit(workspace, piece_id, title="Same", segment_ids=(segment,), links=())
    assert (value(workspace, "SELECT max(id) FROM change"), version) == (before, 1)


def test_only_what_differs_is_journalled(workspace: Workspace) -> None:
    kept, old, new = (a_segment(workspace, name) for name in "abc")
    piece_id = a_piece(workspace, segment_ids=(kept, old))
    pieces.edit(workspace, piece_id, title="A piece", segment_ids=(kept, new))
    rows = "SELECT count(*) FROM journal_row WHERE change_id = (SELECT max(id) FROM change)"
    assert value(workspace, rows) == 2


def test_a_stale_edit_is_refused_and_nothing_written(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, "First")
    seen = pieces.read(workspace, piece_id).version
    pieces.edit(workspace, piece_id, seen=seen, title="Second")
    with pytest.raises(StaleEdit, match="changed since you opened it"):
        pieces.edit(workspace, piece_id, seen=seen, title="Third")
    assert pieces.read(workspace, piece_id).title == "Second"


def test_changed_links_make_an_older_edit_stale(workspace: Workspace) -> None:
    piece_id = a_piece(workspace)
    pieces.edit(workspace, piece_id, segment_ids=(a_segment(workspace),))
    with pytest.raises(StaleEdit):
        pieces.edit(workspace, piece_id, seen=1, title="Late")


def test_an_edit_returns_the_version_to_go_on_with(workspace: Workspace) -> None:
    piece_id = a_piece(workspace)
    seen = pieces.edit(workspace, piece_id, seen=1, title="Two")
    pieces.edit(workspace, piece_id, seen=seen, title="Three")
    assert pieces.read(workspace, piece_id).title == "Three"


def test_another_stage_makes_the_tag_proposed(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, stage="Awareness", tag=Tag.DISPUTED, tag_reason="Too early")
    pieces.edit(workspace, piece_id, stage_id=named(workspace, "stage", "Interest"))
    piece = pieces.read(workspace, piece_id)
    assert (piece.tag, piece.tag_reason) == (Tag.PROPOSED, "")


def test_the_same_stage_leaves_the_tag(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, stage="Awareness", tag=Tag.AGREED)
    pieces.edit(workspace, piece_id, stage_id=named(workspace, "stage", "Awareness"))
    assert pieces.read(workspace, piece_id).tag is Tag.AGREED


def test_the_main_stage_is_not_among_the_further_ones(workspace: Workspace) -> None:
    interest, loyalty = (named(workspace, "stage", name) for name in ("Interest", "Loyalty"))
    piece_id = a_piece(workspace, further_stage_ids=(interest, loyalty))
    pieces.edit(workspace, piece_id, stage_id=interest)
    assert pieces.read(workspace, piece_id).further_stage_ids == (loyalty,)


def test_the_order_of_linked_entries_is_kept(workspace: Workspace) -> None:
    one, two = an_interest(workspace, "One"), an_interest(workspace, "Two")
    piece_id = a_piece(workspace, further_interest_ids=(one, two))
    pieces.edit(workspace, piece_id, further_interest_ids=(two, one))
    assert pieces.read(workspace, piece_id).further_interest_ids == (two, one)


def test_a_label_names_field_and_value(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, "A very long title that goes on and on beyond what fits")
    pieces.edit(workspace, piece_id, stage_id=named(workspace, "stage", "Interest"))
    assert undo.undo(workspace) == "Set stage of ‘A very long title that goes on and on b…’ to Interest"


def test_many_are_edited_as_one_change(workspace: Workspace) -> None:
    ids = [a_piece(workspace, f"Piece {n}") for n in range(12)]
    pieces.edit_many(workspace, ids, set={"stage_id": named(workspace, "stage", "Interest")})
    assert undo.undo(workspace) == "Set stage of 12 pieces to Interest"
    assert {piece.stage_id for piece in pieces.read_many(workspace, ids)} == {None}


def test_segments_are_added_to_many_and_removed(workspace: Workspace) -> None:
    old, new = a_segment(workspace, "Old"), a_segment(workspace, "New")
    ids = [a_piece(workspace, segment_ids=(old,)), a_piece(workspace, segment_ids=(new,)), a_piece(workspace)]
    pieces.edit_many(workspace, ids, add={"segment_ids": (new,)}, remove={"segment_ids": (old,)})
    assert [piece.segment_ids for piece in pieces.read_many(workspace, ids)] == [(new,), (new,), (new,)]


def test_a_copy_keeps_plan_and_tags_but_not_its_address(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    original = a_piece(workspace, "Pricing", planned=date(2027, 3, 1), url="https://x", segment_ids=(segment,))
    copy = pieces.read(workspace, pieces.duplicate(workspace, [original])[0])
    assert (copy.title, copy.planned, copy.url, copy.segment_ids) == (
        "Pricing (copy)",
        date(2027, 3, 1),
        "",
        (segment,),
    )


def test_the_copy_of_a_published_piece_is_an_idea(workspace: Workspace) -> None:
    original = a_piece(workspace, status="Published", published_on=date(2026, 3, 1), planned=date(2026, 3, 1))
    copy = pieces.read(workspace, pieces.duplicate(workspace, [original])[0])
    assert (copy.publish_date, copy.status_id) == (None, named(workspace, "status", "Idea"))


def test_what_is_binned_can_be_restored_as_it_was(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, planned=date(2027, 3, 1))
    pieces.bin(workspace, [piece_id])
    assert [(entry.id, entry.day) for entry in pieces.binned(workspace)] == [(piece_id, date(2027, 3, 1))]
    pieces.restore(workspace, [piece_id])
    assert pieces.read_entries(workspace, [piece_id])[0].day == date(2027, 3, 1)


def test_emptying_the_bin_can_be_undone(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, segment_ids=(a_segment(workspace),))
    pieces.bin(workspace, [piece_id])
    pieces.empty_bin(workspace)
    with pytest.raises(RuleBroken, match="no longer there"):
        pieces.read(workspace, piece_id)
    assert undo.undo(workspace) == "Empty the bin of 1 piece"
    assert len(pieces.read(workspace, piece_id).segment_ids) == 1


def test_entries_come_in_the_order_asked_for(workspace: Workspace) -> None:
    first, second = a_piece(workspace, "One"), a_piece(workspace, "Two")
    assert [entry.title for entry in pieces.read_entries(workspace, [second, 999, first])] == ["Two", "One"]


def test_a_field_that_is_none_is_a_mistake_of_the_program(workspace: Workspace) -> None:
    with pytest.raises(TypeError, match="colour"):
        pieces.edit(workspace, a_piece(workspace), colour="red")


GAP = date(2027, 3, 28)
"""Clocks go from 02:00 to 03:00 in Berlin."""


@pytest.fixture
def in_berlin(workspace: Workspace) -> Workspace:
    update_settings(workspace, time_zone="Europe/Berlin")
    return workspace


def test_a_new_piece_at_a_time_that_does_not_exist_is_moved_by_the_gap(in_berlin: Workspace) -> None:
    piece_id = pieces.create(in_berlin, "A", planned=GAP, time=time(2, 30))
    assert pieces.read(in_berlin, piece_id).time == time(3, 30)


@pytest.mark.parametrize("fields", [{"time": time(2, 30)}, {"time": time(2, 30), "precision": Precision.DAY}])
def test_a_time_typed_on_a_day_that_lacks_it_is_moved_by_the_gap(in_berlin: Workspace, fields: dict[str, Any]) -> None:
    piece_id = pieces.create(in_berlin, "A", planned=GAP)
    pieces.edit(in_berlin, piece_id, **fields)
    assert pieces.read(in_berlin, piece_id).time == time(3, 30)


def test_typing_the_same_again_writes_nothing(in_berlin: Workspace) -> None:
    piece_id = pieces.create(in_berlin, "A", planned=GAP, time=time(2, 30))
    before = pieces.read(in_berlin, piece_id).version
    assert pieces.edit(in_berlin, piece_id, time=time(2, 30)) == before


def test_the_day_after_the_edit_says_whether_the_time_exists(in_berlin: Workspace) -> None:
    piece_id = pieces.create(in_berlin, "A", planned=GAP)
    pieces.edit(in_berlin, piece_id, time=time(2, 30), planned=date(2027, 3, 29))
    assert pieces.read(in_berlin, piece_id).time == time(2, 30)


def test_each_of_many_gets_the_time_that_its_day_has(in_berlin: Workspace) -> None:
    ids = [pieces.create(in_berlin, str(day), planned=day) for day in (GAP, date(2027, 3, 29), None)]
    pieces.edit_many(in_berlin, ids, set={"time": time(2, 30)})
    assert [piece.time for piece in pieces.read_many(in_berlin, ids)] == [time(3, 30), time(2, 30), time(2, 30)]


def test_a_typed_time_survives_a_move_onto_a_day_without_it(in_berlin: Workspace) -> None:
    piece_id = pieces.create(in_berlin, "A", planned=date(2027, 3, 29), time=time(2, 30))
    pieces.edit(in_berlin, piece_id, planned=GAP)
    assert pieces.read(in_berlin, piece_id).time == time(2, 30)
