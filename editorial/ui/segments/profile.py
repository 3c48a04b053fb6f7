"""Who a segment is: its own fields, edited in place and saved at once."""

from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from editorial.domain.records import Lists, Segment
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import Typing
from editorial.ui.overriding import override

LINES = 3


class SavedText(QPlainTextEdit):
    """Text of several lines that is saved after a pause and when the field is left."""

    saved = Signal(str, str)
    """The text, and the key under which it joins with what was typed before."""

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(_("Nothing written yet"))
        self._measure()
        desk.theme.changed.connect(self._measure)
        self._typing = Typing(self)
        self._typing.paused.connect(lambda key: self.saved.emit(self.toPlainText(), key))
        self.textChanged.connect(self._typing.touch)
        desk.settle.connect(self._typing.settle)
        desk.unsaved_asked.connect(self._typing.hold)

    def keep(self) -> None:
        """What was handed on could not be saved: it stays, and is handed on again when the field is left."""
        self._typing.keep()

    def forget(self) -> None:
        """Let go of what is typed."""
        self._typing.forget()

    def _measure(self) -> None:
        self.setFixedHeight(int(self.fontMetrics().lineSpacing() * (LINES + 1.3)))

    def show_text(self, text: str) -> None:
        """Show a text; what is being typed stays."""
        if self._typing.dirty or text == self.toPlainText():
            return
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typing.leave()


class Profile(QWidget):
    """The form of one segment."""

    edited = Signal(str, object, str)
    """A field, its new value, and the key under which it joins with earlier ones."""
    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = {
            "archetype": SavedText(_("Who they are"), desk),
            "worries": SavedText(_("What worries them"), desk),
            "why_them": SavedText(_("Why them"), desk),
        }
        self._weight = QLineEdit()
        self._weight.setAccessibleName(_("Weight"))
        self._silence = QLineEdit()
        self._silence.setAccessibleName(_("Longest silence in days"))
        self._silence.setPlaceholderText(_("no limit"))
        self._owner = QComboBox()
        self._owner.setAccessibleName(_("Owner"))
        self._measure()
        desk.theme.changed.connect(self._measure)
        self._segment: Segment | None = None
        self._arrange()
        self._connect()

    def _measure(self) -> None:
        for box in (self._weight, self._silence, self._owner):
            box.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)

    def show_segment(self, segment: Segment, lists: Lists) -> None:
        """Show a segment's fields."""
        if self._segment is not None and self._segment.id != segment.id:
            self._desk.settle.emit()
            for box in self._texts.values():
                box.forget()
        self._segment = segment
        for field, box in self._texts.items():
            box.show_text(getattr(segment, field))
        self._weight.setText(format(segment.weight.normalize(), "f"))
        self._silence.setText("" if segment.longest_silence is None else str(segment.longest_silence))
        self._owner.clear()
        self._owner.addItem(_("nobody"), None)
        for person, name in lists.people.items():
            self._owner.addItem(name, person)
        self._owner.setCurrentIndex(max(0, self._owner.findData(segment.owner_id)))
        self._lock(self._desk.readonly)

    def keep(self, field: str) -> None:
        """Let stay what is typed and could not be saved."""
        if field in self._texts:
            self._texts[field].keep()

    def _lock(self, locked: bool) -> None:
        for text in self._texts.values():
            text.setReadOnly(locked)
        for line in (self._weight, self._silence):
            line.setReadOnly(locked)
        self._owner.setEnabled(not locked)

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(8)
        for label, box in (
            (_("Who they are"), self._texts["archetype"]),
            (_("What worries them"), self._texts["worries"]),
            (_("Why them"), self._texts["why_them"]),
            (_("Weight"), self._weight),
            (_("Longest silence, days"), self._silence),
            (_("Owner"), self._owner),
        ):
            said = QLabel(label)
            said.setObjectName("muted")
            form.addRow(said, box)

    def _connect(self) -> None:
        for field, box in self._texts.items():
            box.saved.connect(lambda text, key, f=field: self.edited.emit(f, text, key))
        self._weight.editingFinished.connect(self._take_weight)
        self._silence.editingFinished.connect(self._take_silence)
        self._owner.activated.connect(lambda _i: self._give("owner_id", self._owner.currentData()))

    def _take_weight(self) -> None:
        typed = self._weight.text().strip().replace(",", ".")
        try:
            weight = Decimal(typed)
        except InvalidOperation:
            weight = Decimal(-1)
        fits = weight.is_finite() and weight >= 0
        self._mark(self._weight, fits, _("A weight is a number from 0 on, not “{typed}”."))
        if fits:
            self._give("weight", weight)

    def _take_silence(self) -> None:
        typed = self._silence.text().strip()
        fits = not typed or typed.isdecimal()
        self._mark(self._silence, fits, _("The longest silence is a whole number of days, or empty, not “{typed}”."))
        if fits:
            self._give("longest_silence", int(typed) if typed else None)

    def _mark(self, box: QLineEdit, fits: bool, refusal: str) -> None:
        box.setProperty("wrong", not fits)
        box.style().polish(box)
        if not fits:
            self.refused.emit(refusal.format(typed=box.text()))

    def _give(self, field: str, value: Any) -> None:
        if self._segment is not None and getattr(self._segment, field) != value:
            self.edited.emit(field, value, "")
