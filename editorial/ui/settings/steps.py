"""The task template of a format: its steps in order, each with name, role, working days from publishing, and hours."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from editorial.domain.records import Step
from editorial.domain.typed_values import shown_number, typed_number
from editorial.domain.vocabulary import AssignmentRole
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.fields.options import capital
from editorial.ui.fields.rows import RowList
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.settings.declared import FormField
from editorial.ui.settings.editors import SettingEditor

FARTHEST = 400
OFFSET_LETTERS = 11
HOUR_LETTERS = 5
ROW_LETTERS = 43


def shown_offset(offset: int) -> str:
    """Return an offset as it is shown and may be typed again: 6 before, on the day, 2 after."""
    if not offset:
        return _("on the day")
    n = abs(offset)
    said = ngettext("{n} before", "{n} before", n) if offset < 0 else ngettext("{n} after", "{n} after", n)
    return said.format(n=n)


def typed_offset(text: str) -> int:
    """Read an offset in working days: 6, −6 or “6 before” is before the publish day, +2 or “2 after” after it.

    Raises RuleBroken for what is none.
    """
    words = text.replace("−", "-").strip().casefold()
    if not words or words == shown_offset(0).casefold():
        return 0
    match = re.fullmatch(r"([+-]?)\s*(\d+)\s*(\D*)", words)
    if match is None or int(match[2]) > FARTHEST:
        raise RuleBroken(_("“{text}” is no number of working days. Try 6 before or 2 after.").format(text=text))
    n = int(match[2])
    after = shown_offset(1).casefold().replace("1", "").strip()
    return n if match[1] == "+" or match[3].strip() == after else -n


class StepRow(QWidget):
    """One step; its grip is dragged, Alt+arrows move it as well."""

    changed = Signal(object)
    moved = Signal(int)
    """By so many places."""
    dragged = Signal(int)
    """Held at this height of the list."""
    removed = Signal()

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__()
        self._desk = desk
        self.step = step
        self.grip = Grip(self)
        self.name = _line(_("Step"))
        self.role = QComboBox()
        self.role.setAccessibleName(_("Role"))
        self.role.addItem(_("no role"), None)
        for role in AssignmentRole:
            self.role.addItem(capital(vocabulary_word(role)), role.value)
        self.offset = _line(_("Working days before or after publishing"))
        self.hours = _line(_("Hours"), _("hours"))
        self.remove = tiny_button(_("Remove the step"))
        self._arrange()
        self.name.editingFinished.connect(self._give)
        self.offset.editingFinished.connect(self._give)
        self.hours.editingFinished.connect(self._give)
        self.role.activated.connect(lambda _row: self._give())
        self.remove.clicked.connect(self.removed)
        self.show_step(step)

    def show_step(self, step: Step) -> None:
        """Show a step as it is stored; what is being typed stays."""
        self.step = step
        texts = ((self.name, step.name), (self.offset, shown_offset(step.offset)), (self.hours, _hours(step.hours)))
        for box, text in texts:
            if not box.isModified():
                box.setText(text)
                box.setCursorPosition(0)
        self.role.setCurrentIndex(self.role.findData(step.role.value if step.role else None))
        self.remove.setIcon(icon("x", self._desk.theme.tokens.muted))
        self.grip.setPixmap(icon("grip-vertical", self._desk.theme.tokens.muted).pixmap(16, 16))

    def settle(self) -> None:
        """Hand on what is typed."""
        if any(box.isModified() for box in (self.name, self.offset, self.hours)):
            self._give()

    def _give(self) -> None:
        offset = self._read(self.offset, typed_offset)
        hours = self._read(self.hours, lambda text: typed_number(text, needed=False))
        name = self.name.text().strip()
        if offset is WRONG or hours is WRONG or not name:
            return
        word = self.role.currentData()
        role = AssignmentRole(word) if word else None
        for box in (self.name, self.offset, self.hours):
            box.setModified(False)
        step = replace(self.step, name=name, role=role, offset=offset, hours=hours)
        if step != self.step:
            self.changed.emit(step)
        else:
            self.show_step(step)

    def _read(self, box: QLineEdit, read: Any) -> Any:
        value, why = WRONG, ""
        try:
            value = read(box.text())
        except RuleBroken as wrong:
            why = str(wrong)
        box.setToolTip(why)
        if bool(box.property("wrong")) != bool(why):
            box.setProperty("wrong", bool(why))
            box.style().polish(box)
        return value

    def _arrange(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.offset.setFixedWidth(letter * OFFSET_LETTERS + 20)
        self.hours.setFixedWidth(letter * HOUR_LETTERS + 24)
        self.hours.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.grip, 0, 0)
        grid.addWidget(self.name, 0, 1, 1, 3)
        grid.addWidget(self.remove, 0, 4)
        grid.addWidget(self.role, 1, 1)
        grid.addWidget(self.offset, 1, 2)
        grid.addWidget(self.hours, 1, 3)
        grid.setColumnStretch(1, 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
            return
        super().keyPressEvent(event)


class Grip(QLabel):
    """Takes its row along while the mouse holds it."""

    def __init__(self, row: StepRow) -> None:
        super().__init__()
        self._row = row
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setToolTip(_("Drag to another place (Alt+↑, Alt+↓)"))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        parent = self._row.parentWidget()
        if parent is not None:
            self._row.dragged.emit(self.mapTo(parent, QPoint(0, event.position().toPoint().y())).y())


class StepsEditor(SettingEditor):
    """Edits the steps of a format; every value is saved at once."""

    def __init__(self, field: FormField, desk: Desk) -> None:
        super().__init__(field)
        self._desk = desk
        self.value: tuple[Step, ...] = ()
        self._list: RowList[StepRow] = RowList(_("Add a step"), spacing=8)
        self.rows, self.add = self._list.rows, self._list.add
        # The form is measured before there is any step.
        self._list.setMinimumWidth(self.fontMetrics().averageCharWidth() * ROW_LETTERS)
        self.add.clicked.connect(self.add_step)
        self.hold(self._list)
        self.setFocusProxy(self.add)

    @override
    def show_value(self, value: Sequence[Step]) -> None:
        self.value = tuple(value)
        while len(self.rows) > len(self.value):
            self._list.drop(self.rows[-1])
        for place, step in enumerate(self.value):
            if place == len(self.rows):
                self._add_row(step)
            self.rows[place].show_step(step)

    @override
    def settle(self) -> None:
        for row in list(self.rows):
            row.settle()

    @override
    def forget(self) -> None:
        super().forget()
        for row in self.rows:
            for box in (row.name, row.offset, row.hours):
                box.setModified(False)

    def add_step(self) -> None:
        """Add a step at the end, its name ready to be typed."""
        self.give((*self.value, Step(name=_("New step"))))
        if self.rows:
            self.rows[-1].name.setFocus()
            self.rows[-1].name.selectAll()

    def move_step(self, place: int, to: int) -> None:
        """Put a step into another place; the keyboard stays with it."""
        to = max(0, min(to, len(self.value) - 1))
        if to != place:
            steps = list(self.value)
            steps.insert(to, steps.pop(place))
            self.give(tuple(steps))
            self.rows[to].name.setFocus()

    def _add_row(self, step: Step) -> None:
        row, place = StepRow(self._desk, step), len(self.rows)
        row.changed.connect(lambda new: self.give((*self.value[:place], new, *self.value[place + 1 :])))
        row.removed.connect(lambda: self.give(self.value[:place] + self.value[place + 1 :]))
        row.moved.connect(lambda by: self.move_step(place, place + by))
        row.dragged.connect(lambda height: self.move_step(place, self._place_at(height)))
        self._list.append(row)

    def _place_at(self, height: int) -> int:
        """Return the place of the row at a height."""
        below = [place for place, row in enumerate(self.rows) if row.geometry().bottom() >= height]
        return below[0] if below else len(self.rows) - 1


WRONG = object()
"""Stands for what cannot be read."""


def _hours(hours: Decimal | None) -> str:
    return shown_number(hours)


def _line(name: str, placeholder: str = "") -> QLineEdit:
    box = QLineEdit()
    box.setAccessibleName(name)
    box.setPlaceholderText(placeholder)
    return box
