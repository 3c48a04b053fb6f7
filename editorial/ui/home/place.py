"""The place Home: the front page on what needs action, and the review list behind it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from editorial.domain.findings import Finding, Group
from editorial.domain.home import Home
from editorial.domain.period import Period, quarter_of
from editorial.domain.records import Lists
from editorial.errors import Trouble
from editorial.language import _, ngettext
from editorial.services.checking import findings
from editorial.services.home import home
from editorial.services.workspaces import Workspace
from editorial.ui.background import Progress
from editorial.ui.calendar.words import long_day
from editorial.ui.desk import Desk
from editorial.ui.home import muting, remedies
from editorial.ui.home.front import Front, findings_words
from editorial.ui.home.review import Review
from editorial.ui.home.rowlist import RowList
from editorial.ui.home.rows import Row
from editorial.ui.overriding import override
from editorial.ui.period_place import PeriodPlace
from editorial.ui.segmented import Segmented

FRONT, REVIEW = "front", "review"
Answer = tuple[Home, tuple[Finding, ...]]


class HomePlace(PeriodPlace):
    """Home speaks of today and its quarter; the review list of the quarter in view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Quarter before"), _("Next quarter"))
        self.home: Home | None = None
        self.findings: tuple[Finding, ...] = ()
        self.page = Segmented([(FRONT, _("Home")), (REVIEW, _("Review list"))], _("Page of Home"))
        self.front = Front(desk.theme)
        self.review = Review(desk.theme)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self._arrange()
        self._connect()

    @override
    def title(self) -> str:
        if self.page.chosen == REVIEW:
            return _("Review list · {period}").format(period=self.period.name)
        return _("Home · {day}").format(day=long_day(self.desk.today))

    @override
    def controls(self) -> list[QWidget]:
        return [self.page, self.turning]

    @override
    def status(self) -> str:
        if self.page.chosen == REVIEW:
            muted = len(self.findings) - self.review.loud
            said = findings_words(self.review.loud)
            more = ngettext("{n} muted", "{n} muted", muted).format(n=muted) if muted else ""
            return " · ".join(part for part in (self.period.name, said, more) if part)
        if self.home is None:
            return ""
        return f"{self.home.period.name} · {findings_words(self.home.findings)}"

    @override
    def arrive(self, **wanted: Any) -> None:
        if wanted.get("page") in (FRONT, REVIEW):
            self.page.choose(wanted["page"])
        if isinstance(group := wanted.get("group"), str):
            self.review.groups.choose(group)
        super().arrive(**wanted)
        self._focus()

    @override
    def reload(self) -> None:
        """Ask again as soon as the event loop is free; what is shown stays until the answer is there."""
        self._stale = False
        self._soon.start()

    def _ask(self) -> None:
        if self.desk.workspace is not None:
            work = asking(self.desk.workspace, self.desk.today, self.period, self.desk.lists)
            self.desk.background.run("home", work, self.show_answer, self._sorry)

    def show_answer(self, found: Answer) -> None:
        """Show what `asking` found."""
        self.home, self.findings = found
        self.front.show_home(self.home, self.desk.lists)
        self.review.show_findings(self.findings, {group: self.home.of(group).also for group in Group})
        self.retitled.emit()

    def _sorry(self, trouble: Trouble) -> None:
        self.desk.tell(trouble)

    def _arrange(self) -> None:
        self._area = QScrollArea()
        self._area.setObjectName("clear")
        self._area.setWidget(self.front)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(_("Home"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._area)
        self._pages.addWidget(self.review)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.turning.hide()

    def _connect(self) -> None:
        self.page.changed.connect(self._turn_page)
        self.front.list_wanted.connect(lambda group: self.arrive(page=REVIEW, group=group))
        self.front.calendar_wanted.connect(self._go_to_calendar)
        self.front.filling_wanted.connect(partial(remedies.go, self.desk))
        self.review.narrowed.connect(self.retitled)
        self.desk.day_changed.connect(self._outdate)
        self.desk.lists_changed.connect(self._outdate)
        for rows in (*(card.list for card in self.front.cards), self.review.list):
            rows.chosen.connect(self._choose)
            rows.menu_wanted.connect(partial(self._open_menu, rows))
            rows.mute_wanted.connect(partial(self._mute, rows))

    @override
    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds - {"saved_view"}:
            self._outdate()

    def _turn_page(self, word: str) -> None:
        self._pages.setCurrentIndex(0 if word == FRONT else 1)
        self.turning.setVisible(word == REVIEW)
        self.retitled.emit()

    def _focus(self) -> None:
        if self.page.chosen == REVIEW:
            self.review.list.setFocus()
            return
        first = next((card.list for card in self.front.cards if card.list.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus()

    def _go_to_calendar(self, view: str) -> None:
        wanted = {"view": view, "day": self.desk.today}
        self.desk.place_wanted.emit("calendar", {**wanted, "lanes": "kind"} if view == "quarter" else wanted)

    def _choose(self, row: Row) -> None:
        if row.folds:
            self.review.toggle(row)
        elif row.remedy is not None:
            remedies.go(self.desk, row.remedy)

    def _open_menu(self, rows: RowList, row: Row, at: QPoint) -> None:
        if row.finding is not None:
            muting.finding_menu(rows, self.desk, row.finding, at).popup(at)

    def _mute(self, rows: RowList, row: Row) -> None:
        if row.finding is None:
            return
        if row.finding.mute is not None:
            muting.unmute(self.desk, row.finding)
            return
        corner, size = rows.rect_of(row)
        muting.ask_mute(rows, self.desk, row.finding, QRect(corner, size))


def asking(workspace: Workspace, today: date, period: Period, lists: Lists) -> Callable[[Progress], Answer]:
    """Return the question for Home and for the findings of a period, to be asked off the GUI thread."""

    def work(_report: Progress) -> Answer:
        listed = findings(workspace, period, today=today, lists=lists)
        known = listed if period == quarter_of(today, lists.settings) else None
        return home(workspace, today, lists=lists, found=known), tuple(listed)

    return work
