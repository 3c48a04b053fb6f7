"""The page of My work: its cards, side by side where there is room."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from editorial.domain.my_work import MyWork
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.my_work.answers import Do, asked_lines, owed_lines
from editorial.ui.my_work.card import LinesCard, WorkCard
from editorial.ui.my_work.given import CameCard, IdeaCard, LoadCard
from editorial.ui.my_work.talk import TalkCard
from editorial.ui.overriding import override

GAP = 16
BESIDE = 104
"""Letters from which there are two columns."""


class WorkPage(QWidget):
    """Shows everything that is wanted of one person."""

    acted = Signal()
    """Something was answered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.talk = TalkCard()
        self.asked = LinesCard(desk, _("Asked of you"), _("Nothing waits for your yes or no."))
        self.owed = LinesCard(desk, _("You owe"), _("You owe nothing at the moment."))
        self.load, self.came, self.idea = LoadCard(), CameCard(), IdeaCard()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._put(self._left, (self.talk, self.owed), 5)
        self._put(self._right, (self.asked, self.load, self.came, self.idea), 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GAP, GAP, GAP, GAP)
        self._halves.setSpacing(GAP)
        whole.addLayout(self._halves)
        whole.addStretch(1)

    def _put(self, half: QVBoxLayout, cards: tuple[WorkCard, ...], stretch: int) -> None:
        half.setSpacing(GAP)
        for card in cards:
            half.addWidget(card)
        half.addStretch(1)
        self._halves.addLayout(half, stretch)

    def show_work(self, work: MyWork, do: Do) -> None:
        """Show what is wanted of somebody, and let it be answered."""
        locked, opened = self._desk.readonly, self._desk.piece_opened.emit
        self.talk.show_work(work, self._desk.lists.settings)
        self.asked.show_lines(asked_lines(work, do, opened, locked=locked))
        self.owed.show_lines(owed_lines(work, do, opened, locked=locked))
        n = len(self.asked.rows)
        self.asked.note.setText(
            ngettext("{n} waits for an answer", "{n} wait for an answer", n).format(n=n) if n else ""
        )
        self.owed.note.setText(_("soonest first") if self.owed.rows else "")
        self.load.show_work(work)
        self.came.show_work(work)
        self.idea.line.setReadOnly(locked)
        self.idea.add.setDisabled(locked)
        self._chain()

    def _chain(self) -> None:
        """Let Tab go through the cards as they are read; Qt puts what is new at its end."""
        order = [
            *(self.talk.open, self.talk.save),
            *self.owed.buttons,
            *self.asked.buttons,
            *(self.idea.line, self.idea.add),
        ]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def first(self) -> QWidget:
        """Return what the keyboard begins at."""
        buttons = [*self.asked.buttons, *self.owed.buttons]
        return buttons[0] if buttons else self.talk.open if self.talk.open.isVisibleTo(self) else self.idea.line

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= self.fontMetrics().averageCharWidth() * BESIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._halves.direction() is not direction:
            self._halves.setDirection(direction)
        super().resizeEvent(event)
