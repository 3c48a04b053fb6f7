"""A row that goes on in the next line where the window is too narrow for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from editorial.ui.items_layout import ItemsLayout
from editorial.ui.overriding import override

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class Lines(ItemsLayout):
    """Lays its widgets out in reading order, line after line; every widget keeps its own width where it fits."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._line_gap = line_gap

    @override
    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        return self._with_margins(width, max((item.sizeHint().height() for item in shown), default=0))

    @override
    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item in self._shown()]
        return self._with_margins(
            max((size.width() for size in least), default=0), max((size.height() for size in least), default=0)
        )

    def _with_margins(self, width: int, height: int) -> QSize:
        edges = self.contentsMargins()
        return QSize(width + edges.left() + edges.right(), height + edges.top() + edges.bottom())

    @override
    def _place(self, rect: QRect, *, move: bool) -> int:
        edges = self.contentsMargins()
        room = rect.marginsRemoved(edges)
        top, line = room.top(), list[tuple[QLayoutItem, QSize]]()
        left = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(room.width(), item.minimumSize().width()), 16_777_215))
            if line and left + size.width() > room.width():
                top += self._set_line(line, room, top, move=move) + self._line_gap
                line, left = [], 0
            line.append((item, size))
            left += size.width() + self._gap
        top += self._set_line(line, room, top, move=move)
        return top - rect.top() + edges.bottom()

    def _set_line(self, line: list[tuple[QLayoutItem, QSize]], room: QRect, top: int, *, move: bool) -> int:
        height = max((size.height() for _item, size in line), default=0)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        left = room.left()
        for item, size in line:
            if move:
                x = room.left() + room.right() + 1 - left - size.width() if mirrored else left
                item.setGeometry(QRect(QPoint(x, top + height - size.height()), size))
            left += size.width() + self._gap
        return height


class Flow(Lines):
    """Lines that want no more height than they need, wherever they stand."""

    @override
    def expandingDirections(self) -> "Qt.Orientation":
        from PySide6.QtCore import Qt

        return Qt.Orientation(0)
