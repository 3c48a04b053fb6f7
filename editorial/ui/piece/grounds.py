"""Choosing the interview or field note of the workspace that evidence rests on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editorial.domain.vocabulary import EvidenceKind
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.options import Option
from editorial.ui.fields.picker import Picker
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.fields.value_button import ValueButton
from editorial.ui.icons import icon

LISTED = {EvidenceKind.INTERVIEW: "interview", EvidenceKind.FIELD_NOTE: "field_note"}
"""Kinds of evidence that can name a record, and the kind of it."""
PAGES = {"interview": ("interviews", "interviews"), "field_note": ("field_notes", "notes")}


class NamedGround(QWidget):
    """Says which interview or field note is meant; chosen by typing words of it, opened from here."""

    chosen = Signal()
    """Another one is meant, or none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.kind = EvidenceKind.INTERVIEW
        self.value: int | None = None
        self._buttons = {
            EvidenceKind.INTERVIEW: ValueButton(desk.theme, _("Interview"), _("Which interview?")),
            EvidenceKind.FIELD_NOTE: ValueButton(desk.theme, _("Field note"), _("Which field note?")),
        }
        self.go = tiny_button(_("Open it"), sign=icon("chevron-right", desk.theme.tokens.muted))
        self.go.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self._buttons.values():
            button.wanted.connect(self.choose)
            row.addWidget(button, 1)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def button(self) -> ValueButton:
        """What is pressed to choose."""
        return self._buttons[self.kind]

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What the keyboard comes to here, in order."""
        return (*self._buttons.values(), self.go)

    def show_ground(self, kind: EvidenceKind, value: int | None) -> None:
        """Show the record that evidence of this kind names; evidence of other kinds names none."""
        self.setVisible(kind in LISTED)
        if kind not in LISTED:
            return
        self.kind, self.value = kind, value
        for one, button in self._buttons.items():
            button.setVisible(one is kind)
        self.button.show_value(self._name())
        self.go.setVisible(value is not None)

    def lock(self, locked: bool) -> None:
        """Let nothing else be chosen; what is named can still be opened."""
        for button in self._buttons.values():
            button.setEnabled(not locked)

    def choose(self, typed: str = "") -> Picker:
        """Open the list of what can be meant, the newest first."""
        from editorial.services import grounds

        picker = Picker(self.button, self.button.accessibleName(), self._desk.theme.tokens)
        found = self._desk.ask(lambda w: grounds.choices(w, LISTED[self.kind])) or ()
        options = [Option(id_, said) for id_, said in found]
        if self.value is not None or not options:
            options.insert(0, Option(None, self._none()))
        picker.offer(options, (self.value,) if self.value is not None else (), several=False)
        picker.picked.connect(self._take)
        picker.open_below(typed)
        return picker

    def _none(self) -> str:
        if self.kind is EvidenceKind.INTERVIEW:
            return _("No interview of this workspace")
        return _("No field note of this workspace")

    def _take(self, value: int | None) -> None:
        if value != self.value:
            self.show_ground(self.kind, value)
            self.chosen.emit()

    def _name(self) -> str:
        from editorial.services import grounds

        value = self.value
        if value is None:
            return ""
        found = self._desk.ask(lambda w: grounds.name(w, LISTED[self.kind], value)) or ""
        return " ".join(found.split())

    def _open(self) -> None:
        place, page = PAGES[LISTED[self.kind]]
        self._desk.place_wanted.emit(place, {"page": page, "id": self.value})
