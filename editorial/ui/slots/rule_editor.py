"""How often a slot stands, as a form a person understands, with the same rule as text beside it."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from editorial.domain.slot_forms import ORDINALS, Every, PlainRule, from_rule, plain_for, to_rule
from editorial.domain.slot_rules import why_not_rule
from editorial.domain.slot_words import ordinal_word, weekday_name
from editorial.language import _
from editorial.ui.calendar.numberline import NumberLine
from editorial.ui.calendar.words import weekday
from editorial.ui.fields.options import capital
from editorial.ui.fields.tiny import tiny_button

MOST = 99
LAST = -1


class RuleEditor(QWidget):
    """Edits a rule; what only its text can say leaves the controls as they are, and disabled."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rule = ""
        self._first = date.min
        self._busy = False
        self._plain: PlainRule | None = None
        self.number = NumberLine(_("Every how many"), 1, MOST, 1, buttons=False)
        self.unit = _combo(_("Unit"), [(each.value, name) for each, name in _units()])
        self.days = [self._day(place) for place in range(7)]
        self.nth = _combo(_("Which one of the month"), [(nth, capital(ordinal_word(nth))) for nth in ORDINALS])
        self.weekday = _combo(_("Day of the week"), [(place, weekday_name(place)) for place in range(7)])
        numbers = [(n, str(n)) for n in range(1, 32)]
        self.month_day = _combo(_("Day of the month"), [*numbers, (LAST, _("the last"))])
        self.text = QLineEdit()
        self.text.setAccessibleName(_("Rule as text"))
        self.text.setToolTip(_("The rule as calendars write it (RRULE)"))
        self.reason = QLabel()
        self.reason.setObjectName("bad")
        self.reason.setWordWrap(True)
        self.reason.hide()
        self._arrange()
        self._connect()

    def show_rule(self, rule: str, first: date) -> None:
        """Show a rule that begins on a day."""
        self.rule, self._first = rule, first
        self._busy = True
        self._plain = from_rule(rule, first)
        self._show_plain(self._plain or plain_for(first))
        if not self.text.hasFocus():
            self.text.setText(rule)
        self._tell("")
        self._busy = False

    def lock(self, locked: bool) -> None:
        """Let the rule be read only."""
        self.setEnabled(not locked)

    def _show_plain(self, plain: PlainRule) -> None:
        self.number.put(plain.n)
        self.unit.setCurrentIndex(self.unit.findData(plain.every.value))
        for place, button in enumerate(self.days):
            button.setChecked(place in plain.weekdays)
        self.nth.setCurrentIndex(self.nth.findData(plain.nth))
        first = plain.weekdays[0] if plain.weekdays else self._first.weekday()
        self.weekday.setCurrentIndex(self.weekday.findData(first))
        self.month_day.setCurrentIndex(self.month_day.findData(plain.month_day))
        self._week.setVisible(plain.every is Every.WEEK)
        self._month.setVisible(plain.every in (Every.MONTH_WEEKDAY, Every.MONTH_DAY))
        self.nth.setVisible(plain.every is Every.MONTH_WEEKDAY)
        self.weekday.setVisible(plain.every is Every.MONTH_WEEKDAY)
        self.month_day.setVisible(plain.every is Every.MONTH_DAY)

    def _read(self) -> PlainRule | None:
        """Return the rule of the controls; None while they say none."""
        every = Every(self.unit.currentData())
        n = self.number.value
        weekdays = tuple(place for place, button in enumerate(self.days) if button.isChecked())
        if not n or (every is Every.WEEK and not weekdays):
            return None
        if every is Every.MONTH_WEEKDAY:
            weekdays = (self.weekday.currentData(),)
        base = plain_for(self._first, every)
        return replace(base, n=n, weekdays=weekdays, nth=self.nth.currentData(), month_day=self.month_day.currentData())

    def _other_unit(self, _row: int) -> None:
        """Offer the rule that another unit begins with on the first day."""
        if not self._busy:
            plain = plain_for(self._first, Every(self.unit.currentData()))
            self._give(to_rule(replace(plain, n=self.number.value or 1)))

    def _changed(self, *_news: object) -> None:
        if self._busy:
            return
        plain = self._read()
        if plain is None:
            self._tell(_("Choose at least one day of the week."))
            return
        self._give(to_rule(plain))

    def _typed(self) -> None:
        rule = self.text.text().strip()
        if self._busy or rule == self.rule:
            return
        why = why_not_rule(rule, self._first)
        self._tell(why or "")
        if why is None:
            self._give(rule.upper().removeprefix("RRULE:"))

    def _give(self, rule: str) -> None:
        if rule != self.rule:
            self.given.emit(rule)

    def _tell(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _day(self, place: int) -> QToolButton:
        button = tiny_button(weekday_name(place))
        button.setProperty("day", True)
        button.setCheckable(True)
        button.setText(weekday(place)[:2])
        return button

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        every: tuple[QWidget, ...] = (QLabel(_("Every")), self.number, self.unit)
        for part in every:
            first.addWidget(part)
        first.addStretch(1)
        self._week, self._month = QWidget(), QWidget()
        week, month = _row(self._week), _row(self._month)
        for button in self.days:
            week.addWidget(button)
        week.addStretch(1)
        month.addWidget(QLabel(_("on")))
        for combo in (self.nth, self.weekday, self.month_day):
            month.addWidget(combo)
        month.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        for part in (self._week, self._month, self.text, self.reason):
            column.addWidget(part)

    def _connect(self) -> None:
        self.number.changed.connect(self._changed)
        self.unit.activated.connect(self._other_unit)
        for combo in (self.nth, self.weekday, self.month_day):
            combo.activated.connect(self._changed)
        for button in self.days:
            button.clicked.connect(self._changed)
        self.text.editingFinished.connect(self._typed)


def _units() -> list[tuple[Every, str]]:
    return [
        (Every.DAY, _("days")),
        (Every.WEEK, _("weeks")),
        (Every.MONTH_WEEKDAY, _("months, on a weekday")),
        (Every.MONTH_DAY, _("months, on a day")),
    ]


def _combo(name: str, options: list[Any]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    for value, label in options:
        combo.addItem(label, value)
    return combo


def _row(holder: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    return row
