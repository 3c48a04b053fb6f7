"""What the pages of the ideas place that list cards have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from editorial.domain.conditions import Condition
from editorial.services import pieces
from editorial.ui.calendar.acts import Acts
from editorial.ui.desk import Desk
from editorial.ui.ideas.noted import NotedList
from editorial.ui.piece.acts import told

NARROWEST_LETTERS = 40


class CardPage(QWidget):
    """A line above, a list of cards, and a sentence where the list would be empty."""

    told = Signal(str)
    """What is shown, for the status bar."""
    schedule_wanted = Signal(object)

    def __init__(self, desk: Desk, table: NotedList) -> None:
        super().__init__()
        self.desk = desk
        self.acts = Acts(desk)
        self.table = table
        table.setObjectName("bare")
        self.empty = QLabel()
        self.empty.setObjectName("muted")
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(16, 0, 12, 12)
        inside.addWidget(table)
        self.stack = QStackedWidget()
        self.stack.addWidget(holder)
        self.stack.addWidget(self.empty)
        self._holder = holder
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 10, 16, 10)
        self.head.setSpacing(8)
        self.body = QHBoxLayout()
        self.body.setSpacing(0)
        self.body.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addLayout(self.body, 1)
        # A page that is not shown must not keep the one that is from getting narrower.
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * NARROWEST_LETTERS)
        self._connect()

    def reload(self, where: Condition | None) -> int:
        """Read what is listed again; return how many pieces the filter hides."""
        raise AssertionError("every page reads what it lists")

    def show_empty(self, said: str) -> None:
        """Say why nothing is listed; nothing to say shows the list."""
        self.empty.setText(said)
        self.stack.setCurrentWidget(self.empty if said else self._holder)

    def menu(self, ids: tuple[int, ...]) -> QMenu:
        """Return what can be done with the cards that are selected."""
        from editorial.ui.ideas.menu import ideas_menu

        return ideas_menu(self.desk, self.table, self.schedule_wanted.emit, ids)

    def _connect(self) -> None:
        desk, table = self.desk, self.table
        table.opened.connect(desk.piece_opened)
        table.selected_now.connect(self._select)
        table.beside_wanted.connect(self._select)
        table.schedule_wanted.connect(self.schedule_wanted)
        table.bin_wanted.connect(lambda ids: told(desk, lambda w: pieces.bin(w, ids)))
        table.duplicate_wanted.connect(lambda ids: told(desk, lambda w: pieces.duplicate(w, ids)))
        table.copy_wanted.connect(self.acts.copy)
        table.menu_wanted.connect(self._popup)

    def _popup(self, ids: tuple[int, ...], at: QPoint) -> None:
        self.menu(ids).popup(at)

    def _select(self, ids: Sequence[int]) -> None:
        self.desk.piece_selected.emit(ids[0] if len(ids) == 1 else tuple(ids) or None)
