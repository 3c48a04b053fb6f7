"""Plain texts and rows of widgets, as the forms of what is written out use them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget


def plain_label(role: str) -> QLabel:
    """Return a label for a sentence, wrapped, whose text is never taken for markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(role)
    label.setWordWrap(True)
    return label


def say_on(label: QLabel, text: str, role: str = "small") -> None:
    """Show a sentence in the look of a role."""
    if label.objectName() != role:
        label.setObjectName(role)
        label.style().unpolish(label)
        label.style().polish(label)
    label.setText(text)
    label.setVisible(bool(text))


def side_by_side(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side; None is what stretches between them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
