"""A small sheet that opens beside what it is about, inside the window."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from editorial.language import _
from editorial.ui.overriding import override

MARGIN = 8


class Floating(QFrame):
    """A sheet with a heading and, for those that act, one button that does it.

    It is part of the window, not a window: pieces can be dragged out of it. A click elsewhere and Escape close it, and
    the focus goes back to where it was.
    """

    def __init__(self, above: QWidget, heading: str) -> None:
        super().__init__(above.window())
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setAccessibleName(heading)
        self._before = QApplication.focusWidget()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.heading = QLabel(heading)
        self.heading.setObjectName("section")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.column.addWidget(self.heading)

    def open_at(self, rect: QRect, focus: QWidget) -> None:
        """Show below a rectangle of the screen, or above it where there is no room, with the focus on a part."""
        window = self.parentWidget()
        near = QRect(window.mapFromGlobal(rect.topLeft()), rect.size())
        self.adjustSize()
        top = near.bottom() + 2
        if top + self.height() + MARGIN > window.height():
            top = near.top() - self.height() - 2
        left = min(near.left(), window.width() - self.width() - MARGIN)
        top = min(top, window.height() - self.height() - MARGIN)
        self.move(QPoint(max(MARGIN, left), max(MARGIN, top)))
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

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
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and self.isVisible():
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched.window() is self.window():
                self.close()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        # Keys that mean nothing here must not reach what lies below.
        event.accept()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        held = self.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() else True
        super().closeEvent(event)
        if held and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
