"""Keyboard shortcuts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from editorial.ui.commands import Command
from editorial.ui.overriding import override


def install_shortcuts(window: QWidget, commands: Sequence[Command]) -> None:
    """Let every shortcut start its command; single letters reach it only while no text field has the focus.

    Qt asks the widget with the focus first, and fields of text keep letters to themselves.
    """
    EnterPresses(window)
    for command in commands:
        for keys in command.shortcuts:
            QShortcut(QKeySequence(keys), window).activated.connect(command.run)


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
