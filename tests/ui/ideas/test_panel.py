from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import Kind
from editorial.services import history, pieces
from editorial.store.workspace import Workspace
from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.planning import MoveTo
from editorial.ui.ideas.panel import IdeasPanel
from editorial.ui.window import Window
from tests.builders import a_piece, named


@pytest.fixture
def panel(window: Window) -> IdeasPanel:
    place = window.go("calendar")
    assert isinstance(place, CalendarPlace)
    return place.panel.ideas


def drop(panel: IdeasPanel, drag: PieceDrag) -> None:
    """Drag pieces over the list and let go."""
    at, mime, viewport = QPoint(20, 20), drag.to_mime(), panel.list.viewport()
    how = (Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, QDragEnterEvent(at, *how))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(at), *how))


def test_ideas_are_listed_newest_first_and_parked_ones_last(panel: IdeasPanel, workspace: Workspace) -> None:
    old, parked, new = a_piece(workspace, "Old"), a_piece(workspace, "Parked", status="On hold"), a_piece(workspace)
    a_piece(workspace, "Dated", planned=date(2027, 3, 9))
    assert panel.shown() == (new, old, parked)


def test_a_title_is_enough_for_an_idea(qtbot: QtBot, panel: IdeasPanel, workspace: Workspace) -> None:
    qtbot.keyClicks(panel.quick_add.line, "Pump guide")
    qtbot.keyClick(panel.quick_add.line, Qt.Key.Key_Return)
    [idea] = panel.list.ideas.entries
    assert (idea.title, idea.day) == ("Pump guide", None)
    assert panel.quick_add.line.text() == ""


def test_four_further_things_may_be_given_at_once(qtbot: QtBot, panel: IdeasPanel, workspace: Workspace) -> None:
    qtbot.keyClicks(panel.quick_add.line, "Pump guide")
    panel.quick_add._take("kind", Kind.PRACTICAL)
    panel.quick_add._take("stage", named(workspace, "stage", "Interest"))
    panel.quick_add._take_day(date(2027, 3, 9))
    with qtbot.waitSignal(panel.quick_add.added) as told:
        panel.quick_add.act.click()
    piece = pieces.read(workspace, told.args[0])
    assert (piece.kind, piece.planned) == (Kind.PRACTICAL, date(2027, 3, 9))


def test_typing_narrows_the_list_and_says_what_is_hidden(qtbot: QtBot, panel: IdeasPanel, workspace: Workspace) -> None:
    pump = a_piece(workspace, "Pump guide")
    a_piece(workspace, "Valve guide")
    qtbot.keyClicks(panel.search, "pum")
    assert panel.shown() == (pump,)
    assert "1 hidden" in panel.told.text()


def test_a_quick_filter_keeps_one_kind(panel: IdeasPanel, workspace: Workspace) -> None:
    kept = a_piece(workspace, kind=Kind.PRACTICAL.value)
    a_piece(workspace, kind=Kind.ASPIRATIONAL.value)
    panel._narrow("kind", Kind.PRACTICAL)
    assert panel.shown() == (kept,)
    assert panel.chips["kind"].text() == "practical ▾"


def test_an_idea_is_planned_by_keyboard(qtbot: QtBot, panel: IdeasPanel, workspace: Workspace) -> None:
    idea = a_piece(workspace, "Pump guide")
    panel.list.setFocus()
    panel.list.go_to(idea)
    qtbot.keyClick(panel.list, Qt.Key.Key_S)
    sheet = panel.window().findChild(MoveTo)
    assert isinstance(sheet, MoveTo)
    qtbot.keyClicks(sheet.line, "2027-03-16")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert pieces.read(workspace, idea).planned == date(2027, 3, 16)
    assert panel.shown() == ()


def test_delete_puts_several_ideas_into_the_bin(qtbot: QtBot, panel: IdeasPanel, workspace: Workspace) -> None:
    ids = {a_piece(workspace, "One"), a_piece(workspace, "Two")}
    panel.list.setFocus()
    panel.list.selectAll()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert {entry.id for entry in pieces.binned(workspace)} == ids
    assert history.next_undo(workspace) == "Move 2 pieces to the bin"


def test_space_shows_an_idea_beside_and_enter_opens_it(qtbot: QtBot, window: Window, panel: IdeasPanel) -> None:
    assert window.desk.workspace is not None
    idea = a_piece(window.desk.workspace, "Pump guide")
    panel.list.setFocus()
    panel.list.go_to(idea)
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert window.side.shows_piece
    window.desk.piece_selected.emit(None)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert window.word == "piece"


def test_a_dated_piece_dropped_here_becomes_an_idea_again(
    qtbot: QtBot, panel: IdeasPanel, workspace: Workspace
) -> None:
    piece = a_piece(workspace, planned=date(2027, 3, 9))
    drop(panel, PieceDrag((piece,)))
    qtbot.waitUntil(lambda: pieces.read(workspace, piece).planned is None)
    assert panel.shown() == (piece,)


def test_a_screen_reader_hears_title_and_tags(panel: IdeasPanel, workspace: Workspace) -> None:
    a_piece(workspace, "Pump guide", kind=Kind.PRACTICAL.value)
    said = panel.list.ideas.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Pump guide, practical, no segment, tags are missing"
