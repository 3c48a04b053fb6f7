"""The list of ideas: several can be selected and dragged, pieces dropped here lose their date."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from editorial.domain.records import Entry
from editorial.language import _
from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.calendar.lifting import lift
from editorial.ui.desk import Desk
from editorial.ui.ideas.cards import ENTRY, CardDelegate, IdeaModel
from editorial.ui.overriding import override


class IdeaList(QListView):
    """Shows ideas as cards. What is to be done with them is told by signals; they carry ids."""

    opened = Signal(int)
    beside_wanted = Signal(object)
    """The ids that are to be shown in the side panel."""
    schedule_wanted = Signal(object)
    bin_wanted = Signal(object)
    duplicate_wanted = Signal(object)
    copy_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    """Ids, and where on the screen."""
    hovered = Signal(str)
    """What a drop of the pieces over the list would do, or why it does nothing; empty when they have left."""
    dropped = Signal(object)
    """A `PieceDrag` that was dropped here; told after the drag is over."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.empty = ""
        """What is said where no idea is listed."""
        self.why_not: Callable[[PieceDrag], str | None] = lambda _drag: None
        """Tells why pieces cannot come back here, or None."""
        self.ideas = IdeaModel(desk, self)
        self._cards = CardDelegate(desk, self)
        self.setModel(self.ideas)
        self.setItemDelegate(self._cards)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setAccessibleName(_("Ideas"))
        self.doubleClicked.connect(lambda index: self.opened.emit(self._entry(index).id))
        self._noted.connect(self.dropped, Qt.ConnectionType.QueuedConnection)
        desk.theme.changed.connect(self._dress)

    _noted = Signal(object)

    def show_ideas(self, entries: Sequence[Entry]) -> None:
        """Show these ideas; what was selected and is still there stays so."""
        before, current, row_before = set(self.selected()), self.current(), self.currentIndex().row()
        top = self.verticalScrollBar().value()
        self.ideas.show(entries)
        selection = self.selectionModel()
        for row, entry in enumerate(self.ideas.entries):
            if entry.id in before:
                selection.select(self.ideas.index(row, 0), QItemSelectionModel.SelectionFlag.Select)
        row_now = None if current is None else self.ideas.row_of(current)
        if row_now is None and entries and self.window().focusWidget() is self:
            # The keyboard is to see where it is: at what took the place of an idea that is gone.
            row_now = min(max(row_before, 0), len(entries) - 1)
        if row_now is not None:
            selection.setCurrentIndex(self.ideas.index(row_now, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(top)

    def selected(self) -> tuple[int, ...]:
        """Return the ids of the selected ideas, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.ideas.entries[row].id for row in rows if row < len(self.ideas.entries))

    def current(self) -> int | None:
        """Return the id of the idea the keyboard is on."""
        index = self.currentIndex()
        return self._entry(index).id if index.isValid() and index.row() < len(self.ideas.entries) else None

    def go_to(self, piece_id: int) -> None:
        """Select an idea and show it."""
        row = self.ideas.row_of(piece_id)
        if row is not None:
            self.setCurrentIndex(self.ideas.index(row, 0))
            self.scrollTo(self.currentIndex())

    def _entry(self, index: QModelIndex) -> Entry:
        entry: Entry = index.data(ENTRY)
        return entry

    def _dress(self) -> None:
        self._cards.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_cards"):
            self._dress()

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        ids = self.selected()
        if ids:
            title = self.ideas.entries[self.ideas.row_of(ids[0]) or 0].title
            lift(self, ids, title, self._desk.theme.tokens)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hovered.emit("")

    def _consider(self, event: QDropEvent) -> bool:
        """Take pieces from elsewhere and say what a drop would do; ideas of this list are there already."""
        drag = None if event.source() is self else PieceDrag.from_mime(event.mimeData())
        reason = self.why_not(drag) if drag is not None else None
        self.hovered.emit("" if drag is None else reason or _("Drop here: back to the ideas"))
        if drag is None or reason:
            event.ignore()
            return False
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        return True

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Note the drop: this runs inside the drag, where nothing may be changed."""
        if self._consider(event):
            self._noted.emit(PieceDrag.from_mime(event.mimeData()))
        self.hovered.emit("")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ideas.entries or not self.empty:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._desk.theme.tokens.muted))
        room = self.viewport().rect().adjusted(2, 4, -2, -4)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), self.empty)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ids, key, modifiers = self.selected(), event.key(), event.modifiers()
        plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        acts = {
            (Qt.Key.Key_S, plain): self.schedule_wanted,
            (Qt.Key.Key_Delete, plain): self.bin_wanted,
            (Qt.Key.Key_D, control): self.duplicate_wanted,
            (Qt.Key.Key_C, control): self.copy_wanted,
            (Qt.Key.Key_Space, plain): self.beside_wanted,
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (current := self.current()) is not None:
            self.opened.emit(current)
        elif ids and (signal := acts.get((Qt.Key(key), modifiers))) is not None:
            signal.emit(ids)
        elif event.text() and event.text().isprintable() and modifiers in (plain, Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.selected() and event.reason() is not QContextMenuEvent.Reason.Mouse:
            # The keyboard means the card it is on.
            self.setCurrentIndex(self.currentIndex())
        if ids := self.selected():
            self.menu_wanted.emit(ids, event.globalPos())
