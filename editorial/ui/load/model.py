"""The load as a table: people × weeks, laid out in words when it is asked, never while painting."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from editorial.domain.load import OpenWork, PersonLoad, WeekLoad
from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.ui.calendar.words import short_day
from editorial.ui.load.words import Said, person_lines, week_lines
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
DAYS_A_WEEK = 7


class LoadModel(QAbstractTableModel):
    """A row for everybody of whom something is asked or who is away, a column for every week."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[PersonLoad] = []
        self.names: list[str] = []
        self.said: list[list[Said]] = []
        """What stands below each name."""
        self.lines: list[list[list[str]]] = []
        """The lines of each cell."""
        self._owed: Mapping[int, Sequence[OpenWork]] = {}
        self._today: date | None = None

    def show_rows(
        self,
        rows: Sequence[PersonLoad],
        owed: Mapping[int, Sequence[OpenWork]] | None = None,
        today: date | None = None,
    ) -> None:
        """Show these people, with what each of them owes; the week of today says so."""
        self.beginResetModel()
        self.rows, self._owed, self._today = list(rows), owed or {}, today
        self.names = [" ".join(one.person.name.split()) for one in self.rows]
        self.said = [person_lines(one) for one in self.rows]
        self.lines = [[week_lines(week) for week in one.weeks] for one in self.rows]
        self.endResetModel()

    def week(self, index: Index) -> WeekLoad:
        """Return the week of a cell."""
        return self.rows[index.row()].weeks[index.column()]

    def work(self, index: Index) -> list[OpenWork]:
        """Return what is due in the week of a cell."""
        if not index.isValid() or not self.week(index).open:
            return []
        first, theirs = self.week(index).first, self._owed.get(self.rows[index.row()].person.id, ())
        return [one for one in theirs if one.due and 0 <= (one.due - first).days < DAYS_A_WEEK]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or not self.rows else len(self.rows[0].weeks)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        able = super().flags(index)
        return able | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() and self.week(index).open else able

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self.rows:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._week_heading(self.rows[0].weeks[section].first, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join([self.names[section], *(said.text for said in self.said[section])])
        return None

    def _week_heading(self, first: date, role: int) -> str | None:
        now = self._today is not None and 0 <= (self._today - first).days < DAYS_A_WEEK
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = _("this week, from {day}") if now else _("week of {day}")
            return said.format(day=spoken_day(first))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _("{day} · now").format(day=short_day(first)) if now else short_day(first)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self.lines[index.row()][index.column()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        week, tokens = self.week(index), self._theme.tokens
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = self.lines[index.row()][index.column()] or [_("nothing is asked")]
            return ", ".join([self.names[index.row()], _("week of {day}").format(day=spoken_day(week.first)), *said])
        if role == Qt.ItemDataRole.BackgroundRole:
            ground = tokens.bad_ground if week.over else tokens.window if week.days_away else None
            return QColor(ground) if ground else None
        return QColor(tokens.bad) if role == Qt.ItemDataRole.ForegroundRole and week.over else None
