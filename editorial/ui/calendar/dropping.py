"""The board as a target of drags: what a drop would do is written on the day, and edges turn the page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPen

from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.calendar.scene import Cell, Chip

if TYPE_CHECKING:
    from editorial.ui.calendar.board import Board

EDGE = 22
"""The width (px) of the zone at an edge in which a drag that waits turns the page."""
FIRST_TURN_MS = 700
PAD = 5


class Effect(NamedTuple):
    """What a drop would do, in a few sentences; `refused` where it is not possible."""

    words: tuple[str, ...]
    refused: bool = False


Target = Cell | Chip
"""Where pieces are dropped: a day or week, or an open slot on it."""
Adviser = Callable[[PieceDrag, Target], Effect]


class DropZone:
    """Takes pieces over one board. A drop is only noted here, and told after the drag is over."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self.advise: Adviser = lambda _drag, _cell: Effect(())
        self._cell: Target | None = None
        self.effect = Effect(())
        """What was said last."""
        self._turn = 0
        self._timer = QTimer(board)
        self._timer.setInterval(FIRST_TURN_MS)
        self._timer.timeout.connect(self._at_edge)

    def entered(self, event: QDragEnterEvent) -> None:
        if PieceDrag.from_mime(event.mimeData()) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def moved(self, event: QDragMoveEvent) -> None:
        """Say what a drop here would do; refuse where it is not possible."""
        drag = PieceDrag.from_mime(event.mimeData())
        point = event.position().toPoint()
        self._watch_edge(point)
        cell = self._target(point)
        if drag is None or cell is None:
            self._point_at(None, Effect(()))
            event.ignore()
            return
        if not _same(cell, self._cell):
            self._point_at(cell, self.advise(drag, cell))
        if self.effect.refused:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def left(self, _event: QDragLeaveEvent | None = None) -> None:
        self._timer.stop()
        self._point_at(None, Effect(()))

    def dropped(self, event: QDropEvent) -> None:
        """Note the drop: this runs inside the drag, where nothing may be changed."""
        drag = PieceDrag.from_mime(event.mimeData())
        cell = self._target(event.position().toPoint())
        refused = self.effect.refused
        self.left()
        if drag is None or cell is None or refused:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._board.drop_noted.emit(drag, cell)

    def _target(self, point: QPoint) -> Target | None:
        """Return the open slot at a point of the board, else the day."""
        stop = self._board.scene.stop_at(point + self._board.offset())
        if isinstance(stop, Chip) and stop.item.open_slot:
            return stop
        return self._board.scene.cell_at(point + self._board.offset())

    def _point_at(self, cell: Target | None, effect: Effect) -> None:
        if cell is not self._cell or effect != self.effect:
            self._cell, self.effect = cell, effect
            self._board.viewport().update()

    def _watch_edge(self, point: QPoint) -> None:
        turn = self._edge_of(point)
        if turn != self._turn:
            self._turn = turn
            self._timer.stop()
            if turn:
                self._timer.start()

    def _edge_of(self, point: QPoint) -> int:
        area = self._board.viewport().rect()
        if point.x() < EDGE or point.y() < EDGE:
            return -1
        return 1 if point.x() > area.right() - EDGE or point.y() > area.bottom() - EDGE else 0

    def _at_edge(self) -> None:
        """Scroll where there is more to see, else turn the page; the day under the mouse is another then."""
        bar = self._board.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._turn * bar.pageStep() // 2)
        if bar.value() == before:
            self._board.turned.emit(self._turn)
        self._point_at(None, Effect(()))

    def paint_ground(self, painter: QPainter) -> None:
        """Show where the drop would land."""
        if self._cell is None:
            return
        tokens = self._board.theme.tokens
        rect = self._cell.rect.adjusted(1, 1, -2, -2)
        painter.fillRect(rect, QColor(tokens.bad_ground if self.effect.refused else tokens.selection))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.bad if self.effect.refused else tokens.accent), 2))
        painter.drawRect(rect)

    def paint_words(self, painter: QPainter) -> None:
        """Write what the drop would do above everything else, beside the day and wholly inside the board."""
        if self._cell is None or not self.effect.words:
            return
        tokens, board = self._board.theme.tokens, self._board
        words = "\n".join(self.effect.words)
        width = min(max(self._cell.rect.width(), board.fontMetrics().averageCharWidth() * 34), board.viewport().width())
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        painter.setFont(board.font())
        needed = painter.boundingRect(QRect(0, 0, width - 2 * PAD, 2000), int(flags), words)
        box = QRect(self._cell.rect.left(), self._cell.rect.bottom() + 2, width, needed.height() + 2 * PAD)
        visible = board.viewport().rect().translated(board.offset())
        if box.bottom() > visible.bottom():
            box.moveBottom(self._cell.rect.top() - 2)
        box.moveLeft(max(visible.left(), min(box.left(), visible.right() - box.width())))
        box.moveTop(max(visible.top(), box.top()))
        painter.fillRect(box, QColor(tokens.bad_ground if self.effect.refused else tokens.panel))
        painter.setPen(QColor(tokens.bad if self.effect.refused else tokens.accent))
        painter.drawRect(box)
        painter.setPen(QColor(tokens.bad if self.effect.refused else tokens.text))
        painter.drawText(box.adjusted(PAD, PAD, -PAD, -PAD), int(flags), words)


def _same(one: Target, other: Target | None) -> bool:
    """Tell whether two targets are the same place on the same days."""
    if isinstance(one, Chip) or isinstance(other, Chip) or other is None:
        return one is other
    return one.place == other.place and one.first == other.first
