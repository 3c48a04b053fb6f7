"""The editor of a field that names another piece: found by typing words of its title."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editorial.domain.fields import Field
from editorial.domain.records import Piece
from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.fields.options import Option, nothing_of
from editorial.ui.fields.picker import Picker
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.fields.value_button import ValueButton
from editorial.ui.icons import icon
from editorial.ui.overriding import override

MOST_HITS = 30


class PieceEditor(FieldEditor):
    """Another piece of the same workspace, which can be opened from here."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk)
        self.value: int | None = None
        self._own: int | None = None
        self.button = ValueButton(desk.theme, field.label, _("–"))
        self.button.wanted.connect(self.choose)
        self.go = tiny_button(_("Open {field}").format(field=field.label), _("Open this piece"))
        self.go.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.button, 1)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.button)
        desk.theme.changed.connect(self._tint)
        self._tint()

    @override
    def show_piece(self, piece: Piece) -> None:
        self._own = piece.id
        value = self.field.value(piece)
        self.value = value
        self.button.show_value(piece_title(self.desk, value))
        self.go.setVisible(value is not None)

    @override
    def lock(self, locked: bool) -> None:
        self.button.setEnabled(not locked)

    def choose(self, typed: str = "") -> Picker:
        """Open the search for a piece."""
        picker = PiecePicker(self.button, self.field.label, self.desk, self._own)
        picker.nothing = nothing_of(self.field) if self.value is not None else ""
        picker.offer_pieces()
        picker.picked.connect(self._take)
        picker.open_below(typed)
        return picker

    def _take(self, value: Any) -> None:
        if value != self.value:
            self.give(value)

    def _open(self) -> None:
        if self.value is not None:
            self.desk.piece_opened.emit(self.value)

    def _tint(self) -> None:
        self.go.setIcon(icon("chevron-right", self.desk.theme.tokens.muted))


class PiecePicker(Picker):
    """Chooses among the pieces whose titles hold what was typed."""

    def __init__(self, owner: QWidget, name: str, desk: Desk, own: int | None = None) -> None:
        super().__init__(owner, name, desk.theme.tokens)
        self._desk = desk
        self._own = own
        self.nothing = ""
        self.line.setPlaceholderText(_("Words of the title"))

    def offer_pieces(self) -> None:
        """Offer the pieces in view first, before anything is typed."""
        self.offer([], (), several=False)

    @override
    def _narrow(self, words: str) -> None:
        found = [] if len(words.strip()) < 1 else self._found(words)
        if self.nothing and not words:
            found = [Option(None, self.nothing)]
        self.model.show(found, ())
        self.view.setCurrentIndex(self.model.index(0, 0))

    def _found(self, words: str) -> list[Option]:
        from editorial.services import search

        hits = self._desk.ask(lambda w: search.find(w, words, MOST_HITS)) or []
        return [
            Option(hit.id, f"{hit.title} · {spoken_day(hit.day)}" if hit.day else hit.title)
            for hit in hits
            if hit.kind == "piece" and hit.id != self._own
        ]

    @override
    def open_below(self, typed: str = "") -> None:
        super().open_below(typed)
        self.view.setFixedHeight(self.fontMetrics().lineSpacing() * 9)
        self.adjustSize()


def piece_title(desk: Desk, piece_id: int | None) -> str:
    """Return the title of a piece by its id; nothing without one."""
    if piece_id is None:
        return ""
    from editorial.services import pieces

    found = desk.ask(lambda w: pieces.read_entries(w, [piece_id]))
    return found[0].title if found else _("(no longer there)")
