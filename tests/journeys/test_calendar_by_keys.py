"""A week of planning by keyboard alone: an idea gets its day, five pieces move, and all of it is taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.services import history, pieces
from editorial.store.workspace import Workspace
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.planning import MoveTo
from editorial.ui.window import Window
from tests.builders import a_piece

KEY = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(window: Window) -> CalendarPlace:
    shown = window.go("calendar")
    assert isinstance(shown, CalendarPlace)
    return shown


def days(workspace: Workspace, ids: list[int]) -> list[date | None]:
    return [piece.planned for piece in pieces.read_many(workspace, ids)]


def test_an_idea_gets_its_day_by_keyboard(qtbot: QtBot, place: CalendarPlace, workspace: Workspace) -> None:
    idea = a_piece(workspace, "Who owns the mistakes?")
    ideas = place.panel.ideas
    ideas.list.setFocus()
    ideas.list.go_to(idea)
    qtbot.keyClick(ideas.list, KEY.Key_S)
    sheet = place.window().findChild(MoveTo)
    assert sheet is not None
    qtbot.keyClicks(sheet.line, "25 mar")
    qtbot.keyClick(sheet.line, KEY.Key_Return)
    assert days(workspace, [idea]) == [date(2027, 3, 25)]
    assert idea in place.view.shown_ids()


def test_five_pieces_move_and_all_of_it_is_undone(qtbot: QtBot, place: CalendarPlace, workspace: Workspace) -> None:
    five = [a_piece(workspace, f"Piece {n}", planned=date(2027, 3, 15 + n)) for n in range(5)]
    before = days(workspace, five)
    made = len(history.changes(workspace))
    place.show_piece(five[0])
    for _step in range(4):
        qtbot.keyClick(place.view, KEY.Key_Right, SHIFT)
    assert place.selection.ids == tuple(five)
    qtbot.keyClick(place.view, KEY.Key_Down, ALT)
    assert days(workspace, five) == [date(2027, 3, 22 + n) for n in range(5)]
    qtbot.keyClick(place.view, KEY.Key_Left, ALT)
    qtbot.keyClick(place.view, KEY.Key_Backspace)
    assert days(workspace, five) == [None] * 5
    for _change in range(len(history.changes(workspace)) - made):
        place.desk.undo()
    assert days(workspace, five) == before
