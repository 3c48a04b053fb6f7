"""Items of a list in full: their texts below one another, each over as many lines as it needs."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editorial.ui.calendar.texts import Texts
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PAD_X = 9
"""What stays free beside a text (px)."""


class Part(NamedTuple):
    """A text of an item, the lines it may take before it ends in an ellipsis, and its colour."""

    text: str
    most: int
    colour: str


class WrappedItems(QStyledItemDelegate):
    """Paints the parts of an item, in any script; a word wider than the list is broken."""

    def __init__(self, theme: Theme, view: QListWidget, pad: int) -> None:
        """Paint the items of a view; `pad` px stay free above and below."""
        super().__init__(view)
        self.theme = theme
        self._view = view
        self._pad = pad
        self._texts: Texts | None = None
        theme.changed.connect(self._forget)

    def parts(self, index: Index) -> Sequence[Part]:
        """Return what an item says, from the top."""
        raise AssertionError("every list of wrapped items tells their parts")

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        texts, width = self._of(option), self._width()
        count = sum(texts.lines(part.text, width, part.most)[1] for part in self.parts(index))
        return QSize(width, count * texts.metrics.lineSpacing() + 2 * self._pad)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, self._view)
        texts, width = self._of(option), self._width()
        painter.save()
        painter.setFont(texts.font)
        at = option.rect.topLeft() + QPoint(PAD_X, self._pad)
        for part in self.parts(index):
            static, count = texts.lines(part.text, width, part.most)
            painter.setPen(QColor(part.colour))
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
