"""The interests place: weights, turns and gaps of a fiscal quarter, and which interest is next."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.counting import counting
from editorial.domain.records import Entry
from editorial.domain.rotation import Rotation
from editorial.language import _, ngettext
from editorial.services import calendar, planning, schedule
from editorial.services import lists as list_service
from editorial.services import rotation as service
from editorial.ui.desk import Desk
from editorial.ui.flow import Flow
from editorial.ui.interests.rows import interest_rows
from editorial.ui.interests.side import InterestSide
from editorial.ui.interests.table import InterestTable
from editorial.ui.overriding import override
from editorial.ui.period_place import PeriodPlace


class InterestsPlace(PeriodPlace):
    """Every interest with its turn in a quarter; narrowed to a segment where one is picked."""

    kinds = frozenset({"piece", "interest", "segment", "status", "workspace"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Quarter before"), _("Next quarter"))
        self.rotation: Rotation | None = None
        self._entries: list[Entry] = []
        self.table = InterestTable(desk.theme)
        self.panel = InterestSide(desk)
        self._next = QWidget()
        self._strip = Flow(self._next)
        self._empty = QLabel(
            _("No reader interests yet. Add the subjects your readers care about most; the rotation does the rest.")
        )
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._buttons()
        self._arrange()
        self._connect()

    @override
    def title(self) -> str:
        return _("Interests · {period}").format(period=self.period.name)

    @override
    def controls(self) -> list[QWidget]:
        return [self.turning, self._segment]

    @override
    def side(self) -> QWidget | None:
        return self.panel

    @override
    def status(self) -> str:
        if self.rotation is None:
            return self.period.name
        n = self.rotation.pieces
        said = ngettext("{period} · {n} piece with an interest", "{period} · {n} pieces with an interest", n)
        return said.format(period=self.period.name, n=n)

    @override
    def arrive(self, **wanted: Any) -> None:
        super().arrive(**wanted)
        if isinstance(interest := wanted.get("interest_id"), int):
            self.table.choose(interest)

    @property
    def segment_id(self) -> int | None:
        """The segment the rotation is narrowed to."""
        kept: int | None = self._segment.currentData()
        return kept

    @override
    def reload(self) -> None:
        """Ask again and show what came; the chosen interest stays chosen."""
        self._stale = False
        self._list_segments()
        lists, period, segment = self.desk.lists, self.period, self.segment_id
        chosen = self.table.row()
        rotation = self.desk.ask(lambda w: service.rotation(w, period, segment_id=segment, lists=lists))
        found = self.desk.ask(lambda w: calendar.between(w, period.first, period.last)) or []
        if rotation is None:
            return
        self.rotation = rotation
        counted = counting(found, lists, period)
        self._entries = [entry for entry in counted if segment is None or segment in entry.segment_ids]
        self.table.interests.show_rows(interest_rows(rotation, lists, self._entries))
        self._empty.setVisible(not lists.interests)
        self.table.setVisible(bool(lists.interests))
        self._show_next()
        if chosen is not None:
            self.table.choose(chosen.interest.id)
        self._show_side()
        self.retitled.emit()

    def _buttons(self) -> None:
        self._segment = QComboBox()
        self._segment.setAccessibleName(_("Narrow to a segment"))
        self._segment.addItem(_("All segments"), None)

    def _arrange(self) -> None:
        label = QLabel(_("Next"))
        label.setObjectName("section")
        self._strip.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._next, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self._segment.activated.connect(lambda _i: self.reload())
        self.table.selectionModel().selectionChanged.connect(lambda _now, _was: self._show_side())
        self.table.interests.edited.connect(self._edit)
        self.table.interests.refused.connect(self.desk.say)
        self.panel.back_wanted.connect(self._leave_interest)
        self.panel.interest_chosen.connect(self.table.choose)
        self.panel.plan_wanted.connect(self._plan)

    def _list_segments(self) -> None:
        kept = self.segment_id
        self._segment.clear()
        self._segment.addItem(_("All segments"), None)
        for segment in self.desk.lists.segments.values():
            self._segment.addItem(segment.name, segment.id)
        self._segment.setCurrentIndex(max(0, self._segment.findData(kept)))

    def _show_next(self) -> None:
        while (item := self._strip.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if self.rotation is None:
            return
        for place, interest in enumerate(self.rotation.next, start=1):
            chip = QPushButton(f"{place}  {interest.name}".replace("&", "&&"))
            chip.setObjectName("chip")
            chip.setAccessibleName(_("Turn {n}: {name}").format(n=place, name=interest.name))
            chip.clicked.connect(lambda _c=False, i=interest.id: self.table.choose(i))
            self._strip.addWidget(chip)

    def _show_side(self) -> None:
        row = self.table.row()
        if self.rotation is None:
            return
        if row is None:
            self.panel.show_overview(self.rotation, {entry.id: entry for entry in self._entries})
            return
        interest = row.interest.id
        pieces = [entry for entry in self._entries if entry.interest_id == interest]
        ideas = self.desk.ask(lambda w: planning.ideas_on(w, interest, self.segment_id, today=self.desk.today)) or []
        day = self.desk.ask(lambda w: planning.suggested_day(w, self.period, self.desk.today))
        self.panel.show_interest(row, pieces, ideas, day, self.desk.lists)

    def _leave_interest(self) -> None:
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.interests.index(-1, -1))
        self._show_side()

    def _edit(self, interest: int, field: str, value: Any) -> None:
        self.desk.ask(lambda w: list_service.edit(w, "interest", interest, **{field: value}))

    def _plan(self, idea: int, day: date) -> None:
        self.desk.ask(lambda w: schedule.move(w, {idea: day}))
