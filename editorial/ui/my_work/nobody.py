"""What My work shows while it does not know who the user is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.records import Person
from editorial.language import _
from editorial.ui.my_work.who import WhoButton
from editorial.ui.theme import Theme


class Nobody(QWidget):
    """Asks once who the user is; where nobody is written down yet, leads to where people are added."""

    chosen = Signal(int)
    people_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.said = QLabel()
        self.said.setObjectName("muted")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.person = WhoButton(theme, _("I am"))
        self.person.setObjectName("primary")
        self.person.show_chosen(None, _("I am …"))
        self.add = QPushButton(_("Add people"))
        self.add.setObjectName("primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.person)
        row.addWidget(self.add)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.said)
        column.addLayout(row)
        column.addStretch(2)
        self.person.chosen.connect(self.chosen)
        self.add.clicked.connect(self.people_wanted)

    def show_people(self, people: Sequence[Person]) -> None:
        """Offer these people."""
        self.person.show_people(people)
        some = bool(people)
        self.said.setText(_asking() if some else _nobody_yet())
        self.person.setVisible(some)
        self.add.setVisible(not some)


def _asking() -> str:
    return _("Who are you? My work then shows what is wanted of you, and changes are written down under your name.")


def _nobody_yet() -> str:
    return _("Nobody is written down yet. Add the people who contribute; My work then shows what is wanted of each.")
