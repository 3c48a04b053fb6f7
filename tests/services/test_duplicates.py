from datetime import date

import pytest

from editorial.domain.records import Evidence
from editorial.domain.vocabulary import EvidenceKind, PersonRole
from editorial.errors import RuleBroken
from editorial.services import duplicates, history, lists, pieces
from editorial.services.workspaces import Workspace
from tests.builders import a_person, a_piece, a_segment, value

TODAY = date(2027, 3, 10)


def found(workspace: Workspace, title: str) -> list[int]:
    return [hit.piece_id for hit in duplicates.near(workspace, title)]


def test_ideas_planned_and_published_pieces_are_found_but_not_the_bin(workspace: Workspace) -> None:
    ids = [
        a_piece(workspace, "Pricing after tariffs"),
        a_piece(workspace, "Pricing after tariffs", planned=TODAY),
        a_piece(workspace, "Pricing after tariffs", published_on=TODAY),
    ]
    pieces.bin(workspace, [a_piece(workspace, "Pricing after tariffs")])
    assert sorted(found(workspace, "pricing after tariffs")) == ids


def test_a_title_written_since_is_found(workspace: Workspace) -> None:
    assert found(workspace, "Pump guide") == []
    idea = a_piece(workspace, "The pump guide")
    assert found(workspace, "Pump guide") == [idea]
    pieces.edit(workspace, idea, title="Valves")
    assert found(workspace, "Pump guide") == []


def test_merging_is_one_change_that_undo_takes_back(workspace: Workspace) -> None:
    survey = Evidence(kind=EvidenceKind.SURVEY, text="n = 40")
    one, two = a_piece(workspace, "One", segment_ids=(a_segment(workspace),)), a_piece(workspace, "Two")
    pieces.edit(workspace, one, evidence=(survey,), angle="Sharp")
    before = pieces.read(workspace, two)
    duplicates.merge(workspace, one, two)
    merged = pieces.read(workspace, two)
    assert (merged.evidence, merged.angle, len(merged.segment_ids)) == ((survey,), "Sharp", 1)
    assert [entry.id for entry in pieces.binned(workspace)] == [one]
    assert history.undo(workspace) == "Merge ‘One’ into ‘Two’"
    assert (pieces.read(workspace, two).segment_ids, pieces.binned(workspace)) == (before.segment_ids, [])


def test_what_named_the_one_names_the_other(workspace: Workspace) -> None:
    one, two, third = a_piece(workspace, "One"), a_piece(workspace, "Two"), a_piece(workspace, "Third")
    pieces.edit(workspace, third, made_from_id=one)
    note = lists.add(workspace, "field_note", "Heard", day=TODAY, piece_id=one)
    talk = lists.add(workspace, "interview", "Talk", piece_ids=(one, two))
    duplicates.merge(workspace, one, two)
    assert pieces.read(workspace, third).made_from_id == two
    assert value(workspace, "SELECT piece_id FROM field_note WHERE id = :n", n=note) == two
    asked = "SELECT count(*) FROM interview_piece WHERE interview_id = :n AND piece_id = :p"
    assert value(workspace, asked, n=talk, p=two) == 1


def test_who_owes_something_owes_it_to_the_other(workspace: Workspace) -> None:
    ada, bo = lists.add(workspace, "person", "Ada", roles=(PersonRole.SME,)), a_person(workspace, "Bo")
    one, two = a_piece(workspace, "One", author_ids=(ada, bo)), a_piece(workspace, "Two", author_ids=(bo,))
    duplicates.merge(workspace, one, two)
    assert set(pieces.read(workspace, two).author_ids) == {ada, bo}


def test_companions_that_are_merged_have_none(workspace: Workspace) -> None:
    one, two = a_piece(workspace, "One"), a_piece(workspace, "Two")
    pieces.edit(workspace, one, companion_id=two)
    pieces.edit(workspace, two, companion_id=one)
    duplicates.merge(workspace, one, two)
    assert pieces.read(workspace, two).companion_id is None


def test_a_published_piece_is_not_merged_away(workspace: Workspace) -> None:
    idea, out = a_piece(workspace, "Idea"), a_piece(workspace, "Out", published_on=TODAY)
    with pytest.raises(RuleBroken, match="was published"):
        duplicates.merge(workspace, out, idea)


def test_what_is_gone_is_not_merged(workspace: Workspace) -> None:
    idea = a_piece(workspace)
    with pytest.raises(RuleBroken, match="no longer there"):
        duplicates.merge(workspace, idea, 999)
