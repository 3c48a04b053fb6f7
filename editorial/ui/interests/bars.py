"""How deficits, states and the strip of weeks are painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editorial.ui.interests.rows import InterestRow, signed
from editorial.ui.overriding import override
from editorial.ui.style import SMALL
from editorial.ui.theme import Theme

PAD = 8
FULL = 3.0
"""The deficit, in pieces, that fills half a bar."""
GAP = 2


class BarPainter(QStyledItemDelegate):
    """Paints a deficit to the left or right of its middle, a state as a chip, and weeks as a strip of boxes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.strip_below = False
        """Whether the strip of weeks stands below the name, having no column of its own."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: InterestRow = index.data(Qt.ItemDataRole.UserRole)
        word = index.model().columns[index.column()].word  # type: ignore[attr-defined]
        if word == "name":
            self._named(painter, option, index, row)
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self._theme.tokens.selection))
        room = option.rect.adjusted(PAD, 0, -PAD, 0)
        {"deficit": self._deficit, "weeks": self._weeks, "state": self._state}[word](painter, room, row)
        painter.restore()

    def _named(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        row: InterestRow,
    ) -> None:
        """Leave the name to Qt, with the weeks in the lower half where they stand there."""
        if not self.strip_below:
            super().paint(painter, option, index)
            return
        whole = QRect(option.rect)
        half = whole.height() // 2
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, QColor(self._theme.tokens.selection))
        option.rect = whole.adjusted(0, 0, 0, -half)
        super().paint(painter, option, index)
        painter.save()
        self._weeks(painter, whole.adjusted(PAD, half, -PAD, 0), row)
        painter.restore()

    def _deficit(self, painter: QPainter, room: QRect, row: InterestRow) -> None:
        if row.turn is None:
            return
        tokens = self._theme.tokens
        deficit = float(row.turn.deficit)
        figure = painter.fontMetrics().horizontalAdvance("+00.0") + PAD
        bar = QRect(room.left(), room.top(), room.width() - figure, room.height())
        middle = bar.center().x()
        painter.setPen(QColor(tokens.line))
        painter.drawLine(middle, bar.top() + 4, middle, bar.bottom() - 4)
        length = int(min(abs(deficit) / FULL, 1.0) * bar.width() / 2)
        thick = max(6, room.height() // 3)
        left = middle if deficit > 0 else middle - length
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.warning if deficit > 0 else tokens.practical))
        painter.drawRect(QRect(left, room.center().y() - thick // 2, length, thick))
        painter.setPen(QColor(tokens.text))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, right, signed(row.turn.deficit))

    def _state(self, painter: QPainter, room: QRect, row: InterestRow) -> None:
        if not row.state:
            return
        tokens = self._theme.tokens
        ground, ink = tokens.window, tokens.muted
        if row.turn is not None:
            overdue = row.turn.overdue
            ground, ink = (tokens.bad_ground, tokens.bad) if overdue else (tokens.warning_ground, tokens.warning)
        font = QFont(painter.font())
        font.setPointSizeF(font.pointSizeF() * SMALL)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        box = QRectF(room.left(), 0, metrics.horizontalAdvance(row.state) + 2 * PAD, metrics.height() + 4)
        box.moveTop(room.center().y() - box.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), row.state)

    def _weeks(self, painter: QPainter, room: QRect, row: InterestRow) -> None:
        if not row.weeks:
            return
        tokens = self._theme.tokens
        wide = min((room.width() - GAP * len(row.weeks)) // len(row.weeks), room.height() - 8)
        tall = min(wide, room.height() - 8)
        top = room.center().y() - tall // 2
        for number, used in enumerate(row.weeks):
            box = QRect(room.left() + number * (wide + GAP), top, wide, tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent if used else tokens.line))
            painter.drawRect(box)
            if used > 1 and wide >= painter.fontMetrics().height():
                painter.setPen(QColor(tokens.on_accent))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(used))
