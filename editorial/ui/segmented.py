"""A row of buttons of which exactly one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from editorial.ui.overriding import override

ROOM = 26
"""What a button needs (px) beside its label."""


class Segmented(QWidget):
    """Options side by side; the arrow keys choose among them."""

    changed = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (word, label) in enumerate(options):
            button = self._button(word, label)
            if place in (0, len(options) - 1):
                button.setProperty("edge", "first" if place == 0 else "last")
            row.addWidget(button)
        self.chosen = options[0][0]
        self._buttons[self.chosen].setChecked(True)
        self._fit()

    def choose(self, word: str) -> None:
        """Choose an option; `changed` tells of it where it is another."""
        self._buttons[word].setChecked(True)
        if word != self.chosen:
            self.chosen = word
            self.changed.emit(word)

    def _button(self, word: str, label: str) -> QPushButton:
        button = QPushButton(label)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.choose(word))
        self._group.addButton(button)
        self._buttons[word] = button
        return button

    def _fit(self) -> None:
        """Keep room for every label in the bold of the chosen one, so that choosing moves nothing."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        for button in self._buttons.values():
            button.setMinimumWidth(metrics.horizontalAdvance(button.text()) + ROOM)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        words = list(self._buttons)
        word = words[(words.index(self.chosen) + step) % len(words)]
        self._buttons[word].setFocus()
        self.choose(word)
