"""Keyboard shortcuts."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from editorial.ui.commands import Command


def install_shortcuts(window: QWidget, commands: Sequence[Command]) -> None:
    """Let every shortcut start its command; single letters reach it only while no text field has the focus.

    Qt asks the widget with the focus first, and fields of text keep letters to themselves.
    """
    for command in commands:
        for keys in command.shortcuts:
            QShortcut(QKeySequence(keys), window).activated.connect(command.run)


def shown_keys(keys: str) -> str:
    """Return a shortcut as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
