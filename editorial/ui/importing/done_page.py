"""The last step: what happened, the way back, and where to see it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.icons import icon

WIDEST_LETTERS = 84


class DonePage(QWidget):
    """Says what was done and offers what comes next."""

    undo_wanted = Signal()
    show_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._picture = QLabel()
        self.said = QLabel()
        self.said.setObjectName("section")
        self.detail = QLabel()
        self.detail.setObjectName("muted")
        for label in (self.said, self.detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.show_button = QPushButton()
        self.show_button.setObjectName("primary")
        self.show_button.clicked.connect(self.show_wanted)
        self.undo = QPushButton(_("Undo"))
        self.undo.clicked.connect(self.undo_wanted)
        self.again = QPushButton(_("Import more"))
        self.again.clicked.connect(self.again_wanted)
        card = QWidget()
        card.setObjectName("card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST_LETTERS)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.show_button, self.undo, self.again):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        for part in (self._picture, self.said, self.detail):
            column.addWidget(part)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 20)
        whole.addWidget(card)
        whole.addStretch(1)
        desk.theme.changed.connect(self._tint)
        self._tint()

    def show_done(self, said: str, detail: str, show: str, *, undoable: bool) -> None:
        """Say what happened; `show` names where to see it, or is empty."""
        self.said.setText(said)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.show_button.setText(show)
        self.show_button.setVisible(bool(show))
        self.undo.setVisible(undoable)
        (self.show_button if show else self.again).setFocus()

    def undone(self) -> None:
        """It was taken back."""
        self.detail.setText(_("It was taken back: nothing of it is left."))
        self.detail.show()
        self.undo.hide()
        self.show_button.hide()

    def _tint(self) -> None:
        self._picture.setPixmap(icon("check", self._desk.theme.tokens.good).pixmap(QSize(32, 32)))
