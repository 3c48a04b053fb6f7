"""What the events of a calendar become: pieces, dates or somebody's days away, of which days."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QWidget

from editorial.domain.period import YEARS
from editorial.language import _
from editorial.services.lists import read_people
from editorial.ui.desk import Desk
from editorial.ui.fields.options import Option
from editorial.ui.fields.people_options import person_options
from editorial.ui.fields.picker import Picker
from editorial.ui.flow import Lines
from editorial.ui.importing.events import EVERYBODY, TakenAs, Taking
from editorial.ui.overriding import override
from editorial.ui.segmented import Segmented
from editorial.ui.settings.choosing import ARROW, INSET, ValueBox

WIDTHS = (30, 60)
"""The least and the most letters that whose days away they are may take."""


class TakingStrip(QWidget):
    """Stands above the preview, which shows at once what another choice would do."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.taking = Taking(TakenAs.DATES, desk.today, desk.today)
        self.setObjectName("balance")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        options = [(TakenAs.PIECES, _("Pieces")), (TakenAs.DATES, _("Dates")), (TakenAs.AWAY, _("Days away"))]
        self.taken_as = Segmented(options, _("What the events become"))
        self.whose = _WideBox(desk.theme, _("Who is away"), _("Choose who is away"))
        self.first, self.last = _day_field(_("From this day")), _day_field(_("Up to this day"))
        self._of = _together(_("of"), self.whose)
        lines = Lines(self, gap=16, line_gap=8)
        lines.setContentsMargins(20, 10, 20, 10)
        lines.addWidget(_together(_("Its events become"), self.taken_as))
        lines.addWidget(self._of)
        lines.addWidget(_together(_("from"), self.first, _("to"), self.last))
        self.taken_as.changed.connect(self._taken_as)
        self.whose.wanted.connect(self.choose_whose)
        self.first.dateChanged.connect(lambda day: self._give(first=_plain(day)))
        self.last.dateChanged.connect(lambda day: self._give(last=_plain(day)))
        self.hide()

    def show_taking(self, taking: Taking) -> None:
        """Show what is proposed for another file; says nothing of a change."""
        self.taking = taking
        with QSignalBlocker(self.taken_as), QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.taken_as.choose(taking.taken_as)
            for field, day in ((self.first, taking.first), (self.last, taking.last)):
                field.setDate(QDate(day.year, day.month, day.day))
        self._show_whose()

    def choose_whose(self, typed: str = "") -> Picker:
        """Open the list of people."""
        picker = Picker(self.whose, _("Who is away"), self._desk.theme.tokens)
        picker.offer(self._options(), (self.taking.person_id,), several=False)
        picker.picked.connect(lambda id_: self._give(person_id=id_))
        picker.open_below(typed)
        return picker

    def _taken_as(self, word: str) -> None:
        self._give(taken_as=TakenAs(word))

    def _give(self, **decided: object) -> None:
        taking = replace(self.taking, **decided)  # type: ignore[arg-type]
        if taking != self.taking:
            self.taking = taking
            self._show_whose()
            self.changed.emit()

    def _show_whose(self) -> None:
        self._of.setVisible(self.taking.taken_as is TakenAs.AWAY)
        names = {option.value: option.name for option in self._options()}
        self.whose.show_value(names.get(self.taking.person_id, ""))

    def _options(self) -> list[Option]:
        people = self._desk.ask(read_people) or []
        return [Option(EVERYBODY, _("Whoever each event names")), *person_options(people)]


class _WideBox(ValueBox):
    """As wide as a name wants to be on one line, within bounds."""

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        letters = [metrics.averageCharWidth() * n for n in WIDTHS]
        told = metrics.horizontalAdvance(self.value) + metrics.averageCharWidth() + 2 * INSET + ARROW
        width = min(max(told, letters[0]), letters[1])
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDateRange(QDate(YEARS[0], 1, 1), QDate(YEARS[-1], 12, 31))
    field.setKeyboardTracking(False)
    field.setAccessibleName(name)
    return field


def _together(*parts: str | QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        widget = QLabel(part) if isinstance(part, str) else part
        if isinstance(part, str):
            widget.setObjectName("muted")
        row.addWidget(widget)
    return holder


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
