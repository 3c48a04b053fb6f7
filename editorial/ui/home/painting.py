"""How a row of Home looks: title and detail, and a word in a chip; texts are laid out once for a width and kept."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editorial.domain.vocabulary import Kind
from editorial.ui.calendar.colours import MARKS
from editorial.ui.calendar.texts import Texts
from editorial.ui.home.rows import ROW, Row
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

EDGE = 14
"""What stays free on both sides (px)."""
PAD = 7
GAP = 10
CHIP_PAD = 8
LINES = 2
SMALL = 0.88


class Laid(NamedTuple):
    """A row laid out for a width."""

    sign: str
    indent: int
    title: QStaticText
    below: int
    """Where the detail begins, below the top of the title (px)."""
    detail: QStaticText | None
    chip: int
    """The width of the chip, 0 without one."""
    height: int


class RowPainter(QStyledItemDelegate):
    """Paints rows of different heights."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._fonts: tuple[Texts, Texts, Texts] | None = None

    def forget(self) -> None:
        """Lay the texts out anew: the font is another."""
        self._fonts = None

    def height(self, row: Row, width: int) -> int:
        """Return how high (px) a row is in a list of this width."""
        return self._laid(row, width).height

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self.height(index.data(ROW), self._view.viewport().width()))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        tokens = self._theme.tokens
        laid = self._laid(row, option.rect.width())
        plain, strong, small = self._texts()
        self._ground(painter, option, index.row(), row)
        at = option.rect.topLeft() + QPoint(EDGE, PAD)
        if laid.sign:
            marks = {Kind.ASPIRATIONAL.value: tokens.aspirational, Kind.PRACTICAL.value: tokens.practical}
            painter.setFont(plain.font)
            painter.setPen(QColor(marks.get(row.kind, tokens.muted)))
            painter.drawStaticText(at, plain.line(laid.sign, laid.indent))
        at += QPoint(laid.indent, 0)
        painter.setFont(strong.font)
        painter.setPen(QColor(tokens.text))
        painter.drawStaticText(at, laid.title)
        if laid.detail is not None:
            painter.setFont(small.font)
            painter.setPen(QColor(tokens.muted))
            painter.drawStaticText(at + QPoint(0, laid.below), laid.detail)
        if laid.chip:
            self._chip(painter, option.rect, row, laid.chip)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, place: int, row: Row) -> None:
        tokens, rect, state = self._theme.tokens, option.rect, option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        if state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            painter.fillRect(rect, QColor(tokens.selection))
        elif state & QStyle.StateFlag.State_MouseOver and (row.remedy or row.folds):
            painter.fillRect(rect, QColor(tokens.hover))
        elif row.heading:
            painter.fillRect(rect, QColor(tokens.quiet))
        if place:
            painter.fillRect(rect.left() + EDGE, rect.top(), rect.width() - 2 * EDGE, 1, QColor(tokens.line))
        if focused:
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _chip(self, painter: QPainter, rect: QRect, row: Row, width: int) -> None:
        tokens, small = self._theme.tokens, self._texts()[2]
        colours = {
            "bad": (tokens.bad, tokens.bad_ground),
            "warning": (tokens.warning, tokens.warning_ground),
            "good": (tokens.good, tokens.good_ground),
        }
        text, ground = colours.get(row.level, (tokens.muted, tokens.panel))
        height = small.metrics.height() + 4
        room = QRect(rect.right() - EDGE - width, rect.top() + PAD - 1, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ground if row.level in colours else tokens.line), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(room.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), height / 2 - 1, height / 2 - 1)
        painter.setPen(QColor(text))
        painter.setFont(small.font)
        painter.drawStaticText(room.left() + CHIP_PAD, room.top() + 2, small.line(row.word, width - 2 * CHIP_PAD + 2))
        painter.restore()

    def _laid(self, row: Row, width: int) -> Laid:
        plain, strong, small = self._texts()
        room = max(40, width - 2 * EDGE)
        chip = min(room // 2, small.metrics.horizontalAdvance(row.word) + 2 * CHIP_PAD + 1) if row.word else 0
        sign = ("▸" if row.folded else "▾") if row.folds else MARKS[Kind(row.kind)] if row.kind else ""
        indent = plain.metrics.horizontalAdvance("✦ ") + 3 if sign else 0
        beside = room - indent - (chip + GAP if chip else 0)
        title, lines = strong.lines(row.title, beside, LINES)
        below = lines * strong.metrics.height() + 2
        detail, more = small.lines(row.detail, beside, LINES) if row.detail else (None, 0)
        height = below + more * small.metrics.height() + 2 * PAD - (0 if more else 2)
        return Laid(sign, indent, title, below, detail, chip, max(height, small.metrics.height() + 4 + 2 * PAD - 2))

    def _texts(self) -> tuple[Texts, Texts, Texts]:
        if self._fonts is None:
            font = self._view.font()
            strong, small = QFont(font), QFont(font)
            strong.setWeight(QFont.Weight.DemiBold)
            small.setPointSizeF(font.pointSizeF() * SMALL)
            self._fonts = (Texts(font), Texts(strong), Texts(small))
        return self._fonts
