"""A label that shortens its text instead of pushing its neighbours away."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from editorial.ui.early import PLAIN_TEXT
from editorial.ui.overriding import override

LEAST = 8
"""Characters that stay visible."""


class ElidedLabel(QLabel):
    """Plain text in one line; what does not fit ends in an ellipsis and stands whole in the tooltip."""

    def __init__(self, role: str = "", text: str = "") -> None:
        super().__init__()
        self.setObjectName(role)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = min(metrics.horizontalAdvance(self.text()) + 2, metrics.averageCharWidth() * LEAST)
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        if self.fontMetrics().horizontalAdvance(self.text()) <= room.width():
            self.setToolTip("")
            super().paintEvent(event)
            return
        from PySide6.QtCore import Qt

        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, int(self.alignment()), shown)
