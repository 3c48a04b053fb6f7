"""A list of rows of which each is one click, or Enter, from what deals with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from editorial.ui.home.painting import RowPainter
from editorial.ui.home.rows import ROW, Row, RowModel
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

PLAIN = Qt.KeyboardModifier.NoModifier


class RowList(QListView):
    """Shows rows; `whole` gives it the height of all of them, so that what is around it scrolls."""

    chosen = Signal(object)
    """A `Row` that was clicked, or on which Enter was pressed."""
    menu_wanted = Signal(object, QPoint)
    """A `Row`, and where on the screen its menu belongs."""
    mute_wanted = Signal(object)
    """A `Row` whose finding is to be muted, by its key."""

    def __init__(self, theme: Theme, name: str, *, whole: bool = False) -> None:
        super().__init__()
        self._whole = whole
        self.items = RowModel(self)
        self.painter = RowPainter(theme, self)
        self.setModel(self.items)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._dress)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the keyboard stays at the row it was on, or where that was."""
        before = self.row()
        place, top = self.currentIndex().row(), self.verticalScrollBar().value()
        self.items.show_rows(rows)
        if before is not None and self.items.rows:
            same = (at for at, row in enumerate(self.items.rows) if _same(row, before))
            self.go(next(same, min(place, len(self.items.rows) - 1)))
        self.verticalScrollBar().setValue(top)
        self._fit()

    def row(self) -> Row | None:
        """Return the row the keyboard is on."""
        index = self.currentIndex()
        return self.items.rows[index.row()] if 0 <= index.row() < len(self.items.rows) else None

    def go(self, place: int) -> None:
        """Put the keyboard on a row."""
        self.setCurrentIndex(self.items.index(place, 0))

    def rect_of(self, row: Row) -> tuple[QPoint, QSize]:
        """Return where a row is on the screen."""
        place = next((at for at, one in enumerate(self.items.rows) if one is row), self.currentIndex().row())
        rect = self.visualRect(self.items.index(place, 0))
        return self.viewport().mapToGlobal(rect.topLeft()), rect.size()

    def _fit(self) -> None:
        """Take the height of all rows."""
        if not self._whole:
            return
        width = self.viewport().width()
        height = sum(self.painter.height(row, width) for row in self.items.rows)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def _dress(self) -> None:
        self.painter.forget()
        self.scheduleDelayedItemsLayout()
        self._fit()
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "painter"):
            self._dress()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.fontMetrics().height() * 2)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            able = (at for at in range(len(self.items.rows)) if self.items.flags(self.items.index(at, 0)))
            self.go(next(able, 0))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        leads = index.isValid() and bool(self.items.flags(index))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self.items.flags(index):
            self.chosen.emit(_row(index))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.row(), event.key()
        if row is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(row)
        elif row.folds and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if row.folded is (key == Qt.Key.Key_Right):
                self.chosen.emit(row)
        elif key == Qt.Key.Key_M and event.modifiers() == PLAIN and row.finding is not None:
            self.mute_wanted.emit(row)
        elif event.text() and event.text().isprintable() and event.modifiers() == PLAIN:
            # Single letters are commands of the window, not a search in the list.
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if mouse else self.currentIndex()
        if index.isValid() and self.items.flags(index):
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_wanted.emit(_row(index), event.globalPos() if mouse else below)


def _row(index: QModelIndex) -> Row:
    row: Row = index.data(ROW)
    return row


def _same(one: Row, other: Row) -> bool:
    """Tell whether two rows are about the same, whatever is said of it by now."""
    if one.finding is not None and other.finding is not None:
        return (one.finding.rule, one.finding.about) == (other.finding.rule, other.finding.about)
    return (one.title, one.folds, one.heading) == (other.title, other.folds, other.heading)
