"""The front page: three short lists, now and next side by side, and this week."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from editorial.domain.finding_words import group_title
from editorial.domain.findings import Group, Remedy
from editorial.domain.home import Home, WeekDay
from editorial.domain.records import Lists
from editorial.language import _, ngettext
from editorial.ui.calendar.words import qdate
from editorial.ui.home.card import HomeCard
from editorial.ui.home.rows import Row, entry_row, line_row
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

THREE, TWO = 150, 100
"""Letters from which so many cards stand side by side."""
GAP = 16


class Front(QWidget):
    """Lays its cards out in three columns, two or one, by the room there is."""

    list_wanted = Signal(str)
    """The review list is wanted, for a group."""
    calendar_wanted = Signal(str)
    """A view of the calendar is wanted."""
    filling_wanted = Signal(object)
    """A `Remedy`: where what would fill an empty card is done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("work")
        empty = {
            Group.LATE: _("Nothing is late, and nothing is due today."),
            Group.WAITING: _("Nobody keeps you waiting."),
        }
        self.groups = {group: HomeCard(theme, group_title(group), empty.get(group, "")) for group in Group}
        self.now = HomeCard(theme, _("Now"), _("No practical piece is planned for the coming weeks."))
        self.now.note.setText(_("practical: what to do about it"))
        self.next = HomeCard(theme, _("Next"), _("No aspirational piece is planned for the coming weeks."))
        self.next.note.setText(_("aspirational: what to prepare for"))
        self.week = HomeCard(theme, _("This week"), _("Nothing is planned for this week."))
        for card in (self.now, self.next):
            card.say_empty(card.empty.text(), _("See the ideas"), Remedy("ideas"))
        self.cards = (*self.groups.values(), self.now, self.next, self.week)
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(GAP, GAP, GAP, GAP)
        self._grid.setSpacing(GAP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._grid)
        whole.addStretch(1)
        for group, card in self.groups.items():
            card.more.clicked.connect(lambda _checked=False, word=group.value: self.list_wanted.emit(word))
        for card in (self.now, self.next):
            card.more.clicked.connect(lambda: self.calendar_wanted.emit("quarter"))
        for card in self.cards:
            card.filling_wanted.connect(self.filling_wanted)
        self._arrange(3)

    def show_home(self, home: Home, lists: Lists) -> None:
        """Show everything anew."""
        self._say_gaps(bool(lists.segments))
        for group, card in self.groups.items():
            shown = home.of(group)
            card.show_rows([line_row(line) for line in shown.lines], shown.more)
        self.now.show_rows([entry_row(entry, lists) for entry in home.now])
        self.next.show_rows([entry_row(entry, lists) for entry in home.next])
        self.week.show_rows(list(_week_rows(home)))

    def _say_gaps(self, segments: bool) -> None:
        """Praise no plan that could not have gaps."""
        card = self.groups[Group.GAPS]
        if segments:
            card.say_empty(_("No gap and no imbalance in this quarter."))
            return
        said = _("Gaps are found once there are segments: the groups of readers you write for.")
        card.say_empty(said, _("Add a segment"), Remedy("settings", {"kind": "segment"}))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        letters = self.width() / self.fontMetrics().averageCharWidth()
        self._arrange(3 if letters >= THREE else 2 if letters >= TWO else 1)
        super().resizeEvent(event)


def _week_rows(home: Home) -> Iterator[Row]:
    for day in home.week:
        yield _day_row(day, home)
        yield from (line_row(line) for line in day.lines)


def _day_row(day: WeekDay, home: Home) -> Row:
    """Return the heading of a day; it leads to the day on the calendar."""
    from PySide6.QtCore import QLocale

    names = ", ".join(day.names)
    word = _("today") if day.day == home.today else ""
    shown = QLocale().toString(qdate(day.day), "dddd d MMMM")
    return Row(shown, names, word, "", Remedy("calendar", {"view": "week", "day": day.day}), heading=True)


def findings_words(n: int) -> str:
    """Say how many findings there are."""
    return ngettext("{n} finding", "{n} findings", n).format(n=n) if n else _("no findings")
