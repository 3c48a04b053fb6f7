"""A small sheet below what it explains; a click elsewhere or Escape closes it."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from editorial.ui.keys import EnterPresses

MARGIN = 8


class Popover(QFrame):
    """Holds its content in `column`, belongs to the widget it is opened below, and is gone when closed."""

    def __init__(self, above: QWidget) -> None:
        super().__init__(above, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._above = above
        EnterPresses(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)

    def open_below(self) -> None:
        """Show the sheet below its widget, wholly on the screen."""
        screen = self._above.screen().availableGeometry()
        self.resize(self._wanted().boundedTo(screen.size() - QSize(2 * MARGIN, 2 * MARGIN)))
        corner = self._above.mapToGlobal(QPoint(0, self._above.height() + 4))
        left = min(corner.x(), screen.right() - self.width() - MARGIN)
        top = min(corner.y(), screen.bottom() - self.height() - MARGIN)
        self.move(max(screen.left() + MARGIN, left), max(screen.top() + MARGIN, top))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _wanted(self) -> QSize:
        """Return the size that shows all of it; Qt's own adjusting stops at two thirds of the screen."""
        self.ensurePolished()
        self.column.activate()
        size = self.sizeHint()
        return QSize(size.width(), max(size.height(), self.column.totalHeightForWidth(size.width())))
