"""Keyboard shortcuts."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from editorial.ui.commands import Command
from editorial.ui.overriding import override

ASKS_ITSELF = ("win32", "darwin")
"""Here the system asks for a menu by its own keys; elsewhere Qt knows the menu key alone."""


def install_shortcuts(window: QWidget, commands: Sequence[Command]) -> None:
    """Let every shortcut start its command; single letters reach it only while no text field has the focus.

    Qt asks the widget with the focus first, and fields of text keep letters to themselves.
    """
    EnterPresses(window)
    LettersChoose(window)
    for command in commands:
        for keys in command.shortcuts:
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(command.run)
            if command.everywhere:
                shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
                # Of several windows Qt tells only one; the command finds out which of them is in front.
                shortcut.activatedAmbiguously.connect(command.run)
    if sys.platform not in ASKS_ITSELF:
        QShortcut(QKeySequence("Shift+F10"), window).activated.connect(lambda: open_context_menu(window))


def open_context_menu(window: QWidget) -> None:
    """Ask what has the focus of a window for its menu, as the menu key does."""
    focused: QWidget | None = window.focusWidget()
    if focused is not None:
        area: object = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        room = QRectF(area) if isinstance(area, QRect | QRectF) else focused.rect().toRectF()
        at = room.center().toPoint()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focused.mapToGlobal(at))
        QApplication.sendEvent(focused, event)


def shown_keys(keys: str) -> str:
    """Return a shortcut as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class EnterPresses(QObject):
    """Lets Enter press the button that has the focus, as the space bar does; Qt does so in dialogs only.

    It sees what no widget below its window wanted.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        focused = QApplication.focusWidget()
        if not isinstance(focused, QAbstractButton) or not focused.isEnabled():
            return super().eventFilter(watched, event)
        focused.click()
        return True


class LettersChoose(QObject):
    """Lets a letter find an entry of the choice that has the focus: Qt keeps letters for fields of text alone.

    It sees what no widget below its window kept.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and event.text().isalnum() and isinstance(QApplication.focusWidget(), QComboBox):
                event.accept()
                return True
        return super().eventFilter(watched, event)
