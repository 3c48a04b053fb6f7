"""Words with what can be done about them: side by side where there is room, else one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from editorial.ui.flow import Flow
from editorial.ui.overriding import override

LEAST_LETTERS = 36
"""How wide the words stay beside the buttons."""
GAP = 12


class Beside(QFrame):
    """Holds words, perhaps a sign at their end, and buttons."""

    def __init__(self, words: QLayout, sign: QWidget | None, buttons: list[QWidget]) -> None:
        super().__init__()
        self._sign = sign
        self._held = QFrame()
        flow = Flow(self._held)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            flow.addWidget(button)
        self._held.setVisible(bool(buttons))
        self._head = QHBoxLayout()
        self._head.setSpacing(GAP)
        self._head.addLayout(words, 1)
        if sign is not None:
            self._head.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(self._head)
        self._column.addWidget(self._held, 0, Qt.AlignmentFlag.AlignRight)

    @property
    def is_beside(self) -> bool:
        """Whether the buttons stand beside the words."""
        return self._head.indexOf(self._held) >= 0

    def _fits(self) -> bool:
        taken = self._held.sizeHint().width() + GAP
        if self._sign is not None and not self._sign.isHidden():
            taken += self._sign.sizeHint().width() + GAP
        return self.width() - taken >= self.fontMetrics().averageCharWidth() * LEAST_LETTERS

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if (beside := self._fits()) != self.is_beside:
            (self._head if self.is_beside else self._column).removeWidget(self._held)
            if beside:
                self._head.addWidget(self._held, 0, Qt.AlignmentFlag.AlignVCenter)
            else:
                self._column.addWidget(self._held, 0, Qt.AlignmentFlag.AlignRight)
        super().resizeEvent(event)
