"""Making and painting tiles: a coloured edge and ground, a mark, a title, perhaps a line of details."""

from collections.abc import Container, Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from editorial.domain.records import Entry, Lists
from editorial.ui.calendar.colours import Colours
from editorial.ui.calendar.scene import More, Place, Tile
from editorial.ui.calendar.sheet import Density
from editorial.ui.calendar.texts import LINE_SEPARATOR, Texts, is_leftwards
from editorial.ui.calendar.words import details, headline, parked
from editorial.ui.theme import Tokens

EDGE = 3
PAD = 4
GAPS = {Density.COMPACT: 1, Density.NORMAL: 3, Density.DETAILED: 3}
MARGINS = {Density.COMPACT: 0, Density.NORMAL: 2, Density.DETAILED: 2}
SMALL = 0.88


class TileMaker:
    """Makes tiles of one look; everything that costs time happens here, never while painting."""

    def __init__(self, font: QFont, tokens: Tokens, colours: Colours, lists: Lists, density: Density) -> None:
        self.tokens = tokens
        self.colours = colours
        self.lists = lists
        self.density = density
        self.texts = Texts(_scaled(font, 0.95))
        self.small = Texts(_scaled(font, SMALL))

    @property
    def gap(self) -> int:
        return GAPS[self.density]

    @property
    def line_height(self) -> int:
        """The height (px) of a tile of one line of title."""
        return self.height(1, detailed=self.density is Density.DETAILED)

    def height(self, lines: int, *, detailed: bool) -> int:
        extra = self.small.metrics.height() if detailed else 0
        return self.texts.metrics.height() * lines + extra + 2 * MARGINS[self.density]

    def tile(self, entry: Entry, rect: QRect, place: Place, note: str = "") -> Tile:
        """Return a tile of one line, with a second of details where the density says so."""
        tile = self._tile(entry, rect, place)
        inner = rect.width() - EDGE - 2 * PAD - tile.mark_width
        said = f"{headline(entry)} · {note}" if note else headline(entry)
        tile.title = self.texts.line(said, inner)
        tile.title_height = self.texts.metrics.height()
        self._strike_out(tile)
        if self.density is Density.DETAILED:
            tile.detail = self.small.line(details(entry, self.lists), rect.width() - EDGE - 2 * PAD)
        return tile

    def tall(self, entry: Entry, at: QPoint, width: int, place: Place, most: int, *, detailed: bool = False) -> Tile:
        """Return a tile whose title is wrapped into at most so many lines; it is as high as it needs to be.

        The mark is the beginning of the text, so that narrow tiles lose no room to it.
        """
        tile = self._tile(entry, QRect(at.x(), at.y(), width, 1), place)
        inner = width - EDGE - 2 * PAD
        said = headline(entry) if detailed else headline(entry, clocked=False)
        tile.title, lines = self.texts.lines(f"{self.colours.mark(entry)} {said}", inner, most)
        tile.mark = None
        tile.mark_width = 0
        tile.title_height = self.texts.metrics.height() * lines
        self._strike_out(tile)
        if detailed and (said := details(entry, self.lists)):
            tile.detail = self.small.line(said, inner)
        tile.rect.setHeight(self.height(lines, detailed=tile.detail is not None))
        return tile

    def more(self, rect: QRect, place: Place, count: int, words: str) -> More:
        return More(rect, place, count, self.small.line(words, rect.width() - PAD))

    def _tile(self, entry: Entry, rect: QRect, place: Place) -> Tile:
        mark = self.colours.mark(entry)
        width = self.texts.metrics.horizontalAdvance(mark) + PAD
        static = self.texts.line(mark, width)
        return Tile(entry, rect, place, self.colours.of(entry), static, static, width, parked=parked(entry, self.lists))

    def _strike_out(self, tile: Tile) -> None:
        """Note where the lines through a parked piece's title go; texts from right to left begin at the right."""
        if tile.parked:
            whole = round(tile.title.textWidth())
            lines = tile.title.text().split(LINE_SEPARATOR)
            widths = [min(whole, self.texts.metrics.horizontalAdvance(line)) for line in lines]
            leftwards = bool(lines[0]) and is_leftwards(lines[0])
            tile.strikes = tuple((whole - width if leftwards else 0, width) for width in widths)

    def paint(self, painter: QPainter, tiles: Iterable[Tile], selected: Container[int]) -> None:
        """Draw tiles."""
        tokens, drawn = self.tokens, list(tiles)
        chosen = QColor(tokens.selection)
        for tile in drawn:
            _ground(painter, tile, chosen if tile.entry.id in selected else None)
        painter.setFont(self.texts.font)
        top = MARGINS[self.density]
        for tile in drawn:
            if tile.mark is not None:
                painter.setPen(tile.swatch.edge)
                painter.drawStaticText(tile.rect.x() + EDGE + PAD, tile.rect.y() + top, tile.mark)
        painter.setPen(QColor(tokens.text))
        for tile in drawn:
            if not tile.parked:
                painter.drawStaticText(tile.rect.x() + EDGE + PAD + tile.mark_width, tile.rect.y() + top, tile.title)
        self._paint_quiet(painter, drawn, top)
        self._outline(painter, [tile for tile in drawn if tile.entry.id in selected])

    def _paint_quiet(self, painter: QPainter, tiles: list[Tile], top: int) -> None:
        painter.setPen(QColor(self.tokens.muted))
        for tile in tiles:
            if tile.parked:
                x = tile.rect.x() + EDGE + PAD + tile.mark_width
                painter.drawStaticText(x, tile.rect.y() + top, tile.title)
                self._strike(painter, tile, x, tile.rect.y() + top)
        painter.setFont(self.small.font)
        for tile in tiles:
            if tile.detail is not None:
                y = tile.rect.y() + top + tile.title_height
                painter.drawStaticText(tile.rect.x() + EDGE + PAD, y, tile.detail)

    def _strike(self, painter: QPainter, tile: Tile, x: int, y: int) -> None:
        """Strike a title through; a font that does so is misplaced by static texts of several lines."""
        metrics = self.texts.metrics
        for line, (start, width) in enumerate(tile.strikes):
            at = y + line * metrics.height() + metrics.ascent() - metrics.strikeOutPos()
            painter.drawLine(x + start, at, x + start + width, at)

    def _outline(self, painter: QPainter, tiles: list[Tile]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.tokens.accent), 1))
        for tile in tiles:
            painter.drawRect(tile.rect.adjusted(0, 0, -1, -1))

    def paint_more(self, painter: QPainter, mores: Iterable[More]) -> None:
        """Draw the lines that say how many pieces are not shown."""
        painter.setFont(self.small.font)
        painter.setPen(QColor(self.tokens.muted))
        for more in mores:
            painter.drawStaticText(more.rect.x() + PAD, more.rect.y(), more.text)


def _ground(painter: QPainter, tile: Tile, chosen: QColor | None) -> None:
    """Fill a tile; leaving out the corner pixels rounds it without the cost of smooth edges."""
    rect, colour = tile.rect, chosen or tile.swatch.ground
    painter.fillRect(rect.x(), rect.y() + 1, rect.width(), rect.height() - 2, colour)
    painter.fillRect(rect.x() + 1, rect.y(), rect.width() - 2, rect.height(), colour)
    painter.fillRect(rect.x(), rect.y() + 1, EDGE, rect.height() - 2, tile.swatch.edge)


def _scaled(font: QFont, factor: float) -> QFont:
    scaled = QFont(font)
    scaled.setPointSizeF(font.pointSizeF() * factor)
    return scaled
