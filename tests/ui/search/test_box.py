"""The box on Ctrl+K: what it finds, and what Enter does."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from editorial.store.workspace import Workspace
from editorial.ui.search.box import SearchBox
from editorial.ui.window import Window
from tests.builders import a_campaign, a_person, a_piece


@pytest.fixture
def box(window: Window, workspace: Workspace, qtbot: QtBot) -> SearchBox:
    a_piece(workspace, "Führung im Wandel", planned=date(2027, 3, 9))
    a_person(workspace, "Ada Byron")
    a_campaign(workspace, "Adagio")
    qtbot.keyClick(window, "K", Qt.KeyboardModifier.ControlModifier)
    assert window.box is not None
    return window.box


def typed(box: SearchBox, qtbot: QtBot, words: str) -> list[str]:
    """Type words and return the titles found."""
    with qtbot.waitSignal(box.answered, check_params_cb=lambda: box.words.text() == words):
        box.words.setText(words)
    return [line.title for line in box.model.lines]


def test_it_takes_the_focus_and_lists_places_and_commands(box: SearchBox) -> None:
    assert box.words.hasFocus()
    assert {line.group for line in box.model.lines} == {"Places", "Commands"}


def test_accents_make_no_difference(box: SearchBox, qtbot: QtBot) -> None:
    assert typed(box, qtbot, "fuhrung")[0] == "Führung im Wandel"


def test_people_and_campaigns_are_found(box: SearchBox, qtbot: QtBot) -> None:
    assert set(typed(box, qtbot, "ada")[:2]) == {"Ada Byron", "Adagio"}


def test_enter_opens_a_piece(window: Window, box: SearchBox, qtbot: QtBot) -> None:
    typed(box, qtbot, "wandel")
    with qtbot.waitSignal(window.desk.piece_opened):
        qtbot.keyClick(box.words, Qt.Key.Key_Return)
    assert not box.isVisible()


def test_enter_goes_to_a_place(window: Window, box: SearchBox, qtbot: QtBot) -> None:
    typed(box, qtbot, "histo")
    qtbot.keyClick(box.words, Qt.Key.Key_Return)
    assert window.word == "history"


def test_arrows_choose_another_line(box: SearchBox, qtbot: QtBot) -> None:
    first = box.current
    qtbot.keyClick(box.words, Qt.Key.Key_Down)
    assert box.current is not first
    qtbot.keyClick(box.words, Qt.Key.Key_Up)
    assert box.current == first


def test_what_cannot_be_done_says_why_and_stays(window: Window, box: SearchBox, qtbot: QtBot) -> None:
    typed(box, qtbot, "redo")
    line = next(line for line in box.model.lines if line.title == "Redo")
    assert line.why_not == "There is nothing to do again."
    box._act(line)
    assert box.isVisible()


def test_escape_puts_it_away(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClick(box.words, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_nothing_found_is_said(box: SearchBox, qtbot: QtBot) -> None:
    assert typed(box, qtbot, "zzzzzz") == []
    assert box.nothing.isVisible()


def test_a_person_leads_to_the_pieces_of_that_person(window: Window, box: SearchBox, qtbot: QtBot) -> None:
    typed(box, qtbot, "byron")
    with qtbot.waitSignal(window.desk.place_wanted) as wanted:
        qtbot.keyClick(box.words, Qt.Key.Key_Return)
    assert wanted.args is not None
    assert wanted.args[0] == "calendar"


def test_those_pieces_are_listed_under_a_filter(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    ada = a_person(workspace, "Ada Byron")
    a_piece(workspace, "Hers", planned=date(2027, 3, 9), author_ids=(ada,))
    a_piece(workspace, "Somebody’s", planned=date(2027, 3, 9))
    window.search()
    assert window.box is not None
    typed(window.box, qtbot, "byron")
    qtbot.keyClick(window.box.words, Qt.Key.Key_Return)
    sheet = window.places["calendar"].sheet  # type: ignore[attr-defined]
    assert [entry.title for entry in sheet.entries] == ["Hers"]


def test_escape_gives_the_focus_back(window: Window, box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClick(box.words, Qt.Key.Key_Escape)
    button = window.rail.findChildren(QAbstractButton)[0]
    button.setFocus()
    box.open_now()
    qtbot.keyClick(box.words, Qt.Key.Key_Escape)
    assert button.hasFocus()


def test_a_command_that_begins_with_the_words_comes_before_pieces(
    box: SearchBox, workspace: Workspace, qtbot: QtBot
) -> None:
    a_piece(workspace, "Imports under new tariffs")
    found = typed(box, qtbot, "import")
    assert found.index("Import…") < found.index("Imports under new tariffs")


def test_a_command_that_only_holds_the_words_comes_after_pieces(
    box: SearchBox, workspace: Workspace, qtbot: QtBot
) -> None:
    a_piece(workspace, "Copied by everybody")
    found = typed(box, qtbot, "copied")
    assert found.index("Copied by everybody") < found.index("Import copied rows")


@pytest.mark.parametrize(
    ("words", "place", "page"),
    [("slots", "settings", "slot"), ("targets", "settings", "targets"), ("parked", "ideas", "parked")],
)
def test_a_page_of_another_place_is_found(
    window: Window, box: SearchBox, qtbot: QtBot, words: str, place: str, page: str
) -> None:
    typed(box, qtbot, words)
    with qtbot.waitSignal(window.arrived):
        qtbot.keyClick(box.words, Qt.Key.Key_Return)
    assert window.word == place
    shown: Any = window.place
    assert (shown.word if place == "settings" else shown.choice.chosen) == page


def test_a_plan_is_proposed_from_any_place(window: Window, box: SearchBox, qtbot: QtBot) -> None:
    window.go("history")
    box.open_now()
    typed(box, qtbot, "propose")
    qtbot.keyClick(box.words, Qt.Key.Key_Return)
    place: Any = window.place
    assert window.word == "calendar"
    assert place.plan.active
    place.plan.leave()


def test_no_command_is_listed_twice(window: Window, box: SearchBox, qtbot: QtBot) -> None:
    found = typed(box, qtbot, "calendar: month")
    assert found == ["Calendar: Month"]
