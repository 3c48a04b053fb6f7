"""The buttons of what can be done with a record, in as many lines as they need."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from editorial.ui.flow import Lines


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
    label = QLabel()
    label.setObjectName("section")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def small_label() -> QLabel:
    """Return small plain text of any number of lines."""
    label = QLabel()
    label.setObjectName("small")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
