"""The days of a slot that differ: left out or moved, each put back with one button, and one more made."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.planning_records import Slot, SlotException
from editorial.domain.slots import Occurrence, Scope, with_exception
from editorial.language import _
from editorial.services import lists, slot_series
from editorial.ui.calendar.words import long_day
from editorial.ui.desk import Desk
from editorial.ui.fields.days import DayLine

if TYPE_CHECKING:
    pass


class Exceptions(QWidget):
    """Lists the exceptions of a slot; moving, leaving out and putting back are saved at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._slot: Slot | None = None
        self._standing: Sequence[Occurrence] = ()
        self.backs: list[QPushButton] = []
        heading = QLabel(_("Exceptions"))
        heading.setObjectName("section")
        self._list = QVBoxLayout()
        self.day = QComboBox()
        self.day.setAccessibleName(_("Which one"))
        self.to = DayLine(_("Another day"), desk)
        self.to.line.setProperty("quiet", False)
        self.to.line.setPlaceholderText(_("another day"))
        self.move_one = QPushButton(_("Move"))
        self.leave_out = QPushButton(_("Leave out"))
        self.reason = QLabel()
        self.reason.setObjectName("bad")
        self.reason.setWordWrap(True)
        self.reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading)
        column.addLayout(self._list)
        column.addWidget(self.day)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.to, 1)
        row.addWidget(self.move_one)
        row.addWidget(self.leave_out)
        column.addLayout(row)
        column.addWidget(self.reason)
        self.move_one.clicked.connect(self._move)
        self.to.line.returnPressed.connect(self._move)
        self.leave_out.clicked.connect(self._leave_out)

    def show_slot(self, slot: Slot, standing: Sequence[Occurrence]) -> None:
        """Show the exceptions of a slot; `standing` are the days that may be moved or left out."""
        self._slot, self._standing = slot, standing
        self._tell("")
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.backs = []
        for one in slot.exceptions:
            self._list.addWidget(self._row(one))
        self.day.clear()
        for occurrence in standing:
            self.day.addItem(long_day(occurrence.day))
        able = bool(standing) and not self._desk.readonly
        for part in (self.day, self.to, self.move_one, self.leave_out):
            part.setEnabled(able)

    def _row(self, one: SlotException) -> QWidget:
        if one.moved_to is None:
            said = _("{day}: left out").format(day=long_day(one.day))
        else:
            said = _("{day}: moved to {other}").format(day=long_day(one.day), other=long_day(one.moved_to))
        label = QLabel(said)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        back = QPushButton(_("Put back"))
        back.setAccessibleName(_("Put back {day}").format(day=long_day(one.day)))
        back.setEnabled(not self._desk.readonly and (one.moved_to or one.day) >= self._desk.today)
        back.clicked.connect(lambda: self._put_back(one))
        self.backs.append(back)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label, 1)
        row.addWidget(back)
        return holder

    def _put_back(self, one: SlotException) -> None:
        slot, today = self._slot, self._desk.today
        assert slot is not None
        if one.moved_to is not None:
            self._desk.did(lambda w: slot_series.move(w, slot.id, one.day, one.day, today=today), self._tell)
        else:
            left = with_exception(slot.exceptions, one.day, one.day)
            self._desk.did(lambda w: lists.edit(w, "slot", slot.id, exceptions=left), self._tell)

    def _move(self) -> None:
        slot, one, typed = self._slot, self._chosen(), self.to.read()
        if slot is None or one is None:
            return
        if typed.day is None:
            self.to.tell(typed.reason or _("Say to which day it moves."))
            self.to.setFocus()
            return
        day = typed.day
        if self._desk.did(
            lambda w: slot_series.move(w, slot.id, one.original, day, today=self._desk.today), self._tell
        ):
            self.to.line.clear()

    def _leave_out(self) -> None:
        slot, one = self._slot, self._chosen()
        if slot is not None and one is not None:
            self._desk.did(
                lambda w: slot_series.remove(w, slot.id, one.original, Scope.THIS, today=self._desk.today), self._tell
            )

    def _chosen(self) -> Occurrence | None:
        row = self.day.currentIndex()
        return self._standing[row] if 0 <= row < len(self._standing) else None

    def _tell(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
