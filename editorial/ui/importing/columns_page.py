"""The second step: which column of the file is which field."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editorial.exchange.columns import Matching
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.fields.options import Option
from editorial.ui.fields.picker import Picker
from editorial.ui.importing.column_rows import ColumnRows
from editorial.ui.importing.looking import Found, Holds, examples
from editorial.ui.segmented import Segmented
from editorial.ui.settings.choosing import ValueBox


class ColumnsPage(QWidget):
    """Shows what was found and lets all of it be corrected."""

    holds_chosen = Signal(str)
    sheet_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: Found | None = None
        kinds = [(Holds.PIECES, _("Pieces")), (Holds.PEOPLE, _("People")), (Holds.FIELD_NOTES, _("Field notes"))]
        self.holds = Segmented(kinds, _("What the rows are"))
        self.holds.changed.connect(self.holds_chosen)
        self.sheet = ValueBox(desk.theme, _("Sheet"), "")
        self.sheet.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.sheet.wanted.connect(self.choose_sheet)
        self.columns = ColumnRows(desk)
        self.summary = _label("muted")
        self.notes = _label("small")
        self._sheet_label = _label("muted")
        self._sheet_label.setText(_("Sheet"))
        tools = QHBoxLayout()
        tools.setSpacing(10)
        rows = _label("muted")
        rows.setText(_("The rows are"))
        for part in (rows, self.holds, self._sheet_label, self.sheet):
            tools.addWidget(part)
        tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 8)
        column.setSpacing(10)
        column.addWidget(self.summary)
        column.addLayout(tools)
        column.addWidget(self.notes)
        column.addWidget(self.columns, 1)

    def show_found(self, found: Found) -> None:
        """Show another file, or another sheet of it."""
        self._found = found
        table = found.table
        assert table is not None
        self.holds.blockSignals(True)
        self.holds.choose(found.holds.value)
        self.holds.blockSignals(False)
        self.sheet.setVisible(len(table.sheets) > 1)
        self._sheet_label.setVisible(len(table.sheets) > 1)
        self.sheet.show_value(table.sheet)
        rows = ngettext("{n} row", "{n} rows", len(table.rows)).format(n=f"{len(table.rows):,}")
        if table.heading_line:
            where = _("the headings are on line {n}").format(n=table.heading_line)
            self.summary.setText(_("{name}: {rows}, {where}.").format(name=found.source.name, rows=rows, where=where))
        else:
            self.summary.setText(_("{name}: {rows}.").format(name=found.source.name, rows=rows))
        self.notes.setText(" ".join(table.notes))
        self.notes.setVisible(bool(table.notes))
        self.columns.show_columns(table.headings, examples(table))

    def show_matching(self, matching: Matching, corrected: Mapping[str, str]) -> None:
        """Show which column is which field."""
        self.columns.show_matching(matching, corrected)

    def choose_sheet(self, typed: str = "") -> Picker:
        """Open the list of sheets."""
        assert self._found is not None
        assert self._found.table is not None
        picker = Picker(self.sheet, _("Sheet"), self._desk.theme.tokens)
        table = self._found.table
        picker.offer([Option(name, name) for name in table.sheets], (table.sheet,), several=False)
        picker.picked.connect(self.sheet_chosen)
        picker.open_below(typed)
        return picker


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(role == "small")
    return label
