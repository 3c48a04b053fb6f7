"""Rows of the preview as tables of any length: texts are made as rows come into view."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from editorial.domain.drafts import Draft, Refusal
from editorial.domain.imports import ChangedRecord, FieldChange, Preview
from editorial.language import _
from editorial.services.import_results import DocumentChange
from editorial.ui.importing.events import EventsResult, TakenAs
from editorial.ui.importing.field_words import document_labels, field_labels, list_words, value_words
from editorial.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
Cells = tuple[str, ...]


class Rows(QAbstractTableModel):
    """Headings, and a function that makes the cells of any one row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.headings: Cells = ()
        self.records: Sequence[Any] = ()
        self._cells: Callable[[Any], Cells] = lambda _record: ()
        self._seen: dict[int, Cells] = {}

    def show_rows(self, headings: Cells, records: Sequence[Any], cells: Callable[[Any], Cells]) -> None:
        """Put these rows in place of the last."""
        self.beginResetModel()
        self.headings, self.records, self._cells, self._seen = headings, records, cells, {}
        self.endResetModel()

    def row(self, number: int) -> Cells:
        """Return the texts of a row."""
        if number not in self._seen:
            self._seen[number] = self._cells(self.records[number])
        return self._seen[number]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.records)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.row(index.row())[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {self.row(index.row())[index.column()]}"
        return None


class RowTable(QTableView):
    """Shows rows; Ctrl+C copies those that are selected as a spreadsheet takes them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = Rows(self)
        self._letters: tuple[int, ...] = ()
        self.setModel(self.rows)
        self.setObjectName("padded")
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def measure(self, letters: Sequence[int]) -> None:
        """Give the columns their widths in letters, up to twice that to the widest; the last takes what is left."""
        self._letters = tuple(letters)
        letter = self.fontMetrics().averageCharWidth()
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.7))
        widths = [letter * n for n in letters]
        if widths:
            widest = widths.index(max(widths))
            widths[widest] += min(widths[widest], max(0, self.viewport().width() - sum(widths)))
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure(self._letters)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, all of them where none is selected, under their headings."""
        chosen = sorted({index.row() for index in self.selectedIndexes()}) or range(len(self.rows.records))
        lines = [self.rows.headings, *(self.rows.row(number) for number in chosen)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(map(_flat, line)) for line in lines) + "\n")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def show_new(table: RowTable, preview: Preview) -> None:
    """Show the drafts of new records: the line, then what the file says of them."""
    labels = field_labels(preview.kind)
    used = {*preview.mapping} | ({"status"} if preview.new and "status" in preview.new[0].values else set())
    first = "title" if "title" in labels else "name"
    names = sorted((name for name in labels if name in used), key=lambda name: name != first)

    def cells(draft: Draft) -> Cells:
        # An id that the workspace does not know is kept as outside id.
        values = {"id": draft.values.get("outside_id"), **draft.values}
        return str(draft.line), *(value_words(values.get(name)) for name in names)

    table.rows.show_rows((_("Line"), *(labels[name] for name in names)), preview.new, cells)
    wide = {"title": 42, "name": 28, "angle": 30, "url": 30, "status": 14, "authors": 22, "interest": 20, "date": 21}
    table.measure([8, *(wide.get(name, 19) for name in names)])


def show_changed(table: RowTable, preview: Preview) -> None:
    """Show every field that would change, before and after."""
    labels = field_labels(preview.kind)
    flat = [(record, change) for record in preview.changed for change in record.fields]

    def cells(row: tuple[ChangedRecord, FieldChange]) -> Cells:
        record, change = row
        before = value_words(change.before) or "–"
        return str(record.line), record.title, labels[change.field], before, f"→ {value_words(change.after) or '–'}"

    headings = (_("Line"), _("What"), _("Field"), _("Before"), _("After"))
    table.rows.show_rows(headings, flat, cells)
    table.measure([8, 36, 18, 30, 30])


def show_document_changes(table: RowTable, changes: Sequence[DocumentChange]) -> None:
    """Show every field of settings and records that a document would change, before and after."""
    words = list_words()
    labels = {of: document_labels(of) for of in {change.of for change in changes}}

    def cells(change: DocumentChange) -> Cells:
        field = labels[change.of].get(change.field, change.field)
        before, after = value_words(change.before) or "–", value_words(change.after) or "–"
        return words[change.of], change.name, field, before, f"→ {after}"

    headings = (_("List"), _("What"), _("Field"), _("Before"), _("After"))
    table.rows.show_rows(headings, changes, cells)
    table.measure([14, 30, 20, 30, 30])


def show_events(table: RowTable, result: EventsResult) -> None:
    """Show the days of new dates, or who is away on them."""
    whose = result.taken_as is TakenAs.AWAY

    def cells(row: tuple[str, str, date, date]) -> Cells:
        who, name, first, last = row
        days = value_words(first), value_words(last) if last != first else "–"
        return (who, *days, name) if whose else (name, *days)

    days = _("First day"), _("Last day")
    headings = (_("Who"), *days, _("Reason")) if whose else (_("What"), *days)
    table.rows.show_rows(headings, result.rows, cells)
    table.measure([28, 21, 21, 30] if whose else [42, 21, 21])


def show_refused(table: RowTable, refused: Sequence[Refusal]) -> None:
    """Show which rows cannot be taken, and why."""

    def cells(one: Refusal) -> Cells:
        return str(one.line), one.column, one.value or "–", one.reason

    table.rows.show_rows((_("Line"), _("Column"), _("Value"), _("Reason")), refused, cells)
    table.measure([8, 20, 30, 40])


def show_created(table: RowTable, created: Sequence[tuple[str, str]]) -> None:
    """Show which names would be added to which list."""
    words = list_words()
    table.rows.show_rows((_("List"), _("Name")), created, lambda one: (words[one[0]], one[1]))
    table.measure([18, 40])
