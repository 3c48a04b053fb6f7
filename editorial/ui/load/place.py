"""The load place: people × weeks, what one of them owes beside it, and what cannot be below."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.asking_words import asking_warnings, handing_lines
from editorial.domain.load import Conflict, Load, OpenWork, PersonLoad
from editorial.domain.load_words import conflict_sentence
from editorial.domain.period import Period, next_period, week_of
from editorial.errors import Trouble
from editorial.language import _, ngettext
from editorial.services import asking, assignments
from editorial.services import load as load_service
from editorial.ui.assignments.dialog import AskDialog, open_asking
from editorial.ui.desk import Desk
from editorial.ui.labels import plain_label
from editorial.ui.load.carrying import Carried, Weighed
from editorial.ui.load.conflicts import ConflictList
from editorial.ui.load.table import LoadTable
from editorial.ui.load.words import one_work_words
from editorial.ui.load.work import WorkList
from editorial.ui.overriding import override
from editorial.ui.period_place import PeriodPlace
from editorial.ui.segmented import Segmented

PERSON = Qt.ItemDataRole.UserRole
ONE, TWO = "one", "two"


class LoadPlace(PeriodPlace):
    """One quarter at a time; handing on says what it would mean, and can be undone."""

    kinds = frozenset({"piece", "person", "interview", "status", "workspace", "day_note"})
    plans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Quarter before"), _("Next quarter"))
        self.load: Load | None = None
        self._owed: dict[int, list[OpenWork]] = {}
        self.span = Segmented([(ONE, _("Quarter")), (TWO, _("Two quarters"))], _("How many weeks"))
        self.table = LoadTable(desk.theme, self.weigh)
        self.work = WorkList(desk.theme)
        self.whose = plain_label("section")
        self.hint = plain_label("small")
        self.hint.setText(
            _("Drag one, or a week of the table, to another person, or press H to hand it on. Enter opens it.")
        )
        self.nothing = plain_label("small")
        self.nothing.setText(_("Nothing is owed in this time."))
        self.wrong = ConflictList(desk.theme)
        self.wrong.setAccessibleName(_("Conflicts"))
        self.wrong_heading = QLabel()
        self.wrong_heading.setObjectName("section")
        self._arrange()
        self._connect()

    @property
    def shown(self) -> Period:
        """What is shown: the quarter in view, and the next one with it where two are wanted."""
        if self.span.chosen == ONE:
            return self.period
        following = next_period(self.period, self.desk.lists.settings)
        return Period(
            _("{first} and {second}").format(first=self.period.name, second=following.name),
            self.period.first,
            following.last,
        )

    @override
    def title(self) -> str:
        return _("Load · {period}").format(period=self.shown.name)

    @override
    def controls(self) -> list[QWidget]:
        return [self.turning, self.span]

    @override
    def status(self) -> str:
        n = len(self.table.load.rows)
        return ngettext("{n} person with something to do", "{n} people with something to do", n).format(n=n)

    @override
    def arrive(self, **wanted: Any) -> None:
        super().arrive(**wanted)
        if isinstance(person := wanted.get("person_id"), int):
            self.choose(person)
        if self.table.load.rows:
            self.table.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.wrong.leave_room(event.size().height() // 3)

    @override
    def reload(self) -> None:
        """Ask again and show what came; the chosen person and week stay."""
        self._stale = False
        person, column = self.table.person, max(0, self.table.currentIndex().column())
        before = person.person.id if person is not None else None
        first_time = self.load is None
        found = self.desk.ask(lambda w: load_service.load_with_work(w, self.shown))
        self.load, owed = found if found is not None else (None, [])
        self._owed = {}
        for one in owed:
            self._owed.setdefault(one.person_id, []).append(one)
        rows = [one for one in self.load.people if self._concerns(one)] if self.load is not None else []
        self.table.load.show_rows(rows, self._owed, self.desk.today)
        self.table.setDragEnabled(not self.desk.readonly)
        self._pages.setCurrentIndex(1 if rows else 0)
        if rows:
            self.choose(before if before is not None else rows[0].person.id, None if first_time else column)
        self._show_wrong()
        self._show_work()
        self.retitled.emit()

    def choose(self, person_id: int, column: int | None = None) -> None:
        """Make a person's week the current cell, by default the one of today or the first."""
        rows = self.table.load.rows
        row = next((n for n, one in enumerate(rows) if one.person.id == person_id), 0)
        if not rows:
            return
        begins = column is None
        if column is None:
            today = self.desk.today
            weeks = rows[row].weeks
            column = max((n for n, week in enumerate(weeks) if week.first <= today), default=0)
            column = column if today in self.shown else 0
        chosen = self.table.load.index(row, min(column, len(rows[row].weeks) - 1))
        self.table.setCurrentIndex(chosen)
        if begins:
            self.table.begin_with(max(0, chosen.column() - 1))

    def hand_on(self, work: OpenWork) -> AskDialog | None:
        """Open the dialog that asks another in place of who owes this, and says their load first."""
        if self.desk.readonly:
            self.desk.say(_("This workspace is open for reading only."))
            return None
        found = self.desk.ask(lambda w: assignments.of_piece(w, work.piece_id)) or []
        one = next((each for each in found if (each.person_id, each.role) == (work.person_id, work.role)), None)
        return open_asking(self.desk, work.piece_id, self.window(), handing=one) if one is not None else None

    def weigh(self, carried: Carried, person_id: int) -> Weighed:
        """Say what handing these on to a person would mean, or why it cannot be."""
        name, n = self.desk.lists.people.get(person_id, "?"), len(carried)
        title = _("Hand on to {name}").format(name=name)
        workspace = self.desk.workspace
        if workspace is None or self.desk.readonly:
            return Weighed(title, warnings=[_("This workspace is open for reading only.")], refused=True)
        try:
            found = asking.before_handing(workspace, carried, person_id, today=self.desk.today)
        except Trouble as trouble:
            # Of several, one may still be handed on: which one is asked after letting go.
            return Weighed(title, warnings=[str(trouble)], refused=n == 1)
        several = [_("Which of them, or all, is asked after letting go.")] if n > 1 else []
        return Weighed(title, [*handing_lines(found), *several], asking_warnings(found))

    def drop(self, carried: Carried, person_id: int) -> QMenu | None:
        """Hand on what was dropped on a person; of several, ask which."""
        if len(carried) == 1:
            self.hand_over(carried, person_id)
            return None
        known = {(one.piece_id, one.person_id, one.role): one for of in self._owed.values() for one in of}
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in carried:
            words = one_work_words(known[key]).replace("&", "&&") if key in known else "?"
            menu.addAction(words).triggered.connect(partial(self._hand_over, (key,), person_id))
        menu.addSeparator()
        said = ngettext("All {n}", "All {n}", len(carried)).format(n=len(carried))
        menu.addAction(said).triggered.connect(partial(self._hand_over, carried, person_id))
        menu.popup(QCursor.pos())
        return menu

    def _hand_over(self, carried: Carried, person_id: int, _checked: bool = False) -> None:
        self.hand_over(carried, person_id)

    def hand_over(self, carried: Carried, person_id: int) -> None:
        """Hand assignments on to another person; what speaks against it is said, with the way back."""
        today = self.desk.today
        before = self.desk.ask(lambda w: asking.before_handing(w, carried, person_id, today=today))
        if before is None:
            return
        if not self.desk.did(lambda w: assignments.hand_on_all(w, carried, person_id, today=today)):
            return
        said = [_("Handed on to {name}.").format(name=before.person.name), *asking_warnings(before)]
        tell = self.desk.warn if len(said) > 1 else self.desk.say
        tell(" ".join(said), _("Undo"), self.desk.undo)
        self.choose(person_id, self.table.currentIndex().column())

    def hand_on_current(self) -> None:
        """Hand on what is current beside the table."""
        if self.work.work is not None:
            self.hand_on(self.work.work)

    def _concerns(self, one: PersonLoad) -> bool:
        """Tell whether anything is to be said of a person in the period."""
        weeks = any(week.open or week.interviews or week.days_away for week in one.weeks)
        limited = one.person.hours_a_quarter is not None or one.person.interviews_a_month is not None
        return weeks or limited or one.person.id in self._owed

    def _show_work(self) -> None:
        one, week = self.table.person, self.table.week
        if one is None:
            self.whose.setText("")
            self.work.clear()
            self.nothing.hide()
            return
        self.whose.setText(one.person.name)
        span = week_of(week.first, self.desk.lists.settings) if week is not None else None
        self.work.show_work(self._owed.get(one.person.id, []), span)
        self.hint.setVisible(self.work.count() > 0 and not self.desk.readonly)
        self.nothing.setVisible(self.work.count() == 0)

    def _show_wrong(self) -> None:
        found = self.load.conflicts if self.load is not None else ()
        self.wrong.clear()
        for one in found:
            item = QListWidgetItem(conflict_sentence(one))
            item.setData(PERSON, one)
            item.setToolTip(item.text())
            self.wrong.addItem(item)
        ahead = next((n for n, one in enumerate(found) if one.day >= self.desk.today), 0)
        self.wrong.scrollToItem(self.wrong.item(ahead), QListWidget.ScrollHint.PositionAtTop)
        n = len(found)
        self.wrong_heading.setText(ngettext("{n} conflict", "{n} conflicts", n).format(n=n))
        self.wrong_heading.setVisible(n > 0)
        self.wrong.setVisible(n > 0)
        self.wrong.fit()

    def choose_wrong(self, item: QListWidgetItem) -> None:
        """Go to the person and week of a conflict."""
        found: Conflict = item.data(PERSON)
        weeks = self.load.people[0].weeks if self.load is not None and self.load.people else ()
        self.choose(found.person.id, max((n for n, week in enumerate(weeks) if week.first <= found.day), default=0))

    def _arrange(self) -> None:
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(12, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.whose)
        beside.addWidget(self.hint)
        beside.addWidget(self.nothing)
        beside.addWidget(self.work, 1)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.table)
        self._split.addWidget(side)
        self._split.setSizes([7_400, 2_600])
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._split, 1)
        column.addWidget(self.wrong_heading)
        column.addWidget(self.wrong)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty())
        self._pages.addWidget(full)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _empty(self) -> QWidget:
        """Return what is seen where nobody has anything to do, with the next step."""
        page, said = QWidget(), plain_label("muted")
        said.setText(
            _("Nobody has anything to do in this time. Ask somebody for something beside a piece: it shows here.")
        )
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.step = QPushButton(_("Go to the calendar"))
        self.step.clicked.connect(lambda: self.desk.place_wanted.emit("calendar", {"day": self.desk.day}))
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(said)
        column.addWidget(self.step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self.table.cell_chosen.connect(self._show_work)
        self.table.dropped.connect(self.drop, Qt.ConnectionType.QueuedConnection)
        self.work.hand_on_wanted.connect(self.hand_on)
        self.work.open_wanted.connect(self.desk.piece_opened)
        self.wrong.itemActivated.connect(self.choose_wrong)
        self.wrong.itemClicked.connect(self.choose_wrong)
        self.table.hand_on_wanted.connect(self.hand_on_current)
        self.table.list_wanted.connect(self.work.setFocus)
        self.span.changed.connect(lambda _word: self._outdate())
