"""The small buttons with a sign alone that stand beside a field or in a row."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton


def tiny_button(name: str, hint: str = "", sign: QIcon | None = None) -> QToolButton:
    """Return a small button; `name` is what it is called, and what it hints at where nothing else is given."""
    button = QToolButton()
    button.setObjectName("tiny")
    button.setAccessibleName(name)
    button.setToolTip(hint or name)
    if sign is not None:
        button.setIcon(sign)
    return button
