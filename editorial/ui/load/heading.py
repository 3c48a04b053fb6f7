"""The headings of the rows of the load: a name, and below it the person's hours and what is too much."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QPainter,
)
from PySide6.QtWidgets import QHeaderView

from editorial.ui.overriding import override
from editorial.ui.theme import Theme

if TYPE_CHECKING:
    from editorial.ui.load.table import LoadTable

SMALL = 0.88
EDGE = 10
"""What stays free at both sides (px)."""


class PersonHeading(QHeaderView):
    """Paints the lines that the model's rows were told in, each in its own look; takes drops for its row."""

    def __init__(self, table: "LoadTable", theme: Theme) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table, self._theme = table, theme
        self.setSectionsClickable(True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def fonts(self) -> tuple[QFont, QFont]:
        """Return the fonts of a name and of what stands below it."""
        name, small = QFont(self._table.font()), QFont(self._table.font())
        name.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(small.pointSizeF() * SMALL)
        return name, small

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model, tokens = self._table.load, self._theme.tokens
        if not 0 <= logicalIndex < len(model.rows):
            return
        current = self._table.currentIndex().row() == logicalIndex
        painter.save()
        painter.fillRect(rect, QColor(tokens.selection if current else tokens.quiet))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), QColor(tokens.line))
        name, small = self.fonts()
        lines = [(name, tokens.text, model.names[logicalIndex])]
        lines += [(small, tokens.bad if said.over else tokens.muted, said.text) for said in model.said[logicalIndex]]
        heights = [_height(font) for font, _colour, _text in lines]
        top = rect.top() + max(0, (rect.height() - sum(heights)) // 2)
        for (font, colour, text), height in zip(lines, heights, strict=True):
            self._line(painter, QRect(rect.left() + EDGE, top, rect.width() - 2 * EDGE, height), font, colour, text)
            top += height
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, font: QFont, colour: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._table.welcome(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._over(event, self._table.hover)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._table.let_go()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._over(event, self._table.take)

    def _over(self, event: QDropEvent, act: "Callable[[QDropEvent, int, QPoint], None]") -> None:
        at = event.position().toPoint()
        act(event, self.logicalIndexAt(at), self.viewport().mapTo(self._table, at))


def _height(font: QFont) -> int:
    return QFontMetrics(font).height()
