"""The model behind a board: it only speaks, because the board paints itself."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editorial.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex


class CellModel(QAbstractTableModel):
    """As many rows and columns as a board has cells, with headings and what screen readers say of each."""

    def __init__(self, say: Callable[[int, int], str], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self._columns: Sequence[str] = ()
        self._rows: Sequence[str] = ()

    def head(self, columns: Sequence[str], rows: Sequence[str]) -> None:
        """Set the headings, and by them how many columns and rows there are."""
        if (len(columns), len(rows)) != (len(self._columns), len(self._rows)):
            self.beginResetModel()
            self._columns, self._rows = columns, rows
            self.endResetModel()
            return
        self._columns, self._rows = columns, rows
        if columns and rows:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            return self._say(index.row(), index.column())
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        heads = self._columns if orientation is Qt.Orientation.Horizontal else self._rows
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and section < len(heads):
            return heads[section]
        return None
