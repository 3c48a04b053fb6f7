"""Field notes taken down, and what is told to whoever gave them."""

from datetime import date
from typing import Any

import pytest

from editorial.domain.vocabulary import Phase
from editorial.errors import RuleBroken
from editorial.services import field_notes, history, lists, pieces
from editorial.services.workspaces import Workspace
from tests.builders import a_person

DAY = date(2027, 3, 8)


def a_note(workspace: Workspace, **fields: Any) -> int:
    return field_notes.capture(workspace, "They ask for proof", today=DAY, **fields)


def test_a_note_is_of_one_line(workspace: Workspace) -> None:
    field_notes.capture(workspace, "  They ask\n for proof ", today=DAY)
    assert [(one.name, one.day) for one in lists.read_records(workspace, "field_note")] == [("They ask for proof", DAY)]


def test_a_note_needs_words(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken):
        field_notes.capture(workspace, " ", today=DAY)


def test_a_note_that_nothing_came_of_is_thanked_for(workspace: Workspace) -> None:
    said = field_notes.reply(workspace, a_note(workspace, person_id=a_person(workspace, "Ada")))
    assert said.startswith("Hello Ada,\n\non 8 March 2027 you told us: “They ask for proof”")
    assert "We have kept it" in said


def test_the_reply_names_the_day_of_the_piece(workspace: Workspace) -> None:
    note = a_note(workspace)
    piece = field_notes.make_idea(workspace, note)
    pieces.edit(workspace, piece, planned=date(2027, 4, 1))
    assert "It becomes “They ask for proof”, planned for 1 April 2027." in field_notes.reply(workspace, note)


def test_the_reply_names_where_it_was_published(workspace: Workspace) -> None:
    note = a_note(workspace)
    piece = field_notes.make_idea(workspace, note)
    status = next(one.id for one in lists.read_lists(workspace).statuses.values() if one.phase is Phase.PUBLISHED)
    pieces.edit(workspace, piece, status_id=status, published_on=date(2027, 3, 9), url="https://example.com/proof")
    said = field_notes.reply(workspace, note)
    assert "published on 9 March 2027.\nhttps://example.com/proof" in said


def test_what_was_done_is_told(workspace: Workspace) -> None:
    assert "We called them." in field_notes.reply(workspace, a_note(workspace, done="We called them."))


def test_telling_back_can_be_undone(workspace: Workspace) -> None:
    note = a_note(workspace)
    field_notes.tell_back(workspace, note, today=DAY)
    assert lists.read_records(workspace, "field_note")[0].told_back_on == DAY
    history.undo(workspace)
    assert lists.read_records(workspace, "field_note")[0].told_back_on is None


def test_words_in_quotation_marks_are_not_quoted_twice(workspace: Workspace) -> None:
    note = field_notes.capture(workspace, "“We want proof”", today=DAY)
    assert "you told us: “We want proof”" in field_notes.reply(workspace, note)
