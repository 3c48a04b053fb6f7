"""The table of interests: weights and gaps edited in place, deficits as bars, the quarter as a strip of weeks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from editorial.domain.folding import fold
from editorial.domain.spoken import percent
from editorial.language import _
from editorial.ui.cards import short_day
from editorial.ui.interests.bars import BarPainter
from editorial.ui.interests.rows import InterestRow, signed, told
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
NEVER = -1
NAME_LETTERS, NARROW_NAME_LETTERS = (18, 34), (15, 34)
"""The least and the most letters the names have room for."""
HEADING_ROOM = 18
"""What a heading needs beside its text (px)."""
NARROW_HIDES = ("share", "fair", "weeks")
"""What a narrow table has no column for: the weeks stand below the name, the others are in the tool tip."""
ROW_LINES, NARROW_LINES = 1.9, 2.8
"""How many lines of text a row is high."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, text and sort key of a row; `field` where it can be edited."""

    word: str
    heading: str
    text: Callable[[InterestRow], str]
    key: Callable[[InterestRow], Any]
    field: str = ""
    number: bool = True


def columns() -> list[Column]:
    """Return the columns in their order."""
    return [
        Column("name", _("Interest"), lambda r: r.interest.name, lambda r: fold(r.interest.name), number=False),
        Column("state", _("State"), lambda r: r.state, lambda r: r.state == "", number=False),
        Column("weight", _("Weight"), _weight, lambda r: -r.interest.weight, field="weight"),
        Column("share", _("Share"), lambda r: percent(r.turn.weight) if r.turn else "", _of("weight")),
        Column("used", _("Used"), lambda r: str(r.turn.count) if r.turn else "", _of("count")),
        Column("fair", _("Fair"), lambda r: f"{float(r.turn.fair_share):.1f}" if r.turn else "", _of("fair_share")),
        Column("deficit", _("Deficit"), lambda r: signed(r.turn.deficit) if r.turn else "", _of("deficit")),
        Column("last", _("Last used"), _last, _last_key, number=False),
        Column("gap", _("Longest gap"), _gap, lambda r: -(r.interest.longest_gap or 0), field="longest_gap"),
        Column("weeks", _("By week"), lambda r: "", lambda r: [-n for n in r.weeks], number=False),
    ]


def _position(row: InterestRow) -> int:
    return row.interest.position


def _of(name: str) -> Callable[[InterestRow], Any]:
    return lambda row: -getattr(row.turn, name) if row.turn else 0


def _weight(row: InterestRow) -> str:
    return format(row.interest.weight.normalize(), "f")


def _gap(row: InterestRow) -> str:
    return "" if row.interest.longest_gap is None else str(row.interest.longest_gap)


def _last(row: InterestRow) -> str:
    if row.turn is None:
        return ""
    last = row.turn.last
    return f"{short_day(last)} {last.year}" if last else _("never")


def _last_key(row: InterestRow) -> int:
    return row.turn.last.toordinal() if row.turn and row.turn.last else NEVER


class InterestModel(QAbstractTableModel):
    """The rows as Qt's views see them; sorts in Python, on a heading."""

    edited = Signal(int, str, object)
    """Interest id, field and value (a Decimal, a number of days or None)."""
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.columns = columns()
        self.rows: list[InterestRow] = []
        self.narrow = False
        """Whether headings take two lines."""
        self._sort: tuple[int, bool] = (-1, False)
        """The column sorted by, before the first for the order of the list, and whether from the greatest."""

    def show_rows(self, rows: Sequence[InterestRow]) -> None:
        self.beginResetModel()
        self.rows = self._sorted(rows)
        self.endResetModel()

    def _sorted(self, rows: Sequence[InterestRow]) -> list[InterestRow]:
        column, descending = self._sort
        key = self.columns[column].key if column >= 0 else _position
        arranged = sorted(rows, key=key, reverse=descending)
        return sorted(arranged, key=lambda row: row.turn is None)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort = column, order == Qt.SortOrder.DescendingOrder
        self.show_rows(self.rows)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            heading = self.columns[section].heading
            return heading.replace(" ", "\n", 1) if self.narrow else heading
        return _side(self.columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return told(row) if column.word in ("name", "weeks") else f"{column.heading}: {column.text(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return told(row)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.FontRole and column.word == "name":
            return _semibold()
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].field else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or not column.field:
            return False
        typed = str(value).strip().replace(",", ".")
        try:
            read = _read(column.field, typed)
        except (InvalidOperation, ValueError):
            self.refused.emit(_refusal(column.field, str(value)))
            return False
        if column.text(self.rows[index.row()]) != typed:
            self.edited.emit(self.rows[index.row()].interest.id, column.field, read)
        return True


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _semibold() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _read(field: str, typed: str) -> Decimal | int | None:
    if field == "weight":
        weight = Decimal(typed)
        if not weight.is_finite() or weight < 0:
            raise ValueError(typed)
        return weight
    if not typed:
        return None
    days = int(typed)
    if days < 0:
        raise ValueError(typed)
    return days


def _refusal(field: str, typed: str) -> str:
    if field == "weight":
        return _("A weight is a number from 0 on, not “{typed}”. Nothing was changed.").format(typed=typed)
    return _("The longest gap is a whole number of days, or empty, not “{typed}”. Nothing was changed.").format(
        typed=typed
    )


class InterestTable(QTableView):
    """One interest a row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.interests = InterestModel(self)
        self.setModel(self.interests)
        self._bars = BarPainter(theme, self)
        words = [column.word for column in self.interests.columns]
        for word in ("name", "deficit", "weeks", "state"):
            self.setItemDelegateForColumn(words.index(word), self._bars)
        self.setAccessibleName(_("Interests"))
        self.setObjectName("padded")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        theme.changed.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        """Give every column the room its figures need at this text size, and the names what is left."""
        letter, header = self.fontMetrics().averageCharWidth(), self.horizontalHeader().fontMetrics()
        least, most = (letter * letters for letters in NAME_LETTERS)
        widths = self._widths(letter, header, narrow=False)
        narrow = sum(widths.values()) + least > self.viewport().width()
        if narrow:
            widths = self._widths(letter, header, narrow=True)
            least, most = (letter * letters for letters in NARROW_NAME_LETTERS)
        self.interests.narrow = self._bars.strip_below = narrow
        for column, declared in enumerate(self.interests.columns):
            self.setColumnHidden(column, narrow and declared.word in NARROW_HIDES)
            if declared.word in widths:
                self.setColumnWidth(column, widths[declared.word])
        self.setColumnWidth(0, min(max(self.viewport().width() - sum(widths.values()), least), most))
        self.verticalHeader().setDefaultSectionSize(
            int(self.fontMetrics().height() * (NARROW_LINES if narrow else ROW_LINES))
        )

    def _widths(self, letter: int, header: QFontMetrics, *, narrow: bool) -> dict[str, int]:
        """Return how wide each column beside the names wants to be (px)."""
        letters = {"state": 10, "share": 8, "used": 7, "fair": 8, "deficit": 12, "last": 14, "gap": 7, "weeks": 17}
        listed = [each for each in self.interests.columns[1:] if not (narrow and each.word in NARROW_HIDES)]
        parts = {each.word: each.heading.split(" ", 1) if narrow else [each.heading] for each in listed}
        return {
            word: max(letter * letters.get(word, 6), HEADING_ROOM + max(map(header.horizontalAdvance, lines)))
            for word, lines in parts.items()
        }

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def row(self) -> InterestRow | None:
        """Return the row that is chosen, which the current one need not be: Qt makes the first so in passing."""
        rows = self.selectionModel().selectedRows()
        return self.interests.rows[rows[0].row()] if rows else None

    def choose(self, interest_id: int) -> None:
        """Choose the row of an interest."""
        for number, row in enumerate(self.interests.rows):
            if row.interest.id == interest_id:
                self.selectRow(number)
                self.scrollTo(self.interests.index(number, 0))
