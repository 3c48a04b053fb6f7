"""The sheet that parks ideas: until a day, and why."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from editorial.domain.workdays import work_calendar
from editorial.language import _, ngettext
from editorial.ui.calendar.floating import Floating
from editorial.ui.calendar.typed import typed_day
from editorial.ui.calendar.words import long_day
from editorial.ui.desk import Desk


class ParkSheet(Floating):
    """Takes a day to come, typed in any everyday form, and a reason."""

    parked = Signal(object, str)

    def __init__(self, above: QWidget, desk: Desk, count: int) -> None:
        super().__init__(
            above, ngettext("Park {n} idea until a day", "Park {n} ideas until a day", count).format(n=count)
        )
        self._desk = desk
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Parked until"))
        self.line.setPlaceholderText(_("1 May, 2027-05-01, +30, +6w"))
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Parked because"))
        self.reason.setPlaceholderText(_("Why not now?"))
        self.said = QLabel()
        self.said.setObjectName("small")
        self.said.setWordWrap(True)
        self.act = QPushButton(_("Park"))
        for part in (self.line, self.said, self.reason):
            self.column.addWidget(part)
        self.add_buttons(self.act)
        self.line.textChanged.connect(self._show)
        self.line.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self._take)
        self.act.clicked.connect(self._take)
        self._show("")

    def _day(self) -> date | None:
        lists, today = self._desk.lists, self._desk.today
        return typed_day(self.line.text(), today, today, work_calendar(lists.settings, lists.notes))

    def _show(self, text: str) -> None:
        day = self._day()
        fits = day is not None and day > self._desk.today
        self.act.setEnabled(fits)
        if not text.strip():
            self.said.setText(_("Type the day on which it comes back."))
        elif day is None:
            self.said.setText(_("This is not a date."))
        else:
            self.said.setText(long_day(day) if fits else _("Only a day to come can be waited for."))

    def _take(self) -> None:
        day = self._day()
        if day is not None and day > self._desk.today:
            self.close()
            self.parked.emit(day, self.reason.text())
