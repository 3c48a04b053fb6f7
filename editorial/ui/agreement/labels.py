"""Labels of the agreement place, and its chips: states of stages and tags with a word and a tone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from editorial.domain.agreement import StageState
from editorial.domain.vocabulary import Tag
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
