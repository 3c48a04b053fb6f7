"""The names at the left of a board: several lines where needed, with the sign of what they stand for."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from editorial.ui.overriding import override
from editorial.ui.theme import Theme

PAD = 6
BESIDE_SIGN = 5
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class LaneName(NamedTuple):
    """A row's name with its sign, and a quieter line below."""

    name: str
    sign: str = ""
    colour: QColor | None = None
    below: str = ""


class LaneHead(QHeaderView):
    """A vertical header that paints its names with room for wrapping."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._names: Sequence[LaneName] = ()

    def name(self, names: Sequence[LaneName]) -> None:
        self._names = names
        self.viewport().update()

    def least_height(self, row: int) -> int:
        """Return the height (px) that a row's name takes with the quieter line below it, at the width there is."""
        said, letters = self._names[row], self.fontMetrics()
        sign = letters.horizontalAdvance(said.sign) + BESIDE_SIGN if said.sign else 0
        room = QRect(0, 0, self.width() - 2 * PAD - sign, letters.height() * 9)
        name = QFontMetrics(self._name_font()).boundingRect(room, WRAPPED, said.name).height()
        return PAD + name + (2 + letters.height() if said.below else 0) + 2

    def _name_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if logicalIndex >= len(self._names):
            return
        tokens, said = self._theme.tokens, self._names[logicalIndex]
        painter.save()
        painter.fillRect(rect, QColor(tokens.quiet))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        inner = rect.adjusted(PAD, PAD, -PAD, -2)
        if said.sign:
            painter.setPen(said.colour or QColor(tokens.muted))
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, said.sign)
            inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(said.sign) + BESIDE_SIGN)
        painter.setFont(self._name_font())
        painter.setPen(QColor(tokens.text))
        used = painter.boundingRect(inner, WRAPPED, said.name)
        painter.drawText(inner, WRAPPED, said.name)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.muted))
        lower = inner.adjusted(0, used.height() + 2, 0, 0)
        lines = lower.height() // painter.fontMetrics().height()
        if said.below and lines > 0:
            elided = painter.fontMetrics().elidedText(said.below, Qt.TextElideMode.ElideRight, lower.width())
            painter.drawText(lower, WRAPPED, said.below if lines > 1 else elided)
        painter.restore()
