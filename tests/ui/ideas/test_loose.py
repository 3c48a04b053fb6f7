from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.conditions import Operator, Test
from editorial.domain.vocabulary import Kind, Lead
from editorial.services import history, pieces
from editorial.store.workspace import Workspace
from editorial.ui.ideas.loose import LoosePage
from editorial.ui.ideas.place import IdeasPlace
from editorial.ui.window import Window
from tests.builders import a_piece, a_segment, an_interest


@pytest.fixture
def place(window: Window) -> IdeasPlace:
    shown = window.go("ideas")
    assert isinstance(shown, IdeasPlace)
    shown.choice.choose("loose")
    return shown


@pytest.fixture
def page(place: IdeasPlace) -> LoosePage:
    return place.loose


@pytest.fixture
def tags(workspace: Workspace) -> dict[str, Any]:
    return {"interest_id": an_interest(workspace), "segment_ids": (a_segment(workspace),)}


def titles(page: LoosePage) -> list[str]:
    return [entry.title for entry in page.table.ideas.entries]


def test_ideas_nobody_vouches_for_are_listed(page: LoosePage, workspace: Workspace) -> None:
    a_piece(workspace, "Bare")
    assert titles(page) == ["Bare"]
    assert "Add evidence" in page.hint.text()


def test_leads_are_set_for_several_at_once(qtbot: QtBot, page: LoosePage, workspace: Workspace) -> None:
    ids = [a_piece(workspace, "One"), a_piece(workspace, "Two")]
    page.choice.choose("lead")
    page.table.selectAll()
    picker = page.choose_lead()
    assert picker is not None
    qtbot.keyClicks(picker.line, "offering")
    qtbot.keyPress(picker.line, Qt.Key.Key_Return)
    assert {piece.lead for piece in pieces.read_many(workspace, ids)} == {Lead.OFFERING}
    assert titles(page) == []
    assert "says what it starts from" in page.empty.text()


def test_a_partner_is_suggested_and_paired_by_enter(
    qtbot: QtBot, page: LoosePage, workspace: Workspace, tags: dict[str, Any]
) -> None:
    one = a_piece(workspace, "One", kind=Kind.ASPIRATIONAL, **tags)
    two = a_piece(workspace, "Two", kind=Kind.PRACTICAL, **tags)
    page.choice.choose("pairs")
    page.table.go_to(one)
    assert [entry.title for entry in page.partners.list.ideas.entries] == ["Two"]
    qtbot.keyClick(page.partners.list, Qt.Key.Key_Return)
    assert pieces.read(workspace, two).companion_id == one
    assert titles(page) == []
    history.undo(workspace)
    assert titles(page) == ["One", "Two"]


def test_a_piece_without_partners_says_why(page: LoosePage, workspace: Workspace, tags: dict[str, Any]) -> None:
    bare, tagged = a_piece(workspace, "Bare"), a_piece(workspace, "Tagged", kind=Kind.PRACTICAL, **tags)
    page.choice.choose("pairs")
    page.table.go_to(bare)
    assert "needs a kind" in page.partners.told.text()
    page.table.go_to(tagged)
    assert "other kind" in page.partners.told.text()


def test_the_filter_narrows_and_tells_what_it_hides(place: IdeasPlace, page: LoosePage, workspace: Workspace) -> None:
    a_piece(workspace, "Pump")
    a_piece(workspace, "Valve")
    place.filter.set_condition(Test("title", Operator.CONTAINS, ("pump",)))
    assert titles(page) == ["Pump"]
    assert place.filter.hidden.text() == "1 hidden"
