"""The table of a list: chosen, reordered, renamed and removed by keyboard and mouse."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from editorial.ui.overriding import override
from editorial.ui.settings.declared import Shape
from editorial.ui.settings.entries import EntryModel
from editorial.ui.theme import Theme

NAME_LETTERS = 22
WIDTHS = {
    Shape.DAY: 19,
    Shape.WORDS: 16,
    Shape.ENTRY: 16,
    Shape.ENTRIES: 16,
    Shape.LINE: 18,
    Shape.WORD: 18,
    Shape.FLAG: 12,
}


class EntryTable(QTableView):
    """One entry a row; where there is little room only the name and the use are shown."""

    rename_wanted = Signal()
    remove_wanted = Signal()
    add_wanted = Signal()
    move_wanted = Signal(int)
    chosen = Signal(int)
    """The id of the entry that is current now."""

    def __init__(self, theme: Theme, model: EntryModel) -> None:
        super().__init__()
        self.entries = model
        self.setModel(model)
        self.setObjectName("padded")
        self.setAccessibleName(model.form.title)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _index: self.rename_wanted.emit())
        self.selectionModel().currentRowChanged.connect(lambda now, _was: self._tell(now.row()))
        theme.changed.connect(self.measure)
        self.measure()

    def choose(self, entry_id: int | None) -> bool:
        """Make an entry the current one; False where it is not shown."""
        row = self.entries.row_of(entry_id)
        if row < 0:
            return False
        self.setCurrentIndex(self.entries.index(row, 0))
        self.scrollTo(self.currentIndex())
        return True

    def measure(self) -> None:
        """Give columns the room they need; those that do not fit are left out, the last ones first."""
        letter = self.fontMetrics().averageCharWidth()
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.9))
        self.horizontalHeader().setMinimumSectionSize(letter * 5)
        fields = self.entries.form.columns
        letters = (max(field.letters or WIDTHS.get(field.shape, 9), len(field.heading) + 4) for field in fields)
        wanted = [letter * n for n in letters]
        used = letter * 10 if self.entries.form.used else 0
        room = self.viewport().width() - letter * NAME_LETTERS - used
        for place, width in enumerate(wanted, start=1):
            room -= width
            self.setColumnHidden(place, room < 0)
            self.setColumnWidth(place, width)
        if used:
            self.setColumnWidth(len(fields) + 1, used)

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self.entries.rows):
            self.chosen.emit(self.entries.rows[row].id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.rename_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        else:
            super().keyPressEvent(event)
