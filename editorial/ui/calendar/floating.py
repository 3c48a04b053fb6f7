"""A small sheet that opens beside what it is about, wherever on the screen that is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editorial.language import _
from editorial.ui.overriding import override
from editorial.ui.popover import MARGIN, Popover


class Floating(Popover):
    """A popover with a heading and, for those that act, one button that does it."""

    def __init__(self, above: QWidget, heading: str) -> None:
        super().__init__(above)
        self.heading = QLabel(heading)
        self.heading.setObjectName("section")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.setAccessibleName(heading)
        self.column.addWidget(self.heading)

    def open_at(self, rect: QRect, focus: QWidget) -> None:
        """Show below a rectangle of the screen, or above it where there is no room, with the focus on a part."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = min(rect.left(), screen.right() - self.width() - MARGIN)
        top = rect.bottom() + 2
        if top + self.height() > screen.bottom():
            top = max(screen.top() + MARGIN, rect.top() - self.height() - 2)
        self.move(max(screen.left() + MARGIN, left), top)
        self.show()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def add_buttons(self, act: QPushButton) -> None:
        """Put the button that acts, and one that does not, at the end."""
        row = QHBoxLayout()
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(self.close)
        act.setObjectName("primary")
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(act)
        self.column.addLayout(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)
