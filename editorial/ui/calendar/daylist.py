"""Everything on one day, or in one cell: nothing is left out, and a piece can be added here."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from editorial.domain.records import Entry, Lists
from editorial.language import _, ngettext
from editorial.ui.calendar.colours import Colours
from editorial.ui.calendar.floating import Floating
from editorial.ui.calendar.items import Item
from editorial.ui.calendar.lifting import lift
from editorial.ui.calendar.words import details, headline, spoken
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

ROWS = 14
LETTERS = 46
AROUND_LETTERS = 12
"""Room beside the words of the line, in letters: for its edges and a title a little longer."""
PAD = 4
ID = Qt.ItemDataRole.UserRole
ITEM = Qt.ItemDataRole.UserRole + 1
"""The place of what is no piece among the items shown."""


class Entries(QListWidget):
    """Pieces below each other; Enter opens one, and they can be dragged out."""

    lifted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setDragEnabled(True)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_entries(self, entries: Sequence[Entry], lists: Lists, colours: Colours) -> None:
        self.clear()
        for entry in entries:
            item = QListWidgetItem(f"{colours.mark(entry)}  {headline(entry)}")
            item.setData(ID, entry.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(entry, lists))
            item.setData(Qt.ItemDataRole.StatusTipRole, details(entry, lists))
            item.setSizeHint(QSize(1, self.fontMetrics().height() + 2 * PAD))
            item.setForeground(QBrush(QColor(self._theme.tokens.text)))
            self.addItem(item)

    def show_items(self, items: Sequence[Item]) -> None:
        """List what stands there besides pieces, below them."""
        for place, one in enumerate(items):
            item = QListWidgetItem(one.text)
            item.setData(ITEM, place)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.said)
            item.setToolTip(one.said)
            item.setSizeHint(QSize(1, self.fontMetrics().height() + 2 * PAD))
            item.setForeground(QBrush(QColor(self._theme.tokens.muted)))
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
            self.addItem(item)

    def ids(self) -> tuple[int, ...]:
        return tuple(item.data(ID) for item in self.selectedItems() if item.data(ID) is not None)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        ids, title = self.ids(), self.currentItem().text()
        if not ids:
            return
        # The sheet would lie over the calendar: it goes before the pieces do, and something else carries the drag.
        carrier = self.window().parentWidget()
        self.lifted.emit()
        lift(carrier or self, ids, title, self._theme.tokens)

    @override
    def sizeHint(self) -> QSize:
        rows = min(max(self.count(), 1), ROWS)
        height = self.fontMetrics().height() + 2 * PAD
        return QSize(self.fontMetrics().averageCharWidth() * LETTERS, rows * height + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class DayList(Floating):
    """The whole list of a day, with a line for a new piece."""

    opened = Signal(int)
    chosen = Signal(int)
    item_taken = Signal(object)
    """What stands there besides pieces is to be shown."""

    def __init__(self, above: QWidget, theme: Theme, heading: str) -> None:
        super().__init__(above, heading)
        self._items: Sequence[Item] = ()
        self.entries = Entries(theme)
        self.entries.itemActivated.connect(lambda item: self._take(self.opened, item))
        self.entries.itemClicked.connect(lambda item: self._take(self.chosen, item, stay=True))
        self.entries.lifted.connect(self.close)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Add a piece on this day"))
        self.line.setAccessibleName(_("Add a piece on this day"))
        words = self.line.fontMetrics().horizontalAdvance(self.line.placeholderText())
        self.line.setMinimumWidth(words + self.line.fontMetrics().averageCharWidth() * AROUND_LETTERS)
        self.column.addWidget(self.entries)
        self.column.addWidget(self.line)

    def show_entries(
        self,
        entries: Sequence[Entry],
        lists: Lists,
        colours: Colours,
        add: Callable[[str], object],
        items: Sequence[Item] = (),
    ) -> None:
        """List pieces; a title typed below is handed to `add`."""
        self._items = items
        self.entries.show_entries(entries, lists, colours)
        self.entries.show_items(items)
        self.entries.setVisible(bool(entries or items))
        count = ngettext("{n} piece", "{n} pieces", len(entries)).format(n=len(entries))
        self.entries.setAccessibleName(count)
        self.line.returnPressed.connect(lambda: self._add(add))

    def _add(self, add: Callable[[str], object]) -> None:
        if title := self.line.text().strip():
            self.close()
            add(title)

    def _take(self, signal: object, item: QListWidgetItem, *, stay: bool = False) -> None:
        piece, place = item.data(ID), item.data(ITEM)
        if not stay or place is not None:
            self.close()
        if place is not None:
            self.item_taken.emit(self._items[place])
            return
        signal.emit(piece)  # type: ignore[attr-defined]
