"""What My work shows while it does not know who the user is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.records import Person
from editorial.language import _


class Nobody(QWidget):
    """Asks once who the user is; where nobody is written down yet, leads to where people are added."""

    chosen = Signal(int)
    people_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = QLabel()
        self.said.setObjectName("muted")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.person = QComboBox()
        self.person.setAccessibleName(_("I am"))
        self.person.setMinimumContentsLength(24)
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.be = QPushButton(_("This is me"))
        self.be.setObjectName("primary")
        self.add = QPushButton(_("Add people"))
        self.add.setObjectName("primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.person)
        row.addWidget(self.be)
        row.addWidget(self.add)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.said)
        column.addLayout(row)
        column.addStretch(2)
        self.be.clicked.connect(lambda: self.chosen.emit(self.person.currentData()))
        self.add.clicked.connect(self.people_wanted)

    def show_people(self, people: Sequence[Person]) -> None:
        """Offer these people."""
        self.person.clear()
        for one in people:
            self.person.addItem(one.name, one.id)
        some = bool(people)
        self.said.setText(_asking() if some else _nobody_yet())
        self.person.setVisible(some)
        self.be.setVisible(some)
        self.add.setVisible(not some)


def _asking() -> str:
    return _("Who are you? My work then shows what is wanted of you, and changes are written down under your name.")


def _nobody_yet() -> str:
    return _("Nobody is written down yet. Add the people who contribute; My work then shows what is wanted of each.")
