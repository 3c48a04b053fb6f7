"""The segments place: a list of the groups of readers, and one of them in full."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.counting import counting
from editorial.domain.coverage import Coverage
from editorial.domain.coverage_words import need_sentence
from editorial.domain.records import Segment
from editorial.language import _, ngettext
from editorial.services import cadence as cadence_service
from editorial.services import calendar, rotation
from editorial.services import coverage as coverage_service
from editorial.services import lists as list_service
from editorial.ui.coverage.marks import need_mark
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.period_place import PeriodPlace
from editorial.ui.segments.planned import Planned
from editorial.ui.segments.profile import Profile

ID = Qt.ItemDataRole.UserRole
BESIDE = 140
"""Letters from which profile and plan stand side by side."""


class SegmentsPlace(PeriodPlace):
    """One segment at a time, with everything known of it."""

    kinds = frozenset({"piece", "segment", "stage", "interest", "status", "person", "workspace", "interview"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Quarter before"), _("Next quarter"))
        self._coverage: Coverage | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(_("Segments"))
        self.list.setWordWrap(True)
        self.list.setObjectName("roomy")
        self.profile = Profile(desk)
        self.planned = Planned(desk)
        self._name = QLabel()
        self._name.setObjectName("title")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._arrange()
        self._connect()

    @override
    def title(self) -> str:
        return _("Segments · {period}").format(period=self.period.name)

    @override
    def controls(self) -> list[QWidget]:
        return [self.turning]

    @override
    def status(self) -> str:
        n = len(self.desk.lists.segments)
        return ngettext("{n} segment", "{n} segments", n).format(n=n)

    @override
    def arrive(self, **wanted: Any) -> None:
        super().arrive(**wanted)
        if isinstance(segment := wanted.get("segment_id"), int):
            self._choose(segment)

    @property
    def segment(self) -> Segment | None:
        """The segment that is shown."""
        row = self.list.currentRow()
        return self.desk.lists.segments.get(self.list.item(row).data(ID)) if row >= 0 else None

    @override
    def reload(self) -> None:
        """Ask again and show what came; the chosen segment stays chosen."""
        self._stale = False
        lists = self.desk.lists
        self._coverage = self.desk.ask(
            lambda w: coverage_service.coverage(w, self.period, today=self.desk.today, lists=lists)
        )
        shown = self.segment
        self.list.blockSignals(True)
        self.list.clear()
        for segment in lists.segments.values():
            self._add_row(segment)
        self.list.blockSignals(False)
        self._pages.setCurrentIndex(1 if lists.segments else 0)
        if lists.segments:
            self._choose(shown.id if shown else next(iter(lists.segments)))
        self.retitled.emit()

    def _add_row(self, segment: Segment) -> None:
        weight = _("weight {n}").format(n=format(segment.weight.normalize(), "f"))
        gaps = sum(gap.segment.id == segment.id for gap in self._coverage.gaps) if self._coverage else 0
        line = ngettext("{n} gap", "{n} gaps", gaps).format(n=gaps) if gaps else _("no gap")
        unknown = self._coverage is not None and self._coverage.is_unknown(segment.id)
        item = QListWidgetItem("\n".join([segment.name, f"{weight} · {line}", *([need_mark()] if unknown else [])]))
        item.setToolTip(need_sentence(segment) if unknown else "")
        item.setData(ID, segment.id)
        self.list.addItem(item)

    def _choose(self, segment_id: int) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(ID) == segment_id:
                self.list.setCurrentRow(row)
        self._show()

    def _show(self) -> None:
        segment, lists, period = self.segment, self.desk.lists, self.period
        if segment is None or self._coverage is None:
            return
        self._name.setText(segment.name)
        self.profile.show_segment(segment, lists)
        cadences = self.desk.ask(lambda w: cadence_service.cadence(w, period, lists=lists)) or ()
        turns = self.desk.ask(lambda w: rotation.rotation(w, period, segment_id=segment.id, lists=lists))
        found = self.desk.ask(lambda w: calendar.between(w, period.first, period.last)) or []
        if turns is None:
            return
        coming = [
            entry
            for entry in counting(found, lists, period)
            if segment.id in entry.segment_ids and entry.day and entry.day >= self.desk.today
        ]
        silence = next(each for each in cadences if each.segment.id == segment.id)
        self.planned.show_segment(segment, self._coverage, silence, turns, coming, lists)

    def _measure(self) -> None:
        self.list.setFixedWidth(self.fontMetrics().averageCharWidth() * 30)

    def _arrange(self) -> None:
        detail = QWidget()
        detail.setObjectName("work")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(28)
        self._halves.addWidget(self.profile, 1, Qt.AlignmentFlag.AlignTop)
        self._halves.addWidget(self.planned, 1, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(detail)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(14)
        inside.addWidget(self._name)
        inside.addLayout(self._halves)
        inside.addStretch(1)
        area = QScrollArea()
        area.setObjectName("clear")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(detail)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._measure()
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(area, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty())
        self._pages.addWidget(both)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= self.fontMetrics().averageCharWidth() * BESIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(direction)
        super().resizeEvent(event)

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        said = QLabel(
            _("No segments yet. A segment is a group of readers you write for, and know why: add the first one.")
        )
        said.setObjectName("muted")
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        add = QPushButton(_("Add a segment"))
        add.setObjectName("primary")
        add.clicked.connect(lambda: self.desk.place_wanted.emit("settings", {"kind": "segment"}))
        column.addStretch(1)
        column.addWidget(said)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.profile.edited.connect(self._edit)
        self.profile.refused.connect(self.desk.say)
        self.planned.cell_wanted.connect(self._go_to_cell)
        self.planned.piece_wanted.connect(self.desk.piece_opened)
        self.planned.interest_wanted.connect(
            lambda interest: self.desk.place_wanted.emit("interests", {"interest_id": interest})
        )
        self.desk.theme.changed.connect(self._measure)

    def _go_to_cell(self, segment: int, stage: int) -> None:
        wanted = {"segment_id": segment, "stage_id": stage, "day": self.period.first}
        self.desk.place_wanted.emit("coverage", wanted)

    def _edit(self, field: str, value: Any, joins: str) -> None:
        segment = self.segment
        if segment is None:
            return
        if not self.desk.did(lambda w: list_service.edit(w, "segment", segment.id, joins=joins, **{field: value})):
            self.profile.keep(field)
