"""Editors of fields that take their value from a list or a vocabulary: one, several, or yes and no."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout

from editorial.domain.columns import shown
from editorial.domain.fields import Field
from editorial.domain.ideas import suggested_kind, suggested_stage
from editorial.domain.records import Lists, Piece
from editorial.domain.spoken import kind_word
from editorial.domain.vocabulary import Kind
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.fields.options import GROWING, MARKS, Option, capital, nothing_of, options_of
from editorial.ui.fields.picker import Picker
from editorial.ui.fields.value_button import ValueButton
from editorial.ui.overriding import override

NEEDED = frozenset({"status", "precision", "tag"})
"""Fields that cannot be without a value."""


def value_words(field: Field, value: Any, lists: Lists) -> str:
    """Return the value of a field as its editor shows it."""
    words = shown(field, lists)(value)
    mark = MARKS.get(value, "") if not isinstance(value, tuple) else ""
    return f"{mark} {capital(words)}" if mark else capital(words) if field.words else words


class ChoiceEditor(FieldEditor):
    """One entry of a list, or one word."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk)
        self.value: Any = None
        self.button = ValueButton(desk.theme, field.label, _("–"))
        self.button.wanted.connect(self.choose)
        self._suggestion = QPushButton()
        self._suggestion.setObjectName("link")
        self._suggestion.hide()
        self._suggested: Callable[[], None] = lambda: None
        self._suggestion.clicked.connect(self._take_suggestion)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button)
        column.addWidget(self._suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.button)

    @override
    def show_piece(self, piece: Piece) -> None:
        self.value = self.field.value(piece)
        self.button.show_value(value_words(self.field, self.value, self.desk.lists))
        self._suggest(piece)

    @override
    def lock(self, locked: bool) -> None:
        self.button.setEnabled(not locked)
        self._suggestion.setEnabled(not locked)

    def choose(self, typed: str = "") -> Picker:
        """Open the list to choose from."""
        kept = () if self.value is None else (self.value,)
        options = options_of(self.field, self.desk.lists, kept)
        if self.field.name not in NEEDED:
            options.insert(0, Option(None, nothing_of(self.field)))
        picker = Picker(self.button, self.field.label, self.desk.theme.tokens)
        picker.offer(options, (self.value,), several=False, grows=self.field.kind in GROWING)
        picker.picked.connect(self._take)
        picker.add_wanted.connect(self.add_wanted)
        picker.open_below(typed)
        return picker

    def _take(self, value: Any) -> None:
        if value != self.value:
            self.give(value)

    def _take_suggestion(self) -> None:
        self._suggested()

    def _suggest(self, piece: Piece) -> None:
        """Offer the stage that suits the kind, or the kind that suits the stage, where one of the two is missing."""
        lists = self.desk.lists
        value: int | Kind | None = None
        name = ""
        if self.field.name == "stage" and piece.stage_id is None and piece.kind is not None:
            stage = suggested_stage(piece.kind, lists)
            value, name = (stage.id, stage.name) if stage else (None, "")
        elif self.field.name == "kind" and piece.kind is None and piece.stage_id is not None:
            kind = suggested_kind(lists.stages[piece.stage_id])
            value, name = kind, kind_word(kind) if kind else ""
        self._suggestion.setVisible(bool(name))
        self._suggestion.setText(_("Suggested: {name}").format(name=capital(name)).replace("&", "&&"))
        self._suggested = lambda: self.give(value)


class ChoicesEditor(FieldEditor):
    """Several entries of a list; those ticked while the list is open join into one change."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk)
        self.value: tuple[Any, ...] = ()
        self._picker: Picker | None = None
        self.button = ValueButton(desk.theme, field.label, _("–"))
        self.button.wanted.connect(self.choose)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)

    @override
    def show_piece(self, piece: Piece) -> None:
        self.value = tuple(self.field.value(piece))
        self.button.show_value(value_words(self.field, self.value, self.desk.lists))
        if self._picker is not None:
            self._picker.tick(self.value, self._options())

    @override
    def lock(self, locked: bool) -> None:
        self.button.setEnabled(not locked)

    def choose(self, typed: str = "") -> Picker:
        """Open the list to tick from."""
        key = uuid4().hex
        picker = Picker(self.button, self.field.label, self.desk.theme.tokens)
        picker.offer(self._options(), self.value, several=True, grows=self.field.kind in GROWING)
        picker.picked.connect(lambda values: self.give(values, key))
        picker.add_wanted.connect(self.add_wanted)
        picker.closed.connect(self._closed)
        self._picker = picker
        picker.open_below(typed)
        return picker

    def _options(self) -> list[Option]:
        """Return the entries, those chosen first: in a list of hundreds they would be lost."""
        options = options_of(self.field, self.desk.lists, self.value)
        chosen = [option for option in options if option.value in self.value]
        return [*chosen, *(option for option in options if option.value not in self.value)]

    def _closed(self) -> None:
        self._picker = None


class FlagEditor(FieldEditor):
    """Yes or no."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk)
        self.box = QCheckBox()
        self.box.setAccessibleName(field.label)
        self.box.clicked.connect(lambda checked: self.give(bool(checked)))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 0, 3)
        row.addWidget(self.box)
        row.addStretch(1)
        self.setFocusProxy(self.box)

    @override
    def show_piece(self, piece: Piece) -> None:
        self.box.setChecked(bool(self.field.value(piece)))
