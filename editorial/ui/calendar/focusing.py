"""Where the keyboard is on a board: on a cell, or on a piece or “+ n more” inside it."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar

from editorial.ui.calendar.scene import Place, Stop, Tile

if TYPE_CHECKING:
    from editorial.ui.calendar.board import Board

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
WHOLE = -1
"""The place of the focus among the stops of a cell where it is on the cell itself."""


def moves_pieces(event: QKeyEvent) -> bool:
    """Tell whether a key moves the selected pieces."""
    return Qt.Key(event.key()) in ARROWS and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


class Kept(NamedTuple):
    """What the focus was on before the board was arranged anew."""

    piece: int | None
    day: date | None
    place: Place


class Focus:
    """The focus of one board.

    Arrows move it and select; with Shift they extend the selection, with Ctrl they leave it, with Alt they move the
    pieces instead.
    """

    def __init__(self, board: "Board") -> None:
        self._board = board
        self.place: Place = (0, 0)
        self._index = 0

    @property
    def stop(self) -> Stop | None:
        """Return the piece or “+ n more” that has the focus, if any."""
        stops = self._board.scene.stops.get(self.place, [])
        return stops[self._index] if 0 <= self._index < len(stops) else None

    @property
    def piece(self) -> int | None:
        return self.stop.entry.id if isinstance(self.stop, Tile) else None

    def take(self) -> None:
        """Select the piece that has the focus, where nothing is selected: keys act on what they seem to be on."""
        if self.piece is not None and not len(self._board.selection):
            self._board.selection.only(self.piece)

    def go(self, place: Place, index: int = 0) -> None:
        """Put the focus into a cell, on one of its stops where it has any."""
        self.place = place
        self._index = index
        self._board.set_current(place)
        self._show()
        self._board.announce(self.stop)
        self._board.viewport().update()

    def remember(self) -> Kept:
        cell = self._board.current_cell()
        return Kept(self.piece, cell.first if cell else None, self.place)

    def restore(self, kept: Kept) -> None:
        """Find the piece again, else the day, else the place."""
        scene = self._board.scene
        tile = scene.tile_of(kept.piece) if kept.piece is not None else None
        if tile is not None:
            self.place, self._index = tile.place, scene.stops[tile.place].index(tile)
        else:
            cell = scene.cells.get(kept.place)
            if kept.day is not None and not (cell and cell.first <= kept.day <= cell.last):
                cell = scene.cell_of(kept.day) or cell
            self.place = cell.place if cell else next(iter(scene.cells), (0, 0))
            self._index = WHOLE
        self._board.set_current(self.place)

    def key(self, event: QKeyEvent) -> bool:
        """Answer a key; False where it means nothing here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ARROWS:
            return self._arrow(*ARROWS[key], modifiers)
        extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._edge(last=key is Qt.Key.Key_End, whole=control)
            self._select(extend=extend)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._board.turned.emit(1 if key is Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            self._board.activate(self.stop)
        elif key is Qt.Key.Key_Space:
            self._space(toggle=control)
        elif key is Qt.Key.Key_A and control:
            self._board.selection.put(self._board.scene.in_order())
        elif key is Qt.Key.Key_Escape and len(self._board.selection):
            self._board.selection.clear()
            self._board.chosen.emit(0)
        else:
            return False
        return True

    def _arrow(self, across: int, down: int, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & Qt.KeyboardModifier.AltModifier:
            sideways, downwards = self._board.step_days()
            self.take()
            self._board.nudged.emit(across * sideways + down * downwards)
            return True
        if across:
            self._sideways(across)
        else:
            self._up_or_down(down)
        if not modifiers & Qt.KeyboardModifier.ControlModifier:
            self._select(extend=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _sideways(self, step: int) -> None:
        row, column = self.place
        columns, rows = self._board.cells.columnCount(), self._board.cells.rowCount()
        if self._board.runs_on and not 0 <= column + step < columns:
            row, column = row + step, (column + step) % columns
        else:
            column += step
        if 0 <= row < rows and 0 <= column < columns:
            self.go((row, column))
        else:
            self._leave(step * self._board.step_days()[0])

    def _up_or_down(self, step: int) -> None:
        stops = self._board.scene.stops.get(self.place, [])
        if stops and 0 <= self._index + step < len(stops):
            self.go(self.place, self._index + step)
            return
        place = (self.place[0] + step, self.place[1])
        if place in self._board.scene.cells:
            there = self._board.scene.stops.get(place, [])
            self.go(place, len(there) - 1 if step < 0 and there else 0)
        elif not 0 <= place[0] < self._board.cells.rowCount():
            self._leave(step * self._board.step_days()[1])

    def _leave(self, days: int) -> None:
        cell = self._board.current_cell()
        if cell is not None and self._board.runs_on:
            self._board.day_wanted.emit(cell.first + timedelta(days=days))

    def _edge(self, *, last: bool, whole: bool) -> None:
        row, _column = self.place
        row = (self._board.cells.rowCount() - 1 if last else 0) if whole else row
        place = (row, self._board.cells.columnCount() - 1 if last else 0)
        if place in self._board.scene.cells:
            self.go(place)

    def _space(self, *, toggle: bool) -> None:
        if (piece := self.piece) is None:
            self._board.activate(self.stop)
        elif toggle:
            self._board.selection.toggle(piece)
        else:
            self._board.selection.only(piece)
            self._board.chosen.emit(piece)

    def _select(self, *, extend: bool) -> None:
        """Let the selection follow the focus."""
        if (piece := self.piece) is None:
            if not extend:
                self._board.selection.clear()
        elif extend:
            self._board.selection.extend(piece, self._board.scene.in_order())
        else:
            self._board.selection.only(piece)

    def _show(self) -> None:
        """Scroll until the focus can be seen."""
        stop, cell = self.stop, self._board.current_cell()
        rect = stop.rect if stop is not None else cell.rect if cell is not None else None
        if rect is None:
            return
        view = self._board.viewport()
        _scroll(self._board.verticalScrollBar(), rect.top(), rect.bottom(), view.height())
        _scroll(self._board.horizontalScrollBar(), rect.left(), rect.right(), view.width())


def _scroll(bar: QScrollBar, start: int, end: int, room: int) -> None:
    """Scroll just far enough for a stretch of the content to be seen."""
    if start < bar.value():
        bar.setValue(start)
    elif end > bar.value() + room:
        bar.setValue(min(start, end - room))
