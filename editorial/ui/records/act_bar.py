"""The buttons of what can be done with a record, in as many lines as they need."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from editorial.ui.flow import Lines
from editorial.ui.labels import plain_label


class ActBar(QWidget):
    """Buttons in reading order; each does one thing."""

    def __init__(self) -> None:
        super().__init__()
        self._row = Lines(self, gap=6)
        self._row.setContentsMargins(0, 0, 0, 0)

    def add(self, label: str, act: Callable[[], object]) -> QPushButton:
        """Add a button and return it."""
        button = QPushButton(label)
        button.clicked.connect(lambda _checked=False: act())
        self._row.addWidget(button)
        return button


def make_primary(button: QPushButton, primary: bool) -> None:
    """Let a button be the one that is most likely wanted, or one among others."""
    name = "primary" if primary else ""
    if button.objectName() != name:
        button.setObjectName(name)
        button.style().polish(button)


def standing_label() -> QLabel:
    """Return a line that says how things stand with a record."""
    return plain_label("section")


def small_label() -> QLabel:
    """Return small plain text of any number of lines."""
    return plain_label("small")
