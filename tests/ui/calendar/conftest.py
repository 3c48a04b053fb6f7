"""The calendar in the real window, and a mouse that drags without a screen."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editorial.store.workspace import Workspace
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.window import Window
from tests.builders import value

Drop = Callable[..., bool]


@pytest.fixture
def place(window: Window) -> CalendarPlace:
    shown = window.go("calendar")
    assert isinstance(shown, CalendarPlace)
    return shown


@pytest.fixture
def board(place: CalendarPlace) -> Board:
    assert isinstance(place.view, Board)
    return place.view


@pytest.fixture
def drop(qtbot: QtBot) -> Drop:
    """Drag pieces over a day of a board and let go; False where the day refuses them."""

    def perform(board: Board, ids: tuple[int, ...], day: date) -> bool:
        if not hover(board, ids, day):
            return False
        move = Qt.DropAction.MoveAction
        where, data = point_of(board, day), PieceDrag(ids).to_mime()
        event = QDropEvent(QPointF(where), move, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        with qtbot.waitSignal(board.dropped):
            QApplication.sendEvent(board.viewport(), event)
        return event.isAccepted()

    return perform


def point_of(board: Board, day: date) -> QPoint:
    """Return a point of a day that is on no piece."""
    cell = board.scene.cell_of(day)
    assert cell is not None
    return cell.rect.bottomRight() - QPoint(3, 3) - board.offset()


def hover(board: Board, ids: tuple[int, ...], day: date) -> bool:
    """Drag pieces over a day; tell whether it would take them."""
    where, data = point_of(board, day), PieceDrag(ids).to_mime()
    left, none, move = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction
    QApplication.sendEvent(board.viewport(), QDragEnterEvent(where, move, data, left, none))
    over = QDragMoveEvent(where, move, data, left, none)
    QApplication.sendEvent(board.viewport(), over)
    return over.isAccepted()


def planned(workspace: Workspace, piece: int) -> date | None:
    """Return the planned date of a piece as the file has it."""
    day = value(workspace, "SELECT planned FROM piece WHERE id = :p", p=piece)
    return date.fromisoformat(day) if day else None
