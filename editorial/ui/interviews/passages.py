"""A text of an interview, typed or brought in, of which a passage becomes a quote or an idea with one key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor

from editorial.domain.transcripts import without_marks
from editorial.ui.fields.texts import LongText


class Passages(LongText):
    """The text; what is selected is the passage, or else the paragraph with the cursor."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setProperty("quiet", False)

    @property
    def passage(self) -> str:
        """The words that are meant, without time marks."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        # Qt parts paragraphs of a selection by U+2029.
        return without_marks(cursor.selectedText().replace("\u2029", "\n").lstrip("–-*• \n"))

    @property
    def at(self) -> int:
        """The place at which the passage begins."""
        return self.textCursor().selectionStart()

    def on_key(self, keys: str, act: object) -> QShortcut:
        """Do something on a key while this text has the focus."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)
        return shortcut
