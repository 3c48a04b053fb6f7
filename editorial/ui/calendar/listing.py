"""The list: a table of the pieces of a range, grouped and sorted, its columns chosen from the declared fields."""

from datetime import date

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from editorial.domain.records import Entry
from editorial.language import _
from editorial.ui.calendar.colours import Colours
from editorial.ui.calendar.focusing import moves_pieces
from editorial.ui.calendar.lifting import lift
from editorial.ui.calendar.listmodel import Heading, ListModel
from editorial.ui.calendar.selection import Selection
from editorial.ui.calendar.sheet import Sheet
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

LETTERS = {"title": 44, "publish_date": 9, "time": 7, "kind": 12, "segments": 18}
OTHER_LETTERS = 14
LEAST_TITLE = 30
PAD = 40


class ListBoard(QTableView):
    """Speaks like the other views, over real rows."""

    chosen = Signal(int)
    opened = Signal(int)
    menu_wanted = Signal(QPoint, object)
    nudged = Signal(int)
    turned = Signal(int)
    look_chosen = Signal(object)
    day_wanted = Signal(object)
    item_wanted = Signal(object, QRect, bool)

    def __init__(self, theme: Theme, selection: Selection) -> None:
        super().__init__()
        self.theme = theme
        self.selection = selection
        self.sheet: Sheet | None = None
        self.rows = ListModel(self)
        self.setModel(self.rows)
        self._busy = False
        self._columns: tuple[str, ...] = ()
        self._set_up()
        selection.changed.connect(self._follow)
        self.selectionModel().selectionChanged.connect(self._tell)

    def _set_up(self) -> None:
        self.setAccessibleName(_("Pieces of the calendar"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerWidget(QWidget())
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionClicked.connect(self._sort)
        head.sectionMoved.connect(self._moved)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._open)

    def show_sheet(self, sheet: Sheet, colours: Colours, maker: TileMaker) -> None:
        """Show another range; the scroll stays where it was."""
        scroll, focus = self.verticalScrollBar().value(), self._focused()
        self.sheet = sheet
        self._busy = True
        self.rows.show_sheet(sheet, colours)
        self._busy = False
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self._size_columns(sheet)
        self._span()
        self.verticalScrollBar().setValue(scroll)
        if focus is not None:
            self.focus_piece(focus)
        self._follow()

    def shown_ids(self) -> set[int]:
        return {entry.id for group in self.rows.listing.groups for entry in group.entries}

    def focus_day(self, day: date) -> None:
        """Go to the first piece on a day or after it."""
        for row, there in enumerate(self.rows.rows):
            if isinstance(there, Entry) and there.day is not None and there.day >= day:
                self._go(row)
                return

    def focus_piece(self, piece_id: int) -> None:
        row = self._row_of(piece_id)
        if row is not None:
            self._go(row)

    def _go(self, row: int) -> None:
        index = self.rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)

    def _focused(self) -> int | None:
        if self.currentIndex().row() >= len(self.rows.rows):
            return None
        entry = self.rows.entry(self.currentIndex())
        return entry.id if entry else None

    def _row_of(self, piece_id: int) -> int | None:
        rows = enumerate(self.rows.rows)
        return next((row for row, there in rows if isinstance(there, Entry) and there.id == piece_id), None)

    def _size_columns(self, sheet: Sheet) -> None:
        if sheet.look.columns == self._columns:
            return
        self._columns = sheet.look.columns
        letter = self.fontMetrics().averageCharWidth()
        for column, name in enumerate(self._columns):
            self.setColumnWidth(column, letter * LETTERS.get(name, OTHER_LETTERS) + 16)
        self.horizontalHeader().setMinimumSectionSize(letter * 5)
        self._stretch_title()

    def _stretch_title(self) -> None:
        """Give the title what is left over; where nothing is, it keeps its width and the list scrolls."""
        if "title" not in self._columns:
            return
        title = self._columns.index("title")
        others = sum(self.columnWidth(column) for column in range(len(self._columns)) if column != title)
        least = self.fontMetrics().averageCharWidth() * LEAST_TITLE
        self.setColumnWidth(title, max(least, self.viewport().width() - others))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch_title()

    def _span(self) -> None:
        self.clearSpans()
        columns = self.rows.columnCount()
        for row, there in enumerate(self.rows.rows):
            if isinstance(there, Heading) and columns > 1:
                self.setSpan(row, 0, 1, columns)

    def _sort(self, section: int) -> None:
        if self.sheet is None:
            return
        name, look = self.rows.fields[section].name, self.sheet.look
        self.look_chosen.emit({"sort": name, "descending": look.sort == name and not look.descending})

    def _moved(self, _section: int, _old: int, _new: int) -> None:
        head = self.horizontalHeader()
        names = tuple(self.rows.fields[head.logicalIndex(place)].name for place in range(head.count()))
        if self.sheet is not None and names != self.sheet.look.columns:
            head.blockSignals(True)
            for place in range(head.count()):
                head.moveSection(head.visualIndex(place), place)
            head.blockSignals(False)
            self._columns = ()
            self.look_chosen.emit({"columns": names})

    def _tell(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        if self._busy:
            return
        entries = [self.rows.entry(index) for index in self.selectionModel().selectedRows()]
        self._busy = True
        self.selection.put(entry.id for entry in entries if entry is not None)
        self._busy = False

    def _follow(self) -> None:
        """Select the rows of what is selected elsewhere."""
        if self._busy or self.sheet is None:
            return
        wanted = set(self.selection.ids)
        chosen = QItemSelection()
        for row, there in enumerate(self.rows.rows) if wanted else ():
            if isinstance(there, Entry) and there.id in wanted:
                index = self.rows.index(row, 0)
                chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._busy = True
        self.selectionModel().select(chosen, flags)
        self._busy = False

    def _clicked(self, index: QModelIndex) -> None:
        entry, item = self.rows.entry(index), self.rows.item(index)
        if item is not None:
            self.item_wanted.emit(item, self.on_screen(QRect()), False)
        elif entry is None:
            self._fold(index.row())
        else:
            self.chosen.emit(entry.id)

    def _fold(self, row: int, folded: bool | None = None) -> None:
        self.rows.fold(row, folded)
        self._span()
        self._go(row)

    def _open(self, index: QModelIndex) -> None:
        if (entry := self.rows.entry(index)) is not None:
            self.opened.emit(entry.id)
        elif (item := self.rows.item(index)) is not None:
            self.item_wanted.emit(item, self.on_screen(QRect()), True)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        lift(self, self.selection.ids, "", self.theme.tokens)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and moves_pieces(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        heading = index.isValid() and isinstance(self.rows.rows[index.row()], Heading)
        if alt and key in days:
            self.nudged.emit(days[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._fold(index.row()) if heading else self._open(index)
        elif heading and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(index.row(), key is Qt.Key.Key_Left)
        elif key is Qt.Key.Key_Space and not event.modifiers() and index.isValid():
            self._clicked(index)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        below = self.visualRect(self.currentIndex()).bottomLeft()
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(event.globalPos() if mouse else self.viewport().mapToGlobal(below), None)

    def on_screen(self, _rect: QRect) -> QRect:
        """Return where the current row is on the screen."""
        rect = self.visualRect(self.currentIndex())
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
