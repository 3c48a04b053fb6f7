"""The second page of sharing: the pieces there are, ticked off one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editorial.domain.records import Entry
from editorial.domain.vocabulary import Precision
from editorial.language import _, ngettext
from editorial.ui.labels import plain_label, side_by_side
from editorial.ui.moments import short_day
from editorial.ui.ticklist import TickList


class PiecesPage(QWidget):
    """A piece that was ticked off stays so while others come and go."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._left_out: set[int] = set()
        self.list = TickList(_("Pieces that are shared"))
        self.every, self.none = QPushButton(_("Tick all")), QPushButton(_("Tick none"))
        self.said = plain_label("small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        column.addLayout(side_by_side(self.every, self.none, None))
        self.every.clicked.connect(lambda: self.list.tick_all(True))
        self.none.clicked.connect(lambda: self.list.tick_all(False))
        self.list.changed.connect(self._ticked)

    @property
    def left_out(self) -> tuple[int, ...]:
        """The ids of the pieces that are ticked off, of those listed."""
        return tuple(id_ for id_ in self.list.order if id_ in self._left_out)

    def show_pieces(self, entries: Sequence[Entry]) -> None:
        """List pieces by their day."""
        row = self.list.currentRow()
        lines = [(entry.id, f"{_when(entry)}  {entry.title}") for entry in entries]
        self.list.show_lines(lines, {entry.id for entry in entries} - self._left_out)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._count()

    def forget(self) -> None:
        """Tick every piece again: another workspace is here."""
        self._left_out.clear()

    def _ticked(self) -> None:
        self._left_out -= set(self.list.order)
        self._left_out |= set(self.list.order) - set(self.list.ticked)
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        n, all_ = len(self.list.ticked), self.list.count()
        said = ngettext("{n} of {all} piece is shared.", "{n} of {all} pieces are shared.", all_)
        self.said.setText(said.format(n=n, all=all_) if all_ else _("There is nothing in this range to share."))


def _when(entry: Entry) -> str:
    if entry.day is None:
        return ""
    said = short_day(entry.day)
    return said if entry.published or entry.precision is Precision.DAY else _("from {day}").format(day=said)
