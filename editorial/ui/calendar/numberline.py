"""A whole number to be typed or stepped, between two buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from editorial.language import _
from editorial.ui.overriding import override

DIGITS = 6


class NumberLine(QWidget):
    """Holds a number within a range; the arrow keys step it, too, and are all that does so without the buttons."""

    changed = Signal(int)
    entered = Signal()
    """Enter was pressed."""

    def __init__(self, name: str, least: int, most: int, value: int, *, buttons: bool = True) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.line = QLineEdit(str(value))
        self.line.setValidator(QIntValidator(least, most, self))
        self.line.setAccessibleName(name)
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # What is typed first takes the place of the number that is offered.
        self.line.selectAll()
        self.line.setFixedWidth(self.fontMetrics().averageCharWidth() * DIGITS + 24)
        self.line.textChanged.connect(lambda _text: self.changed.emit(self.value))
        self.line.returnPressed.connect(self.entered)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        if buttons:
            row.addWidget(self._button("−", _("One less"), -1))
        row.addWidget(self.line)
        if buttons:
            row.addWidget(self._button("+", _("One more"), 1))

    @property
    def value(self) -> int:
        """Return the number; 0 while none is written."""
        text = self.line.text()
        return int(text) if self.line.hasAcceptableInput() else 0

    def put(self, value: int) -> None:
        """Write a number, or the nearest one in range."""
        self.line.setText(str(min(self._most, max(self._least, value))))

    def _button(self, sign: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.put(self.value + step))
        return button

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.put(self.value + step)
