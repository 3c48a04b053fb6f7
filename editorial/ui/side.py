"""The side panel: the place's own panel, or the piece that is selected."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from editorial.ui.overriding import override

WIDTH_IN_LETTERS = 46
LEAST_IN_LETTERS = 28
SHARE = 0.3
"""The most of the window that it takes by itself."""


class Side(QStackedWidget):
    """Shows one panel at a time and is hidden where there is none."""

    shown = Signal()
    """The panel came into view."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self._own: QWidget | None = None
        self._piece: QWidget | None = None
        self._folded = False
        self.hide()

    @property
    def wanted_width(self) -> int:
        """The width that shows a panel well and leaves the place its room."""
        return min(self.sizeHint().width(), int(self.window().width() * SHARE))

    def put(self, panel: QWidget | None) -> None:
        """Show a place's own panel, or nothing."""
        self._own = panel
        self._piece = None
        self._show(panel)

    def put_piece(self, panel: QWidget) -> None:
        """Show the piece in front of the place's own panel."""
        self._piece = panel
        self._folded = False
        self._show(panel)

    def leave_piece(self) -> None:
        """Go back to the place's own panel."""
        self._piece = None
        self._show(self._own)

    def toggle(self) -> None:
        """Fold the panel away, or unfold it."""
        self._folded = not self._folded
        self.setVisible(not self._folded and self._panel() is not None)

    def _panel(self) -> QWidget | None:
        return self._piece or self._own

    @property
    def shows_piece(self) -> bool:
        return self._piece is not None and self.currentWidget() is self._piece

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * LEAST_IN_LETTERS, 100)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS, 400)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _show(self, panel: QWidget | None) -> None:
        self.setVisible(panel is not None and not self._folded)
        if panel is not None:
            if self.indexOf(panel) < 0:
                self.addWidget(panel)
            self.setCurrentWidget(panel)
