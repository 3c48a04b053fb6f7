"""The sheets that move pieces by words and numbers: to a date, by days, or in front of the rest."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QWidget,
)

from editorial.domain.moves import MovePlan
from editorial.domain.workdays import WorkCalendar
from editorial.language import _, ngettext
from editorial.ui.calendar.floating import Floating
from editorial.ui.calendar.numberline import NumberLine
from editorial.ui.calendar.typed import typed_day
from editorial.ui.calendar.words import long_day, short_day
from editorial.ui.overriding import override

FARTHEST = 3_660
ROWS = 9
LETTERS = 54


class MoveTo(Floating):
    """“Move to date…”: a day typed in any everyday form."""

    day_chosen = Signal(object)

    def __init__(self, above: QWidget, count: int, today: date, base: date, calendar: WorkCalendar) -> None:
        heading = ngettext("Move {n} piece to a date", "Move {n} pieces to a date", count).format(n=count)
        super().__init__(above, heading)
        self._read: Callable[[str], date | None] = lambda text: typed_day(text, today, base, calendar)
        self._calendar = calendar
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Date"))
        self.line.setPlaceholderText(_("11 Mar, 2027-03-11, friday, +5, +2w, +3wd"))
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.said = QLabel()
        self.said.setObjectName("small")
        self.said.setWordWrap(True)
        self.act = QPushButton(_("Move"))
        self.act.setEnabled(False)
        self.column.addWidget(self.line)
        self.column.addWidget(self.said)
        self.add_buttons(self.act)
        self.line.textChanged.connect(self._show)
        self.line.returnPressed.connect(self._take)
        self.act.clicked.connect(self._take)
        self._show("")

    def _show(self, text: str) -> None:
        day = self._read(text)
        self.act.setEnabled(day is not None)
        if day is None:
            self.said.setText(_("Type a date.") if not text.strip() else _("This is not a date."))
            return
        why = self._calendar.why_not(day)
        named = long_day(day)
        self.said.setText(_("{day} – not a working day: {why}").format(day=named, why=why) if why else named)

    def _take(self) -> None:
        if (day := self._read(self.line.text())) is not None:
            self.close()
            self.day_chosen.emit(day)


class Preview(QListWidget):
    """What a plan would move, from where to where, and what it would leave."""

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setAccessibleName(_("What would move"))

    def show_plan(self, plan: MovePlan, titles: Callable[[int], str]) -> None:
        self.clear()
        for move in plan.moves:
            before = short_day(move.before) if move.before else _("idea")
            said = f"{before} → {short_day(move.after)}  {titles(move.id)}"
            self.addItem("\n".join([said, *(f"    {note}" for note in move.notes)]))
        for stay in plan.stays:
            self.addItem(_("stays: {why}").format(why=stay.why))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * LETTERS, self.fontMetrics().height() * ROWS * 3 // 2)


Planner = Callable[[int, bool], MovePlan | None]


class PlanSheet(Floating):
    """A number, days or working days, and a list of what it would do before it is done."""

    plan_chosen = Signal(int, bool)

    def __init__(
        self, above: QWidget, heading: str, plan: Planner, titles: Callable[[int], str], *, n: int, both: bool
    ) -> None:
        super().__init__(above, heading)
        self._plan, self._titles = plan, titles
        self.number = NumberLine(_("How many days"), -FARTHEST if both else 1, FARTHEST, n)
        self.days, self.working = QRadioButton(_("days")), QRadioButton(_("working days"))
        self.preview = Preview()
        self.said = QLabel()
        self.said.setObjectName("small")
        self.act = QPushButton()
        self._arrange(both)
        self.number.changed.connect(self._show)
        self.days.toggled.connect(self._show)
        self.act.clicked.connect(self._take)
        self.number.entered.connect(self.act.click)
        self._show()

    def _arrange(self, both: bool) -> None:
        row = QHBoxLayout()
        row.addWidget(QLabel(_("By")))
        row.addWidget(self.number)
        group = QButtonGroup(self)
        for button in (self.days, self.working):
            group.addButton(button)
            row.addWidget(button)
            button.setVisible(both)
        (self.days if both else self.working).setChecked(True)
        if not both:
            row.addWidget(QLabel(_("working days")))
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.preview)
        self.column.addWidget(self.said)
        self.add_buttons(self.act)

    def _show(self, *_changed: object) -> None:
        plan = self._plan(self.number.value, self.working.isChecked()) if self.number.value else None
        moves: Sequence[object] = plan.moves if plan else ()
        self.preview.show_plan(plan or MovePlan(()), self._titles)
        notes = sum(bool(move.notes) for move in plan.moves) if plan else 0
        warned = ngettext("{n} to look at", "{n} to look at", notes).format(n=notes)
        self.said.setText(warned if notes else _("Nothing moves.") if not moves else _("Nothing speaks against it."))
        self.act.setText(ngettext("Move {n} piece", "Move {n} pieces", len(moves)).format(n=len(moves)))
        self.act.setEnabled(bool(moves))

    def _take(self) -> None:
        self.close()
        self.plan_chosen.emit(self.number.value, self.working.isChecked())
