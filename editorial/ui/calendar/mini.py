"""The small calendar beside the large one: a day at a glance, and a target of drags in any month."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editorial.domain.arrange import ROWS, WEEK, by_day, month_range
from editorial.domain.period import month_of
from editorial.language import _
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.colours import Colours
from editorial.ui.calendar.month import pill, shared
from editorial.ui.calendar.scene import Cell, Scene, Stop
from editorial.ui.calendar.selection import Selection
from editorial.ui.calendar.sheet import Sheet
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.calendar.words import days_between, long_day, month_title, weekday
from editorial.ui.elide import ElidedLabel
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

DOT = 3
MOST_DOTS = 3


class MiniBoard(Board):
    """Six small weeks; dots tell how much lies on a day."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Selection())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Small calendar"))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    @override
    def heads(self, sheet: Sheet) -> tuple[Sequence[str], Sequence[str]]:
        start = sheet.lists.settings.week_start
        return [weekday((start + n) % WEEK)[:2] for n in range(WEEK)], [str(n) for n in range(ROWS)]

    @override
    def lay_out(self) -> None:
        super().lay_out()
        if self.height() != self.sizeHint().height():
            # The heading has no height before there are days; only now is the last week's room known.
            self.updateGeometry()

    @override
    def measure(self, sheet: Sheet, room: QSize) -> tuple[Sequence[int], Sequence[int]]:
        return shared(room.width(), [1.0] * WEEK), [self._row()] * ROWS

    def _row(self) -> int:
        return self.fontMetrics().height() + DOT + 6

    @override
    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().averageCharWidth() * 30, self.horizontalHeader().sizeHint().height() + self._row() * ROWS
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 21, self.sizeHint().height())

    @override
    def arrange(self, sheet: Sheet, maker: TileMaker) -> Scene:
        scene = Scene()
        settings = sheet.lists.settings
        month, shown, standing = month_of(sheet.day), month_range(sheet.day, settings), by_day(sheet.entries)
        for number, day in enumerate(days_between(shown.first, shown.last)):
            place = divmod(number, WEEK)
            scene.cells[place] = Cell(place, self.rect_of(*place), day, day, standing.get(day, ()), inside=day in month)
        return scene

    @override
    def paint_grounds(self, painter: QPainter, cells: Sequence[Cell]) -> None:
        if self.sheet is None or self.maker is None:
            return
        painter.setFont(self.maker.small.font)
        for cell in cells:
            self._paint_day(painter, cell, self.sheet)

    def _paint_day(self, painter: QPainter, cell: Cell, sheet: Sheet) -> None:
        tokens, height = self.theme.tokens, self.fontMetrics().height()
        line = QRect(cell.rect.left(), cell.rect.top() + 1, cell.rect.width(), height)
        shown = cell.first == sheet.day
        if shown:
            painter.fillRect(cell.rect.adjusted(1, 0, -1, 0), QColor(tokens.selection))
        works = sheet.marks.works(cell.first)
        painter.setPen(QColor(tokens.text if cell.inside and works else tokens.muted))
        if cell.first == sheet.today:
            width = height + 8
            pill(painter, QRect(line.center().x() - width // 2, line.top(), width, height), tokens)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(cell.first.day))
        count = min(len(cell.entries), MOST_DOTS)
        left = line.center().x() - (count * (DOT + 2) - 2) // 2
        for n in range(count):
            painter.fillRect(
                left + n * (DOT + 2),
                line.bottom() + 1,
                DOT,
                DOT,
                QColor(tokens.accent if cell.inside else tokens.faint),
            )

    @override
    def clicked_cell(self, cell: Cell | None) -> None:
        if cell is not None:
            self.picked.emit(cell.first)

    @override
    def activate(self, stop: Stop | None) -> None:
        self.clicked_cell(self.current_cell())

    @override
    def cell_name(self, cell: Cell) -> str:
        return long_day(cell.first)


class MiniCalendar(QWidget):
    """The small calendar with its month and two buttons that turn it."""

    month_wanted = Signal(object)
    """A day of the month that is to be shown here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._day = date.min
        self.board = MiniBoard(theme)
        self.title = ElidedLabel("section")
        self.earlier, self.later = self._turner(_("Earlier month"), -1), self._turner(_("Later month"), 1)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.board)
        self.board.turned.connect(self._turn)
        self.board.day_wanted.connect(self.month_wanted)
        theme.changed.connect(self._tint)
        self._tint()

    def show_sheet(self, sheet: Sheet, colours: Colours, maker: TileMaker) -> None:
        """Show the month of a sheet."""
        self._day = sheet.day
        self.title.setText(month_title(sheet.day))
        self.board.show_sheet(sheet, colours, maker)

    def _turn(self, step: int) -> None:
        first = self._day.replace(day=1)
        there = first - timedelta(days=1) if step < 0 else first + timedelta(days=32)
        self.month_wanted.emit(there.replace(day=1))

    def _turner(self, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self._turn(step))
        return button

    def _tint(self) -> None:
        self.earlier.setIcon(icon("chevron-left", self._theme.tokens.text))
        self.later.setIcon(icon("chevron-right", self._theme.tokens.text))
