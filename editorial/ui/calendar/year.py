"""The year: a row a month, a cell a week, the more pieces the stronger; a click opens the week."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter

from editorial.domain.arrange import WEEK, by_week, in_weeks, themes_of, week_starts
from editorial.domain.legend import value_of
from editorial.domain.period import Period, month_of
from editorial.domain.records import Entry
from editorial.language import _, ngettext
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.colours import mixed
from editorial.ui.calendar.lanehead import LaneHead, LaneName
from editorial.ui.calendar.month import grid_lines, shared
from editorial.ui.calendar.scene import Cell, Scene, Stop
from editorial.ui.calendar.selection import Selection
from editorial.ui.calendar.sheet import Sheet, day_in_week
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.calendar.words import month_title, short_day, short_month, stretch
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

MONTHS = 12
STRONGEST = {False: 0.34, True: 0.5}
LEAST_MOST = 6
"""So many pieces a week at least are shown at full strength: a quiet year does not look busy."""
PAD = 6
BAR = 5
HEAD_LETTERS = 22


class YearBoard(Board):
    """A fiscal year by week. What is exact to a month or quarter only stands in a column of its own."""

    runs_on = False
    week_wanted = Signal(object)
    """The first day of a week that is to be opened."""

    def __init__(self, theme: Theme, selection: Selection) -> None:
        super().__init__(theme, selection)
        self._names = LaneHead(theme, self)
        self._names.setMinimumSectionSize(1)
        self.setVerticalHeader(self._names)
        self._names.setSectionResizeMode(LaneHead.ResizeMode.Fixed)
        self._names.setSectionsClickable(True)
        self._rows: list[list[date]] = []
        self._most = 1

    @override
    def heads(self, sheet: Sheet) -> tuple[Sequence[str], Sequence[str]]:
        names = [self._name(month, sheet) for month in months_of(sheet.range)]
        self._names.name(names)
        starts = week_starts(sheet.range, sheet.lists.settings)
        self._rows = [
            [week for week in starts if _belongs(week, month, sheet.range)] for month in months_of(sheet.range)
        ]
        weeks = [_("Week {n}").format(n=n) for n in range(1, max(map(len, self._rows)) + 1)]
        return [*weeks, _("No exact day")], [name.name for name in names]

    def _name(self, month: Period, sheet: Sheet) -> LaneName:
        themes = themes_of(sheet.lists.notes, month.first, month.last)
        short = f"{short_month(month.first)} {month.first.year}"
        return LaneName(short, below=" · ".join(note.name for note in themes))

    @override
    def measure(self, sheet: Sheet, room: QSize) -> tuple[Sequence[int], Sequence[int]]:
        self._names.setFixedWidth(self.fontMetrics().averageCharWidth() * HEAD_LETTERS)
        least = self.fontMetrics().height() * 2 + BAR + 2 * PAD
        heights = shared(max(room.height(), least * MONTHS), [1.0] * MONTHS)
        return shared(room.width(), [1.0] * self.cells.columnCount()), heights

    @override
    def arrange(self, sheet: Sheet, maker: TileMaker) -> Scene:
        scene = Scene()
        starts = week_starts(sheet.range, sheet.lists.settings)
        weeks = dict(zip(starts, by_week(sheet.entries, starts), strict=True))
        coarse = [entry for entry in sheet.entries if not in_weeks(entry)]
        for row, month in enumerate(months_of(sheet.range)):
            for column, week in enumerate(self._rows[row]):
                place, last = (row, column), week + timedelta(days=WEEK - 1)
                items = tuple(item for item in sheet.items if item.open_slot and week <= item.day <= last)
                scene.cells[place] = Cell(place, self.rect_of(row, column), week, last, weeks[week], items)
            only = tuple(entry for entry in coarse if entry.day is not None and entry.day in month)
            if only:
                place = (row, self.cells.columnCount() - 1)
                scene.cells[place] = Cell(place, self.rect_of(*place), month.first, month.last, only, inside=False)
        self._most = max(LEAST_MOST, *(len(entries) for entries in weeks.values()))
        return scene

    @override
    def paint_grounds(self, painter: QPainter, cells: Sequence[Cell]) -> None:
        if self.sheet is None or self.maker is None:
            return
        for cell in cells:
            self._paint_cell(painter, cell, self.sheet, self.maker)

    def _week_name(self, painter: QPainter, cell: Cell, room: int) -> str:
        """Return the days of a week, where they do not fit its first day."""
        first, last = self._counted(cell)
        names = (stretch(first, last), short_day(first))
        fits = (name for name in names if painter.fontMetrics().horizontalAdvance(name) <= room)
        return next(fits, str(first.day))

    def _counted(self, cell: Cell) -> tuple[date, date]:
        """Return the first and last day of a week that belong to the year: others are not in its number."""
        year = self.sheet.range if self.sheet else None
        return (max(cell.first, year.first), min(cell.last, year.last)) if year else (cell.first, cell.last)

    def _paint_cell(self, painter: QPainter, cell: Cell, sheet: Sheet, maker: TileMaker) -> None:
        tokens, count = self.theme.tokens, len(cell.entries)
        share = STRONGEST[tokens.dark] * min(1.0, count / self._most) if cell.inside else 0
        painter.fillRect(cell.rect, mixed(QColor(tokens.panel), QColor(tokens.accent), share))
        grid_lines(painter, [cell.rect], tokens)
        inner = cell.rect.adjusted(PAD, 3, -PAD, -3)
        painter.setFont(maker.small.font)
        painter.setPen(QColor(tokens.text if count else tokens.muted))
        now = cell.inside and cell.first <= sheet.today <= cell.last
        said = self._week_name(painter, cell, inner.width()) if cell.inside else ""
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft, said)
        if count:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text))
            painter.drawText(
                inner.adjusted(0, 0, 0, -BAR - 2),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom,
                str(count),
            )
            self._paint_parts(
                painter, QRect(inner.left(), inner.bottom() - BAR + 1, inner.width(), BAR), cell.entries, maker
            )
        if cell.items:
            painter.setFont(maker.small.font)
            painter.setPen(QColor(tokens.muted))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(inner.adjusted(0, 0, 0, -BAR - 2), flags, f"○ {len(cell.items)}")
        if now:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.rect.adjusted(0, 0, -2, -2))
            painter.drawRect(cell.rect.adjusted(1, 1, -3, -3))

    def _paint_parts(self, painter: QPainter, bar: QRect, entries: Sequence[Entry], maker: TileMaker) -> None:
        """Draw how the pieces divide by what is coloured, a pixel between the parts."""
        values = [value_of(entry, maker.colours.by) for entry in entries]
        counts = [(item.value, values.count(item.value)) for item in maker.colours.items]
        left = bar.left()
        for (value, count), width in zip(
            counts, shared(bar.width(), [float(n) or 1e-9 for _v, n in counts]), strict=True
        ):
            if count:
                painter.fillRect(left, bar.top(), max(1, width - 1), bar.height(), maker.colours.swatch(value).edge)
            left += width

    @override
    def clicked_cell(self, cell: Cell | None) -> None:
        self._open(cell)

    @override
    def activate(self, stop: Stop | None) -> None:
        self._open(self.current_cell())

    def _open(self, cell: Cell | None) -> None:
        if cell is not None and cell.inside:
            self.week_wanted.emit(cell.first)
        elif cell is not None:
            self.open_more(cell)

    @override
    def cell_tip(self, cell: Cell) -> str:
        pieces = ngettext("{n} piece", "{n} pieces", len(cell.entries)).format(n=len(cell.entries))
        slots = ngettext("{n} open slot", "{n} open slots", len(cell.items)).format(n=len(cell.items))
        return " · ".join([self.cell_name(cell), pieces, *([slots] if cell.items else [])])

    @override
    def cell_name(self, cell: Cell) -> str:
        if cell.inside:
            return _("Week of {days}").format(days=stretch(*self._counted(cell)))
        return _("{month}, no exact day").format(month=month_title(cell.first))

    @override
    def day_for(self, cell: Cell, entry: Entry) -> date:
        return day_in_week(self.sheet, cell.first, entry.day) if self.sheet else cell.first

    @override
    def step_days(self) -> tuple[int, int]:
        return WEEK, WEEK


def months_of(year: Period) -> list[Period]:
    """Return the months of a year, of whichever month it begins with."""
    months = [month_of(year.first)]
    while months[-1].last < year.last:
        months.append(month_of(months[-1].last + timedelta(days=1)))
    return months


def _belongs(week: date, month: Period, year: Period) -> bool:
    """Tell whether a week stands in a month's row: where it begins, or the year's first row where that is before."""
    return week in month or (week < year.first and month.first == year.first)
