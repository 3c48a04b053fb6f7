"""Editors that take their value from a list: a word, an entry, or several of either."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from editorial.domain.columns import names_of
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.options import MARKS, Option, capital
from editorial.ui.fields.picker import Picker
from editorial.ui.fields.value_button import PAD_X, PAD_Y, ValueButton
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.settings.declared import FormField, Shape
from editorial.ui.settings.editors import SettingEditor
from editorial.ui.theme import Theme

Offered = Callable[[], Sequence[Option]]
INSET = 11
"""How far (px) the text of the other fields stands in."""
ARROW = 14
FRAME = 4
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ValueBox(ValueButton):
    """A value button that looks like the other fields of a form, with an arrow that says it opens."""

    def __init__(self, theme: Theme, name: str, placeholder: str) -> None:
        super().__init__(theme, name, placeholder)
        theme.changed.connect(self.update)

    @override
    def _needed(self, width: int) -> int:
        letters = super()._needed(width - 2 * (INSET - PAD_X) - ARROW)
        return max(letters, round(self.fontMetrics().height() * 1.1) + 2 * PAD_Y) + FRAME

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.accent if self.hasFocus() else tokens.line))
        painter.setBrush(QColor(tokens.panel if self.isEnabled() else tokens.window))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(QColor(tokens.text if self.value and self.isEnabled() else tokens.muted))
        room = self.rect().adjusted(INSET, PAD_Y, -INSET - ARROW, -PAD_Y)
        painter.drawText(room, int(_WRAPPED), self.value or self._placeholder)
        arrow = QRect(self.width() - INSET - ARROW, (self.height() - ARROW) // 2, ARROW, ARROW)
        icon("chevron-down", tokens.muted).paint(painter, arrow)


class PickEditor(SettingEditor):
    """One of several, or one by one; the list opens on a click, Enter, Down or a letter."""

    def __init__(self, field: FormField, desk: Desk, offered: Offered, *, several: bool = False) -> None:
        super().__init__(field)
        self._desk = desk
        self._offered = offered
        self._several = several
        self._picker: Picker | None = None
        self.button = ValueBox(desk.theme, field.label, field.note or "–")
        self.button.wanted.connect(self.choose)
        self.hold(self.button)

    @override
    def show_value(self, value: Any) -> None:
        self.value = value
        chosen = value if self._several else (value,)
        names = [option.shown for option in self._offered() if option.value in chosen]
        self.button.show_value(", ".join(names))
        if self._picker is not None:
            self._picker.tick(tuple(chosen))

    def choose(self, typed: str = "") -> Picker:
        """Open the list to choose from."""
        key = uuid4().hex if self._several else ""
        picker = Picker(self.button, self.field.label, self._desk.theme.tokens)
        picker.offer(self._options(), self.value if self._several else (self.value,), several=self._several)
        picker.picked.connect(lambda value: self.give(value, key))
        picker.closed.connect(self._closed)
        self._picker = picker
        picker.open_below(typed)
        return picker

    def _options(self) -> list[Option]:
        options = list(self._offered())
        if self._several:
            return sorted(options, key=lambda option: option.value not in self.value)
        if not self.field.needed:
            options.insert(0, Option(None, self.field.note or _("None")))
        return options

    def _closed(self) -> None:
        self._picker = None


def choice_editor(field: FormField, desk: Desk) -> PickEditor:
    """Return the editor of a word or entry, or of several."""
    several = field.shape in (Shape.WORDS, Shape.ENTRIES)
    if field.words is not None:
        words = [Option(word, capital(vocabulary_word(word)), MARKS.get(word, "")) for word in field.words]
        return PickEditor(field, desk, lambda: words, several=several)
    return PickEditor(field, desk, lambda: _entries(desk, field.kind), several=several)


def _entries(desk: Desk, kind: str) -> list[Option]:
    return [Option(id_, name) for id_, name in names_of(desk.lists, kind).items()]
