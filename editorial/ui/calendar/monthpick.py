"""Any month in two steps: a year, then one of its months."""

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QToolButton, QWidget

from editorial.language import _
from editorial.ui.calendar.floating import Floating
from editorial.ui.calendar.words import short_month
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.theme import Theme
from editorial.ui.turns import next_turn

COLUMNS = 4
BEFORE, AFTER = 6, 5
"""So many years around the one in view are offered at least."""
MOST = 36
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class MonthPicker(Floating):
    """The years with pieces and those around the one in view; one of them opens its twelve months.

    Page up and down, and two buttons, turn the years.
    """

    month_chosen = Signal(object)

    def __init__(self, above: QWidget, theme: Theme, day: date, extent: tuple[date, date] | None) -> None:
        super().__init__(above, _("Go to a year"))
        self._day = day
        first, last = extent or (day, day)
        self._first = max(min(first.year, day.year - BEFORE), day.year - MOST + AFTER + 1)
        self._count = min(max(last.year, day.year + AFTER) - self._first + 1, MOST)
        self.earlier = self._turner(_("Earlier years"), -1, icon("chevron-left", theme.tokens.text))
        self.later = self._turner(_("Later years"), 1, icon("chevron-right", theme.tokens.text))
        self._add_turners()
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
        for turner in (self.earlier, self.later):
            turner.setVisible(self.year is None)
        self.buttons = self._years() if self.year is None else self._months(self.year)
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        current = next((button for button in self.buttons if button.isChecked()), self.buttons[0])
        current.setFocus()
        if self.isVisible():
            # In the next turn: by then the new buttons have the style they are measured in.
            next_turn(self.adjustSize, self)

    def _years(self) -> list[QPushButton]:
        years = range(max(self._first, MINYEAR), min(self._first + self._count, MAXYEAR))
        return [self._button(str(year), year == self._day.year, partial(self.choose_year, year)) for year in years]

    def _months(self, year: int) -> list[QPushButton]:
        days = [date(year, month, 1) for month in range(1, 13)]
        here = self._day.replace(day=1)
        return [self._button(short_month(day), day == here, partial(self._take, day)) for day in days]

    def _button(self, label: str, here: bool, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(label)
        button.setCheckable(True)
        button.setChecked(here)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _on=False: act())
        return button

    def _turner(self, name: str, step: int, drawn: QIcon) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setIcon(drawn)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self._turn(step))
        return button

    def _add_turners(self) -> None:
        row = QHBoxLayout()
        self.column.removeWidget(self.heading)
        row.addWidget(self.heading, 1)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        self.column.addLayout(row)

    def _turn(self, step: int) -> None:
        first = self._first + step * self._count
        if MINYEAR <= first <= MAXYEAR - self._count:
            self._first = first
            self._fill()

    def _take(self, day: date) -> None:
        self.close()
        self.month_chosen.emit(day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self.year is None:
            self._turn(1 if key is Qt.Key.Key_PageDown else -1)
        elif key in STEPS and focus in self.buttons:
            place = self.buttons.index(focus) + STEPS[key]
            if 0 <= place < len(self.buttons):
                self.buttons[place].setFocus()
        elif key is Qt.Key.Key_Backspace and self.year is not None:
            self.year = None
            self._fill()
        else:
            super().keyPressEvent(event)
