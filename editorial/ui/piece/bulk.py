"""Several pieces at once: their tags and status set, added or taken away as one change."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.fields import BY_NAME, Field
from editorial.domain.records import Entry
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.fields.choices import NEEDED, value_words
from editorial.ui.fields.options import GROWING, Option, nothing_of, options_of
from editorial.ui.fields.picker import Picker
from editorial.ui.fields.value_button import ValueButton
from editorial.ui.flow import Flow
from editorial.ui.piece.acts import told

SETTABLE = ("kind", "stage", "interest", "format", "channel", "campaign", "status", "owner")


class BulkPanel(QWidget):
    """Shows what the selected pieces have in common; every choice is one change for all of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.ids: tuple[int, ...] = ()
        self._entries: Sequence[Entry] = ()
        self.heading = QLabel()
        self.heading.setObjectName("section")
        self.buttons: dict[str, ValueButton] = {}
        self.segments = QLabel()
        self.segments.setTextFormat(Qt.TextFormat.PlainText)
        self.segments.setWordWrap(True)
        self.acts: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self._hint())
        column.addLayout(self._fields())
        column.addWidget(self._acts())
        column.addStretch(1)

    def open(self, ids: Sequence[int]) -> None:
        """Show these pieces."""
        self.ids = tuple(ids)
        self.reload()

    def reload(self) -> None:
        """Read the pieces again."""
        from editorial.services import pieces

        self._entries = self.desk.ask(lambda w: pieces.read_entries(w, self.ids)) or []
        self.ids = tuple(entry.id for entry in self._entries)
        n = len(self.ids)
        self.heading.setText(ngettext("{n} piece selected", "{n} pieces selected", n).format(n=n))
        locked = self.desk.workspace is None or self.desk.workspace.readonly
        for name, button in self.buttons.items():
            button.show_value(self._common(BY_NAME[name]))
            button.setEnabled(not locked)
        self.segments.setText(self._segments_said())
        for act in self.acts.values():
            act.setEnabled(not locked)
        self.acts["ideas"].setVisible(any(entry.day is not None for entry in self._entries))

    def _hint(self) -> QLabel:
        hint = QLabel(_("What you choose here is given to all of them, as one change that can be undone."))
        hint.setObjectName("small")
        hint.setWordWrap(True)
        return hint

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(SETTABLE):
            field = BY_NAME[name]
            button = ValueButton(self.desk.theme, field.label, _("–"))
            button.wanted.connect(lambda typed, field=field: self.choose(field, typed))
            self.buttons[name] = button
            grid.addWidget(_label(field.label), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(button, row, 1)
        self._several(grid, BY_NAME["segments"])
        return grid

    def _several(self, grid: QGridLayout, field: Field) -> None:
        """Add the rows of the segments: what there is, and ways to set, add and remove."""
        row = grid.rowCount()
        self.segments.setContentsMargins(8, 5, 0, 0)
        grid.addWidget(_label(field.label), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.segments, row, 1)
        ways = QHBoxLayout()
        ways.setContentsMargins(8, 0, 0, 0)
        ways.setSpacing(6)
        for word, label in (("add", _("Add…")), ("remove", _("Remove…")), ("set", _("Set…"))):
            button = QPushButton(label)
            button.setObjectName("chip")
            button.setAccessibleName(f"{field.label}: {label}")
            button.clicked.connect(lambda _checked=False, word=word: self.choose_segments(word))
            self.acts[f"segments-{word}"] = button
            ways.addWidget(button)
        ways.addStretch(1)
        grid.addLayout(ways, row + 1, 1)

    def _acts(self) -> QWidget:
        holder = QWidget()
        row = Flow(holder, gap=6)
        row.setContentsMargins(0, 0, 0, 0)
        for word, label, act in (
            ("ideas", _("Back to ideas"), self.unschedule),
            ("duplicate", _("Duplicate"), self.duplicate),
            ("bin", _("Put into the bin"), self.bin),
        ):
            button = QPushButton(label)
            button.clicked.connect(act)
            self.acts[word] = button
            row.addWidget(button)
        return holder

    def choose(self, field: Field, typed: str = "") -> Picker:
        """Open the list from which all the pieces get one entry."""
        options = options_of(field, self.desk.lists)
        if field.name not in NEEDED:
            options.insert(0, Option(None, nothing_of(field)))
        picker = Picker(self.buttons[field.name], field.label, self.desk.theme.tokens)
        common = {field.value(entry) for entry in self._entries}
        picker.offer(options, tuple(common) if len(common) == 1 else (), several=False, grows=field.kind in GROWING)
        picker.picked.connect(lambda value: self._set(field, value))
        picker.add_wanted.connect(lambda name: self._add_new(field, name))
        picker.open_below(typed)
        return picker

    def choose_segments(self, way: str) -> Picker:
        """Open the list of segments to add to all the pieces, to remove from them, or to set."""
        field = BY_NAME["segments"]
        options = options_of(field, self.desk.lists)
        if way == "remove":
            there = {id_ for entry in self._entries for id_ in entry.segment_ids}
            options = [option for option in options if option.value in there]
        picker = Picker(self.acts[f"segments-{way}"], field.label, self.desk.theme.tokens)
        picker.offer(options, (), several=False, grows=way == "add")
        picker.picked.connect(lambda value: self._change_segments(way, int(value)))
        picker.add_wanted.connect(lambda name: self._add_new(field, name))
        picker.open_below()
        return picker

    def unschedule(self) -> None:
        """Take the dates of all of them away."""
        from editorial.services import schedule

        self._do(schedule.unschedule)

    def duplicate(self) -> None:
        """Copy all of them."""
        from editorial.services import pieces

        self._do(pieces.duplicate)

    def bin(self) -> None:
        """Move all of them to the bin."""
        from editorial.services import pieces

        self._do(pieces.bin)

    def _set(self, field: Field, value: Any) -> None:
        from editorial.services import pieces

        self._do(lambda w, ids: pieces.edit_many(w, ids, set={field.attribute: value}))

    def _add_new(self, field: Field, name: str) -> None:
        from editorial.services import tagging

        self._do(lambda w, ids: tagging.tag_with_new(w, ids, field.attribute, name))

    def _change_segments(self, way: str, segment_id: int) -> None:
        from editorial.services import pieces

        values = {"segment_ids": (segment_id,)}
        if way == "set":
            self._do(lambda w, ids: pieces.edit_many(w, ids, set=values))
        elif way == "add":
            self._do(lambda w, ids: pieces.edit_many(w, ids, add=values))
        else:
            self._do(lambda w, ids: pieces.edit_many(w, ids, remove=values))

    def _do(self, act: Callable[[Any, tuple[int, ...]], object]) -> None:
        if self.ids:
            told(self.desk, lambda w: act(w, self.ids))

    def _common(self, field: Field) -> str:
        values = {field.value(entry) for entry in self._entries}
        if len(values) > 1:
            return ngettext("{n} different", "{n} different", len(values)).format(n=len(values))
        return value_words(field, values.pop(), self.desk.lists) if values else ""

    def _segments_said(self) -> str:
        """Return the segments with how many of the pieces carry each."""
        lists, counts = self.desk.lists, dict[int, int]()
        for entry in self._entries:
            for id_ in entry.segment_ids:
                counts[id_] = counts.get(id_, 0) + 1
        told = [
            lists.segments[id_].name if n == len(self._entries) else f"{lists.segments[id_].name} ({n})"
            for id_, n in counts.items()
            if id_ in lists.segments
        ]
        return ", ".join(told) or _("–")


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("muted")
    label.setContentsMargins(0, 5, 0, 0)
    return label
