"""A part of a form that can be folded away; its heading says how much is in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editorial.language import ngettext
from editorial.ui.icons import icon
from editorial.ui.theme import Theme


class Fold(QWidget):
    """A heading that opens and closes what stands below it."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, heading: str, body: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._heading = heading
        self.body = body
        self.head = QPushButton(heading)
        self.head.setObjectName("fold")
        self.head.setCheckable(True)
        self.head.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(self.head)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(body)
        theme.changed.connect(self._tint)
        self.open(False)

    @property
    def is_open(self) -> bool:
        return self.head.isChecked()

    def open(self, open_: bool) -> None:
        """Open or close the part."""
        self.head.setChecked(open_)
        self.body.setVisible(open_)
        self._tint()

    def count(self, n: int) -> None:
        """Say how many of its fields say something."""
        self.head.setText(f"{self._heading} · {n}" if n else self._heading)
        told = ngettext("{n} field filled", "{n} fields filled", n).format(n=n)
        self.head.setAccessibleName(f"{self._heading}, {told}")

    def _clicked(self) -> None:
        self.body.setVisible(self.is_open)
        self._tint()
        self.toggled.emit(self.is_open)

    def _tint(self) -> None:
        self.head.setIcon(icon("chevron-down" if self.is_open else "chevron-right", self._theme.tokens.muted))
