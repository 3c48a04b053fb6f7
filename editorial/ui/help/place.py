"""The manual in the work area: contents, pages, and a search within them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QTextEdit, QWidget

from editorial.domain.folding import fold
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.help.pages import FIRST, Page, read_pages
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.safe_text import SafeText, plain

CONTENTS_IN_LETTERS = 33
TEXT_IN_LETTERS = 96
WORD = Qt.ItemDataRole.UserRole


class HelpPlace(Place):
    """Opened by F1; Alt+Left goes back to where the user was."""

    plans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.contents = QListWidget()
        self.contents.setObjectName("contents")
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setWordWrap(True)
        self.contents.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = SafeText(desk.theme, TEXT_IN_LETTERS)
        self.text.setAccessibleName(_("Manual"))
        self.finder = QLineEdit()
        self.finder.setPlaceholderText(_("Find in the manual"))
        self.finder.setAccessibleName(_("Find in the manual"))
        self.finder.setClearButtonEnabled(True)
        self._measure()
        desk.theme.changed.connect(self._measure)
        self._pages: dict[str, Page] = {}
        self._words: dict[str, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        line = QWidget()
        line.setObjectName("edge")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for part in (self.contents, line):
            row.addWidget(part)
        row.addWidget(self.text, 1)
        self.contents.currentItemChanged.connect(self._chosen)
        self.text.page_wanted.connect(lambda address: self.show_page(address.split("#")[0].removesuffix(".md")))
        self.finder.textChanged.connect(self._filter)
        self.finder.returnPressed.connect(self._next)
        desk.lists_changed.connect(self._stale)
        desk.opened.connect(self._stale)

    def _measure(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.contents.setFixedWidth(letter * CONTENTS_IN_LETTERS)
        self.finder.setMinimumWidth(letter * 24)

    @override
    def title(self) -> str:
        return _("Manual")

    @override
    def controls(self) -> list[QWidget]:
        return [self.finder]

    @override
    def arrive(self, **wanted: Any) -> None:
        if not self._pages:
            self._read()
        word = str(wanted.get("page", ""))
        word = word if word in self._pages else self._current() or FIRST
        self.finder.clear()
        self.show_page(word)
        self.contents.setFocus()

    def show_page(self, word: str) -> None:
        """Show a page by its word; an unknown one leaves what is shown."""
        for row in range(self.contents.count()):
            if self.contents.item(row).data(WORD) == word:
                self.contents.setCurrentRow(row)

    def shown(self) -> list[str]:
        """Return the words of the pages that the contents list."""
        items = [self.contents.item(row) for row in range(self.contents.count())]
        return [str(item.data(WORD)) for item in items if not item.isHidden()]

    def _read(self) -> None:
        current = self._current()
        self._pages = {page.word: page for page in read_pages(self.desk.lists)}
        self._words = {page.word: fold(plain(page.html)) for page in self._pages.values()}
        self.contents.clear()
        for page in self._pages.values():
            item = QListWidgetItem(page.title)
            item.setData(WORD, page.word)
            self.contents.addItem(item)
        if current:
            self.show_page(current)

    def _stale(self) -> None:
        if self._pages:
            self._read()

    def _current(self) -> str:
        item: QListWidgetItem | None = self.contents.currentItem()
        return "" if item is None else str(item.data(WORD))

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item:
            self.text.show_html(self._pages[str(item.data(WORD))].html)
            self._mark()

    def _filter(self) -> None:
        words = fold(self.finder.text()).split()
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            item.setHidden(not all(word in self._words[str(item.data(WORD))] for word in words))
        shown = self.shown()
        if shown and self._current() not in shown:
            self.show_page(shown[0])
        self._mark()

    def _mark(self) -> None:
        """Mark every place where the words stand on the page, and show the first."""
        marks = []
        wanted = self.finder.text().strip()
        cursor = QTextCursor(self.text.document())
        while wanted:
            cursor = self.text.document().find(wanted, cursor, QTextDocument.FindFlag(0))
            if cursor.isNull():
                break
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(QColor(self.desk.theme.tokens.warning_ground))
            marks.append(mark)
        self.text.setExtraSelections(marks)
        if marks:
            first = QTextCursor(marks[0].cursor)
            first.clearSelection()
            self.text.setTextCursor(first)
            self.text.ensureCursorVisible()

    def _next(self) -> None:
        if self.finder.text().strip() and not self.text.find(self.finder.text().strip()):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(self.finder.text().strip())
