"""Labels of the agreement place, and its chips: states of stages and tags with a word and a tone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy

from editorial.domain.agreement import StageState
from editorial.domain.vocabulary import Tag
from editorial.ui.overriding import override
from editorial.ui.polish import repolish

STATE_TONES = {StageState.NONE: "", StageState.AGREED: "good", StageState.REOPENED: "warning"}
STATE_MARKS = {StageState.NONE: "○", StageState.AGREED: "✓", StageState.REOPENED: "↺"}
TAG_TONES = {Tag.PROPOSED: "", Tag.AGREED: "good", Tag.DISPUTED: "bad"}
TAG_MARKS = {Tag.PROPOSED: "○", Tag.AGREED: "✓", Tag.DISPUTED: "✗"}


def plain(role: str = "", text: str = "", *, wraps: bool = True) -> QLabel:
    """Return a label for texts that people wrote."""
    label = QLabel(text)
    label.setObjectName(role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label


class EnterLine(QLineEdit):
    """A line that keeps Enter to itself: the button that has the focus afterwards is not pressed by it."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class Chip(QLabel):
    """A word on a ground of its tone."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_word(self, word: str, tone: str) -> None:
        """Show a word in a tone: good, warning, bad or none."""
        self.setText(word)
        self.setAccessibleName(word)
        self.setProperty("level", tone)
        repolish(self)
