"""The mouse on a board: clicks that select and open, and the press from which a drag begins."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from editorial.ui.calendar.scene import Chip, Stop, Tile

if TYPE_CHECKING:
    from editorial.ui.calendar.board import Board

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Press:
    """Follows the left button of one board from press to release."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._from: QPoint | None = None
        self._waiting: int | None = None
        """A selected piece that was pressed: selected alone on release, unless it was dragged with the others."""

    def pressed(self, event: QMouseEvent) -> None:
        board = self._board
        board.setFocus(Qt.FocusReason.MouseFocusReason)
        point = event.position().toPoint() + board.offset()
        stop, cell = board.scene.stop_at(point), board.scene.cell_at(point)
        self._from = self._waiting = None
        if cell is not None:
            board.focus_on.go(cell.place, self._index(cell.place, stop))
        if isinstance(stop, Tile):
            board.focus_on.go(stop.place, board.scene.stops[stop.place].index(stop))
            self._select(stop.entry.id, event)
            if event.button() is Qt.MouseButton.LeftButton:
                self._from = event.position().toPoint()
        elif not event.modifiers():
            # The right button too: its menu is about what lies below the mouse.
            board.selection.clear()

    def moved(self, event: QMouseEvent) -> bool:
        """Tell whether the mouse has gone far enough for a drag to begin."""
        point = event.position().toPoint()
        if self._from is None:
            over = self._board.scene.stop_at(point + self._board.offset())
            self._board.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return False
        far = (point - self._from).manhattanLength() >= QApplication.startDragDistance()
        if far:
            self._from = self._waiting = None
        return far

    def released(self, event: QMouseEvent) -> None:
        point = event.position().toPoint() + self._board.offset()
        stop = self._board.scene.stop_at(point)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._from = None
        if isinstance(stop, Tile):
            if self._waiting == stop.entry.id:
                self._board.selection.only(stop.entry.id)
            self._board.chosen.emit(stop.entry.id)
        elif isinstance(stop, Chip):
            self._board.item_wanted.emit(stop.item, self._board.on_screen(stop.rect), False)
        elif stop is not None:
            self._board.open_more(self._board.scene.cells[stop.place])
        else:
            self._board.clicked_cell(self._board.scene.cell_at(point))

    def doubled(self, event: QMouseEvent) -> None:
        point = event.position().toPoint() + self._board.offset()
        stop = self._board.scene.stop_at(point)
        self._from = None
        if isinstance(stop, Tile | Chip):
            self._board.activate(stop)
        elif stop is None and (cell := self._board.scene.cell_at(point)) is not None:
            self._board.open_more(cell)

    def _index(self, place: tuple[int, int], stop: Stop | None) -> int:
        stops = self._board.scene.stops.get(place, [])
        return stops.index(stop) if stop in stops else -1

    def _select(self, piece: int, event: QMouseEvent) -> None:
        selection, modifiers = self._board.selection, event.modifiers()
        if modifiers & SHIFT:
            selection.extend(piece, self._board.scene.in_order())
        elif modifiers & CONTROL:
            selection.toggle(piece)
        elif piece not in selection:
            selection.only(piece)
        else:
            self._waiting = piece
