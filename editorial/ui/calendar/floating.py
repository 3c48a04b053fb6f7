"""A small sheet that opens beside what it is about, inside the window."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
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
        self._above = above
        # Not the one of the application: a file dialog that has just closed may hold the keyboard still.
        self._before: QWidget | None = above.window().focusWidget()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.heading = QLabel(heading)
        self.heading.setObjectName("section")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.column.addWidget(self.heading)

    def open_at(self, rect: QRect, focus: QWidget) -> None:
        """Show below a rectangle of the screen, or beside it where there is no room, with the focus on a part."""
        window = self.window()
        near = QRect(window.mapFromGlobal(rect.topLeft()), rect.size())
        self.adjustSize()
        corner = _corner(near, self.size(), window.size())
        left = min(corner.x(), window.width() - self.width() - MARGIN)
        top = min(corner.y(), window.height() - self.height() - MARGIN)
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
        for button in (cancel, act):
            # Outside dialogs Qt lets only the space bar press a button.
            button.setAutoDefault(True)
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
        elif event.type() is QEvent.Type.Hide and (watched is self._above or watched is self._before):
            # Another place is shown: what the sheet is about is no longer in sight.
            self.close()
        return False

    @override
    def event(self, event: QEvent) -> bool:
        """Keep letters from the shortcuts of the window, which act on what lies below."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _types(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go round inside the sheet, from top to bottom, whenever its parts were made."""
        parts = [part for part in self.findChildren(QWidget) if _takes_tab(part)]
        parts.sort(key=self._reading_order)
        focus = QApplication.focusWidget()
        if focus not in parts:
            return super().focusNextPrevChild(forward)
        there = parts[(parts.index(focus) + (1 if forward else -1)) % len(parts)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        there.setFocus(reason)
        return True

    def _reading_order(self, part: QWidget) -> tuple[int, int]:
        middle = part.mapTo(self, part.rect().center())
        return middle.y() // self.fontMetrics().height(), middle.x()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        # Keys that mean nothing here must not reach what lies below.
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Between the parts of the sheet: passed on it would be a click elsewhere.
        event.accept()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        focus: QWidget | None = self.window().focusWidget()
        held = focus is None or self.isAncestorOf(focus)
        super().closeEvent(event)
        if held and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)


def _types(event: QKeyEvent) -> bool:
    """Tell whether a key is typed by itself, as a letter is."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return held == Qt.KeyboardModifier.NoModifier and bool(event.text()) and event.text().isprintable()


def _takes_tab(part: QWidget) -> bool:
    takes = part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def _corner(near: QRect, size: QSize, room: QSize) -> QPoint:
    """Return where a sheet goes: below what it is about, else to its right, to its left, or over it."""
    if near.bottom() + 2 + size.height() + MARGIN <= room.height():
        return QPoint(near.left(), near.bottom() + 2)
    if near.right() + 2 + size.width() + MARGIN <= room.width():
        return QPoint(near.right() + 2, near.top())
    return QPoint(near.left() - size.width() - 2 if near.left() > size.width() else near.left(), near.top())
