"""What stands beside the title of coverage: which period, which rows, which figures, and what to make of it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QMenu, QPushButton, QWidget

from editorial.domain.period import Period, month_of, quarter_of, shifted_period, year_of
from editorial.domain.records import Settings
from editorial.language import _
from editorial.ui.segmented import Segmented

QUARTERS_BACK = 4


class Controls:
    """The buttons and switches, in order."""

    def __init__(self, period: Period) -> None:
        self.length = QPushButton()
        self.length.setAccessibleName(_("Length of the period"))
        self.rows = Segmented([("segments", _("Segments")), ("formats", _("Formats"))], _("Rows of the matrix"))
        self.compare = QPushButton()
        self.compare.setAccessibleName(_("Compare with another period"))
        self.likely = QCheckBox(_("Likely"))
        self.likely.setToolTip(_("Figures and levels by forecast: each piece counts by how sure it is to come out"))
        self.on = QCheckBox(_("On a day"))
        self.on.setToolTip(_("What is live on that day: published or planned by then, fresh, and not parked"))
        self.day = QDateEdit(QDate(period.last.year, period.last.month, period.last.day))
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(_("Day on which to look"))
        self.day.hide()
        self.pack = QPushButton(_("Pack…"))
        self.pack.setToolTip(_("Kickoff pack: this period as PDF, slides or a web page to present"))
        self.present = QPushButton(_("Present"))
        self.present.setToolTip(_("Show it on the whole screen, segment by segment and stage by stage (F5)"))

    def widgets(self) -> list[QWidget]:
        switches = [self.likely, self.on, self.day]
        return [self.length, self.rows, self.compare, *switches, self.pack, self.present]


def length_menu(parent: QWidget, settings: Settings, day: date, choose: Callable[[Period, str], None]) -> QMenu:
    """Return the month, the quarter and the year of a day to choose from."""
    menu = QMenu(parent)
    for label, period in (
        (_("Month"), month_of(day)),
        (_("Quarter"), quarter_of(day, settings)),
        (_("Fiscal year"), year_of(day, settings)),
    ):
        action = menu.addAction(f"{label}: {period.name}")
        action.triggered.connect(lambda _checked=False, p=period, n=label: choose(p, n))
    return menu


def compare_menu(parent: QWidget, settings: Settings, period: Period, choose: Callable[[Period | None], None]) -> QMenu:
    """Return the periods before one to compare it with, and none."""
    menu = QMenu(parent)
    menu.addAction(_("With nothing")).triggered.connect(lambda: choose(None))
    menu.addSeparator()
    for steps in range(1, QUARTERS_BACK + 1):
        other = shifted_period(period, -steps, settings)
        action = menu.addAction(other.name)
        action.triggered.connect(lambda _checked=False, p=other: choose(p))
    return menu
