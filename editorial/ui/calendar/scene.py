"""What stands where on a board: cells, tiles and “+ n more”, in the coordinates of its whole content."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QStaticText

from editorial.domain.records import Entry
from editorial.ui.calendar.colours import Swatch
from editorial.ui.calendar.items import Item

Place = tuple[int, int]
"""Row and column."""
EDGE = 3
PAD = 4


@dataclass(slots=True, eq=False)
class Tile:
    """One piece as it is painted."""

    entry: Entry
    rect: QRect
    place: Place
    swatch: Swatch
    mark: QStaticText | None
    title: QStaticText
    mark_width: int
    detail: QStaticText | None = None
    initials: QStaticText | None = None
    """Of the owner, at the right end of the first line."""
    initials_at: QPoint = field(default_factory=QPoint)
    title_height: int = 0
    parked: bool = False
    late: int = 0
    """By how many working days the piece is late."""
    strikes: tuple[tuple[int, int], ...] = ()
    """Where a parked title is struck through, line by line: start and width."""
    across: QRect = field(default_factory=QRect)
    down: QRect = field(default_factory=QRect)
    """The ground in two rectangles that leave out the corners: round enough, without the cost of smooth edges."""
    edge: QRect = field(default_factory=QRect)
    mark_at: QPoint = field(default_factory=QPoint)
    title_at: QPoint = field(default_factory=QPoint)

    def settle(self, margin: int) -> None:
        """Work out where everything goes, now that the tile has its place; painting only draws."""
        rect = self.rect
        self.across = rect.adjusted(0, 1, 0, -1)
        self.down = rect.adjusted(1, 0, -1, 0)
        self.edge = QRect(rect.left(), rect.top() + 1, EDGE, rect.height() - 2)
        self.mark_at = QPoint(rect.left() + EDGE + PAD, rect.top() + margin)
        self.title_at = self.mark_at + QPoint(self.mark_width, 0)
        if self.initials is not None:
            self.initials_at = QPoint(rect.right() - PAD - round(self.initials.textWidth()), rect.top() + margin)


@dataclass(frozen=True, slots=True, eq=False)
class More:
    """The line that says how many pieces of a cell are not shown."""

    rect: QRect
    place: Place
    count: int
    text: QStaticText


@dataclass(frozen=True, slots=True, eq=False)
class Chip:
    """Something besides pieces, as it is painted."""

    item: Item
    rect: QRect
    place: Place
    text: QStaticText


Stop = Tile | More | Chip


@dataclass(slots=True)
class Cell:
    """A day or a week, with everything that stands there, shown or not."""

    place: Place
    rect: QRect
    first: date
    last: date
    entries: tuple[Entry, ...] = ()
    items: tuple[Item, ...] = ()
    inside: bool = True
    """False where the day belongs to another month."""


@dataclass(slots=True)
class Scene:
    """A board's content, arranged for its size."""

    margin: int = 0
    """The room above and below the text of a tile (px)."""
    cells: dict[Place, Cell] = field(default_factory=dict)
    tiles: list[Tile] = field(default_factory=list)
    mores: list[More] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    stops: dict[Place, list[Stop]] = field(default_factory=dict)
    """What the focus visits in a cell, in order."""

    def add(self, stop: Stop) -> None:
        """Put a tile, an item or a “+ n more” on the board."""
        if isinstance(stop, Tile):
            stop.settle(self.margin)
            self.tiles.append(stop)
        elif isinstance(stop, Chip):
            self.chips.append(stop)
        else:
            self.mores.append(stop)
        self.stops.setdefault(stop.place, []).append(stop)

    def cell_at(self, point: QPoint) -> Cell | None:
        return next((cell for cell in self.cells.values() if cell.rect.contains(point)), None)

    def stop_at(self, point: QPoint) -> Stop | None:
        """Return the tile, item or “+ n more” at a point."""
        every: Iterable[Stop] = (*self.tiles, *self.chips, *self.mores)
        return next((stop for stop in every if stop.rect.contains(point)), None)

    def cell_of(self, day: date) -> Cell | None:
        """Return the first cell that holds a day."""
        return next((cell for cell in self.cells.values() if cell.first <= day <= cell.last), None)

    def tile_of(self, piece_id: int) -> Tile | None:
        """Return the first tile of a piece."""
        return next((tile for tile in self.tiles if tile.entry.id == piece_id), None)

    def ids(self) -> set[int]:
        """Return the pieces that stand in any cell, shown or behind “+ n more”."""
        return {entry.id for cell in self.cells.values() for entry in cell.entries}

    def in_order(self) -> list[int]:
        """Return the pieces with a tile, as one reads them, each once."""
        places = sorted(self.stops)
        tiles = (stop for place in places for stop in self.stops[place] if isinstance(stop, Tile))
        return list(dict.fromkeys(tile.entry.id for tile in tiles))
