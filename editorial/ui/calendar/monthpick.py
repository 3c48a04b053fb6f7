"""Any month in two steps: a year, then one of its months."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from editorial.language import _
from editorial.ui.calendar.floating import Floating
from editorial.ui.calendar.words import short_month
from editorial.ui.overriding import override

COLUMNS = 4
YEARS = 12
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class MonthPicker(Floating):
    """Twelve years around the one in view; one of them opens its twelve months. Page up and down turn the years."""

    month_chosen = Signal(object)

    def __init__(self, above: QWidget, day: date, today: date) -> None:
        super().__init__(above, _("Go to a year"))
        self._day, self._today = day, today
        self._first = day.year - YEARS // 2
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self.buttons: list[QPushButton] = []
        self.year: int | None = None
        self.column.addLayout(self._grid)
        self._fill()

    def choose_year(self, year: int) -> None:
        """Show the months of a year."""
        self.year = year
        self._fill()

    def _fill(self) -> None:
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.heading.setText(
            _("Go to a year") if self.year is None else _("Go to a month of {year}").format(year=self.year)
        )
        self.buttons = self._years() if self.year is None else self._months(self.year)
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        current = next((button for button in self.buttons if button.isChecked()), self.buttons[0])
        current.setFocus()

    def _years(self) -> list[QPushButton]:
        years = range(self._first, self._first + YEARS)
        return [
            self._button(str(year), year == self._day.year, lambda year=year: self.choose_year(year)) for year in years
        ]

    def _months(self, year: int) -> list[QPushButton]:
        days = [date(year, month, 1) for month in range(1, 13)]
        here = self._day.replace(day=1)
        return [self._button(short_month(day), day == here, partial(self._take, day)) for day in days]

    def _button(self, label: str, here: bool, act: object) -> QPushButton:
        button = QPushButton(label)
        button.setCheckable(True)
        button.setChecked(here)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        return button

    def _take(self, day: date) -> None:
        self.close()
        self.month_chosen.emit(day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self.year is None:
            self._first += YEARS if key is Qt.Key.Key_PageDown else -YEARS
            self._fill()
        elif key in STEPS and focus in self.buttons:
            place = self.buttons.index(focus) + STEPS[key]
            if 0 <= place < len(self.buttons):
                self.buttons[place].setFocus()
        elif key is Qt.Key.Key_Backspace and self.year is not None:
            self.year = None
            self._fill()
        else:
            super().keyPressEvent(event)
