"""The week: seven columns with every piece in full."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter

from editorial.domain.arrange import WEEK, WeekRow, week_layout
from editorial.domain.period import week_of
from editorial.domain.records import Entry
from editorial.language import _
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.chips import stack_chips, stack_height
from editorial.ui.calendar.items import Item, items_by_day
from editorial.ui.calendar.lanehead import LaneHead, LaneName
from editorial.ui.calendar.layer_rows import LayerRow, layer_rows
from editorial.ui.calendar.month import grid_lines, shared
from editorial.ui.calendar.scene import Cell, Scene, Tile
from editorial.ui.calendar.selection import Selection
from editorial.ui.calendar.sheet import Density, Sheet
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.calendar.words import days_between, long_day, short_day, span_word, weekday
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

PAD = 5
TITLE_LINES = 4
CHIP_LINES = 2
HEAD_LETTERS = 14


class WeekBoard(Board):
    """One week; it scrolls where a day has more than fits. What stands beside the pieces has rows of its own."""

    def __init__(self, theme: Theme, selection: Selection) -> None:
        super().__init__(theme, selection)
        self._rows: list[LayerRow] = []
        self._items: Mapping[date, tuple[Item, ...]] = {}
        """What stands among the pieces of a day."""
        self._names = LaneHead(theme, self)
        self._names.setMinimumSectionSize(1)
        self.setVerticalHeader(self._names)
        self._names.setSectionResizeMode(LaneHead.ResizeMode.Fixed)

    @override
    def heads(self, sheet: Sheet) -> tuple[Sequence[str], Sequence[str]]:
        week = week_of(sheet.day, sheet.lists.settings)
        days = days_between(week.first, week.last)
        self._rows = layer_rows(sheet, week.first, WEEK, 1) if sheet.look.apart else []
        among = [item for item in sheet.items if item.open_slot] if sheet.look.apart else sheet.items
        self._items = items_by_day(among)
        names = [LaneName(_("Pieces")), *(LaneName(row.name, row.sign) for row in self._rows)]
        self._names.name(names)
        self._names.setVisible(bool(self._rows))
        self.runs_on = not self._rows
        return [f"{weekday(day.weekday())} {short_day(day)}" for day in days], [name.name for name in names]

    def _top(self, sheet: Sheet, maker: TileMaker) -> int:
        """Return how much room the day's words need above the pieces: none where no day has any."""
        said = any(sheet.marks.words(day) for day in days_between(sheet.range.first, sheet.range.last))
        return PAD + (maker.small.metrics.height() + 2 if said else 0)

    @override
    def measure(self, sheet: Sheet, room: QSize) -> tuple[Sequence[int], Sequence[int]]:
        self._names.setFixedWidth(self.fontMetrics().averageCharWidth() * HEAD_LETTERS if self._rows else 0)
        widths = shared(self.viewport().width() if self._rows else room.width(), [1.0] * WEEK)
        if self.maker is None:
            return widths, [room.height()] + [0] * len(self._rows)
        beside = [self._row_height(row, widths, self.maker) for row in self._rows]
        return widths, [max(room.height() - sum(beside), self._needed(sheet, self.maker, widths)), *beside]

    def _row_height(self, row: LayerRow, widths: Sequence[int], maker: TileMaker) -> int:
        stacks = [
            stack_height(maker, items, width - 2 * PAD, CHIP_LINES)
            for items, width in zip(row.columns, widths, strict=True)
        ]
        return max(maker.line_height, *stacks) + 2 * PAD

    def _needed(self, sheet: Sheet, maker: TileMaker, widths: Sequence[int]) -> int:
        layout = week_layout(sheet.entries, sheet.day, sheet.lists.settings)
        bands = layout.lanes * (maker.line_height + maker.gap)
        lines = [
            sum(self._tall(maker, entry, width, 0).rect.height() + maker.gap + 2 for entry in cell.entries)
            + stack_height(maker, self._items.get(cell.day, ()), width - 2 * PAD, CHIP_LINES)
            for cell, width in zip(layout.days, widths, strict=True)
        ]
        return bands + max(lines) + self._top(sheet, maker) + 2 * PAD

    def _tall(self, maker: TileMaker, entry: Entry, width: int, column: int) -> Tile:
        detailed = maker.density is not Density.COMPACT
        return maker.tall(entry, QPoint(0, 0), width - 2 * PAD, (0, column), TITLE_LINES, detailed=detailed)

    @override
    def arrange(self, sheet: Sheet, maker: TileMaker) -> Scene:
        scene = Scene(margin=maker.margin)
        layout = week_layout(sheet.entries, sheet.day, sheet.lists.settings)
        step = maker.line_height + maker.gap
        for column, day in enumerate(layout.days):
            over = tuple(band.entry for band in layout.bands if band.start <= column <= band.end)
            items = self._items.get(day.day, ())
            cell = Cell((0, column), self.rect_of(0, column), day.day, day.day, (*over, *day.entries), items)
            scene.cells[cell.place] = cell
        start = self._top(sheet, maker)
        self._add_bands(scene, layout, maker, start)
        for column, day in enumerate(layout.days):
            area = scene.cells[0, column].rect
            top = area.top() + start + layout.lanes * step
            for entry in day.entries:
                tile = self._tall(maker, entry, area.width(), column)
                tile.rect.moveTopLeft(QPoint(area.left() + PAD, top))
                scene.add(tile)
                top += tile.rect.height() + maker.gap + 2
            below = QRect(area.left() + PAD, top, area.width() - 2 * PAD, 1)
            stack_chips(scene, maker, self._items.get(day.day, ()), below, (0, column), CHIP_LINES)
        for number, row in enumerate(self._rows, 1):
            self._add_row(scene, number, row, layout, maker)
        return scene

    def _add_row(self, scene: Scene, number: int, row: LayerRow, layout: WeekRow, maker: TileMaker) -> None:
        for column, (day, items) in enumerate(zip(layout.days, row.columns, strict=True)):
            rect, place = self.rect_of(number, column), (number, column)
            scene.cells[place] = Cell(place, rect, day.day, day.day, (), items)
            stack_chips(scene, maker, items, rect.adjusted(PAD, PAD, -PAD, 0), place, CHIP_LINES)

    def _add_bands(self, scene: Scene, layout: WeekRow, maker: TileMaker, start: int) -> None:
        for band in layout.bands:
            left = self.rect_of(0, band.start).left() + PAD
            width = self.rect_of(0, band.end).right() - PAD - left
            top = start + band.lane * (maker.line_height + maker.gap)
            rect = QRect(left, top, width, maker.line_height)
            scene.add(maker.tile(band.entry, rect, (0, band.start), span_word(band.entry)))

    @override
    def paint_grounds(self, painter: QPainter, cells: Sequence[Cell]) -> None:
        if self.sheet is None:
            return
        tokens = self.theme.tokens
        for cell in cells:
            ground = tokens.panel if self.sheet.marks.works(cell.first) else tokens.quiet
            painter.fillRect(cell.rect, QColor(tokens.today if cell.first == self.sheet.today else ground))
        grid_lines(painter, [cell.rect for cell in cells], tokens)

    @override
    def paint_heads(self, painter: QPainter, cells: Sequence[Cell]) -> None:
        if self.sheet is not None and self.maker is not None:
            painter.setFont(self.maker.small.font)
            painter.setPen(QColor(self.theme.tokens.muted))
            for cell in cells:
                if not cell.place[0] and (words := self.sheet.marks.words(cell.first)):
                    line = self.maker.small.line(words, cell.rect.width() - 2 * PAD)
                    painter.drawStaticText(cell.rect.left() + PAD, cell.rect.top() + PAD - 1, line)

    @override
    def cell_name(self, cell: Cell) -> str:
        return long_day(cell.first)
