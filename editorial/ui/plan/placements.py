"""The list of placements: each with a tick, its day and slot, the idea and the reason; all of it by keyboard."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.ui.calendar.colours import MARKS
from editorial.ui.calendar.words import short_day, weekday
from editorial.ui.overriding import override

if TYPE_CHECKING:
    from editorial.domain.plan import Opening, OpenPlace, Placement
    from editorial.ui.theme import Theme

PIECE, HEAD, TITLE, REASON, PINNED, DAY = (Qt.ItemDataRole.UserRole + n for n in range(6))
PAD, GAP, BOX = 8, 3, 14
TICK = ((3, 7), (6, 10), (11, 4))
"""The corners of the tick in its box."""
SMALL = 0.88
WRAPPED = Qt.TextFlag.TextWordWrap
Index = QModelIndex | QPersistentModelIndex


class PlacementList(QListWidget):
    """Space ticks, P pins, Enter shows the idea beside."""

    ticked = Signal(int, bool)
    pin_wanted = Signal(int, bool)
    shown = Signal(int)
    """An idea is to be shown beside."""
    chosen = Signal(object)
    """The day of the current row."""

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self.setItemDelegate(PlacementDelegate(theme, self))
        self.setAccessibleName(_("Placements"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setToolTip(_("Space ticks, P pins, Enter shows the idea"))
        self.currentItemChanged.connect(self._tell_day)

    def show_placements(self, placements: "Iterable[Placement]", open_places: "Iterable[OpenPlace]") -> None:
        """List placements and what stays open; the row that was current stays so as far as it can."""
        row = max(0, self.currentRow())
        self.blockSignals(True)
        self.clear()
        for each in placements:
            self.addItem(_placement_item(each))
        for left in open_places:
            self.addItem(_open_item(left))
        self.setCurrentRow(min(row, self.count() - 1))
        self.blockSignals(False)

    def mark(self, chosen: Iterable[int], pinned: Iterable[int]) -> None:
        """Show what is ticked and pinned."""
        ticked, held = set(chosen), set(pinned)
        for item in self._items():
            piece = item.data(PIECE)
            if piece is None:
                continue
            item.setCheckState(Qt.CheckState.Checked if piece in ticked else Qt.CheckState.Unchecked)
            item.setData(PINNED, piece in held)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _said(item, piece in ticked, piece in held))
        self.viewport().update()

    def go_to(self, piece: int) -> None:
        """Make the placement of an idea the current row."""
        for item in self._items():
            if item.data(PIECE) == piece:
                self.setCurrentItem(item)
                self.setFocus()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _tell_day(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(DAY))

    def _toggle(self, item: QListWidgetItem) -> None:
        if (piece := item.data(PIECE)) is not None:
            self.ticked.emit(piece, item.checkState() is not Qt.CheckState.Checked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, key = self.currentItem(), Qt.Key(event.key())
        piece = item.data(PIECE) if self.currentRow() >= 0 else None
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if piece is None or not plain:
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Space:
            self._toggle(item)
        elif key is Qt.Key.Key_P:
            self.pin_wanted.emit(piece, not item.data(PINNED))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.shown.emit(piece)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        row = self.visualItemRect(item)
        if event.position().x() < row.left() + 2 * PAD + BOX:
            self._toggle(item)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None and (piece := item.data(PIECE)) is not None:
            self.shown.emit(piece)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _placement_item(each: "Placement") -> QListWidgetItem:
    item = _item(each.opening, f"{MARKS[each.kind]} {' '.join(each.idea.title.split())}", each.reason)
    item.setData(PIECE, each.idea.id)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    return item


def _open_item(left: "OpenPlace") -> QListWidgetItem:
    item = _item(left.opening, _("Stays open"), left.why)
    said = _("{slot}, {day}: stays open. {why}").format(
        slot=left.opening.slot, day=spoken_day(left.opening.day), why=left.why
    )
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    return item


def _item(opening: "Opening", title: str, reason: str) -> QListWidgetItem:
    item = QListWidgetItem()
    day = f"{weekday(opening.day.weekday())} {short_day(opening.day)}"
    item.setData(HEAD, f"{day} · {opening.slot}")
    item.setData(TITLE, title)
    item.setData(REASON, reason)
    item.setData(DAY, opening.day)
    return item


def _said(item: QListWidgetItem, ticked: bool, pinned: bool) -> str:
    state = _("ticked") if ticked else _("not ticked")
    parts = [item.data(TITLE), item.data(HEAD), state, *([_("pinned")] if pinned else []), item.data(REASON)]
    return ", ".join(parts)


class PlacementDelegate(QStyledItemDelegate):
    """Paints a placement in three parts: where, what, why."""

    def __init__(self, theme: "Theme", view: PlacementList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def _parts(self, font: QFont, index: Index, left: int, top: int, width: int) -> list[tuple[QFont, str, QRect]]:
        """Return font, words and rectangle of each part, below each other."""
        small, strong = QFont(font), QFont(font)
        small.setPointSizeF(font.pointSizeF() * SMALL)
        strong.setWeight(QFont.Weight.DemiBold)
        pinned = f" · {_('pinned')}" if index.data(PINNED) else ""
        found = []
        for face, words in (
            (small, index.data(HEAD) + pinned),
            (strong, index.data(TITLE)),
            (small, index.data(REASON)),
        ):
            room = QRect(left, top, width, 10_000)
            rect = QFontMetrics(face).boundingRect(room, WRAPPED, words)
            found.append((face, words, QRect(left, top, width, rect.height())))
            top += rect.height() + GAP
        return found

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        left = 2 * PAD + BOX
        parts = self._parts(self._view.font(), index, left, PAD, max(80, width - left - PAD))
        return QSize(width, parts[-1][2].bottom() + 1 + PAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect = self._theme.tokens, QRect(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        placed = index.data(PIECE) is not None
        ticked = placed and Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        left = rect.left() + 2 * PAD + BOX
        parts = self._parts(self._view.font(), index, left, rect.top() + PAD, max(80, rect.width() - left - PAD))
        for number, (font, words, room) in enumerate(parts):
            painter.setFont(font)
            painter.setPen(QColor(tokens.text if number == 1 and ticked else tokens.muted))
            painter.drawText(room, WRAPPED, words)
        if placed:
            self._paint_box(painter, QRect(rect.left() + PAD, parts[1][2].top() + 1, BOX, BOX), ticked)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, ticked: bool) -> None:
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.accent if ticked else tokens.muted))
        painter.setBrush(QColor(tokens.accent if ticked else tokens.panel))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            painter.setPen(QPen(QColor(tokens.on_accent), 2))
            painter.drawPolyline([box.topLeft() + QPoint(*at) for at in TICK])
