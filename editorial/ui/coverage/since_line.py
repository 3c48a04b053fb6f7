"""The line above the matrix that says what changed since the last look."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from editorial.domain.since import Since
from editorial.domain.since_words import since_sentence
from editorial.language import _
from editorial.ui.elide import ElidedLabel


class SinceLine(QWidget):
    """Hidden where there is nothing to say."""

    list_wanted = Signal()
    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = ElidedLabel("strong")
        self.show_list = QPushButton(_("List them"))
        self.show_list.setObjectName("link")
        self.show_list.setAccessibleName(_("List the cells that changed"))
        self.show_list.clicked.connect(self.list_wanted)
        self.mark = QPushButton(_("Mark as seen"))
        self.mark.setObjectName("link")
        self.mark.setToolTip(_("Compare with today from now on"))
        self.mark.clicked.connect(self.seen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.said)
        row.addWidget(self.show_list)
        row.addWidget(self.mark)
        row.addStretch(1)
        self.hide()

    def show_since(self, since: Since | None, today: date) -> None:
        """Say what changed, or nothing at all."""
        self.setVisible(since is not None)
        if since is not None:
            self.said.setText(since_sentence(since, today))
            self.show_list.setVisible(bool(since.cells))
