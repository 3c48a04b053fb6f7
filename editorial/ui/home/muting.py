"""Muting a rule or one finding until a day, with a reason: the sheet and the menu."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from editorial.domain.finding_words import rule_title
from editorial.domain.findings import Finding
from editorial.domain.period import next_period, quarter_of
from editorial.domain.workdays import work_calendar
from editorial.language import _
from editorial.services import mutes
from editorial.ui.calendar.floating import Floating
from editorial.ui.calendar.typed import typed_day
from editorial.ui.calendar.words import long_day, short_day
from editorial.ui.desk import Desk
from editorial.ui.home import remedies
from editorial.ui.segmented import Segmented

ONE, WHOLE = "one", "whole"


class MuteSheet(Floating):
    """Takes what is to be silent, a day to come and a reason."""

    def __init__(self, above: QWidget, desk: Desk, finding: Finding, what: str = ONE) -> None:
        super().__init__(above, _("Mute “{rule}” until a day").format(rule=rule_title(finding.rule)))
        self._desk = desk
        self._finding = finding
        self.what = Segmented([(ONE, _("This one")), (WHOLE, _("The whole rule"))], _("What is to be silent"))
        self.what.choose(what if finding.about else WHOLE)
        self.what.setEnabled(bool(finding.about))
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Silent until"))
        self.line.setPlaceholderText(_("1 May, 2027-05-01, +30, +6w"))
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 44)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Silent because"))
        self.reason.setPlaceholderText(_("Why is it all right until then?"))
        self.said = QLabel()
        self.said.setObjectName("small")
        self.said.setWordWrap(True)
        self.act = QPushButton(_("Mute"))
        self._arrange()
        self.line.textChanged.connect(lambda _text: self._show())
        self.line.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self._take)
        self.act.clicked.connect(self._take)
        self._show()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.what)
        row.addStretch(1)
        self.column.addLayout(row)
        days = QHBoxLayout()
        for label, day in self._days():
            button = QPushButton(label)
            button.setObjectName("chip")
            button.clicked.connect(lambda _checked=False, d=day: self._pick(d))
            days.addWidget(button)
        days.addStretch(1)
        self.column.addWidget(self.line)
        self.column.addLayout(days)
        self.column.addWidget(self.said)
        self.column.addWidget(self.reason)
        self.add_buttons(self.act)

    def _days(self) -> list[tuple[str, date]]:
        today = self._desk.today
        quarter = next_period(quarter_of(today, self._desk.lists.settings), self._desk.lists.settings)
        return [
            (_("In a week"), today + timedelta(weeks=1)),
            (_("In a month"), today + timedelta(days=30)),
            (_("{period}, {day}").format(period=quarter.name, day=short_day(quarter.first)), quarter.first),
        ]

    def _pick(self, day: date) -> None:
        self.line.setText(day.isoformat())
        self.reason.setFocus()

    def _day(self) -> date | None:
        lists, today = self._desk.lists, self._desk.today
        return typed_day(self.line.text(), today, today, work_calendar(lists.settings, lists.notes))

    def _show(self) -> None:
        day = self._day()
        fits = day is not None and day > self._desk.today
        self.act.setEnabled(fits)
        if not self.line.text().strip():
            self.said.setText(_("Type or pick the day on which it is back."))
        elif day is None:
            self.said.setText(_("This is not a date."))
        else:
            self.said.setText(long_day(day) if fits else _("Only a day to come can be waited for."))

    def _take(self) -> None:
        day, desk, finding = self._day(), self._desk, self._finding
        if day is None or day <= desk.today:
            return
        about = finding.about if self.what.chosen == ONE else ""
        reason = self.reason.text()
        self.close()
        desk.ask(
            lambda w: mutes.mute(w, finding.rule, until=day, today=desk.today, about=about, reason=reason)
        )  # fmt: skip


def ask_mute(above: QWidget, desk: Desk, finding: Finding, at: QRect, what: str = ONE) -> MuteSheet | None:
    """Open the sheet beside a row; a workspace opened for reading only takes no mutes."""
    if desk.readonly:
        desk.say(_("This workspace was opened for reading only."))
        return None
    sheet = MuteSheet(above, desk, finding, what)
    sheet.open_at(at, sheet.line)
    return sheet


def unmute(desk: Desk, finding: Finding) -> None:
    """Let what silences a finding end."""
    mute = finding.mute
    if mute is not None:
        desk.ask(lambda w: mutes.unmute(w, mute.id))


def finding_menu(above: QWidget, desk: Desk, finding: Finding, at: QPoint) -> QMenu:
    """Return what can be done about a finding."""
    menu = QMenu(above)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    go = menu.addAction(remedies.act_label(finding.remedy))
    go.triggered.connect(lambda: remedies.go(desk, finding.remedy))
    menu.addSeparator()
    place = QRect(at, at)
    if finding.mute is not None:
        back = menu.addAction(_("Unmute") if finding.mute.about else _("Unmute the whole rule"))
        back.triggered.connect(lambda: unmute(desk, finding))
        back.setEnabled(not desk.readonly)
        return menu
    one = menu.addAction(_("Mute this until a day…"))
    one.setShortcut(QKeySequence("M"))
    one.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    one.triggered.connect(lambda: ask_mute(above, desk, finding, place))
    whole = menu.addAction(_("Mute the whole rule until a day…"))
    whole.triggered.connect(lambda: ask_mute(above, desk, finding, place, WHOLE))
    one.setVisible(bool(finding.about))
    for action in (one, whole):
        action.setEnabled(not desk.readonly)
    return menu
