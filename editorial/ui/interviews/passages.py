"""A text of an interview, typed or brought in, of which a passage becomes a quote or an idea with one key."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from editorial.domain.transcripts import mark_ahead, mark_at, quoted, speaker_of
from editorial.ui.fields.texts import LongText


class Passages(LongText):
    """The text; what is selected is the passage, or else the paragraph with the cursor."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setProperty("quiet", False)
        self.speaks: Callable[[str], bool] = lambda _name: False
        """Whether a name before a colon is of somebody who speaks here: it does not belong to the words then."""

    @property
    def passage(self) -> str:
        """The words that are meant, without time marks and without the name of the one who says them."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        # Qt parts paragraphs of a selection by U+2029.
        return quoted(cursor.selectedText().replace("\u2029", "\n").lstrip("–-*• \n"), self.speaks)

    @property
    def speaker(self) -> str:
        """Who says it, as the text names them before the words; nothing where it does not."""
        name = speaker_of(self._first().text())
        return name if self.speaks(name) else ""

    @property
    def mark(self) -> str:
        """The time mark under which the passage lies, without its brackets; nothing where there is none."""
        around = self._around()
        return mark_ahead(next(around)) or next((mark for text in around if (mark := mark_at(text, len(text)))), "")

    def go_to(self, words: str) -> None:
        """Put the cursor before the paragraph that holds these words, in the middle of what is seen, and mark it."""
        found = self.document().find(words, 0, QTextDocument.FindFlag.FindCaseSensitively)
        if not found.isNull():
            found.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            self.setTextCursor(found)
            self.centerCursor()
            self._mark(found)

    def _mark(self, paragraph: QTextCursor) -> None:
        """Show a paragraph on a ground of its own until the cursor moves on; it is not selected, so typing keeps it."""
        shown = QTextEdit.ExtraSelection()
        shown.cursor = QTextCursor(paragraph)
        shown.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        shown.format.setBackground(self.palette().highlight())
        self.setExtraSelections([shown])
        self.cursorPositionChanged.connect(lambda: self.setExtraSelections([]), Qt.ConnectionType.SingleShotConnection)

    def _first(self) -> QTextBlock:
        return self.document().findBlock(self.textCursor().selectionStart())

    def _around(self) -> Iterator[str]:
        """Give the text from the passage on to the end of its paragraph, then what is before it, backwards."""
        block, cursor = self._first(), self.textCursor()
        at = cursor.selectionStart() - block.position() if cursor.hasSelection() else 0
        # Qt counts in units of UTF-16.
        units = block.text().encode("utf-16-le")
        head, rest = (part.decode("utf-16-le", "replace") for part in (units[: 2 * at], units[2 * at :]))
        yield rest
        yield head
        while (block := block.previous()).isValid():
            yield block.text()
