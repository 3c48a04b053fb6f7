"""What can be done with a field note: it becomes an idea in one step."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from editorial.domain.planning_records import FieldNote
from editorial.language import _
from editorial.services import field_notes
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.records.page import Acts


class NoteActs(Acts):
    """One button: make the idea, or open the one that was made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._note: FieldNote | None = None
        self.button = QPushButton()
        self.button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.addWidget(self.button)
        row.addStretch(1)

    @override
    def show_record(self, record: Any) -> None:
        """Show whether an idea was made from a note."""
        self._note = record
        made = record.piece_id is not None
        self.button.setText(_("Open the idea") if made else _("Make an idea of it"))
        self.button.setObjectName("" if made else "primary")
        self.button.style().polish(self.button)
        self.button.setEnabled(made or not self._desk.readonly)

    def _act(self) -> None:
        note = self._note
        if note is None:
            return
        if note.piece_id is not None:
            self._desk.piece_opened.emit(note.piece_id)
        elif self._desk.ask(lambda w: field_notes.make_idea(w, note.id)) is not None:
            self._desk.say(_("It is among the ideas now."), _("Undo"), self._desk.undo)
