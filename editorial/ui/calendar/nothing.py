"""The line over an empty calendar: why there is nothing, and the one next step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editorial.language import _, ngettext
from editorial.ui.calendar.words import month_title
from editorial.ui.desk import Desk

if TYPE_CHECKING:
    from editorial.ui.calendar.sheet import Sheet


class NothingHere(QWidget):
    """Says where the nearest pieces are, how the first one comes here, or that a filter hides them."""

    clear_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._act: Callable[[], object] | None = None
        self.text = QLabel()
        self.text.setObjectName("muted")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.button = QPushButton()
        self.button.setObjectName("link")
        self.button.clicked.connect(self._do)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    def show_sheet(self, sheet: "Sheet", period: str, hidden: int) -> None:
        """Show or hide the line for a range of which a filter hides so many pieces."""
        if sheet.entries or self._desk.workspace is None:
            self.hide()
        elif hidden:
            words = ngettext("The filter hides the {n} piece here.", "The filter hides all {n} pieces here.", hidden)
            self._say(words.format(n=hidden), _("Clear the filter"))
            self._act = self.clear_wanted.emit
        else:
            self._explain(sheet, period)

    def _explain(self, sheet: "Sheet", period: str) -> None:
        from editorial.services import calendar

        there = self._desk.ask(lambda w: calendar.nearest(w, sheet.range.first, sheet.range.last))
        if there is not None:
            words = _("Nothing lies in {period}. The nearest pieces are in {month}.")
            self._say(words.format(period=period, month=month_title(there)), _("Go there"))
            self._act = lambda: self._desk.look_at(there)
        elif self._desk.readonly:
            self._say(_("Nothing is planned yet."), "")
        else:
            self._say(
                _("Nothing is planned yet. Double-click a day to write a piece, or drag an idea onto one."),
                _("Import a spreadsheet"),
            )
            self._act = lambda: self._desk.place_wanted.emit("import", {})

    def _do(self) -> None:
        if self._act is not None:
            self._act()

    def _say(self, text: str, action: str) -> None:
        self.text.setText(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.show()
