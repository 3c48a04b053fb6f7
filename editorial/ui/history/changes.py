"""The changes of a workspace as a table that reads on while one scrolls."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from editorial.domain.records import ChangeLine
from editorial.language import _
from editorial.ui.moments import short_moment
from editorial.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
PAGE = 200
LINE = Qt.ItemDataRole.UserRole
WHAT = 2


class ChangeTable(QAbstractTableModel):
    """Newest first; asks for the next page when the end comes into view."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[ChangeLine] = []
        self._more: Callable[[int | None], Sequence[ChangeLine]] = lambda _before: ()
        self._ended = True
        self._titles = (_("When"), _("Who"), _("What was done"), _("Rows"))

    def show_changes(self, more: Callable[[int | None], Sequence[ChangeLine]]) -> None:
        """Show from the newest; `more` returns the page before a change."""
        self.beginResetModel()
        self._more = more
        self.lines = list(more(None))
        self._ended = len(self.lines) < PAGE
        self.endResetModel()

    def row_of(self, change_id: int) -> int:
        """Return the row of a change, or −1."""
        return next((row for row, line in enumerate(self.lines) if line.id == change_id), -1)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._ended

    @override
    def fetchMore(self, parent: Index) -> None:
        page = list(self._more(self.lines[-1].id if self.lines else None))
        self._ended = len(page) < PAGE
        if page:
            first = len(self.lines)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self.lines += page
            self.endInsertRows()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._titles)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells(line)[index.column()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.FontRole and line.undone and index.column() == WHAT:
            font = QFont()
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > WHAT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WHAT:
            return what(line)
        return None


def cells(line: ChangeLine) -> tuple[str, str, str, str]:
    """Return a change as the table shows it."""
    return short_moment(line.at), line.author, what(line), str(line.rows)


def what(line: ChangeLine) -> str:
    """Return what was done; a change that was taken back says so in words."""
    return _("{what} (undone)").format(what=line.label) if line.undone else line.label
