"""Making and painting what stands on a board besides pieces: open slots dashed and quiet, the rest with a grey edge."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from editorial.ui.calendar.items import Item, Sort
from editorial.ui.calendar.scene import EDGE, PAD, Chip, Place, Scene
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.tokens import Tokens

OPEN = (Sort.SLOT, Sort.TIMELY)


def make_chip(maker: TileMaker, item: Item, rect: QRect, place: Place, lines: int = 1) -> Chip:
    """Return an item as a chip at most so many lines high; its height follows from its words."""
    width = rect.width() - EDGE - 2 * PAD
    if lines == 1:
        text, height = maker.texts.line(item.text, width), maker.texts.metrics.height()
    else:
        text, n = maker.texts.lines(item.text, width, lines)
        height = maker.texts.metrics.height() * n
    return Chip(item, QRect(rect.left(), rect.top(), rect.width(), height + 2 * maker.margin), place, text)


def stack_chips(scene: Scene, maker: TileMaker, items: Sequence[Item], area: QRect, place: Place, lines: int) -> int:
    """Put items below each other from the top of an area and return where the last one ends."""
    top = area.top()
    for item in items:
        chip = make_chip(maker, item, QRect(area.left(), top, area.width(), 1), place, lines)
        scene.add(chip)
        top += chip.rect.height() + maker.gap
    return top


def stack_height(maker: TileMaker, items: Sequence[Item], width: int, lines: int) -> int:
    """Return the height (px) that items need below each other."""
    chips = (make_chip(maker, item, QRect(0, 0, width, 1), (0, 0), lines) for item in items)
    return sum(chip.rect.height() + maker.gap for chip in chips)


def paint_chips(painter: QPainter, chips: Iterable[Chip], maker: TileMaker) -> None:
    """Draw items."""
    tokens = maker.tokens
    painter.setFont(maker.texts.font)
    for chip in chips:
        _frame(painter, chip, tokens)
        painter.setPen(QColor(_ink(chip.item, tokens)))
        painter.drawStaticText(chip.rect.left() + EDGE + PAD, chip.rect.top() + maker.margin, chip.text)


def _frame(painter: QPainter, chip: Chip, tokens: Tokens) -> None:
    rect, item = chip.rect, chip.item
    if item.sort in OPEN or item.sort is Sort.GHOST:
        proposed = item.sort is Sort.GHOST
        painter.fillRect(rect, QColor(tokens.selection if proposed else tokens.panel))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent if proposed else tokens.muted), 1, Qt.PenStyle.DashLine))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        return
    painter.fillRect(rect, QColor(tokens.panel))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    edge = QColor(tokens.warning if item.late else tokens.faint)
    painter.fillRect(rect.left(), rect.top(), EDGE, rect.height(), edge)


def _ink(item: Item, tokens: Tokens) -> str:
    if item.late:
        return tokens.warning
    return tokens.muted if item.done or item.sort in OPEN else tokens.text
