"""The two buttons beside a title that turn to the period before and to the next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from editorial.ui.icons import icon
from editorial.ui.theme import Theme


class Turning(QWidget):
    """Tells of a turn by −1 or 1; the buttons say in words where they lead."""

    turned = Signal(int)

    def __init__(self, theme: Theme, before: str, after: str) -> None:
        super().__init__()
        self._theme = theme
        self.before = self._button(before, -1)
        self.after = self._button(after, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.before)
        row.addWidget(self.after)
        theme.changed.connect(self._tint)
        self._tint()

    def _button(self, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.turned.emit(step))
        return button

    def _tint(self) -> None:
        self.before.setIcon(icon("chevron-left", self._theme.tokens.text))
        self.after.setIcon(icon("chevron-right", self._theme.tokens.text))
