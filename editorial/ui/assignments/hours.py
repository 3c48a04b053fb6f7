"""The line on which hours spent are filled in, and reading hours as people type them."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.errors import RuleBroken
from editorial.language import _
from editorial.ui.labels import plain_label
from editorial.ui.overriding import override

MOST = 10_000


def read_hours(text: str) -> Decimal | None:
    """Return typed hours, None where nothing is typed. Raises RuleBroken for what is no number from 0 on."""
    typed = text.strip().removesuffix("h").strip().replace(",", ".")
    if not typed:
        return None
    try:
        hours = Decimal(typed)
    except InvalidOperation:
        hours = Decimal(-1)
    if not (hours.is_finite() and 0 <= hours < MOST):
        raise RuleBroken(_("Hours are a number from 0 on, or nothing."))
    return hours


class HoursLine(QWidget):
    """Asks for the hours spent, which may be left out; Enter gives them, Escape goes back."""

    given = Signal(object)
    """The hours, or None where they are not known."""
    left = Signal()

    def __init__(self, label: str, name: str, spent: Decimal | None = None) -> None:
        super().__init__()
        self.hours = QLineEdit("" if spent is None else f"{spent.normalize():f}")
        self.hours.setAccessibleName(name)
        self.hours.setPlaceholderText(_("Hours spent, where known"))
        self.wrong = plain_label("bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.act = QPushButton(label)
        self.act.setObjectName("primary")
        self.back = QPushButton(_("Back"))
        self.back.setObjectName("quiet")
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.act)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.hours)
        column.addWidget(self.wrong)
        column.addLayout(buttons)
        self.hours.returnPressed.connect(self.give)
        self.act.clicked.connect(self.give)
        self.back.clicked.connect(self.left)

    def give(self) -> None:
        """Hand over what is typed, or say what is wrong with it."""
        try:
            hours = read_hours(self.hours.text())
        except RuleBroken as broken:
            self.wrong.setText(str(broken))
            self.wrong.show()
            self.hours.setFocus()
            return
        self.given.emit(hours)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)
