"""The matrix widget: a table that paints its cells, takes ideas dropped on them and edits their targets in place."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from editorial.language import _
from editorial.ui.calendar.dragging import MIME, PieceDrag
from editorial.ui.coverage.cell import GAP, CellPainter
from editorial.ui.coverage.faces import Face, Grid
from editorial.ui.coverage.heads import Heads
from editorial.ui.overriding import override
from editorial.ui.style import SMALL
from editorial.ui.theme import Theme
from editorial.ui.turns import next_turn

Index = QModelIndex | QPersistentModelIndex
FACE = Qt.ItemDataRole.UserRole
EMPTY = Grid((), (), ())
COUNTS = 2
"""Columns beside the matrix: untagged and total."""
LEAST = 9
"""Letters a cell needs at least."""
ROOMY = 15
"""Letters in which figure, target and level stand in one line."""


class MatrixModel(QAbstractTableModel):
    """The grid as Qt's views and screen readers see it."""

    target_edited = Signal(object, int)
    """A cell's key and its new target."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.grid = EMPTY

    def show_grid(self, grid: Grid) -> None:
        """Show another grid; where only figures differ, the selection stays."""
        same = (grid.rows, grid.columns) == (self.grid.rows, self.grid.columns)
        if same and grid.rows:
            self.grid = grid
            self.dataChanged.emit(self.index(0, 0), self.index(len(grid.rows) - 1, len(grid.columns) - 1))
            return
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def face(self, index: Index) -> Face:
        return self.grid.faces[index.row()][index.column()]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.grid.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.grid.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        face = self.face(index)
        if role == FACE:
            return face
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return face.told
        if role == Qt.ItemDataRole.DisplayRole:
            return face.figure
        if role == Qt.ItemDataRole.EditRole:
            return face.target
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        heads = self.grid.columns if orientation == Qt.Orientation.Horizontal else self.grid.rows
        if section >= len(heads):
            return None
        head = heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            name = f"{head.mark} {head.name}" if head.mark else head.name
            return "\n".join([name, *([head.line] if head.line else []), *(text for _tone, text in head.more)])
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = f"{head.name}, {head.line}" if head.line else head.name
            return f"{said}. {head.told}" if head.told else said
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        face = self.face(index)
        if face.target is not None:
            flags |= Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = self.face(index).key
        if role != Qt.ItemDataRole.EditRole or key is None:
            return False
        self.target_edited.emit(key, int(value))
        return True


class Matrix(QTableView):
    """Segments (or formats) × stages."""

    cell_chosen = Signal(object)
    """The key of the cell that was clicked or reached by keyboard, or None."""
    dropped = Signal(object, object)
    """Piece ids and the key of the cell they were dropped on."""
    held = Signal(object, object)
    """Piece ids and the key of the cell they are held over, told when it becomes another one; None for none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cells = MatrixModel(self)
        self.setModel(self.cells)
        self.painter = CellPainter(theme, self)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Coverage matrix"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._across = Heads(Qt.Orientation.Horizontal, theme, self)
        self._down = Heads(Qt.Orientation.Vertical, theme, self)
        self.setHorizontalHeader(self._across)
        self.setVerticalHeader(self._down)
        self.setObjectName("clear")
        # Not the current one: Qt makes the first cell current wherever the focus passes by.
        self.selectionModel().selectionChanged.connect(lambda _now, _was: self.cell_chosen.emit(self.chosen))
        theme.changed.connect(self._measure)
        self.cells.modelReset.connect(self._measure)

    def show_grid(self, grid: Grid) -> None:
        self.cells.show_grid(grid)
        self._measure()

    def choose(self, key: tuple[int | None, int | None]) -> None:
        """Select a cell and scroll to it."""
        place = self.cells.grid.at(key)
        if place is not None:
            self.setCurrentIndex(self.cells.index(*place))

    @property
    def chosen(self) -> tuple[int | None, int | None] | None:
        """The key of the cell that is framed, if it has one."""
        face = self.chosen_face
        return face.key if face is not None else None

    @property
    def chosen_face(self) -> Face | None:
        """What is framed."""
        index = next(iter(self.selectedIndexes()), None)
        return self.cells.face(index) if index is not None else None

    def _measure(self) -> None:
        """Share out the width; rows of the matrix are tall, those of the strips below it low."""
        grid = self.cells.grid
        self._across.heads, self._down.heads = grid.columns, grid.rows
        if not grid.columns:
            return
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        wide_enough = self.width() > letter * 110
        widest = max(self.fontMetrics().horizontalAdvance(head.name) for head in grid.rows)
        self._down.setFixedWidth(min(max(widest + 32, letter * 14), letter * (26 if wide_enough else 15)))
        widest = max(map(self._across.room_for, grid.columns[-COUNTS:]))
        beside = max(letter * 9, widest) if wide_enough else max(letter * 7, round(widest * SMALL))
        room = self.viewport().width() - COUNTS * beside - 2
        least = max([letter * LEAST, *map(self._across.least_for, grid.columns[:-COUNTS])])
        wide = max(least, room // max(1, len(grid.columns) - COUNTS))
        for column in range(len(grid.columns)):
            self.setColumnWidth(column, wide if column < len(grid.columns) - COUNTS else beside)
        self._across.setFixedHeight(self._across.tall())
        self.painter.stacked = wide < letter * ROOMY
        inside = self.painter.inner(QRect(0, 0, wide - 2 * GAP, 0), letter).width()
        for row, faces in enumerate(grid.faces):
            self.setRowHeight(row, self._height(faces, inside, line))

    def _height(self, faces: tuple[Face, ...], inside: int, line: int) -> int:
        """Return how high (px) a row is; `inside` is the width of a cell within its edges."""
        if any(face.word for face in faces):
            return self.painter.height(faces, self.font(), inside)
        low = 2.5 if self.painter.stacked and any(face.beside for face in faces) else 1.9
        return int(line * low)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.setCurrentIndex(self.currentIndex())
            self.cell_chosen.emit(self.chosen)
            return
        typed = event.text()
        if typed and not typed.isdigit() and event.key() not in _MOVES:
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        fits = index.isValid() and bool(self.cells.flags(index) & Qt.ItemFlag.ItemIsDropEnabled)
        self._hover((index.row(), index.column()) if fits else None, PieceDrag.from_mime(event.mimeData()))
        if fits:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._hover(None)
        drag = PieceDrag.from_mime(event.mimeData())
        if not index.isValid() or drag is None:
            event.ignore()
            return
        ids, key = drag.ids, self.cells.face(index).key
        event.acceptProposedAction()
        # The drag's own loop still runs: what is dropped is handled once it has ended.
        next_turn(lambda: self.dropped.emit(ids, key), self)

    @override
    def dragLeaveEvent(self, event: Any) -> None:
        self._hover(None)

    def _hover(self, place: tuple[int, int] | None, drag: PieceDrag | None = None) -> None:
        """Frame the cell that pieces are held over."""
        if place == self.painter.hovered:
            return
        self.painter.hovered = place
        self.viewport().update()
        if place is None or drag is None:
            self.held.emit((), None)
            return
        self.held.emit(drag.ids, self.cells.grid.faces[place[0]][place[1]].key)


_MOVES = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Space}
