"""The cards on what somebody gives: their load, what came of it, and an idea of theirs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QVBoxLayout

from editorial.domain.my_work import MyWork
from editorial.domain.my_work_words import came_words, hours_words, load_words
from editorial.language import _
from editorial.ui.cards import told
from editorial.ui.my_work.card import WorkCard
from editorial.ui.polish import repolish


class LoadCard(WorkCard):
    """Shows the month's interviews and the quarter's hours against what the person can give."""

    def __init__(self) -> None:
        super().__init__(_("Your load"))
        self.interviews, self.hours = told(""), told("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Interviews this month"))
        for part in (self.interviews, self.bar, self.hours):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_work(self, work: MyWork) -> None:
        """Show the load of somebody; too much has a word."""
        most = work.person.interviews_a_month
        over = _(" – more than you can give") if work.month.over else ""
        self.interviews.setText(load_words(work) + over)
        self.bar.setVisible(most is not None)
        self.bar.setRange(0, max(1, most or 0))
        self.bar.setProperty("level", "bad" if work.month.over else "")
        repolish(self.bar)
        self.bar.setValue(min(work.month.interviews, max(1, most or 0)))
        self.hours.setText(_hours(work))


def _hours(work: MyWork) -> str:
    most, hours = work.person.hours_a_quarter, work.quarter.hours
    if most is None:
        return _("Open work in {quarter}: {hours}").format(quarter=work.quarter.quarter.name, hours=hours_words(hours))
    over = _(" – more than you can give") if work.quarter.over else ""
    said = _("Open work in {quarter}: {hours} of {most}")
    name = work.quarter.quarter.name
    return said.format(quarter=name, hours=f"{hours.normalize():f}", most=hours_words(type(hours)(most))) + over


class CameCard(WorkCard):
    """Shows the pieces that came out with the person's part in them."""

    def __init__(self) -> None:
        super().__init__(_("What came of it"))
        self._held = QVBoxLayout()
        self._held.setSpacing(6)
        self.column.addLayout(self._held)
        self.column.addStretch(1)

    def show_work(self, work: MyWork) -> None:
        """Show what came out, the newest first."""
        while (item := self._held.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        said = [came_words(one) for one in work.came_of_it]
        for text in said or [_("Nothing has come out yet with a part of yours in it.")]:
            self._held.addWidget(told(text))


class IdeaCard(WorkCard):
    """Takes an idea down in one line."""

    offered = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("I have an idea"))
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Your idea in one line"))
        self.line.setPlaceholderText(_("What readers should know, or what customers keep asking"))
        self.line.setMaxLength(500)
        self.add = QPushButton(_("Offer it"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.add)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.line.returnPressed.connect(self._offer)
        self.add.clicked.connect(self._offer)

    def _offer(self) -> None:
        if title := " ".join(self.line.text().split()):
            self.offered.emit(title)
        else:
            self.line.setFocus()
