"""Making and painting tiles: a coloured edge and ground, a mark, a title, perhaps a line of details."""

from collections.abc import Container, Iterable, Mapping

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QStaticText

from editorial.domain.records import Entry, Lists
from editorial.language import _
from editorial.ui.calendar.colours import Colours
from editorial.ui.calendar.scene import EDGE, PAD, More, Place, Tile
from editorial.ui.calendar.sheet import Density
from editorial.ui.calendar.texts import LINE_SEPARATOR, Texts, is_leftwards
from editorial.ui.calendar.words import details, headline, initials, parked
from editorial.ui.tokens import Tokens

GAPS = {Density.COMPACT: 1, Density.NORMAL: 3, Density.DETAILED: 3}
MARGINS = {Density.COMPACT: 0, Density.NORMAL: 2, Density.DETAILED: 2}
SMALL = 0.88
ROOM_FOR_INITIALS = 90


class TileMaker:
    """Makes tiles of one look; everything that costs time happens here, never while painting."""

    def __init__(
        self,
        font: QFont,
        tokens: Tokens,
        colours: Colours,
        lists: Lists,
        density: Density,
        people: bool = False,
    ) -> None:
        self.tokens = tokens
        self.colours = colours
        self.lists = lists
        self.density = density
        self.people = people
        """Whether tiles show the initials of owners."""
        self.late: Mapping[int, int] = {}
        """By how many working days pieces are late, by id."""
        self.texts = Texts(_scaled(font, 0.95))
        self.small = Texts(_scaled(font, SMALL))

    @property
    def margin(self) -> int:
        """The room above and below the text of a tile (px)."""
        return MARGINS[self.density]

    @property
    def gap(self) -> int:
        return GAPS[self.density]

    @property
    def line_height(self) -> int:
        """The height (px) of a tile of one line of title."""
        return self.height(1, detailed=self.density is Density.DETAILED)

    def height(self, lines: int, *, detailed: bool) -> int:
        extra = self.small.metrics.height() if detailed else 0
        return self.texts.metrics.height() * lines + extra + 2 * self.margin

    def tile(self, entry: Entry, rect: QRect, place: Place, note: str = "") -> Tile:
        """Return a tile of one line, with a second of details where the density says so."""
        tile = self._tile(entry, rect, place)
        tile.initials = self._initials(entry, rect.width())
        taken = round(tile.initials.textWidth()) + PAD if tile.initials is not None else 0
        inner = rect.width() - EDGE - 2 * PAD - tile.mark_width - taken
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

    def more(self, rect: QRect, place: Place, count: int) -> More:
        """Return the line that says how many are not shown; where it is narrow, the number alone."""
        words, room = _("+ {n} more").format(n=count), rect.width() - PAD
        fits = self.small.metrics.horizontalAdvance(words) <= room
        return More(rect, place, count, self.small.line(words if fits else f"+ {count}", room))

    def _tile(self, entry: Entry, rect: QRect, place: Place) -> Tile:
        mark = self.colours.mark(entry)
        width = self.texts.metrics.horizontalAdvance(mark) + PAD
        static = self.texts.line(mark, width)
        swatch, rests = self.colours.of(entry), parked(entry, self.lists)
        late = self.late.get(entry.id, 0)
        return Tile(entry, rect, place, swatch, static, static, width, parked=rests, late=late)

    def _initials(self, entry: Entry, room: int) -> QStaticText | None:
        """Return the owner's initials where they are wanted and there is room for them beside the title."""
        name = self.lists.people.get(entry.owner_id or 0, "") if self.people else ""
        if not name or room < ROOM_FOR_INITIALS:
            return None
        letters = initials(name)
        return self.small.line(letters, self.small.metrics.horizontalAdvance(letters) + 2)

    def _strike_out(self, tile: Tile) -> None:
        """Note where the lines through a parked piece's title go; texts from right to left begin at the right."""
        if tile.parked:
            whole = round(tile.title.textWidth())
            lines = tile.title.text().split(LINE_SEPARATOR)
            widths = [min(whole, self.texts.metrics.horizontalAdvance(line)) for line in lines]
            leftwards = bool(lines[0]) and is_leftwards(lines[0])
            tile.strikes = tuple((whole - width if leftwards else 0, width) for width in widths)

    def paint(self, painter: QPainter, tiles: Iterable[Tile], selected: Container[int]) -> None:
        """Draw tiles, those of one colour together."""
        chosen: list[Tile] = []
        plain: list[Tile] = []
        alike: dict[int, list[Tile]] = {}
        for tile in tiles:
            (chosen if tile.entry.id in selected else plain).append(tile)
            alike.setdefault(id(tile.swatch), []).append(tile)
        painter.setPen(Qt.PenStyle.NoPen)
        self._grounds(painter, chosen, QColor(self.tokens.selection))
        for some in alike.values():
            self._grounds(
                painter, [tile for tile in some if tile not in chosen] if chosen else some, some[0].swatch.ground
            )
        painter.setFont(self.texts.font)
        for some in alike.values():
            self._edges(painter, some)
        self._titles(painter, [*plain, *chosen])
        self._outline(painter, chosen)
        self._late_marks(painter, [tile for tile in (*plain, *chosen) if tile.late])

    def _grounds(self, painter: QPainter, tiles: list[Tile], colour: QColor) -> None:
        painter.setBrush(colour)
        painter.drawRects([tile.across for tile in tiles])
        painter.drawRects([tile.down for tile in tiles])

    def _edges(self, painter: QPainter, tiles: list[Tile]) -> None:
        """Draw the coloured edges and the marks of one colour."""
        colour = tiles[0].swatch.edge
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRects([tile.edge for tile in tiles])
        painter.setPen(colour)
        for tile in tiles:
            if tile.mark is not None:
                painter.drawStaticText(tile.mark_at, tile.mark)

    def _titles(self, painter: QPainter, tiles: list[Tile]) -> None:
        painter.setPen(QColor(self.tokens.text))
        for tile in tiles:
            if not tile.parked:
                painter.drawStaticText(tile.title_at, tile.title)
        painter.setPen(QColor(self.tokens.muted))
        for tile in tiles:
            if tile.parked:
                painter.drawStaticText(tile.title_at, tile.title)
                self._strike(painter, tile)
        painter.setFont(self.small.font)
        for tile in tiles:
            if tile.initials is not None:
                painter.drawStaticText(tile.initials_at, tile.initials)
            if tile.detail is not None:
                painter.drawStaticText(tile.mark_at + QPoint(0, tile.title_height), tile.detail)

    def _strike(self, painter: QPainter, tile: Tile) -> None:
        """Strike a title through; a font that does so is misplaced by static texts of several lines."""
        metrics = self.texts.metrics
        x, y = tile.title_at.x(), tile.title_at.y() + metrics.ascent() - metrics.strikeOutPos()
        for line, (start, width) in enumerate(tile.strikes):
            at = y + line * metrics.height()
            painter.drawLine(x + start, at, x + start + width, at)

    def _late_marks(self, painter: QPainter, tiles: Iterable[Tile]) -> None:
        """Fold the upper right corner of what is late; tooltip and accessible text say it in words."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.bad))
        side = self.texts.metrics.height() // 2
        for tile in tiles:
            corner = tile.rect.topRight()
            painter.drawPolygon([corner, corner - QPoint(side, 0), corner + QPoint(0, side)])

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


def _scaled(font: QFont, factor: float) -> QFont:
    scaled = QFont(font)
    scaled.setPointSizeF(font.pointSizeF() * factor)
    return scaled
