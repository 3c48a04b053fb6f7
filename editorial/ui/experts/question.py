"""The question above the register, who could speak on an interest to a segment in a month, as three choices."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from editorial.domain.spoken import month_name
from editorial.language import _
from editorial.ui.desk import Desk

MONTHS = 12
LETTERS = 12


class QuestionBar(QWidget):
    """Three choices in a sentence; asking tells which, and clearing that the whole register is wanted again."""

    asked = Signal()
    cleared = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.interest = self._box(_("Interest"))
        self.segment = self._box(_("Segment"))
        self.month = self._box(_("Month"))
        self.ask = QPushButton(_("Ask"))
        self.ask.setToolTip(_("List who could speak, the best first"))
        self.clear = QPushButton(_("Everybody"))
        self.clear.setToolTip(_("Show the whole register again"))
        # It must not push “Ask” from under the mouse: choosing asks at once, and the next click would undo it.
        policy = self.clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(policy)
        self.clear.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        said = (_("Who could speak on"), _("to"), _("in"))
        for label, box in zip(said, (self.interest, self.segment, self.month), strict=True):
            row.addWidget(QLabel(label))
            row.addWidget(box, 1)
        row.addWidget(self.ask)
        row.addWidget(self.clear)
        self.ask.clicked.connect(self._ask)
        self.clear.clicked.connect(self.leave)
        for box in (self.interest, self.segment, self.month):
            box.activated.connect(lambda _at: self._ask())
        self.relist()

    @property
    def is_asked(self) -> bool:
        """Whether an answer is wanted."""
        return not self.clear.isHidden()

    @property
    def wanted(self) -> dict[str, Any]:
        """The interest and segment by id, or None where any will do."""
        return {"interest_id": self.interest.currentData(), "segment_id": self.segment.currentData()}

    @property
    def day(self) -> date:
        """The first day of the month asked for."""
        found = self.month.currentData()
        return found if isinstance(found, date) else self._desk.today

    def put(self, interest_id: int | None = None, segment_id: int | None = None, day: date | None = None) -> None:
        """Ask for these."""
        self.interest.setCurrentIndex(_row_of(self.interest, interest_id))
        self.segment.setCurrentIndex(_row_of(self.segment, segment_id))
        if day is not None:
            self.month.setCurrentIndex(_row_of(self.month, day.replace(day=1)))
        self._ask()

    def leave(self) -> None:
        """Ask nothing."""
        self.clear.hide()
        self.cleared.emit()

    def relist(self) -> None:
        """Offer what the workspace has now; what was chosen stays where it is still there."""
        lists = self._desk.lists
        interests = [(one.name, one.id) for one in lists.interests.values() if not one.retired]
        segments = [(one.name, one.id) for one in lists.segments.values()]
        self._fill(self.interest, [(_("anything"), None), *interests])
        self._fill(self.segment, [(_("anybody"), None), *segments])
        self._fill(self.month, [(_month(first), first) for first in _months(self._desk.today)])

    def _ask(self) -> None:
        self.clear.show()
        self.asked.emit()

    @staticmethod
    def _fill(box: QComboBox, options: list[tuple[str, Any]]) -> None:
        before = box.currentData()
        box.blockSignals(True)
        box.clear()
        for name, value in options:
            box.addItem(name, value)
        box.setCurrentIndex(_row_of(box, before))
        box.blockSignals(False)

    @staticmethod
    def _box(name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMinimumContentsLength(LETTERS)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box


def _row_of(box: QComboBox, value: Any) -> int:
    # Qt's own search does not compare the dates of Python.
    return next((row for row in range(box.count()) if box.itemData(row) == value), 0)


def _months(today: date) -> list[date]:
    first = today.replace(day=1)
    found = [first]
    while len(found) < MONTHS:
        found.append(_after(found[-1]))
    return found


def _after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _month(first: date) -> str:
    return _("{month} {year}").format(month=month_name(first.month), year=first.year)
