"""Somebody takes an hour to give the untagged pieces their tags, without the mouse."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editorial.domain.period import quarter_of
from editorial.services import coverage, history, pieces
from editorial.store.workspace import Workspace
from editorial.ui.fields.picker import Picker
from editorial.ui.ideas.place import IdeasPlace
from editorial.ui.window import Window
from tests.builders import a_piece, a_segment, an_interest


def answer(qtbot: QtBot, words: str) -> None:
    """Open the list of the cell by Enter, narrow it and take the first."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    picker = QApplication.activePopupWidget()
    assert isinstance(picker, Picker)
    qtbot.keyClicks(picker.line, words)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)


def test_the_blanks_are_filled_by_keyboard_and_count_in_the_matrix(
    qtbot: QtBot, window: Window, workspace: Workspace, today: date
) -> None:
    founders, cost = a_segment(workspace, "Founders"), an_interest(workspace, "Cost")
    planned = a_piece(workspace, "Pump guide", planned=date(2027, 3, 9))
    idea = a_piece(workspace, "Valve guide")

    place = window.go("ideas", page="blanks")
    assert isinstance(place, IdeasPlace)
    table = place.blanks.blanks
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_Home)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    for words in ("practical", "Interest", "Founders", "Cost", "aspirational", "Epiphany", "Founders", "Cost"):
        answer(qtbot, words)

    assert place.blanks.entries == []
    assert [(entry.segment_ids, entry.interest_id) for entry in pieces.read_entries(workspace, [planned, idea])] == [
        ((founders,), cost),
        ((founders,), cost),
    ]
    quarter = quarter_of(today, window.desk.lists.settings)
    assert coverage.coverage(workspace, quarter).totals.pieces == 1
    for _step in range(8):
        window.desk.undo()
    assert history.next_undo(workspace) == "Add “Valve guide”"
    assert len(place.blanks.entries) == 2
