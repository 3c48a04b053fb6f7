"""A card of Home: a heading with a count, its rows, and the way to what is not shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from editorial.domain.findings import Remedy
from editorial.language import ngettext
from editorial.ui.cards import told
from editorial.ui.home.painting import EDGE
from editorial.ui.home.rowlist import RowList
from editorial.ui.home.rows import Row
from editorial.ui.theme import Theme


class HomeCard(QFrame):
    """Holds one short list; where it is empty, a sentence says that this is good news, or what would fill it."""

    filling_wanted = Signal(object)
    """A `Remedy`: where what would fill the empty list is done."""

    def __init__(self, theme: Theme, title: str, empty: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = QLabel(title)
        heading.setObjectName("section")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.note = QLabel()
        self.note.setObjectName("small")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.list = RowList(theme, title, whole=True)
        self.empty = told(empty)
        self.empty.setContentsMargins(EDGE, 0, EDGE, 8)
        self._filling: Remedy | None = None
        self.fill = QPushButton()
        self.fill.setObjectName("link")
        self.fill.clicked.connect(lambda: self.filling_wanted.emit(self._filling))
        self.fill.hide()
        self.more = QPushButton()
        self.more.setObjectName("link")
        self.more.hide()
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.setSpacing(10)
        head.addWidget(heading)
        head.addWidget(self.note)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE - 5, 0, EDGE, 0)
        foot.addWidget(self.more)
        foot.addWidget(self.fill)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 12, 1, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        column.addLayout(foot)
        column.addStretch(1)

    def show_rows(self, rows: Sequence[Row], more: int = 0) -> None:
        """Show rows, and how many are left out."""
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.fill.setVisible(not rows and self._filling is not None)
        self.more.setText(ngettext("{n} more", "{n} more", more).format(n=more))
        self.more.setVisible(more > 0)

    def say_empty(self, sentence: str, step: str = "", filling: Remedy | None = None) -> None:
        """Say why the list is empty where it is, with the one next step, if there is one."""
        self.empty.setText(sentence)
        self.fill.setText(step)
        self._filling = filling
