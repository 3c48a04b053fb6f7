"""The page of My work: its cards, side by side where there is room."""

from itertools import pairwise

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editorial.domain.my_work import MyWork
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.my_work.answers import Do, asked_lines, owed_lines, take_back
from editorial.ui.my_work.card import LinesCard, WorkCard
from editorial.ui.my_work.given import CameCard, IdeaCard, LoadCard
from editorial.ui.my_work.talk import TalkCard
from editorial.ui.overriding import override

GAP = 16
BESIDE = 104
"""Letters from which there are two columns."""


class WorkPage(QWidget):
    """Shows everything that is wanted of one person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.talk = TalkCard(desk)
        self.asked = LinesCard(desk, _("Asked of you"), _("Nothing waits for your yes or no."))
        self.owed = LinesCard(desk, _("You owe"), _("You owe nothing at the moment."))
        self.load, self.came, self.idea = LoadCard(), CameCard(), IdeaCard()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._wide: bool | None = None
        halves = QHBoxLayout()
        halves.setSpacing(GAP)
        for half, stretch in ((self._left, 5), (self._right, 4)):
            half.setSpacing(GAP)
            half.addStretch(1)
            halves.addLayout(half, stretch)
        self._halves = halves
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GAP, GAP, GAP, GAP)
        whole.addLayout(halves)
        whole.addStretch(1)
        self._put(wide=True)

    def _put(self, *, wide: bool) -> None:
        """Put the cards side by side, or one below the other with what waits for an answer before what is owed."""
        if wide is self._wide:
            return
        self._wide = wide
        first: tuple[WorkCard, ...] = (self.talk, self.owed) if wide else (self.talk, self.asked, self.owed)
        rest = (self.asked, self.load, self.came, self.idea) if wide else (self.load, self.came, self.idea)
        for half, cards in ((self._left, first), (self._right if wide else self._left, rest)):
            for card in cards:
                self._left.removeWidget(card)
                self._right.removeWidget(card)
                half.insertWidget(half.count() - 1, card)
        self._halves.setStretch(1, 4 if wide else 0)
        self._halves.setSpacing(GAP if wide else 0)
        self._chain()

    def show_work(self, work: MyWork, do: Do) -> None:
        """Show what is wanted of somebody, and let it be answered."""
        locked, opened = self._desk.readonly, self._desk.piece_opened.emit
        self.talk.show_work(work, self._desk.lists.settings, take_back(work, do), locked=locked)
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
        lists = (self.owed, self.asked) if self._wide else (self.asked, self.owed)
        order = [
            *(self.talk.cannot, self.talk.save, self.talk.open),
            *(button for listed in lists for button in listed.buttons),
            *(self.idea.line, self.idea.add),
        ]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def first(self) -> QWidget:
        """Return what the keyboard begins at: the first yes, else the first that can be done."""
        buttons = [*self.asked.buttons, *self.owed.buttons]
        yes = next((one for one in self.asked.buttons if one.objectName() == "primary"), None)
        if yes is not None or buttons:
            return yes or buttons[0]
        return self.talk.open if self.talk.open.isVisibleTo(self) else self.idea.line

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._put(wide=self.width() >= self.fontMetrics().averageCharWidth() * BESIDE)
        super().resizeEvent(event)
