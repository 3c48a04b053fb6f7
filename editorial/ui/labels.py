"""Plain texts and rows of widgets, as the forms of what is written out use them."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from editorial.ui.overriding import override

_LONG_WORD = re.compile("[!-~\u00a1-\u024f]{30,}")
_MAY_BREAK, _LETTERS = "\u200b", 10


def breakable(text: str) -> str:
    """Return a text whose very long words, such as addresses, a label may break: Qt breaks between words alone."""
    return _LONG_WORD.sub(lambda found: _MAY_BREAK.join(_pieces(found[0])), text)


def _pieces(word: str) -> list[str]:
    return [word[at : at + _LETTERS] for at in range(0, len(word), _LETTERS)]


class PlainLabel(QLabel):
    """Shows a sentence as it is, never as markup, in as many lines as it needs; no word makes it wider than it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @override
    def setText(self, text: str) -> None:
        super().setText(breakable(text))


def plain_label(role: str) -> QLabel:
    """Return a label for a sentence, wrapped, whose text is never taken for markup."""
    label = PlainLabel()
    label.setObjectName(role)
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
