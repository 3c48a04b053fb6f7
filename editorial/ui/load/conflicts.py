"""The list of what cannot be: each sentence in full over as many lines as it needs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editorial.ui.calendar.texts import Texts
from editorial.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
PAD_X, PAD_Y = 9, 2
"""What stays free around a sentence (px)."""
MOST_LINES = 12
SHOWN = 4
"""So many conflicts are seen at once."""


class _Sentences(QStyledItemDelegate):
    """Paints an item over as many lines as it needs; a word wider than the list is broken."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self._texts: Texts | None = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        texts = self._of(option)
        count = texts.lines(str(index.data()), self._width(), MOST_LINES)[1]
        return QSize(self._width(), count * texts.metrics.lineSpacing() + 2 * PAD_Y)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, self._view)
        texts = self._of(option)
        painter.save()
        painter.setFont(texts.font)
        painter.setPen(QColor(option.palette.color(QPalette.ColorRole.Text)))
        static, _count = texts.lines(str(index.data()), self._width(), MOST_LINES)
        painter.drawStaticText(option.rect.topLeft() + QPoint(PAD_X, PAD_Y), static)
        painter.restore()

    def _width(self) -> int:
        return max(1, self._view.viewport().width() - 2 * PAD_X)

    def _of(self, option: QStyleOptionViewItem) -> Texts:
        if self._texts is None or self._texts.font != option.font:
            # A copy: the option and what it holds are gone after the call.
            self._texts = Texts(QFont(option.font))
        return self._texts


class ConflictList(QListWidget):
    """Is as high as its first sentences where there is room, and scrolls for the rest."""

    def __init__(self) -> None:
        super().__init__()
        self._most = 0
        self.setItemDelegate(_Sentences(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def leave_room(self, most: int) -> None:
        """Take no more height than this (px), but for the first sentence."""
        self._most = most
        self.fit()

    def fit(self) -> None:
        """Take the height of the first conflicts at this width."""
        rows = [self.sizeHintForRow(row) for row in range(min(self.count(), SHOWN))] or [self.fontMetrics().height()]
        self.setFixedHeight(max(rows[0], min(sum(rows), self._most)) + 2 * self.frameWidth())
