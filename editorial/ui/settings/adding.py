"""The line that adds entries to a list, one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.language import _
from editorial.ui.overriding import override


class AddLine(QWidget):
    """Takes a name; Enter adds it, Escape puts the line away; what is refused stays, with the reason."""

    named = Signal(str)
    left = Signal()
    """It was put away."""

    def __init__(self, one: str, named: str = "") -> None:
        super().__init__()
        self.stays = False
        """Whether Escape only empties it: in an empty list there is nothing else to do."""
        self.line = QLineEdit()
        of_name = _("Name of the new {one}").format(one=one)
        self.line.setPlaceholderText(_("New {one}: {field}").format(one=one, field=named) if named else of_name)
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.returnPressed.connect(self._give)
        self.button = QPushButton(_("Add"))
        self.button.setObjectName("primary")
        self.button.clicked.connect(self._give)
        self.reason = QLabel()
        self.reason.setObjectName("bad")
        self.reason.setWordWrap(True)
        self.reason.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.reason)
        self.hide()

    def start(self) -> None:
        """Show the line, ready to type."""
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def taken(self) -> None:
        """The name was added: the next one may be typed."""
        self.line.clear()
        self.refuse("")

    def refuse(self, reason: str) -> None:
        """Say why a name was not added."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.line.setProperty("wrong", bool(reason))
        self.line.style().polish(self.line)

    def _give(self) -> None:
        self.named.emit(self.line.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.taken()
            if not self.stays:
                self.hide()
                self.left.emit()
            return
        super().keyPressEvent(event)
