"""The list of the search box: icon, title, what tells it from others, and headings between the groups."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editorial.language import _
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.search.found import Found
from editorial.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
PAD = 8
ICON = 16


class FoundModel(QAbstractListModel):
    """The lines as they were found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[Found] = ()

    def show_lines(self, lines: Sequence[Found]) -> None:
        """Show these in place of those before."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def is_first(self, row: int) -> bool:
        """Tell whether a line is the first of its group."""
        return row == 0 or self.lines[row - 1].group != self.lines[row].group

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.why_not or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(line)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        # What cannot be done can still be reached, so that its reason is read.
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FoundDelegate(QStyledItemDelegate):
    """Paints a line; the heading of a group stands above its first one."""

    def __init__(self, theme: Theme, model: FoundModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height() + PAD
        return QSize(200, line + (line if self._model.is_first(index.row()) else 0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._theme.tokens
        area: QRect = option.rect
        line = self._model.lines[index.row()]
        height = option.fontMetrics.height() + PAD
        row = QRect(area.left(), area.bottom() - height + 1, area.width(), height)
        painter.save()
        if self._model.is_first(index.row()):
            painter.setPen(QColor(tokens.muted))
            heading = QRect(area.left() + PAD, area.top(), area.width() - 2 * PAD, height)
            painter.drawText(heading, _left(), line.group)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor(tokens.selection))
            painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), QColor(tokens.accent))
        self._paint_line(painter, row, line, option)
        painter.restore()

    def _paint_line(self, painter: QPainter, row: QRect, line: Found, option: QStyleOptionViewItem) -> None:
        tokens = self._theme.tokens
        metrics = option.fontMetrics
        if line.icon:
            place = QRect(row.left() + PAD, row.top() + (row.height() - ICON) // 2, ICON, ICON)
            icon(line.icon, tokens.muted).paint(painter, place)
        room = row.adjusted(2 * PAD + ICON, 0, -PAD, 0)
        said = line.why_not or line.detail
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room.width() // 2)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QColor(tokens.muted if line.why_not else tokens.text))
        left = room.adjusted(0, 0, -(metrics.horizontalAdvance(shown) + 2 * PAD if shown else 0), 0)
        title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, _left(), title)


def _left() -> int:
    return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _spoken(line: Found) -> str:
    told = f"{line.title}, {line.detail}" if line.detail else line.title
    return _("{what}, not now: {why}").format(what=told, why=line.why_not) if line.why_not else told
