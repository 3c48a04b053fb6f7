"""People × weeks as a table: what is due, its hours, interviews and absences, each in words too."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from editorial.domain.asking_words import hours
from editorial.domain.load import MonthLoad, OpenWork, PersonLoad, WeekLoad
from editorial.domain.records import Person
from editorial.domain.spoken import month_name, spoken_day
from editorial.language import _, ngettext
from editorial.ui.calendar.words import short_day
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-editorial-assignment"
NAME_LETTERS, WEEK_LETTERS = 26, 15
LEAST_LINES, EDGES = 2, 1.2
"""How many lines of text a row has room for at least, and what it needs besides, in lines."""


def week_lines(week: WeekLoad) -> list[str]:
    """Return what stands in the cell of a week, a few letters a line; empty where nothing is asked."""
    found = []
    if week.open:
        said = _("{n} due · over") if week.over else _("{n} due")
        found.append(said.format(n=week.open))
    if week.hours:
        found.append(_hours_line(week))
    if week.interviews:
        n = week.interviews
        found.append(ngettext("{n} interview", "{n} interviews", n).format(n=n))
    if week.days_away:
        n = week.days_away
        found.append(ngettext("away {n} day", "away {n} days", n).format(n=n))
    return found


def _hours_line(week: WeekLoad) -> str:
    if week.capacity is None:
        return _("{hours} h").format(hours=hours(week.hours))
    return _("{hours} of {most} h").format(hours=hours(week.hours), most=hours(week.capacity))


def person_lines(one: PersonLoad) -> list[str]:
    """Return a person's name, the hours of the period against what they can give, and months that are over."""
    found = [" ".join(one.person.name.split())]
    said, most = hours(sum((quarter.hours for quarter in one.quarters), Decimal(0))), one.person.hours_a_quarter
    if most is not None:
        over = _(" · over") if any(quarter.over for quarter in one.quarters) else ""
        found.append(_("{hours} of {most} h").format(hours=said, most=most * len(one.quarters)) + over)
    else:
        found.append(_("{hours} h, no limit").format(hours=said))
    return found + [_over(month, one.person) for month in one.months if month.over]


def _over(month: MonthLoad, person: Person) -> str:
    name, most = month_name(month.month.first.month), person.interviews_a_month
    return _("{month}: {n} of {most} interviews").format(month=name, n=month.interviews, most=most)


class LoadModel(QAbstractTableModel):
    """A row for everybody of whom something is asked or who is away, a column for every week."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[PersonLoad] = []

    def show_rows(self, rows: Sequence[PersonLoad]) -> None:
        """Show these people."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def week(self, index: Index) -> WeekLoad:
        """Return the week of a cell."""
        return self.rows[index.row()].weeks[index.column()]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or not self.rows else len(self.rows[0].weeks)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self.rows:
            return None
        if orientation is Qt.Orientation.Horizontal:
            first = self.rows[0].weeks[section].first
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return _("week of {day}").format(day=spoken_day(first))
            return short_day(first) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(person_lines(self.rows[section]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(person_lines(self.rows[section]))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return left if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        week, tokens = self.week(index), self._theme.tokens
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(week_lines(week))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            name = self.rows[index.row()].person.name
            said = week_lines(week) or [_("nothing is asked")]
            return ", ".join([name, _("week of {day}").format(day=spoken_day(week.first)), *said])
        if role == Qt.ItemDataRole.BackgroundRole:
            ground = tokens.bad_ground if week.over else tokens.window if week.days_away else None
            return QColor(ground) if ground else None
        if role == Qt.ItemDataRole.ForegroundRole and week.over:
            return QColor(tokens.bad)
        return int(Qt.AlignmentFlag.AlignCenter) if role == Qt.ItemDataRole.TextAlignmentRole else None


class LoadTable(QTableView):
    """An assignment that is dropped on a row is handed on to the person of that row."""

    cell_chosen = Signal()
    dropped = Signal(object, int)
    """An assignment as piece id, person id and role, and the person it is dropped on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.load = LoadModel(theme)
        self.setModel(self.load)
        self.setAccessibleName(_("Load by week"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setHighlightSections(True)
        self.selectionModel().currentChanged.connect(lambda _now, _was: self.cell_chosen.emit())
        self.setWordWrap(False)
        self._first: int | None = None
        self.horizontalScrollBar().rangeChanged.connect(lambda _least, most: self._scroll() if most else None)
        self.load.modelReset.connect(self.measure)
        theme.changed.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        """Give every cell room for its lines at this text size."""
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.verticalHeader().setFixedWidth(letter * NAME_LETTERS)
        self.horizontalHeader().setDefaultSectionSize(letter * WEEK_LETTERS)
        for row, one in enumerate(self.load.rows):
            lines = max(LEAST_LINES, len(person_lines(one)), *(len(week_lines(week)) for week in one.weeks))
            self.verticalHeader().resizeSection(row, int(line * (lines + EDGES)))

    def begin_with(self, column: int) -> None:
        """Let a week stand first, now or once there is room known to scroll in."""
        self._first = column
        if self.horizontalScrollBar().maximum():
            self._scroll()

    def _scroll(self) -> None:
        if self._first is not None:
            self.horizontalScrollBar().setValue(self.horizontalHeader().sectionPosition(self._first))
            self._first = None

    @property
    def person(self) -> PersonLoad | None:
        """The person of the current row."""
        row = self.currentIndex().row()
        return self.load.rows[row] if 0 <= row < len(self.load.rows) else None

    @property
    def week(self) -> WeekLoad | None:
        """The week of the current cell."""
        index = self.currentIndex()
        return self.load.week(index) if index.isValid() else None

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if event.mimeData().hasFormat(MIME) and self.takes(event.mimeData(), row):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if self.takes(event.mimeData(), row):
            event.acceptProposedAction()
            self.dropped.emit(read_mime(event.mimeData()), self.load.rows[row].person.id)

    def takes(self, carried: QMimeData, row: int) -> bool:
        """Tell whether what is carried can be dropped on a row: not on the person who has it."""
        return 0 <= row < len(self.load.rows) and read_mime(carried)[1] != self.load.rows[row].person.id


def as_mime(one: OpenWork) -> QMimeData:
    """Return an assignment as it travels with the mouse: its key, never the record."""
    carried = QMimeData()
    carried.setData(MIME, f"{one.piece_id} {one.person_id} {one.role.value}".encode())
    return carried


def read_mime(carried: QMimeData) -> tuple[int, int, str]:
    """Return piece id, person id and role of what is carried."""
    piece, person, role = bytes(carried.data(MIME).data()).decode().split(" ", 2)
    return int(piece), int(person), role
