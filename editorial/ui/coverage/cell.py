"""How one cell of the matrix is painted, and how its target is edited in place."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSpinBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editorial.language import _
from editorial.ui.coverage.faces import Face
from editorial.ui.overriding import override
from editorial.ui.style import SMALL
from editorial.ui.theme import Theme
from editorial.ui.tokens import Tokens

GAP = 2
PAD = 8
TIGHT = 14
"""Letters below which a cell keeps half the free space at its sides."""
CORNER = 4
MOST = 999
DOT = " · "
"""Stands between what may go on the next line."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def colours(tone: str, tokens: Tokens) -> tuple[str, str]:
    """Return ground and ink of a tone."""
    return {
        "off": (tokens.window, tokens.muted),
        "empty": (tokens.bad_ground, tokens.bad),
        "thin": (tokens.warning_ground, tokens.warning),
        "met": (tokens.good_ground, tokens.good),
        "heavy": (tokens.heavy_ground, tokens.heavy),
        "loose": (tokens.window, tokens.warning),
        "below": (tokens.window, tokens.bad),
    }.get(tone, (tokens.window, tokens.text))


class CellPainter(QStyledItemDelegate):
    """Paints a face: figure and target at the left, the level's word at the right, a line below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hovered: tuple[int, int] | None = None
        self.stacked = False
        """Whether the cells are so narrow that the level stands below the figure, in all of them alike."""

    def inner(self, box: QRect, letter: int) -> QRect:
        """Return where the figures of a tall cell stand, its ground being `box`; `letter` is a letter's width (px)."""
        pad = PAD if box.width() > letter * TIGHT else PAD // 2
        return box.adjusted(pad, 4, -pad, -4)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        face: Face = index.data(Qt.ItemDataRole.UserRole)
        tokens = self._theme.tokens
        ground, ink = colours(face.tone, tokens)
        box = option.rect.adjusted(GAP, GAP, -GAP, -GAP)
        painter.save()
        self._ground(painter, box, face, ground)
        self._edge(painter, box, option, (index.row(), index.column()))
        if face.word:
            self._tall(painter, box, face, ink)
        else:
            self._low(painter, box, face, ink)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, face: Face, ground: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if face.word:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(box), CORNER, CORNER)
        if face.tone == "off":
            painter.setBrush(QBrush(QColor(self._theme.tokens.line), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(QRectF(box), CORNER, CORNER)

    def _edge(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, place: tuple[int, int]) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or place == self.hovered:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
            painter.drawRoundedRect(QRectF(box), CORNER, CORNER)

    def foot(self, face: Face, base: QFont, wide: int) -> list[tuple[str, str, int]]:
        """Return the lines at the foot of a tall cell that is `wide` px inside: tone, text, and how many lines each."""
        metrics = QFontMetrics(_sized(base, SMALL))
        lines = [("text", face.line), *face.more]
        packed = [(tone, part) for tone, text in lines for part in _packed(text, metrics, wide)]
        return [(tone, text, 1 + (metrics.horizontalAdvance(text) > wide)) for tone, text in packed]

    def height(self, faces: Sequence[Face], base: QFont, wide: int) -> int:
        """Return how high (px) a row of tall cells is, each `wide` px inside."""
        small = QFontMetrics(_sized(base, SMALL)).lineSpacing()
        feet = max(sum(lines for _tone, _text, lines in self.foot(face, base, wide)) for face in faces if face.word)
        return self._head(base) + small * (feet + self.stacked) + 2 * (GAP + 7)

    def _head(self, base: QFont) -> int:
        return QFontMetrics(_sized(base, 1.4, bold=True)).height()

    def _tall(self, painter: QPainter, box: QRect, face: Face, ink: str) -> None:
        """Write the level at the right of the figure, or below it where the cell is narrow, and the quiet lines."""
        tokens, base = self._theme.tokens, painter.font()
        inner = self.inner(box, painter.fontMetrics().averageCharWidth())
        figure, small, strong = _sized(base, 1.4, bold=True), _sized(base, SMALL), _sized(base, SMALL, bold=True)
        line = QFontMetrics(small).lineSpacing()
        row = QRect(inner.left(), inner.top(), inner.width(), self._head(base))
        used = self._write(painter, row, LEFT, face.figure, ink, figure) + 6
        used += self._write(painter, row.adjusted(used, 2, 0, 2), LEFT, face.beside, tokens.muted, small) + 6
        mark = self._ink(face.mark_tone)
        self._write(painter, row.adjusted(used, 2, 0, 2), LEFT, face.mark, mark, strong)
        if self.stacked:
            row = QRect(row.left(), row.bottom() + 1, row.width(), line)
        self._write(painter, row, LEFT if self.stacked else RIGHT, face.word, ink, strong)
        top = row.bottom() + 1
        for tone, text, lines in self.foot(face, base, inner.width()):
            painter.setFont(small)
            painter.setPen(QColor(self._ink(tone)))
            painter.drawText(QRect(inner.left(), top, inner.width(), lines * line), int(WRAPPED), text)
            top += lines * line

    def _ink(self, tone: str) -> str:
        tokens = self._theme.tokens
        inks = {"good": tokens.good, "warning": tokens.warning, "bad": tokens.bad, "muted": tokens.muted}
        return inks.get(tone, tokens.text)

    def _low(self, painter: QPainter, box: QRect, face: Face, ink: str) -> None:
        inner = box.adjusted(PAD, 0, -PAD, 0)
        base = painter.font()
        if self.stacked and face.beside:
            half = box.height() // 2
            self._write(painter, inner.adjusted(0, 0, 0, -half), LEFT, face.figure, ink, base)
            self._write(
                painter,
                inner.adjusted(0, half, 0, 0),
                LEFT,
                face.beside,
                self._beside_ink(face, ink),
                _sized(base, SMALL),
            )
            return
        used = self._write(painter, inner, LEFT, face.figure, ink, _sized(base, 1.0, bold=face.tone == "loose"))
        beside = inner.adjusted(used + 8, 0, 0, 0)
        self._write(painter, beside, LEFT, face.beside, self._beside_ink(face, ink), _sized(base, SMALL))

    def _beside_ink(self, face: Face, ink: str) -> str:
        return ink if face.tone == "below" else self._theme.tokens.muted

    def _write(self, painter: QPainter, box: QRect, flags: Qt.AlignmentFlag, text: str, ink: str, font: QFont) -> int:
        """Write in one line, shortened to the box, and return how wide it came out."""
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
        painter.drawText(box, int(flags), shown)
        return painter.fontMetrics().horizontalAdvance(shown)

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        box = QSpinBox(parent)
        box.setRange(0, MOST)
        box.setPrefix(_("target "))
        box.setAccessibleName(_("Target of this cell, pieces a quarter"))
        return box

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(editor, QSpinBox)
        editor.setValue(int(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    @override
    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        assert isinstance(editor, QSpinBox)
        value: Any = editor.value()
        model.setData(index, value)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell: QRect = option.rect
        wide = min(cell.width() - 2 * PAD, editor.sizeHint().width())
        editor.setGeometry(cell.left() + PAD, cell.top() + 4, wide, editor.sizeHint().height())


def _packed(text: str, metrics: QFontMetrics, wide: int) -> list[str]:
    """Break a text at its dots into as few lines as fit."""
    lines: list[str] = []
    for part in text.split(DOT) if text else []:
        joined = f"{lines[-1]}{DOT}{part}" if lines else part
        if lines and metrics.horizontalAdvance(joined) <= wide:
            lines[-1] = joined
        else:
            lines.append(part)
    return lines


def _sized(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made
