"""The box on Ctrl+K: finds pieces, people, what was said and asked, places and commands as one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from editorial.domain.hits import Hit
from editorial.language import _
from editorial.ui.background import Progress
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.search.found import Found, found_commands, found_hits
from editorial.ui.search.lines import FoundDelegate, FoundModel

WIDTH_IN_LETTERS = 90
LINES_SHOWN = 14
MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: LINES_SHOWN - 2,
    Qt.Key.Key_PageUp: 2 - LINES_SHOWN,
}


class SearchBox(QFrame):
    """Lies over the window while one types; Enter acts, Escape or a click elsewhere puts it away."""

    answered = Signal()
    """The list shows what fits the words typed."""

    def __init__(self, desk: Desk, commands: Callable[[], Sequence[Command]], parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("popover")
        self._desk = desk
        self._offered = commands
        self._commands: Sequence[Command] = ()
        self._before: QWidget | None = None
        """What had the focus before."""
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Find pieces, people, interviews, quotes, questions, places and commands"))
        self.words.setAccessibleName(_("Search or command"))
        self.model = FoundModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(desk.theme, self.model))
        self.list.setAccessibleName(_("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(False)
        self.nothing = QLabel(_("Nothing bears these words."))
        self.nothing.setObjectName("muted")
        self.nothing.setContentsMargins(8, 8, 8, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for part in (self.words, self.list, self.nothing):
            column.addWidget(part)
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self._ask)
        self.list.clicked.connect(lambda index: self._act(self.model.lines[index.row()]))
        QApplication.instance().focusChanged.connect(self._left)  # type: ignore[union-attr]
        self.hide()

    def open_now(self) -> None:
        """Show the box with nothing typed: every place and command."""
        self._commands = self._offered()
        self._before = QApplication.focusWidget()
        self.words.clear()
        self._fit()
        self.show()
        self.raise_()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ask()

    @property
    def current(self) -> Found | None:
        """The line that Enter would act on."""
        row = self.list.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in MOVES:
            self._move(MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current is not None:
                self._act(self.current)
        elif key is Qt.Key.Key_Escape:
            self._put_away()
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        count = len(self.model.lines)
        if count:
            row = min(count - 1, max(0, self.list.currentIndex().row() + by))
            self.list.setCurrentIndex(self.model.index(row))

    def _ask(self) -> None:
        words = self.words.text().strip()
        workspace = self._desk.workspace
        if not words or workspace is None:
            self._show(words, [])
            return

        def work(_report: Progress) -> list[Hit]:
            from editorial.services.search import find

            return find(workspace, words)

        self._desk.background.run("search", work, lambda hits: self._show(words, hits), self._desk.tell)

    def _show(self, words: str, hits: list[Hit]) -> None:
        if words != self.words.text().strip():
            return
        first, others = found_commands(self._commands, words)
        lines = [*first, *found_hits(self._desk, hits), *others]
        self.model.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        if lines:
            self.list.setCurrentIndex(self.model.index(0))
        self._fit()
        self.answered.emit()

    def _act(self, line: Found) -> None:
        if not line.why_not:
            self._put_away()
            line.act()

    def _put_away(self) -> None:
        self.hide()
        before = self._before
        back = before is not None and isValid(before) and before.isVisible() and before is not self.words
        (before if before is not None and back else self._over).setFocus()

    def _left(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()

    def _fit(self) -> None:
        """Lie in the upper middle of the window, as high as the lines need and the window allows."""
        room = self._over.rect()
        metrics = self.fontMetrics()
        width = min(room.width() - 32, metrics.averageCharWidth() * WIDTH_IN_LETTERS)
        line = metrics.height() + 8
        groups = len({found.group for found in self.model.lines})
        wanted = (min(len(self.model.lines), LINES_SHOWN) + groups) * line + 4
        self.list.setFixedHeight(max(line, min(wanted, int(room.height() * 0.7))))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(room.left() + (room.width() - width) // 2, room.top() + 56)
