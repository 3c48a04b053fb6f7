"""The quarter: weeks × lanes, split into now and next if wished, with the mix of each week and the campaigns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QStaticText

from editorial.domain.arrange import WEEK, Band
from editorial.domain.counting import KindCounts
from editorial.domain.lanes import Lane, QuarterLayout, quarter_layout
from editorial.domain.records import Campaign, Entry
from editorial.domain.vocabulary import Kind
from editorial.language import _
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.chips import stack_chips, stack_height
from editorial.ui.calendar.lanehead import LaneHead, LaneName
from editorial.ui.calendar.layer_rows import LayerRow, layer_rows, slot_row
from editorial.ui.calendar.month import grid_lines, shared
from editorial.ui.calendar.scene import Cell, Scene
from editorial.ui.calendar.selection import Selection
from editorial.ui.calendar.sheet import Density, Sheet, day_in_week
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.calendar.words import short_day, span_word, stretch
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

PAD = 4
MOST_TILES = 6
"""So many pieces of a lane are shown in a week; the others are behind “+ n more”."""
TITLE_LINES = {Density.COMPACT: 1, Density.NORMAL: 3, Density.DETAILED: 5}
BLOCK = 6
HEAD_LETTERS = 14
LEAST_LETTERS, SCROLLED_LETTERS = 7, 8
"""The letters a week needs: it is so narrow only to spare one the scrolling."""


@dataclass(frozen=True, slots=True)
class CampaignBar:
    """A campaign over the weeks it touches."""

    rect: QRect
    text: QStaticText
    colour: QColor
    edge: QColor


class QuarterBoard(Board):
    """Thirteen or fourteen weeks: the mix, a row a lane, what stands beside the pieces, deadlines, campaigns."""

    runs_on = False

    def __init__(self, theme: Theme, selection: Selection) -> None:
        super().__init__(theme, selection)
        self._layout: QuarterLayout | None = None
        self._beside: list[LayerRow] = []
        self._bars: list[CampaignBar] = []
        self._names = LaneHead(theme, self)
        self._names.setMinimumSectionSize(1)
        self.horizontalHeader().setObjectName("narrow")
        self.setVerticalHeader(self._names)
        self._names.setSectionResizeMode(LaneHead.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @override
    def heads(self, sheet: Sheet) -> tuple[Sequence[str], Sequence[str]]:
        look = sheet.look
        layout = quarter_layout(sheet.entries, sheet.range, sheet.lists, look.lanes, split=look.split)
        self._layout = layout
        weeks = layout.weeks
        self._beside = [*slot_row(sheet, weeks[0], len(weeks), WEEK), *layer_rows(sheet, weeks[0], len(weeks), WEEK)]
        names = [LaneName(_("Mix by week")), *map(self._name, layout.lanes)]
        names += [LaneName(row.name, row.sign) for row in self._beside]
        names += [LaneName(_("Deadlines"), "↦")] if sheet.deadlines else []
        names.append(LaneName(_("Campaigns"), "⚑"))
        self._names.name(names)
        return [short_day(week) for week in layout.weeks], [name.name for name in names]

    def _name(self, lane: Lane) -> LaneName:
        said = {Kind.PRACTICAL: _("now"), Kind.ASPIRATIONAL: _("next"), None: ""}[lane.kind]
        count = len({entry.id for cell in lane.cells for entry in cell} | {band.entry.id for band in lane.bands})
        below = f"{said} · {count}" if said else str(count)
        tokens = self.theme.tokens
        marks = {Kind.PRACTICAL: ("▪", QColor(tokens.practical)), Kind.ASPIRATIONAL: ("✦", QColor(tokens.aspirational))}
        sign, colour = marks.get(lane.kind, ("", None)) if lane.kind else ("", None)
        return LaneName(lane.item.label, sign, colour, below)

    @override
    def measure(self, sheet: Sheet, room: QSize) -> tuple[Sequence[int], Sequence[int]]:
        if self._layout is None or self.maker is None:
            return [], []
        self._names.setFixedWidth(self.fontMetrics().averageCharWidth() * HEAD_LETTERS)
        weeks = self._layout.weeks
        head = self.horizontalHeader()
        date_width = max(head.sectionSizeHint(column) for column in range(len(weeks)))
        letter = self.fontMetrics().averageCharWidth()
        least, scrolled = (max(date_width, letter * n) * len(weeks) for n in (LEAST_LETTERS, SCROLLED_LETTERS))
        widths = shared(room.width() if room.width() >= least else scrolled, [1.0] * len(weeks))
        lanes = [self._lane_height(row, lane, widths) for row, lane in enumerate(self._layout.lanes, 1)]
        beside = [self._beside_height(row, widths) for row in self._beside]
        lines = max((one.lane + 1 for one in sheet.deadlines), default=0)
        bars = [lines * (self.maker.line_height + self.maker.gap) + 2 * PAD] if lines else []
        return widths, [self._mix_height(), *lanes, *beside, *bars, self._campaign_height(sheet)]

    def _beside_height(self, row: LayerRow, widths: Sequence[int]) -> int:
        assert self.maker is not None
        lines = TITLE_LINES[self.maker.density]
        stacks = [
            stack_height(self.maker, items[:MOST_TILES], width - 2 * PAD, lines)
            + (self.maker.line_height if len(items) > MOST_TILES else 0)
            for items, width in zip(row.columns, widths, strict=True)
        ]
        return max(self.fontMetrics().height(), *stacks) + 2 * PAD

    def _lane_height(self, row: int, lane: Lane, widths: Sequence[int]) -> int:
        assert self.maker is not None
        bands = lane.depth * (self.maker.line_height + self.maker.gap)
        stacks = [self._stack_height(cell, width) for cell, width in zip(lane.cells, widths, strict=True)]
        return max(self._names.least_height(row), bands + max(stacks, default=0) + 2 * PAD)

    def _stack_height(self, entries: Sequence[Entry], width: int) -> int:
        assert self.maker is not None
        maker = self.maker
        lines = TITLE_LINES[maker.density]
        shown = [
            maker.tall(entry, QPoint(0, 0), width - 2 * PAD, (0, 0), lines).rect.height() + maker.gap
            for entry in entries[:MOST_TILES]
        ]
        return sum(shown) + (maker.line_height if len(entries) > MOST_TILES else 0)

    def _mix_height(self) -> int:
        most = max((counts.pieces for counts in self._layout.mix), default=0) if self._layout else 0
        return max(self.fontMetrics().height() + 2 * PAD, min(most, 10) * (BLOCK + 2) + self.fontMetrics().height() + 8)

    def _campaign_height(self, sheet: Sheet) -> int:
        step = self.fontMetrics().height() + 2 * PAD
        return max(1, len(campaigns_in(sheet))) * step + PAD

    @override
    def arrange(self, sheet: Sheet, maker: TileMaker) -> Scene:
        scene = Scene(margin=maker.margin)
        layout = self._layout
        if layout is None:
            return scene
        for column, week in enumerate(layout.weeks):
            last = week + timedelta(days=WEEK - 1)
            for row, lane in enumerate(layout.lanes, 1):
                over = tuple(band.entry for band in lane.bands if band.start <= column <= band.end)
                entries = (*over, *lane.cells[column])
                place = (row, column)
                scene.cells[place] = Cell(place, self.rect_of(row, column), week, last, entries)
        for row, lane in enumerate(layout.lanes, 1):
            self._add_bands(scene, row, lane.bands, maker)
            for column, entries in enumerate(lane.cells):
                self._add_stack(scene, scene.cells[row, column], entries, lane.depth, maker)
        for row, beside in enumerate(self._beside, len(layout.lanes) + 1):
            self._add_beside(scene, row, beside, layout, maker)
        if sheet.deadlines:
            self._add_deadlines(scene, sheet, layout, maker)
        self._bars = self._campaign_bars(sheet, layout, maker)
        return scene

    def _add_beside(self, scene: Scene, row: int, beside: LayerRow, layout: QuarterLayout, maker: TileMaker) -> None:
        """Fill a row with what stands beside the pieces."""
        for column, (week, items) in enumerate(zip(layout.weeks, beside.columns, strict=True)):
            place, rect = (row, column), self.rect_of(row, column)
            scene.cells[place] = Cell(place, rect, week, week + timedelta(days=WEEK - 1), (), items)
            area = rect.adjusted(PAD, PAD, -PAD, 0)
            bottom = stack_chips(scene, maker, items[:MOST_TILES], area, place, TITLE_LINES[maker.density])
            if (more := len(items) - MOST_TILES) > 0:
                scene.add(maker.more(QRect(area.left(), bottom, area.width(), maker.line_height), place, more))

    def _add_deadlines(self, scene: Scene, sheet: Sheet, layout: QuarterLayout, maker: TileMaker) -> None:
        """Draw each piece from its first open task to its publish day, to the day."""
        row, first = len(layout.lanes) + len(self._beside) + 1, layout.weeks[0]
        for column, week in enumerate(layout.weeks):
            place, last = (row, column), week + timedelta(days=WEEK - 1)
            over = tuple(one.piece for one in sheet.deadlines if one.first <= last and one.last >= week)
            scene.cells[place] = Cell(place, self.rect_of(row, column), week, last, over)
        for one in sheet.deadlines:
            start, end = self._across(row, one.first, first), self._across(row, one.last, first, after=True)
            top = start.y() + PAD + one.lane * (maker.line_height + maker.gap)
            rect = QRect(start.x(), top, max(end.x() - start.x(), 4 * PAD), maker.line_height)
            column = max(0, (one.first - first).days // WEEK)
            days = stretch(one.first, one.last)
            scene.add(maker.tile(one.piece, rect, (row, column), days))

    def _across(self, row: int, day: date, first: date, *, after: bool = False) -> QPoint:
        """Return where a day begins in a row, or where it ends; days outside are at the edge."""
        days = min(max((day - first).days + after, 0), self.cells.columnCount() * WEEK)
        column = min(days // WEEK, self.cells.columnCount() - 1)
        rect = self.rect_of(row, column)
        return QPoint(rect.left() + rect.width() * (days - column * WEEK) // WEEK, rect.top())

    @property
    def _last_row(self) -> int:
        """The row of the campaigns."""
        return self.cells.rowCount() - 1

    def _add_bands(self, scene: Scene, row: int, bands: Sequence[Band], maker: TileMaker) -> None:
        for band in bands:
            start, end = self.rect_of(row, band.start), self.rect_of(row, band.end)
            top = start.top() + PAD + band.lane * (maker.line_height + maker.gap)
            rect = QRect(start.left() + PAD, top, end.right() - start.left() - 2 * PAD, maker.line_height)
            scene.add(maker.tile(band.entry, rect, (row, band.start), span_word(band.entry)))

    def _add_stack(self, scene: Scene, cell: Cell, entries: Sequence[Entry], depth: int, maker: TileMaker) -> None:
        top = cell.rect.top() + PAD + depth * (maker.line_height + maker.gap)
        left, width = cell.rect.left() + PAD, cell.rect.width() - 2 * PAD
        for entry in entries[:MOST_TILES]:
            tile = maker.tall(entry, QPoint(left, top), width, cell.place, TITLE_LINES[maker.density])
            scene.add(tile)
            top += tile.rect.height() + maker.gap
        if (more := len(entries) - MOST_TILES) > 0:
            rect = QRect(left, top, width, maker.line_height)
            scene.add(maker.more(rect, cell.place, more))

    def _campaign_bars(self, sheet: Sheet, layout: QuarterLayout, maker: TileMaker) -> list[CampaignBar]:
        row, bars = self._last_row, []
        step = self.fontMetrics().height() + 2 * PAD
        for lane, campaign in enumerate(campaigns_in(sheet)):
            first = max(campaign.starts or layout.weeks[0], layout.weeks[0])
            last = campaign.ends or sheet.range.last
            start = self.rect_of(row, (first - layout.weeks[0]).days // WEEK)
            end = self.rect_of(row, min(len(layout.weeks) - 1, (last - layout.weeks[0]).days // WEEK))
            rect = QRect(start.left() + 2, start.top() + PAD + lane * step, end.right() - start.left() - 4, step - PAD)
            swatch = maker.tokens.series[lane % len(maker.tokens.series)]
            ground = maker.tokens.series_grounds[lane % len(maker.tokens.series_grounds)]
            text = maker.texts.line(campaign_words(campaign), rect.width() - 12)
            bars.append(CampaignBar(rect, text, QColor(ground), QColor(swatch)))
        return bars

    @override
    def paint_grounds(self, painter: QPainter, cells: Sequence[Cell]) -> None:
        if self._layout is None or self.maker is None or self.sheet is None:
            return
        tokens = self.theme.tokens
        today = self.sheet.today
        for cell in cells:
            now = cell.first <= today <= cell.last
            painter.fillRect(cell.rect, QColor(tokens.today if now else tokens.panel))
        grid_lines(painter, [cell.rect for cell in cells], tokens)
        for column, counts in enumerate(self._layout.mix):
            self._paint_mix(painter, self.rect_of(0, column), counts)
        self._paint_campaigns(painter, self._last_row, len(self._layout.weeks))

    def _paint_mix(self, painter: QPainter, rect: QRect, counts: KindCounts) -> None:
        """Stack a block a piece: practical below aspirational, untagged on top; the number is written under them."""
        tokens = self.theme.tokens
        painter.fillRect(rect, QColor(tokens.panel))
        grid_lines(painter, [rect], tokens)
        if not counts.pieces:
            return
        painter.setPen(QColor(tokens.muted))
        painter.setFont(self.maker.small.font if self.maker else self.font())
        said = f"✦{counts.aspirational} ▪{counts.practical}"
        below = QRect(
            rect.left(), rect.bottom() - self.fontMetrics().height() - 2, rect.width(), self.fontMetrics().height()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, said)
        room = max(1, below.top() - rect.top() - 4)
        step = min(BLOCK + 2, room / counts.pieces)
        parts = (
            (counts.practical, tokens.practical),
            (counts.aspirational, tokens.aspirational),
            (counts.untagged, tokens.faint),
        )
        left, width, bottom = rect.center().x() - rect.width() // 5, rect.width() * 2 // 5, float(below.top() - 2)
        for count, colour in parts:
            for _block in range(count):
                painter.fillRect(left, round(bottom - step), width, max(1, round(step) - 2), QColor(colour))
                bottom -= step

    def _paint_campaigns(self, painter: QPainter, row: int, weeks: int) -> None:
        tokens = self.theme.tokens
        for column in range(weeks):
            rect = self.rect_of(row, column)
            painter.fillRect(rect, QColor(tokens.quiet))
            painter.setPen(QColor(tokens.line))
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.setFont(self.maker.texts.font if self.maker else self.font())
        for bar in self._bars:
            painter.fillRect(bar.rect, bar.colour)
            painter.fillRect(bar.rect.left(), bar.rect.top(), 3, bar.rect.height(), bar.edge)
            painter.setPen(QColor(tokens.text))
            painter.drawStaticText(bar.rect.left() + 8, bar.rect.top() + 2, bar.text)

    @override
    def cell_name(self, cell: Cell) -> str:
        named = self.cells.headerData(cell.place[0], Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) or ""
        return _("{lane}, week of {days}").format(lane=named, days=stretch(cell.first, cell.last))

    @override
    def day_for(self, cell: Cell, entry: Entry) -> date:
        return day_in_week(self.sheet, cell.first, entry.day) if self.sheet else cell.first

    @override
    def step_days(self) -> tuple[int, int]:
        return WEEK, WEEK


def campaigns_in(sheet: Sheet) -> list[Campaign]:
    """Return the campaigns that run in the range, the earliest first."""
    first, last = sheet.range.first, sheet.range.last
    running = [
        campaign
        for campaign in sheet.lists.campaigns.values()
        if (campaign.starts or campaign.ends)
        and (campaign.starts or date.min) <= last
        and (campaign.ends or date.max) >= first
    ]
    return sorted(running, key=lambda campaign: (campaign.starts or date.min, campaign.position, campaign.id))


def campaign_words(campaign: Campaign) -> str:
    """Return a campaign's name with its launches."""
    parts = [campaign.name]
    if campaign.internal_launch:
        parts.append(_("internal launch {day}").format(day=short_day(campaign.internal_launch)))
    if campaign.external_launch:
        parts.append(_("external {day}").format(day=short_day(campaign.external_launch)))
    return " · ".join(parts)
