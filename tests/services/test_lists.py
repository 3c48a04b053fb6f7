"""The lists and settings a team configures."""

from datetime import date
from decimal import Decimal

import pytest

from editorial.domain.condition_words import from_json, to_json
from editorial.domain.conditions import Operator, Test
from editorial.domain.vocabulary import NoteKind, PersonRole, Precision
from editorial.errors import RuleBroken
from editorial.services import history, lists, pieces, views
from editorial.store import undo
from editorial.store.workspace import Workspace
from tests.builders import a_person, a_piece, a_segment, an_interest, named


def names(workspace: Workspace) -> list[str]:
    return [interest.name for interest in lists.read_lists(workspace).interests.values()]


def test_a_new_workspace_reads_its_lists_in_order(workspace: Workspace) -> None:
    read = lists.read_lists(workspace)
    assert [stage.name for stage in read.stages.values()][:2] == ["Epiphany", "Awareness"]
    assert (read.settings.name, read.settings.weekend, read.segments) == ("Test", frozenset({5, 6}), {})


def test_an_entry_is_added_at_the_end(workspace: Workspace) -> None:
    lists.add(workspace, "interest", "Cost", weight=Decimal("0.5"), longest_gap=30)
    new = lists.add(workspace, "interest", " Risk ")
    assert names(workspace) == ["Cost", "Risk"]
    assert lists.read_lists(workspace).interests[new].position == 1


def test_letter_case_does_not_make_two(workspace: Workspace) -> None:
    lists.add(workspace, "interest", "Führung")
    with pytest.raises(RuleBroken, match="‘FÜHRUNG’ is already among the interests"):
        lists.add(workspace, "interest", "FÜHRUNG")


def test_two_people_may_bear_one_name(workspace: Workspace) -> None:
    lists.add(workspace, "person", "Ann Lee", roles=(PersonRole.SME,))
    lists.add(workspace, "person", "Ann Lee")
    assert [person.roles for person in lists.read_people(workspace)] == [(PersonRole.SME,), ()]


def test_a_day_note_has_days_and_a_kind(workspace: Workspace) -> None:
    lists.add(workspace, "day_note", "Fair", first=date(2027, 3, 1), last=date(2027, 3, 3), kind=NoteKind.CLOSED)
    note = lists.read_lists(workspace).notes[0]
    assert (note.name, note.last, note.kind) == ("Fair", date(2027, 3, 3), NoteKind.CLOSED)


def test_a_note_that_ends_before_it_starts_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="end lies before"):
        lists.add(workspace, "day_note", "Fair", first=date(2027, 3, 2), last=date(2027, 3, 1))


def test_an_entry_is_renamed(workspace: Workspace) -> None:
    entry = an_interest(workspace, "Cost")
    lists.edit(workspace, "interest", entry, name="Costs")
    assert names(workspace) == ["Costs"]
    assert undo.undo(workspace) == "Rename interest ‘Cost’ to ‘Costs’"


def test_a_name_may_change_its_letter_case(workspace: Workspace) -> None:
    entry = an_interest(workspace, "cost")
    lists.edit(workspace, "interest", entry, name="Cost")
    assert names(workspace) == ["Cost"]


def test_a_negative_weight_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="weight is 0 or more"):
        lists.edit(workspace, "interest", an_interest(workspace), weight=Decimal(-1))


def test_an_entry_that_is_gone_cannot_be_edited(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="no longer there"):
        lists.edit(workspace, "interest", 99, notes="x")


def test_a_list_is_reordered_as_one_change(workspace: Workspace) -> None:
    a, b, c = (lists.add(workspace, "interest", name) for name in "abc")
    lists.reorder(workspace, "interest", [c, a])
    assert names(workspace) == ["c", "a", "b"]
    undo.undo(workspace)
    assert list(lists.read_lists(workspace).interests) == [a, b, c]


def test_what_is_in_use_is_not_removed_and_the_bin_counts(workspace: Workspace) -> None:
    stage = named(workspace, "stage", "Interest")
    a_piece(workspace, stage="Interest")
    binned = a_piece(workspace, further_stage_ids=(stage,))
    pieces.bin(workspace, [binned])
    assert lists.usage(workspace, "stage", stage) == 2
    with pytest.raises(RuleBroken, match=r"‘Interest’ is used by 2 pieces \(1 in the bin\)"):
        lists.remove(workspace, "stage", stage)


def test_a_piece_that_uses_an_entry_twice_counts_once(workspace: Workspace) -> None:
    person = a_person(workspace)
    a_piece(workspace, owner_id=person, author_ids=(person,))
    assert lists.usage(workspace, "person", person) == 1


def test_people_count_as_use_of_a_segment(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    lists.add(workspace, "person", "Ann", segment_ids=(segment,))
    assert "1 person" in (lists.why_not_remove(workspace, "segment", segment) or "")


def test_what_is_not_in_use_is_removed(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    lists.set_target(workspace, segment, named(workspace, "stage", "Interest"), 3)
    lists.remove(workspace, "segment", segment)
    read = lists.read_lists(workspace)
    assert (read.segments, read.targets) == ({}, {})


def test_merging_moves_every_use_without_doubling(workspace: Workspace) -> None:
    old, new = a_segment(workspace, "Old"), a_segment(workspace, "New")
    both = a_piece(workspace, segment_ids=(old, new))
    one = a_piece(workspace, segment_ids=(old,))
    person = lists.add(workspace, "person", "Ann", segment_ids=(old, new))
    lists.merge(workspace, "segment", old, new)
    assert [piece.segment_ids for piece in pieces.read_many(workspace, [both, one])] == [(new,), (new,)]
    assert lists.read_people(workspace)[0].segment_ids == (new,)
    assert (list(lists.read_lists(workspace).segments), person) == ([new], person)


def test_a_merge_is_undone_as_one(workspace: Workspace) -> None:
    old, new = a_segment(workspace, "Old"), a_segment(workspace, "New")
    both = a_piece(workspace, segment_ids=(old, new))
    lists.merge(workspace, "segment", old, new)
    assert undo.undo(workspace) == "Merge segment ‘Old’ into ‘New’"
    assert pieces.read(workspace, both).segment_ids == (old, new)


def test_merged_stages_do_not_leave_the_main_one_among_the_further(workspace: Workspace) -> None:
    old, new = named(workspace, "stage", "Interest"), named(workspace, "stage", "Loyalty")
    piece_id = a_piece(workspace, stage="Loyalty", further_stage_ids=(old,))
    lists.merge(workspace, "stage", old, new)
    piece = pieces.read(workspace, piece_id)
    assert (piece.stage_id, piece.further_stage_ids) == (new, ())


def test_the_survivor_of_a_merge_keeps_its_targets(workspace: Workspace) -> None:
    old, new = a_segment(workspace, "Old"), a_segment(workspace, "New")
    stage = named(workspace, "stage", "Interest")
    lists.set_target(workspace, old, stage, 5)
    lists.set_target(workspace, new, stage, 2)
    lists.merge(workspace, "segment", old, new)
    assert lists.read_lists(workspace).targets == {(new, stage): 2}


def test_merged_people_keep_what_either_did(workspace: Workspace) -> None:
    old, new = a_person(workspace, "A. Byron"), a_person(workspace, "Ada Byron")
    lists.edit(workspace, "person", old, roles=(PersonRole.SME, PersonRole.EDITOR))
    lists.edit(workspace, "person", new, roles=(PersonRole.EDITOR,))
    piece_id = a_piece(workspace, owner_id=old, author_ids=(old, new))
    lists.merge(workspace, "person", old, new)
    piece = pieces.read(workspace, piece_id)
    assert (piece.owner_id, piece.author_ids) == (new, (new,))
    assert set(lists.read_people(workspace)[0].roles) == {PersonRole.SME, PersonRole.EDITOR}


def test_saved_views_follow_a_merge(workspace: Workspace) -> None:
    old, new = an_interest(workspace, "Old"), an_interest(workspace, "New")
    asked = Test("interest", Operator.IS, (old, new))
    views.save(workspace, "calendar", "Mine", {"where": to_json(asked), "colour": "kind"})
    lists.merge(workspace, "interest", old, new)
    view = views.read_views(workspace)[0].view
    assert (from_json(view["where"]), view["colour"]) == (Test("interest", Operator.IS, (new,)), "kind")


def test_the_last_status_stays(workspace: Workspace) -> None:
    *others, last = lists.read_lists(workspace).statuses
    for status in others:
        lists.remove(workspace, "status", status)
    with pytest.raises(RuleBroken, match="at least one status"):
        lists.remove(workspace, "status", last)


def test_a_target_is_set_changed_and_taken_back(workspace: Workspace) -> None:
    cell = (a_segment(workspace), named(workspace, "stage", "Interest"))
    for target in (0, 3):
        lists.set_target(workspace, *cell, target)
    assert lists.read_lists(workspace).targets == {cell: 3}
    lists.set_target(workspace, *cell, 1)
    assert lists.read_lists(workspace).targets == {}


def test_a_change_of_settings_names_them(workspace: Workspace) -> None:
    lists.update_settings(workspace, country="DE", subdivision="BY")
    assert history.next_undo(workspace) == "Change the settings: Country, State or region"


def test_settings_are_changed(workspace: Workspace) -> None:
    lists.update_settings(
        workspace, weekend=frozenset({4, 5}), mix_target=Decimal("0.6"), ranking_weights={"gap": Decimal(2)}
    )
    read = lists.read_lists(workspace).settings
    assert (read.weekend, read.mix_target) == (frozenset({4, 5}), Decimal("0.6"))
    assert read.ranking_weights == {"gap": Decimal(2)}


def test_a_share_beyond_one_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="between 0 and 1"):
        lists.update_settings(workspace, mix_target=Decimal(2))


def test_another_fiscal_month_moves_quarters_to_their_first_day(workspace: Workspace) -> None:
    piece_id = pieces.create(workspace, "Spring", planned=date(2027, 1, 1), precision=Precision.QUARTER)
    lists.update_settings(workspace, fiscal_month=2)
    assert pieces.read(workspace, piece_id).planned == date(2026, 11, 1)
