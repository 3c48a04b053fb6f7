"""The month: six weeks of days, bands for dates that are not exact, and the exact number of what does not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QStaticText

from editorial.domain.arrange import ROWS, WEEK, WeekRow, month_layout, room, week_layout
from editorial.domain.records import Entry
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.chips import make_chip
from editorial.ui.calendar.items import Item, items_by_day
from editorial.ui.calendar.scene import Cell, Place, Scene
from editorial.ui.calendar.selection import Selection
from editorial.ui.calendar.sheet import Sheet
from editorial.ui.calendar.texts import Texts
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.calendar.words import long_day, short_day, span_word, weekday
from editorial.ui.overriding import override
from editorial.ui.theme import Theme
from editorial.ui.tokens import Tokens

WEEKEND_SHARE = 0.58
PAD = 5


@dataclass(frozen=True, slots=True)
class DayHead:
    """The first line of a day: its number, what is special about it, and its ground."""

    rect: QRect
    number: QStaticText
    number_width: int
    words: QStaticText | None
    today: bool
    inside: bool
    ground: str


class MonthBoard(Board):
    """Six weeks that hold a month."""

    def __init__(self, theme: Theme, selection: Selection) -> None:
        super().__init__(theme, selection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The days cover everything, so nothing needs to be wiped before they are painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._days: dict[Place, DayHead] = {}
        self._items: Mapping[date, tuple[Item, ...]] = {}
        self._bold = Texts(self.font())

    @override
    def heads(self, sheet: Sheet) -> tuple[Sequence[str], Sequence[str]]:
        start = sheet.lists.settings.week_start
        return [weekday((start + n) % WEEK) for n in range(WEEK)], [str(n) for n in range(1, ROWS + 1)]

    @override
    def measure(self, sheet: Sheet, room: QSize) -> tuple[Sequence[int], Sequence[int]]:
        settings = sheet.lists.settings
        days = [(settings.week_start + n) % WEEK for n in range(WEEK)]
        shares = [WEEKEND_SHARE if day in settings.weekend else 1.0 for day in days]
        least = 2 * (self.fontMetrics().height() + 2 * PAD)
        return shared(room.width(), shares), shared(max(room.height(), least * ROWS), [1.0] * ROWS)

    @override
    def arrange(self, sheet: Sheet, maker: TileMaker) -> Scene:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        if self._bold.font != bold:
            self._bold = Texts(bold)
        scene = Scene(margin=maker.margin)
        self._days = {}
        self._items = items_by_day(sheet.items)
        for number, row in enumerate(week_rows(sheet)):
            self._add_row(scene, number, row, sheet, maker)
        return scene

    def _add_row(self, scene: Scene, number: int, row: WeekRow, sheet: Sheet, maker: TileMaker) -> None:
        step = maker.line_height + maker.gap
        for column, day in enumerate(row.days):
            over = tuple(band.entry for band in row.bands if band.start <= column <= band.end)
            rect = self.rect_of(number, column)
            items = self._items.get(day.day, ())
            cell = Cell((number, column), rect, day.day, day.day, (*over, *day.entries), items, inside=day.inside)
            scene.cells[cell.place] = cell
            self._days[cell.place] = self._head(cell, sheet, maker)
        top = self.rect_of(number, 0).top() + self._head_height()
        places = max(0, (self.rect_of(number, 0).bottom() - top) // step)
        # Below the bands a day keeps a line for a piece and one for “+ n more”; one line where there is little room.
        lanes = min(row.lanes, max(0, places - (2 if places > 2 else 1)))
        for band in row.bands:
            if band.lane < lanes:
                left = self.rect_of(number, band.start).left() + PAD
                width = self.rect_of(number, band.end).right() - PAD - left
                rect = QRect(left, top + band.lane * step, width, maker.line_height)
                scene.add(maker.tile(band.entry, rect, (number, band.start), span_word(band.entry)))
        owners = sheet.lists.people if sheet.look.people else None
        for column, day in enumerate(row.days):
            hidden = sum(band.start <= column <= band.end and band.lane >= lanes for band in row.bands)
            below = QRect(self.rect_of(number, column))
            below.setTop(top + lanes * step)
            things: tuple[Entry | Item, ...] = (*by_owner(day.entries, owners), *self._items.get(day.day, ()))
            self._add_day(scene, (number, column), below, things, hidden, places - lanes, maker)

    def _add_day(
        self,
        scene: Scene,
        place: Place,
        area: QRect,
        things: Sequence[Entry | Item],
        hidden: int,
        places: int,
        maker: TileMaker,
    ) -> None:
        """Put a day's pieces and items below each other; `hidden` bands are counted with what does not fit."""
        shown, more = room(len(things) + hidden, places)
        shown = min(shown, len(things))
        more = len(things) - shown + hidden if more or hidden else 0
        step = maker.line_height + maker.gap
        if things and not shown and places == 1 and area.width() >= 2 * self._beside(maker):
            self._add_line(scene, place, area, things[0], len(things) - 1 + hidden, maker)
            return
        for line, thing in enumerate(things[:shown]):
            rect = QRect(area.left() + PAD, area.top() + line * step, area.width() - 2 * PAD, maker.line_height)
            if isinstance(thing, Item):
                scene.add(make_chip(maker, thing, rect, place))
            else:
                scene.add(maker.tile(thing, rect, place))
        if more:
            rect = QRect(area.left() + PAD, area.top() + shown * step, area.width() - 2 * PAD, maker.line_height)
            scene.add(maker.more(rect, place, more))

    def _beside(self, maker: TileMaker) -> int:
        """Return the width (px) of the number of what is not shown, beside the only line there is."""
        return maker.small.metrics.horizontalAdvance("+ 99") + 3 * PAD

    def _add_line(
        self, scene: Scene, place: Place, area: QRect, thing: Entry | Item, more: int, maker: TileMaker
    ) -> None:
        """Use the only line for the first thing and, beside it, the number of the others."""
        beside = self._beside(maker)
        rect = QRect(area.left() + PAD, area.top(), area.width() - 2 * PAD - beside, maker.line_height)
        scene.add(make_chip(maker, thing, rect, place) if isinstance(thing, Item) else maker.tile(thing, rect, place))
        scene.add(maker.more(QRect(rect.right() + 1, rect.top(), beside, rect.height()), place, more))

    def _head_height(self) -> int:
        return self._bold.metrics.height() + 2 * PAD - 2

    def _head(self, cell: Cell, sheet: Sheet, maker: TileMaker) -> DayHead:
        today = cell.first == sheet.today
        begins = sheet.look.back >= 0 and (cell.first.day == 1 or cell.place == (0, 0))
        label = str(cell.first.day) if cell.inside and not begins else short_day(cell.first)
        width = self._bold.metrics.horizontalAdvance(label) + 2
        words = sheet.marks.words(cell.first)
        space = cell.rect.width() - width - 4 * PAD
        said = maker.small.line(words, space, Qt.AlignmentFlag.AlignRight) if words and space > 12 else None
        texts = self._bold if cell.inside else maker.small
        number = texts.line(label, width + 4)
        return DayHead(cell.rect, number, width, said, today, cell.inside, self._ground(cell, sheet, today))

    def _ground(self, cell: Cell, sheet: Sheet, today: bool) -> str:
        tokens = self.theme.tokens
        if today:
            return tokens.today
        return tokens.panel if cell.inside and sheet.marks.works(cell.first) else tokens.quiet

    @override
    def paint_grounds(self, painter: QPainter, cells: Sequence[Cell]) -> None:
        tokens = self.theme.tokens
        days = [self._days[cell.place] for cell in cells]
        for day in days:
            painter.fillRect(day.rect, QColor(day.ground))
        grid_lines(painter, [day.rect for day in days], tokens)

    @override
    def paint_heads(self, painter: QPainter, cells: Sequence[Cell]) -> None:
        self._paint_numbers(painter, [self._days[cell.place] for cell in cells], self.theme.tokens)

    def _paint_numbers(self, painter: QPainter, days: Sequence[DayHead], tokens: Tokens) -> None:
        small = self.maker.small if self.maker else self._bold
        inside, outside = QColor(tokens.text), QColor(tokens.muted)
        for day in sorted(days, key=lambda day: day.inside):
            x, y = day.rect.left() + PAD + 2, day.rect.top() + PAD - 1
            painter.setFont(self._bold.font if day.inside else small.font)
            painter.setPen(inside if day.inside else outside)
            if day.today:
                pill(painter, QRect(x - 4, y - 1, day.number_width + 8, self._bold.metrics.height() + 2), tokens)
            painter.drawStaticText(x, y, day.number)
        painter.setFont(small.font)
        painter.setPen(QColor(tokens.muted))
        for day in days:
            if day.words is not None:
                width = int(day.words.textWidth())
                painter.drawStaticText(day.rect.right() - PAD - width, day.rect.top() + PAD, day.words)

    @override
    def cell_name(self, cell: Cell) -> str:
        return long_day(cell.first)


def week_rows(sheet: Sheet) -> Sequence[WeekRow]:
    """Return the six weeks of the month, or those from so many weeks before the one in view."""
    settings = sheet.lists.settings
    if sheet.look.back < 0:
        return month_layout(sheet.entries, sheet.day, settings).rows
    starts = [sheet.range.first + timedelta(weeks=n) for n in range(ROWS)]
    return [week_layout(sheet.entries, start, settings) for start in starts]


def by_owner(entries: Sequence[Entry], names: Mapping[int, str] | None) -> Sequence[Entry]:
    """Return the pieces of a day in the order of their owners, those of nobody last; without names, as they are."""
    if names is None:
        return entries
    return sorted(entries, key=lambda entry: (entry.owner_id is None, names.get(entry.owner_id or 0, "").casefold()))


def shared(whole: int, shares: Sequence[float]) -> list[int]:
    """Share so many pixels out; the parts fill the whole exactly."""
    total, edges, done = sum(shares), [0], 0.0
    for share in shares:
        done += share
        edges.append(round(whole * done / total))
    return [after - before for before, after in pairwise(edges)]


def grid_lines(painter: QPainter, rects: Sequence[QRect], tokens: Tokens) -> None:
    """Draw the right and lower edges of cells."""
    painter.setPen(QColor(tokens.line))
    for rect in rects:
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())


def pill(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """Fill the ground of today's number, and get ready to write on it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QColor(tokens.on_accent))
