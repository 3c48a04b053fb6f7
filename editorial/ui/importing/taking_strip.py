"""What the events of a calendar become: pieces, dates or somebody's days away, of which days."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.services.lists import read_people
from editorial.ui.desk import Desk
from editorial.ui.fields.days import DayLine
from editorial.ui.fields.options import Option
from editorial.ui.fields.people_options import person_options
from editorial.ui.fields.picker import Picker
from editorial.ui.flow import Lines
from editorial.ui.importing.events import EVERYBODY, TakenAs, Taking
from editorial.ui.overriding import override
from editorial.ui.segmented import Segmented
from editorial.ui.settings.choosing import ARROW, INSET, ValueBox

DAY_LETTERS = 21
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
        self.first, self.last = DayBox(_("From this day"), desk), DayBox(_("Up to this day"), desk)
        self._of = _together(_("of"), self.whose)
        lines = Lines(self, gap=16, line_gap=8)
        lines.setContentsMargins(20, 10, 20, 10)
        lines.addWidget(_together(_("Its events become"), self.taken_as))
        lines.addWidget(self._of)
        lines.addWidget(_together(_("from"), self.first, _("to"), self.last))
        self.taken_as.changed.connect(self._taken_as)
        self.whose.wanted.connect(self.choose_whose)
        self.first.given.connect(lambda day: self._give(first=day))
        self.last.given.connect(lambda day: self._give(last=day))
        self.hide()

    def show_taking(self, taking: Taking) -> None:
        """Show what is proposed for another file; says nothing of a change."""
        self.taking = taking
        with QSignalBlocker(self.taken_as):
            self.taken_as.choose(taking.taken_as)
        self.first.show_day(taking.first)
        self.last.show_day(taking.last)
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


class DayBox(DayLine):
    """A day that is always there: what is no day is said, and a line left blank is filled again."""

    given = Signal(object)

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__(name, desk)
        self.day = desk.today
        self.line.setProperty("quiet", False)
        self.line.setFixedWidth(self.fontMetrics().averageCharWidth() * DAY_LETTERS)
        self.line.editingFinished.connect(self._settle)

    def show_day(self, day: date) -> None:
        """Show another day; says nothing of a change."""
        self.day = day
        self.line.setText(spoken_day(day))
        self.line.setCursorPosition(0)
        self.line.setModified(False)
        self.tell("")

    def _settle(self) -> None:
        if not self.line.isModified():
            return
        typed = self.read()
        if not typed.reason:
            before = self.day
            self.show_day(typed.day or before)
            if self.day != before:
                self.given.emit(self.day)


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
