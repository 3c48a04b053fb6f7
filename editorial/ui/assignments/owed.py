"""Who owes what for the piece that is shown, and whose voices are heard in it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.records import Piece
from editorial.domain.voices import voices_words
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.labels import plain_label, say_on

if TYPE_CHECKING:
    from editorial.ui.assignments.dialog import AskDialog
    from editorial.ui.assignments.row import OwedRow


class OwedList(QWidget):
    """A row for everybody who was asked; what is done to one is saved at once and can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._piece: Piece | None = None
        self.rows: list[OwedRow] = []
        self.heading = QLabel(_("Who owes what"))
        self.heading.setObjectName("section")
        self.heading.setContentsMargins(9, 0, 0, 0)
        self.none = plain_label("small")
        self.none.setText(_("Nobody was asked for anything yet."))
        self.none.setContentsMargins(9, 0, 0, 0)
        self.voices = plain_label("small")
        self.voices.setContentsMargins(9, 0, 0, 0)
        self.ask = QPushButton(_("Ask somebody…"))
        self.ask.setToolTip(_("See their load and days away first, then ask"))
        self.ask.clicked.connect(self.open_dialog)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.none)
        column.addLayout(self._list)
        column.addWidget(self.voices)
        below = QHBoxLayout()
        below.setContentsMargins(9, 2, 0, 4)
        below.addWidget(self.ask)
        below.addStretch(1)
        column.addLayout(below)

    def show_piece(self, piece: Piece) -> None:
        """Show what is owed for a piece as it is now."""
        from editorial.services import assignments, voices
        from editorial.ui.assignments.row import OwedRow

        self._piece = piece
        found = self.desk.ask(lambda w: assignments.of_piece(w, piece.id)) or []
        due = self.desk.ask(lambda w: assignments.due_days(w, piece.id)) or {}
        self.forget_rows()
        for one in found:
            row = OwedRow(self.desk, one, due.get((one.piece_id, one.person_id, one.role)))
            self.rows.append(row)
            self._list.addWidget(row)
        self.none.setVisible(not found)
        heard = self.desk.ask(lambda w: voices.voices(w, piece.id)) or ()
        say_on(self.voices, voices_words(heard), "warning" if len(heard) == 1 and piece.published_on else "small")
        self.ask.setVisible(not self.desk.readonly)

    def forget(self) -> None:
        """Let go of the piece."""
        self._piece = None
        self.forget_rows()

    def forget_rows(self) -> None:
        """Take all rows away."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def open_dialog(self) -> "AskDialog | None":
        """Ask somebody for something for the piece."""
        from editorial.ui.assignments.dialog import open_asking

        return open_asking(self.desk, self._piece.id, self.window()) if self._piece is not None else None
