"""Editors of single fields of a list or of the workspace: what is typed stays, with the reason where it is refused."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editorial.domain.typed_values import shown_number, shown_share, typed_number, typed_share, typed_whole
from editorial.domain.vocabulary import Precision
from editorial.errors import RuleBroken
from editorial.ui.cards import ClickLabel
from editorial.ui.desk import Desk
from editorial.ui.fields.days import DayLine, shown_day
from editorial.ui.fields.editor import Typing
from editorial.ui.fields.texts import ElidedLine, GrowingText
from editorial.ui.overriding import override
from editorial.ui.settings.declared import FormField, Shape

ABOVE_TICK = 5
"""How far (px) a tick stands below the top of its row, to be level with its label."""


class SettingEditor(QWidget):
    """Shows a field and tells of the values it is given; `refuse` says below it why one was not taken."""

    given = Signal(object, str)
    """The new value, and the key under which it joins with earlier ones, or ""."""

    def __init__(self, field: FormField) -> None:
        super().__init__()
        self.field = field
        self.value: Any = None
        self.reason = QLabel()
        self.reason.setObjectName("bad")
        self.reason.setWordWrap(True)
        self.reason.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def hold(self, control: QWidget) -> None:
        """Put the control above the place of the reason."""
        self._column.addWidget(control)
        self._column.addWidget(self.reason)
        self.setFocusProxy(control)

    def show_value(self, value: Any) -> None:
        """Show what is stored; what is being typed stays."""
        raise AssertionError("every editor shows its value")

    def forget(self) -> None:
        """Let go of what is typed and of a refusal: another entry is about to be shown."""
        self.refuse("")

    def settle(self) -> None:
        """Hand on what is typed."""

    def refuse(self, reason: str) -> None:
        """Say why what was typed is not taken; an empty reason takes the sentence away."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    @property
    def has_unsaved(self) -> bool:
        """Whether a text could not be saved; a single wrong name or figure is typed again soon enough."""
        return False

    def accept(self, value: Any) -> None:
        """Show a value as stored: it was taken."""
        self.forget()
        self.show_value(value)

    def lock(self, locked: bool) -> None:
        """Let the value be read only."""
        self.setEnabled(not locked)

    def give(self, value: Any, joins: str = "") -> None:
        """Hand on a value that differs from the stored one."""
        if value != self.value:
            self.given.emit(value, joins)


class LineEditor(SettingEditor):
    """One line: a name, an address or a figure; handed on by Enter and when it is left."""

    def __init__(self, field: FormField, read: Callable[[str], Any], shown: Callable[[Any], str]) -> None:
        super().__init__(field)
        self._read, self._shown = read, shown
        self.line = ElidedLine()
        self.line.setAccessibleName(field.label)
        self.line.setPlaceholderText(field.note)
        self.line.editingFinished.connect(self.settle)
        self.hold(self.control())

    def control(self) -> QWidget:
        """Return what is shown: the line, alone or among others."""
        return self.line

    @override
    def show_value(self, value: Any) -> None:
        self.value = value
        if not self.line.isModified():
            self.line.setText(self._shown(value))
            self.line.setCursorPosition(0)

    @override
    def forget(self) -> None:
        super().forget()
        self.line.setModified(False)

    @override
    def settle(self) -> None:
        if not self.line.isModified():
            return
        try:
            value = self._read(self.line.text())
        except RuleBroken as wrong:
            self.refuse(str(wrong))
            return
        self.refuse("")
        if value == self.value:
            self.line.setModified(False)
            self.show_value(self.value)
        else:
            self.give(value)

    @override
    def refuse(self, reason: str) -> None:
        super().refuse(reason)
        self.line.setModified(bool(reason) or self.line.isModified())
        if bool(self.line.property("wrong")) != bool(reason):
            self.line.setProperty("wrong", bool(reason))
            self.line.style().polish(self.line)


class LongEditor(SettingEditor):
    """A text of any length, saved while it is typed."""

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self.box = GrowingText(field.label)
        self.box.setProperty("quiet", False)
        self.box.setPlaceholderText(field.note)
        self._typing = Typing(self)
        self._typing.paused.connect(lambda key: self.give(self.box.toPlainText(), f"{field.name}-{key}"))
        self.box.textChanged.connect(self._typing.touch)
        self.box.left.connect(self._typing.leave)
        self.hold(self.box)

    @override
    def show_value(self, value: Any) -> None:
        self.value = value
        if not self._typing.dirty:
            self.box.blockSignals(True)
            self.box.put(str(value))
            self.box.blockSignals(False)

    @override
    def accept(self, value: Any) -> None:
        self.refuse("")
        self.show_value(value)

    @override
    def refuse(self, reason: str) -> None:
        super().refuse(reason)
        if reason:
            self._typing.keep()

    @override
    def forget(self) -> None:
        super().forget()
        self._typing.forget()

    @override
    def settle(self) -> None:
        self._typing.settle()

    @property
    @override
    def has_unsaved(self) -> bool:
        return self._typing.dirty


class FlagEditor(SettingEditor):
    """Yes or no, with what yes means."""

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self.box = QCheckBox()
        self.box.setAccessibleName(field.label)
        self.box.setAccessibleDescription(field.note)
        self.box.clicked.connect(lambda checked: self.give(bool(checked)))
        meaning = ClickLabel(field.note, self.box.click)
        meaning.setWordWrap(True)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, ABOVE_TICK, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(meaning, 1)
        self.hold(holder)
        self.setFocusProxy(self.box)

    @override
    def show_value(self, value: Any) -> None:
        self.value = value
        self.box.setChecked(bool(value))


class DayFieldEditor(SettingEditor):
    """A day, typed or picked from a month."""

    def __init__(self, field: FormField, desk: Desk) -> None:
        super().__init__(field)
        self._desk = desk
        self.box = DayLine(field.label, desk)
        if field.note:
            self.box.line.setPlaceholderText(field.note)
        self.box.line.setProperty("quiet", False)
        self.box.line.editingFinished.connect(self.settle)
        self.hold(self.box)

    @override
    def show_value(self, value: Any) -> None:
        self.value = value
        if not self.box.line.isModified():
            self.box.line.setText(shown_day(value, Precision.DAY, self._desk.lists.settings))
            self.box.line.setCursorPosition(0)

    @override
    def forget(self) -> None:
        super().forget()
        self.box.tell("")
        self.box.line.setModified(False)

    @override
    def settle(self) -> None:
        if not self.box.line.isModified():
            return
        typed = self.box.read()
        if typed.reason:
            return
        if typed.day is None and self.field.needed:
            self.show_value(self.value)
            return
        self.box.line.setModified(False)
        if typed.day == self.value:
            self.show_value(self.value)
        else:
            self.refuse("")
            self.give(typed.day)

    @override
    def refuse(self, reason: str) -> None:
        super().refuse(reason)
        if reason:
            self.box.line.setModified(True)


def figure_editor(field: FormField) -> LineEditor:
    """Return the editor of a line or of a figure."""
    needed = field.needed
    if field.shape is Shape.NUMBER:
        return LineEditor(field, lambda text: typed_number(text, needed=needed), shown_number)
    if field.shape is Shape.WHOLE:
        return LineEditor(field, lambda text: typed_whole(text, needed=needed), shown_number)
    if field.shape is Shape.SHARE:
        return LineEditor(field, lambda text: typed_share(text, needed=needed), shown_share)
    return LineEditor(field, lambda text: " ".join(text.split()), str)
