"""How a slot stands in the list of slots: its sign and name, and its rule in words below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editorial.ui.calendar.texts import Texts
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PAD_X, PAD_Y = 9, 6
LINES = (2, 3)
"""The lines that the name, and the rule, may take."""


class SlotDelegate(QStyledItemDelegate):
    """Paints the name and the rule of an item; what is longer wraps, and then ends in an ellipsis, in any script."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._texts: Texts | None = None
        theme.changed.connect(self._forget)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        texts, width = self._of(option), self._width()
        count = sum(texts.lines(part, width, most)[1] for part, most in zip(_parts(index), LINES, strict=True))
        return QSize(width, count * texts.metrics.lineSpacing() + 2 * PAD_Y)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, self._view)
        texts, width = self._of(option), self._width()
        painter.save()
        painter.setFont(texts.font)
        room: QRect = option.rect
        at = room.topLeft() + QPoint(PAD_X, PAD_Y)
        tokens = self._theme.tokens
        for part, most, colour in zip(_parts(index), LINES, (tokens.text, tokens.muted), strict=True):
            static, count = texts.lines(part, width, most)
            painter.setPen(QColor(colour))
            painter.drawStaticText(at, static)
            at += QPoint(0, count * texts.metrics.lineSpacing())
        painter.restore()

    def _width(self) -> int:
        return max(1, self._view.viewport().width() - 2 * PAD_X)

    def _of(self, option: QStyleOptionViewItem) -> Texts:
        if self._texts is None or self._texts.font != option.font:
            # A copy: the option and what it holds are gone after the call.
            self._texts = Texts(QFont(option.font))
        return self._texts

    def _forget(self) -> None:
        self._texts = None
        self._view.scheduleDelayedItemsLayout()


def _parts(index: Index) -> list[str]:
    return str(index.data(Qt.ItemDataRole.DisplayRole)).split("\n", 1)
