"""Field notes rolled up by interest, and the idea that is made of several."""

from datetime import date
from typing import Any

import pytest

from editorial.domain.heard import Heard, heard, with_words
from editorial.errors import RuleBroken
from editorial.services import field_notes, history, lists
from editorial.services.pieces import read
from editorial.services.workspaces import Workspace
from tests.builders import a_person, a_segment

DAY = date(2027, 3, 8)


def note(workspace: Workspace, text: str, **fields: Any) -> int:
    return field_notes.capture(workspace, text, today=DAY, **fields)


def rolled_up(workspace: Workspace, words: str = "") -> tuple[Heard, ...]:
    known = lists.read_lists(workspace)
    names = {id_: one.name for id_, one in known.interests.items()}
    return heard(with_words(lists.read_records(workspace, "field_note"), words, names, known.people), names)


def test_notes_are_rolled_up_by_interest_the_most_first(workspace: Workspace) -> None:
    cost = lists.add(workspace, "interest", "Cost")
    risk = lists.add(workspace, "interest", "Risk")
    note(workspace, "One", interest_id=risk)
    note(workspace, "Two", interest_id=cost, account="Globex")
    note(workspace, "Three", interest_id=cost, account="globex ")
    note(workspace, "Four")
    found = [(one.interest, len(one.notes), one.accounts) for one in rolled_up(workspace)]
    assert found == [("Cost", 2, 1), ("Risk", 1, 0), ("", 1, 0)]


def test_words_narrow_what_was_heard(workspace: Workspace) -> None:
    note(workspace, "Proof wins", account="Globex")
    note(workspace, "Price wins", account="Initech")
    (found,) = rolled_up(workspace, "INITECH wins")
    assert [one.name for one in found.notes] == ["Price wins"]


def test_one_idea_rests_on_every_note_and_each_leads_to_it(workspace: Workspace) -> None:
    cost, finance = lists.add(workspace, "interest", "Cost"), a_segment(workspace, "Finance")
    one = note(workspace, "Proof first", interest_id=cost, segment_id=finance, person_id=a_person(workspace, "Ada"))
    two = note(workspace, "Proof, please", interest_id=cost, person_id=a_person(workspace, "Bob"))
    idea = read(workspace, field_notes.make_idea_of(workspace, [one, two], "Why proof wins"))
    assert (idea.title, idea.interest_id, idea.segment_ids) == ("Why proof wins", cost, (finance,))
    assert idea.given_by_id is None
    assert [each.field_note_id for each in idea.evidence] == [one, two]
    assert {each.piece_id for each in lists.read_records(workspace, "field_note")} == {idea.id}
    history.undo(workspace)
    assert {each.piece_id for each in lists.read_records(workspace, "field_note")} == {None}


def test_a_note_becomes_one_idea_only(workspace: Workspace) -> None:
    one, two = note(workspace, "Proof first"), note(workspace, "Proof, please")
    field_notes.make_idea(workspace, one)
    with pytest.raises(RuleBroken, match="already"):
        field_notes.make_idea_of(workspace, [two, one])
