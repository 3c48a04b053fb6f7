"""One assignment of a piece as a row: who, in which role, where it stands, and what can be done with it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QWidget

from editorial.domain.assignment_words import days_late, late_words, standing_words
from editorial.domain.people_records import Assignment
from editorial.domain.vocabulary import AssignmentStatus
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.domain.workdays import work_calendar
from editorial.language import _
from editorial.services import assignments
from editorial.ui.assignments.dialog import open_asking
from editorial.ui.assignments.hours import HoursLine
from editorial.ui.calendar.followed import conflicts_told
from editorial.ui.desk import Desk
from editorial.ui.fields.days import read_typed
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.icons import icon
from editorial.ui.labels import plain_label, say_on

Act = Callable[[], Any]
LINK = 5
"""How far (px) the letters of a link stand in."""


class OwedRow(QWidget):
    """Shows an assignment and lets somebody answer on behalf of the person who was asked."""

    def __init__(self, desk: Desk, one: Assignment, due: date | None) -> None:
        super().__init__()
        self.desk, self.one = desk, one
        name = desk.lists.people.get(one.person_id, "?")
        self._name, role = name, vocabulary_word(one.role)
        self.who = QPushButton(name.replace("&", "&&"))
        self.who.setObjectName("link")
        self.who.setToolTip(_("Show {name} among the experts").format(name=name))
        self.who.clicked.connect(lambda: desk.place_wanted.emit("experts", {"id": one.person_id}))
        self.role = plain_label("small")
        self.role.setText(role)
        self.standing = plain_label("small")
        self.standing.setContentsMargins(LINK, 0, 0, 0)
        late = days_late(one, due, desk.today, work_calendar(desk.lists.settings, desk.lists.notes))
        said = " · ".join([standing_words(one, due), *([late_words(late)] if late else [])])
        say_on(self.standing, said, "bad" if late else "small")
        self.more = tiny_button(_("What {name} owes as {role}").format(name=name, role=role), _("Answer, hand on…"))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.more.setVisible(not desk.readonly)
        self.next = QPushButton()
        self.next.setObjectName("link")
        self._offer_next()
        grid = QGridLayout(self)
        grid.setContentsMargins(9, 0, 0, 2)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.who, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.role, 0, 1)
        grid.addWidget(self.more, 0, 2)
        grid.addWidget(self.standing, 1, 0, 1, 3)
        grid.addWidget(self.next, 2, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        self.spending: HoursLine | None = None
        self._grid = grid
        grid.setColumnStretch(1, 1)
        desk.theme.changed.connect(self._tint)
        self._tint()

    @property
    def key(self) -> assignments.Key:
        """Which assignment it is."""
        return self.one.piece_id, self.one.person_id, self.one.role

    def acts(self) -> list[tuple[str, Act]]:
        """Return what can be done with the assignment as it stands."""
        status = self.one.status
        if status is AssignmentStatus.DELIVERED:
            return [
                (_("Hours spent…"), self.say_hours),
                (_("Not delivered after all"), self.reopen),
                (_("Take it out"), self.withdraw),
            ]
        if status is AssignmentStatus.DECLINED:
            return [
                (_("Ask somebody else…"), self.ask_another),
                (_("Ask again…"), self.ask_again),
                (_("Take it out"), self.withdraw),
            ]
        yes: list[tuple[str, Act]] = [(_("They accept"), self.accept)]
        return [
            *(yes if status is AssignmentStatus.PROPOSED else []),
            (_("They decline…"), self.decline),
            (_("They deliver…"), self.deliver),
            (_("Another day…"), self.give_day),
            (_("Hand on to somebody else…"), self.hand_on),
            (_("Ask no longer"), self.withdraw),
        ]

    def menu(self) -> QMenu:
        """Return the acts as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, act in self.acts():
            menu.addAction(label).triggered.connect(partial(_run, act))
        return menu

    def accept(self) -> None:
        """Say yes for the person."""
        self._do(lambda w: assignments.accept(w, self.key, today=self.desk.today))

    def decline(self) -> None:
        """Say no for the person, with the reason, and offer who else could be asked."""
        reason = self.desk.prompts.text("decline", _("Why does {name} decline?").format(name=self._name))
        if not reason:
            return
        desk, piece = self.desk, self.one.piece_id
        if self._do(lambda w: assignments.decline(w, self.key, reason, today=desk.today)):
            said = _("{name} declines.").format(name=self._name)
            desk.say(said, _("Ask somebody else…"), partial(open_asking, desk, piece, self.window()))

    def deliver(self) -> HoursLine:
        """Ask below for the hours spent, which may be left out; Enter notes that it was given, in one change."""
        return self._ask_hours(_("They deliver"), self._deliver)

    def say_hours(self) -> HoursLine:
        """Ask below for the hours spent on what was delivered."""
        return self._ask_hours(_("Keep"), lambda hours: self._do(self._spend(hours)))

    def _spend(self, hours: Decimal | None) -> Callable[[Any], object]:
        return lambda w: assignments.edit(w, self.key, hours_spent=hours)

    def _deliver(self, hours: Decimal | None) -> None:
        desk, key = self.desk, self.key
        if self._do(lambda w: assignments.deliver(w, key, today=desk.today, hours_spent=hours)):
            desk.say(_("{name} delivers.").format(name=self._name), _("Undo"), desk.undo)

    def _ask_hours(self, label: str, then: Callable[[Decimal | None], object]) -> HoursLine:
        self._put_away()
        name = _("Hours that {name} spent").format(name=self._name)
        line = self.spending = HoursLine(label, name, self.one.hours_spent)
        line.given.connect(then, Qt.ConnectionType.QueuedConnection)
        line.left.connect(self._leave_hours)
        self._grid.addWidget(line, 3, 0, 1, 3)
        line.show()
        line.hours.setFocus()
        return line

    def _leave_hours(self) -> None:
        self._put_away()
        self.more.setFocus()

    def _put_away(self) -> None:
        if self.spending is not None:
            self.spending.hide()
            self.spending.deleteLater()
            self.spending = None

    def reopen(self) -> None:
        """Take the delivery back."""
        self._do(lambda w: assignments.reopen(w, self.key))

    def grant(self) -> None:
        """Agree to the other day that was asked for."""
        desk, key = self.desk, self.key
        with conflicts_told(desk, [key[0]]):
            self._do(lambda w: assignments.grant(w, key, today=desk.today))

    def withdraw(self) -> None:
        """Ask the person no longer."""
        if self._do(lambda w: assignments.withdraw(w, self.key)):
            self.desk.say(_("{name} is asked no longer.").format(name=self._name), _("Undo"), self.desk.undo)

    def give_day(self) -> None:
        """Give it a day of its own."""
        question = _("By which day does {name} owe it?").format(name=self._name)
        typed = self.desk.prompts.text("due", question, f"{self.one.due}" if self.one.due else "")
        if not typed:
            return
        found = read_typed(typed, self.desk.lists, self.desk.today)
        if found.day is None:
            self.desk.say(found.reason or _("This is due on a day."))
            return
        desk, key = self.desk, self.key
        with conflicts_told(desk, [key[0]]):
            self._do(lambda w: assignments.edit(w, key, due=found.day))

    def hand_on(self) -> None:
        """Open the dialog that asks another in place of this person."""
        open_asking(self.desk, self.one.piece_id, self.window(), handing=self.one)

    def ask_another(self) -> None:
        """Open the dialog with the next best people."""
        open_asking(self.desk, self.one.piece_id, self.window())

    def ask_again(self) -> None:
        """Open the dialog for the person who declined."""
        open_asking(self.desk, self.one.piece_id, self.window(), person_id=self.one.person_id)

    def _offer_next(self) -> None:
        """Show the one thing that waits for somebody here."""
        waits: tuple[str, Act] | None = None
        if self.one.status is AssignmentStatus.DECLINED:
            waits = _("Ask somebody else…"), self.ask_another
        elif self.one.wish is not None and self.one.status is not AssignmentStatus.DELIVERED:
            waits = _("Agree to that day"), self.grant
        self.next.setVisible(waits is not None and not self.desk.readonly)
        if waits is not None:
            self.next.setText(waits[0])
            self.next.clicked.connect(partial(_run, waits[1]))

    def _do(self, act: Callable[[Any], object]) -> bool:
        return self.desk.did(act)

    def _tint(self) -> None:
        self.more.setIcon(icon("ellipsis", self.desk.theme.tokens.muted))


def _run(act: Act, _checked: bool = False) -> None:
    act()
