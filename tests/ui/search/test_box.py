"""The box on Ctrl+K: what it finds, and what Enter does."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from editorial.services import lists
from editorial.store.workspace import Workspace
from editorial.ui.search.box import SearchBox
from editorial.ui.window import Window
from tests.builders import a_campaign, a_person, a_piece, named


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
    assert set(typed(box, qtbot, "ada")[:3]) == {"Ada Byron", "Pieces of Ada Byron", "Adagio"}


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


def opened(window: Window, box: SearchBox, qtbot: QtBot, words: str) -> Any:
    """Type words, press Enter and return the place that it leads to."""
    typed(box, qtbot, words)
    with qtbot.waitSignal(window.arrived):
        qtbot.keyClick(box.words, Qt.Key.Key_Return)
    return window.place


def test_a_person_leads_to_their_record(window: Window, workspace: Workspace, box: SearchBox, qtbot: QtBot) -> None:
    place = opened(window, box, qtbot, "byron")
    assert (window.word, place.page.entry) == ("experts", named(workspace, "person", "Ada Byron"))


@pytest.mark.parametrize(
    ("kind", "word", "page"),
    [
        ("interview", "interviews", "interviews"),
        ("quote", "interviews", "quotes"),
        ("question", "interviews", "questions"),
        ("field_note", "field_notes", "notes"),
        ("answer_card", "field_notes", "cards"),
        ("tip", "field_notes", "tips"),
    ],
)
def test_a_record_is_opened_where_it_stands(
    window: Window, workspace: Workspace, box: SearchBox, qtbot: QtBot, kind: str, word: str, page: str
) -> None:
    fields = {} if kind in ("interview", "quote") else {"day": date(2027, 3, 9)}
    lists.add(workspace, kind, "Another one", **fields)
    made = lists.add(workspace, kind, "They pay for time", **fields)
    place = opened(window, box, qtbot, "pay time")
    assert (window.word, place.choice.chosen, place.page.entry) == (word, page, made)


def test_further_pieces_come_after_what_was_said(box: SearchBox, workspace: Workspace, qtbot: QtBot) -> None:
    lists.add(workspace, "quote", "Tariffs are trust.")
    for n in range(7):
        a_piece(workspace, f"Tariffs {n}")
    typed(box, qtbot, "tariffs")
    groups = [line.group for line in box.model.lines]
    assert groups == [*["Pieces"] * 5, "Quotes", *["More pieces"] * 2]
    typed(box, qtbot, "tariffs are")
    assert [line.group for line in box.model.lines] == ["Quotes"]


def test_pieces_that_come_after_a_better_name_stay_together(box: SearchBox, workspace: Workspace, qtbot: QtBot) -> None:
    lists.add(workspace, "quote", "Tariffs are trust.")
    for n in range(2):
        a_piece(workspace, f"On tariffs {n}")
    typed(box, qtbot, "tariffs")
    assert [line.group for line in box.model.lines] == ["Quotes", "Pieces", "Pieces"]


def test_the_pieces_of_a_person_are_listed_under_a_filter(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    ada = a_person(workspace, "Ada Byron")
    a_piece(workspace, "Hers", planned=date(2027, 3, 9), author_ids=(ada,))
    a_piece(workspace, "Somebody’s", planned=date(2027, 3, 9))
    window.search()
    assert window.box is not None
    typed(window.box, qtbot, "byron")
    qtbot.keyClick(window.box.words, Qt.Key.Key_Down)
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
