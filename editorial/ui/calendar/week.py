"""The week: seven columns with every piece in full."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter

from editorial.domain.arrange import WEEK, WeekRow, week_layout
from editorial.domain.period import week_of
from editorial.domain.records import Entry
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.month import grid_lines, shared
from editorial.ui.calendar.scene import Cell, Scene, Tile
from editorial.ui.calendar.sheet import Density, Sheet
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.calendar.words import days_between, long_day, short_day, span_word, weekday
from editorial.ui.overriding import override

PAD = 5
TITLE_LINES = 4


class WeekBoard(Board):
    """One week; it scrolls where a day has more than fits."""

    @override
    def heads(self, sheet: Sheet) -> tuple[Sequence[str], Sequence[str]]:
        week = week_of(sheet.day, sheet.lists.settings)
        days = days_between(week.first, week.last)
        return [f"{weekday(day.weekday())} {short_day(day)}" for day in days], [""]

    def _top(self, sheet: Sheet, maker: TileMaker) -> int:
        """Return how much room the day's words need above the pieces: none where no day has any."""
        said = any(sheet.marks.words(day) for day in days_between(sheet.range.first, sheet.range.last))
        return PAD + (maker.small.metrics.height() + 2 if said else 0)

    @override
    def measure(self, sheet: Sheet, room: QSize) -> tuple[Sequence[int], Sequence[int]]:
        widths = shared(room.width(), [1.0] * WEEK)
        if self.maker is None:
            return widths, [room.height()]
        return widths, [max(room.height(), self._needed(sheet, self.maker, widths))]

    def _needed(self, sheet: Sheet, maker: TileMaker, widths: Sequence[int]) -> int:
        layout = week_layout(sheet.entries, sheet.day, sheet.lists.settings)
        bands = layout.lanes * (maker.line_height + maker.gap)
        lines = [
            sum(self._tall(maker, entry, width, 0).rect.height() + maker.gap + 2 for entry in cell.entries)
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
            cell = Cell((0, column), self.rect_of(0, column), day.day, day.day, (*over, *day.entries))
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
        return scene

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
                if words := self.sheet.marks.words(cell.first):
                    line = self.maker.small.line(words, cell.rect.width() - 2 * PAD)
                    painter.drawStaticText(cell.rect.left() + PAD, cell.rect.top() + PAD - 1, line)

    @override
    def cell_name(self, cell: Cell) -> str:
        return long_day(cell.first)
