"""The editor of a reminder: whether there is one, and how many working days before or after."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from editorial.domain.reminders import LONGEST, NEVER, USUAL, Reminder, after_words, why_not_days
from editorial.domain.typed_values import shown_number, typed_whole
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.ui.cards import ClickLabel
from editorial.ui.overriding import override
from editorial.ui.settings.declared import FormField
from editorial.ui.settings.editors import LineEditor

LETTERS = 6


class ReminderEditor(LineEditor):
    """A tick that turns the reminder on or off, its number of days, and the rule in words."""

    def __init__(self, field: FormField, reminder: Reminder) -> None:
        super().__init__(field, _days, lambda days: "" if days == NEVER else shown_number(days))
        self._reminder = reminder
        self.tick.setAccessibleName(_("Remind: {what}").format(what=field.label))
        self.line.setAccessibleName(_("{what}: how many working days").format(what=field.label))
        self.line.setPlaceholderText("")
        self.line.setMaxLength(len(str(LONGEST)) + 2)
        self.setFocusProxy(self.tick)
        self.tick.clicked.connect(self._turn)

    @override
    def control(self) -> QWidget:
        self.tick = QCheckBox()
        self.words = ClickLabel("", self.tick.click)
        self.words.setWordWrap(True)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tick)
        row.addWidget(self.line)
        row.addWidget(self.words, 1)
        return holder

    @override
    def show_value(self, value: int) -> None:
        super().show_value(value)
        on = value != NEVER
        self.tick.setChecked(on)
        self.line.setVisible(on)
        self.line.setFixedWidth(self.line.fontMetrics().averageCharWidth() * LETTERS + 2 * LETTERS)
        self.words.setText(after_words(self._reminder, value) if on else _("no reminder"))
        self.words.setAccessibleName(self.words.text())

    def _turn(self, on: bool) -> None:
        self.forget()
        self.give(int(USUAL[self._reminder]) if on else NEVER)


def _days(text: str) -> int | None:
    """Return the days that were typed; raise RuleBroken where they are no number, or too many."""
    days = typed_whole(text, needed=True)
    if days is not None and (reason := why_not_days(days)):
        raise RuleBroken(reason)
    return days
