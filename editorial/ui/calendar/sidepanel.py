"""What stands beside the calendar: the small calendar above the ideas that wait for a day."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from editorial.ui.calendar.colours import Colours
from editorial.ui.calendar.mini import MiniCalendar
from editorial.ui.calendar.releasing import ReleaseStrip
from editorial.ui.calendar.sheet import Look, Sheet, View
from editorial.ui.calendar.taking import take_drops
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.desk import Desk
from editorial.ui.ideas.panel import IdeasPanel
from editorial.ui.overriding import override

if TYPE_CHECKING:
    from editorial.ui.calendar.place import CalendarPlace

MONTH = Look(view=View.MONTH)
LOW_IN_LINES = 34
"""A panel lower than so many lines of text has no room for everything at once."""


class CalendarSide(QWidget):
    """The calendar's own side panel."""

    def __init__(self, desk: Desk, place: "CalendarPlace") -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self._place = place
        self._elsewhere: date | None = None
        """A day of the month shown here while the large calendar shows another."""
        self._low = False
        self._dress: tuple[Colours, TileMaker] | None = None
        self.mini = MiniCalendar(desk.theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(10)
        self._column.addWidget(self.mini)
        line = QFrame()
        line.setObjectName("line")
        self._column.addWidget(line)
        self.ideas = IdeasPanel(desk)
        self.release = ReleaseStrip(desk, place)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(self.release)
        below.addWidget(self.ideas, 1)
        self._column.addWidget(lower, 1)
        self._usual = (self.mini, line, lower)
        self.release.opened.connect(lambda opened: self._make_room(opened, line))
        self.mini.month_wanted.connect(self._look_elsewhere)
        self.mini.board.picked.connect(place.show_day)
        take_drops(self.mini.board, place)
        desk.day_viewed.connect(self._back)

    def show_sheet(self, sheet: Sheet, colours: Colours, maker: TileMaker) -> None:
        """Show the month in view here too; its pieces are read only where the large calendar shows other days."""
        self._dress = (colours, maker)
        day = self._elsewhere or sheet.day
        same = sheet.look.view is View.MONTH and sheet.look.back < 0 and self._elsewhere is None
        shown = sheet if same else self._place.reader.sheet(day, MONTH, self._place.where, bare=True)
        self.mini.show_sheet(shown, colours, maker)

    def _make_room(self, opened: bool, line: QFrame) -> None:
        """Let the small calendar go while there is no room for it."""
        for part in (self.mini, line):
            part.setVisible(not opened)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self.fontMetrics().height() * LOW_IN_LINES
        if low != self._low:
            self._low = low
            self.release.fit(low=low)

    def put_instead(self, other: QWidget) -> None:
        """Show something else in place of the small calendar and the ideas."""
        for part in self._usual:
            part.hide()
        self._column.addWidget(other, 1)
        other.show()

    def put_back(self, other: QWidget) -> None:
        """Show the small calendar and the ideas again."""
        other.hide()
        for part in self._usual:
            part.show()

    def _look_elsewhere(self, day: date) -> None:
        self._elsewhere = day
        if self._place.sheet is not None and self._dress is not None:
            self.show_sheet(self._place.sheet, *self._dress)

    def _back(self, _day: object) -> None:
        self._elsewhere = None
