"""A table of pieces by the declared columns: sorted by a click, columns chosen, rows copied, dragged and opened."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from editorial.domain.columns import sort_key, text_of
from editorial.domain.fields import BY_NAME, FIELDS, Field
from editorial.domain.records import Entry, Lists
from editorial.ui.calendar.colours import MARKS
from editorial.ui.calendar.lifting import lift
from editorial.ui.desk import Desk
from editorial.ui.ideas.cards import spoken_idea
from editorial.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
LISTABLE: tuple[str, ...] = tuple(field.name for field in FIELDS if field.entry)
"""The columns that entries have."""
LETTERS = {"segments": 20, "interest": 18, "publish_date": 18, "kind": 13, "status": 12, "stage": 13}
OTHER_LETTERS = 15
LEAST_TITLE = 34


class EntryModel(QAbstractTableModel):
    """Entries as rows; the texts of a row are made when it is first seen."""

    def __init__(self, lists: Lists, names: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.lists = lists
        self.fields: list[Field] = [BY_NAME[name] for name in names]
        self.entries: list[Entry] = []
        self.sorted_by: tuple[str, bool] | None = None
        self._found: list[Entry] = []
        self._read: list[Callable[[Any], str]] = []
        self._texts: dict[int, list[str]] = {}

    def show(self, entries: Sequence[Entry], lists: Lists) -> None:
        """Put these entries in place of the last, sorted as before."""
        self.lists, self._found = lists, list(entries)
        self._again()

    def sort_by(self, name: str) -> None:
        """Sort by a column; again: the other way round; a third time: as they came."""
        if self.sorted_by == (name, True):
            self.sorted_by = None
        else:
            self.sorted_by = (name, self.sorted_by == (name, False))
        self._again()

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these columns."""
        self.fields = [BY_NAME[name] for name in names]
        self._again()

    def row_of(self, piece_id: int) -> int | None:
        """Return the row of a piece."""
        return next((row for row, entry in enumerate(self.entries) if entry.id == piece_id), None)

    def _again(self) -> None:
        self.beginResetModel()
        self.entries = list(self._found)
        if self.sorted_by is not None:
            name, descending = self.sorted_by
            key = sort_key(BY_NAME[name], self.lists)
            filled = [entry for entry in self.entries if not key(entry)[0]]
            empty = [entry for entry in self.entries if key(entry)[0]]
            self.entries = [*sorted(filled, key=key, reverse=descending), *empty]
        self._read = [text_of(field, self.lists) for field in self.fields]
        self._texts = {}
        self.endResetModel()

    def text(self, row: int, column: int) -> str:
        """Return what a cell says."""
        if row not in self._texts:
            self._texts[row] = [read(self.entries[row]) for read in self._read]
        text = self._texts[row][column]
        return f"{MARKS[self.entries[row].kind]}  {text}" if self.fields[column].name == "title" else text

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.entries)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.fields)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        field = self.fields[section]
        if self.sorted_by is None or self.sorted_by[0] != field.name:
            return field.label
        return f"{field.label} {'▾' if self.sorted_by[1] else '▴'}"

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        title = self.fields[index.column()].name == "title"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if title:
                return spoken_idea(self.entries[index.row()], self.lists)
            return f"{self.fields[index.column()].label}: {self.text(index.row(), index.column())}"
        if role == Qt.ItemDataRole.ToolTipRole and title:
            return self.entries[index.row()].title
        return None


class EntryTable(QTableView):
    """Shows entries; what is to be done with them is told by signals that carry ids."""

    opened = Signal(int)
    selected_now = Signal(object)
    bin_wanted = Signal(object)
    duplicate_wanted = Signal(object)
    copy_wanted = Signal(object)
    schedule_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    columns_chosen = Signal(object)

    def __init__(self, desk: Desk, names: Sequence[str], label: str) -> None:
        super().__init__()
        self._desk = desk
        self.rows = EntryModel(desk.lists, names, self)
        self.setModel(self.rows)
        self.setAccessibleName(label)
        self._quiet = False
        self._set_up()
        self._size_columns()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries; what was selected and is still there stays so."""
        before, current, scroll = set(self.selected()), self.current(), self.verticalScrollBar().value()
        self._quiet = True
        self.rows.show(entries, self._desk.lists)
        self._select(before, current)
        self._quiet = False
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.verticalScrollBar().setValue(scroll)
        if set(self.selected()) != before:
            self._tell()

    def selected(self) -> tuple[int, ...]:
        """Return the ids of the selected rows, in the order shown."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.rows.entries[row].id for row in rows if row < len(self.rows.entries))

    def current(self) -> int | None:
        """Return the id of the row the keyboard is on."""
        row = self.currentIndex().row()
        return self.rows.entries[row].id if 0 <= row < len(self.rows.entries) else None

    def go_to(self, piece_id: int) -> None:
        """Select a piece and show it."""
        row = self.rows.row_of(piece_id)
        if row is not None:
            self.selectRow(row)
            self.scrollTo(self.rows.index(row, 0))

    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns shown."""
        return tuple(field.name for field in self.rows.fields)

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these columns; the title is always there."""
        known = [name for name in LISTABLE if name in names or name == "title"]
        self.rows.show_columns(known)
        self._size_columns()

    def _select(self, ids: set[int], current: int | None) -> None:
        picked, last = QItemSelection(), max(0, self.rows.columnCount() - 1)
        for row, entry in enumerate(self.rows.entries):
            if entry.id in ids:
                picked.select(self.rows.index(row, 0), self.rows.index(row, last))
        self.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        row_now = None if current is None else self.rows.row_of(current)
        if row_now is not None:
            self.selectionModel().setCurrentIndex(
                self.rows.index(row_now, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionClicked.connect(lambda section: self.rows.sort_by(self.rows.fields[section].name))
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._choose_columns)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.entries[index.row()].id))
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self._tell())

    def _size_columns(self) -> None:
        letter, head = self.fontMetrics().averageCharWidth(), self.horizontalHeader()
        head.setMinimumSectionSize(letter * 5)
        for column, field in enumerate(self.rows.fields):
            self.setColumnWidth(column, letter * LETTERS.get(field.name, OTHER_LETTERS) + 16)
        self._stretch_title()

    def _stretch_title(self) -> None:
        """Give the title what is left over; where nothing is, it keeps its least width and the table scrolls."""
        columns = self.columns()
        others = sum(self.columnWidth(column) for column, name in enumerate(columns) if name != "title")
        least = self.fontMetrics().averageCharWidth() * LEAST_TITLE
        self.setColumnWidth(columns.index("title"), max(least, self.viewport().width() - others))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch_title()

    def _tell(self) -> None:
        if not self._quiet:
            self.selected_now.emit(self.selected())

    def _choose_columns(self, at: QPoint) -> None:
        menu, shown = QMenu(self), self.columns()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in LISTABLE:
            action = menu.addAction(BY_NAME[name].label)
            action.setCheckable(True)
            action.setChecked(name in shown)
            action.setEnabled(name != "title")
            action.triggered.connect(lambda on, name=name: self._toggle_column(name, on))
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _toggle_column(self, name: str, on: bool) -> None:
        self.show_columns([other for other in self.columns() if other != name] + [name] * on)
        self.columns_chosen.emit(self.columns())

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        ids = self.selected()
        if ids:
            row = self.rows.row_of(ids[0])
            lift(self, ids, self.rows.entries[row].title if row is not None else "", self._desk.theme.tokens)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ids, key, modifiers = self.selected(), Qt.Key(event.key()), event.modifiers()
        plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        acts = {
            (Qt.Key.Key_S, plain): self.schedule_wanted,
            (Qt.Key.Key_Delete, plain): self.bin_wanted,
            (Qt.Key.Key_D, control): self.duplicate_wanted,
            (Qt.Key.Key_C, control): self.copy_wanted,
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (current := self.current()) is not None:
            self.opened.emit(current)
        elif ids and (signal := acts.get((key, modifiers))) is not None:
            signal.emit(ids)
        elif event.text().isprintable() and event.text() and not modifiers & control:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.selected() and event.reason() is not QContextMenuEvent.Reason.Mouse:
            # The keyboard means the row it is on.
            self.setCurrentIndex(self.currentIndex())
        if ids := self.selected():
            self.menu_wanted.emit(ids, event.globalPos())
