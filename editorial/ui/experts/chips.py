"""People as rows: the name, and below it a chip for everything that speaks for or against asking them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editorial.ui.overriding import override
from editorial.ui.theme import Theme

PERSON, CHIPS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
PAD, GAP, SIDE = 8, 4, 7
SMALL = 0.88
SLACK = 6
"""What painted letters may be wider (px) than they measure."""
Index = QModelIndex | QPersistentModelIndex


class PersonRow(NamedTuple):
    """A person of the list: id, name, and what is said of them a few words at a time."""

    id: int
    name: str
    chips: Sequence[str]


class PeopleList(QListWidget):
    """Enter or a double click wants the person who is current."""

    chosen = Signal(int)
    """The id of the person who is current now."""
    wanted = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setItemDelegate(ChipDelegate(theme, self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(lambda item, _was: self._tell(item))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_people(self, rows: Iterable[PersonRow]) -> None:
        """List people; who was current stays so where they are still there."""
        before = self.person
        self.blockSignals(True)
        self.clear()
        for place, row in enumerate(rows):
            item = QListWidgetItem(row.name)
            item.setData(PERSON, row.id)
            item.setData(CHIPS, tuple(row.chips))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((row.name, *row.chips)))
            item.setToolTip("\n".join((row.name, *row.chips)))
            self.addItem(item)
            if row.id == before:
                self.setCurrentRow(place)
        self.blockSignals(False)

    @property
    def person(self) -> int | None:
        """The person who is current."""
        return self.currentItem().data(PERSON) if self.currentRow() >= 0 else None

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(PERSON))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.person is not None:
            self.wanted.emit(self.person)
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (item := self.itemAt(event.position().toPoint())) is not None:
            self.wanted.emit(item.data(PERSON))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def flowed(chips: Iterable[str], metrics: QFontMetrics, width: int) -> Iterator[tuple[QRect, str]]:
    """Place chips side by side, then below each other, from the corner 0, 0 on."""
    height = metrics.height() + 4
    left = top = 0
    for chip in chips:
        wide = min(metrics.horizontalAdvance(chip) + 2 * SIDE + SLACK, width)
        if left and left + wide > width:
            left, top = 0, top + height + GAP
        yield QRect(left, top, wide, height), chip
        left += wide + GAP


class ChipDelegate(QStyledItemDelegate):
    """Paints a person: the name, then the chips."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        names, small = self._fonts()
        width = self._list.viewport().width()
        chips = list(flowed(index.data(CHIPS), QFontMetrics(small), width - 2 * PAD))
        bottom = chips[-1][0].bottom() + 1 if chips else 0
        return QSize(width, QFontMetrics(names).height() + GAP + bottom + 2 * PAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._theme.tokens
        names, small = self._fonts()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(tokens.selection))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(room.toRectF().adjusted(0.5, 0.5, -0.5, -1.5))
        inner = room.adjusted(PAD, PAD, -PAD, -PAD)
        painter.setFont(names)
        painter.setPen(QColor(tokens.text))
        name = QFontMetrics(names).elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), name)
        painter.setFont(small)
        corner = inner.topLeft()
        corner.setY(corner.y() + QFontMetrics(names).height() + GAP)
        for place, chip in flowed(index.data(CHIPS), QFontMetrics(small), inner.width()):
            self._chip(painter, place.translated(corner), chip, small)
        painter.fillRect(QRect(room.left(), room.bottom(), room.width(), 1), QColor(tokens.line))
        painter.restore()

    def _chip(self, painter: QPainter, place: QRect, chip: str, font: QFont) -> None:
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.window))
        painter.drawRoundedRect(place.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(QColor(tokens.text))
        text = QFontMetrics(font).elidedText(chip, Qt.TextElideMode.ElideRight, place.width() - 2 * SIDE)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _fonts(self) -> tuple[QFont, QFont]:
        names, small = QFont(self._list.font()), QFont(self._list.font())
        names.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(small.pointSizeF() * SMALL)
        return names, small
