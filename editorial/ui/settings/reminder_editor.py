"""The editor of a reminder: whether there is one, and how many working days before or after."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from editorial.domain.reminders import LONGEST, NEVER, USUAL, Reminder, after_words, why_not_days
from editorial.domain.typed_values import shown_number, typed_whole
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.ui.cards import ClickLabel
from editorial.ui.fields.texts import ElidedLine
from editorial.ui.overriding import override
from editorial.ui.settings.declared import FormField
from editorial.ui.settings.editors import SettingEditor

LETTERS = 6


class ReminderEditor(SettingEditor):
    """A tick that turns the reminder on or off, its number of days, and the rule in words."""

    def __init__(self, field: FormField, reminder: Reminder) -> None:
        super().__init__(field)
        self._reminder = reminder
        self.tick = QCheckBox()
        self.tick.setAccessibleName(_("Remind: {what}").format(what=field.label))
        self.line = ElidedLine()
        self.line.setAccessibleName(_("{what}: how many working days").format(what=field.label))
        self.line.setMaxLength(len(str(LONGEST)) + 2)
        self.words = ClickLabel("", self.tick.click)
        self.words.setWordWrap(True)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tick)
        row.addWidget(self.line)
        row.addWidget(self.words, 1)
        self.hold(holder)
        self.setFocusProxy(self.tick)
        self.tick.clicked.connect(self._turn)
        self.line.editingFinished.connect(self.settle)

    @override
    def show_value(self, value: int) -> None:
        self.value = value
        on = value != NEVER
        self.tick.setChecked(on)
        self.line.setVisible(on)
        self.line.setFixedWidth(self.line.fontMetrics().averageCharWidth() * LETTERS + 2 * LETTERS)
        self.words.setText(after_words(self._reminder, value) if on else _("no reminder"))
        self.words.setAccessibleName(self.words.text())
        if not self.line.isModified():
            self.line.setText(shown_number(value) if on else "")

    @override
    def forget(self) -> None:
        super().forget()
        self.line.setModified(False)

    @override
    def settle(self) -> None:
        if not self.line.isModified():
            return
        try:
            days = typed_whole(self.line.text(), needed=True)
        except RuleBroken as wrong:
            self.refuse(str(wrong))
            return
        assert days is not None
        if reason := why_not_days(days):
            self.refuse(reason)
        elif days == self.value:
            self.accept(days)
        else:
            self.give(days)

    @override
    def refuse(self, reason: str) -> None:
        super().refuse(reason)
        self.line.setModified(bool(reason) or self.line.isModified())

    def _turn(self, on: bool) -> None:
        self.forget()
        self.give(int(USUAL[self._reminder]) if on else NEVER)
