"""A board: a table of days or weeks that paints itself, with focus, selection and the mouse on the pieces in it."""

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget

from editorial.domain.arrange import entry_span
from editorial.domain.records import Entry
from editorial.language import _
from editorial.ui.calendar.cells import CellModel
from editorial.ui.calendar.chips import paint_chips
from editorial.ui.calendar.colours import Colours
from editorial.ui.calendar.dropping import DropZone
from editorial.ui.calendar.focusing import WHOLE, Focus, moves_pieces
from editorial.ui.calendar.lifting import lift
from editorial.ui.calendar.pressing import Press
from editorial.ui.calendar.scene import Cell, Chip, More, Place, Scene, Stop, Tile
from editorial.ui.calendar.selection import Selection
from editorial.ui.calendar.sheet import Sheet
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.calendar.words import spoken, spoken_cell
from editorial.ui.overriding import override
from editorial.ui.theme import Theme


class Board(QTableView):
    """What the month, week, quarter, year and the small calendar have in common.

    A view says how many rows and columns there are (`heads`), how large (`measure`), and what stands where (`arrange`).
    """

    chosen = Signal(int)
    """A piece was clicked: what is selected is to be shown beside; 0 where nothing is."""
    opened = Signal(int)
    """A piece is to be opened in full."""
    more_wanted = Signal(object, QRect)
    """A cell whose pieces are to be listed, and where it is on the screen."""
    menu_wanted = Signal(QPoint, object)
    """A context menu at a point of the screen, over a cell or None."""
    item_wanted = Signal(object, QRect, bool)
    """An item is to be shown, where it is on the screen, and whether in full."""
    day_wanted = Signal(object)
    """The focus goes to a day that is not shown."""
    nudged = Signal(int)
    """The selected pieces are to move by so many days."""
    dropped = Signal(object, object)
    """A `PieceDrag` was dropped on a cell or on an open slot's chip, and the drag is over."""
    drop_noted = Signal(object, object)
    """The same while the drag still runs; `dropped` follows through the event queue."""
    turned = Signal(int)
    """Show what is earlier (-1) or later (1)."""
    runs_on = True
    """Whether the row below goes on where a row ends."""

    def __init__(self, theme: Theme, selection: Selection) -> None:
        super().__init__()
        self.theme = theme
        self.selection = selection
        self.scene = Scene()
        self.sheet: Sheet | None = None
        self.maker: TileMaker | None = None
        self.cells = CellModel(self.say, self)
        self.setModel(self.cells)
        self.focus_on = Focus(self)
        self.press = Press(self)
        self.zone = DropZone(self)
        self._set_up()
        selection.changed.connect(self.viewport().update)
        self.drop_noted.connect(self.dropped, Qt.ConnectionType.QueuedConnection)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setMinimumSectionSize(1)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setHighlightSections(False)
            head.setSectionsClickable(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setCornerWidget(QWidget())
        self.verticalHeader().hide()

    # What each view says of itself.

    def heads(self, sheet: Sheet) -> tuple[Sequence[str], Sequence[str]]:
        """Return the headings of columns and rows."""
        raise AssertionError

    def measure(self, sheet: Sheet, room: QSize) -> tuple[Sequence[int], Sequence[int]]:
        """Return the widths of the columns and the heights of the rows for the room there is."""
        raise AssertionError

    def arrange(self, sheet: Sheet, maker: TileMaker) -> Scene:
        """Return what stands where; rows and columns have their sizes by now."""
        raise AssertionError

    def paint_grounds(self, painter: QPainter, cells: Sequence[Cell]) -> None:
        """Paint what lies below the tiles of the cells that show."""

    def paint_heads(self, painter: QPainter, cells: Sequence[Cell]) -> None:
        """Paint what is to be read on a cell even while something is dragged over it."""

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the tiles and items."""

    def cell_tip(self, cell: Cell) -> str:
        """Return what a tooltip says of a cell where there is no piece."""
        return ""

    def cell_name(self, cell: Cell) -> str:
        """Return a cell's name for screen readers."""
        raise AssertionError

    def day_for(self, cell: Cell, entry: Entry) -> date:
        """Return the day a piece gets when it is dropped on a cell."""
        return cell.first

    def step_days(self) -> tuple[int, int]:
        """Return how many days a piece moves by Alt+Right and by Alt+Down."""
        return 1, 7

    # Showing.

    def show_sheet(self, sheet: Sheet, colours: Colours, maker: TileMaker) -> None:
        """Arrange and show another range, or the same after a change; the focus stays on its piece or day."""
        elsewhere = self.sheet is None or self.sheet.day != sheet.day
        # Other headings may resize the board; without a maker it is arranged once, below.
        self.sheet, self.maker = sheet, None
        self.cells.head(*self.heads(sheet))
        self.maker = maker
        self.lay_out()
        if elsewhere and (self.focus_on.piece is None or self.focus_on.piece not in self.selection):
            self.focus_day(sheet.day)

    def lay_out(self) -> None:
        """Arrange the sheet for the size of the board."""
        if self.sheet is None or self.maker is None:
            return
        kept = self.focus_on.remember()
        columns, rows = self.measure(self.sheet, self.viewport().size())
        for place, width in enumerate(columns):
            self.setColumnWidth(place, width)
        for place, height in enumerate(rows):
            self.setRowHeight(place, height)
        # The maker is shared by boards of different sheets.
        self.maker.late = self.sheet.late
        self.scene = self.arrange(self.sheet, self.maker)
        self.focus_on.restore(kept)
        self.viewport().update()

    def rect_of(self, row: int, column: int) -> QRect:
        """Return where a cell is in the content."""
        left = self.columnViewportPosition(column) + self.horizontalOffset()
        top = self.rowViewportPosition(row) + self.verticalOffset()
        return QRect(left, top, self.columnWidth(column), self.rowHeight(row))

    def offset(self) -> QPoint:
        """Return what is scrolled away: content coordinates minus those of the viewport."""
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def on_screen(self, rect: QRect) -> QRect:
        """Return where content is on the screen."""
        return QRect(self.viewport().mapToGlobal(rect.topLeft() - self.offset()), rect.size())

    def shown_ids(self) -> set[int]:
        """Return the pieces this view shows, behind “+ n more” too."""
        return self.scene.ids()

    def say(self, row: int, column: int) -> str:
        """Return a cell for screen readers."""
        cell = self.scene.cells.get((row, column))
        if cell is None or self.sheet is None:
            return ""
        marks = self.sheet.marks.words(cell.first) if cell.first == cell.last else ""
        others = [item.said for item in cell.items]
        return spoken_cell(self.cell_name(cell), cell.entries, self.sheet.lists, marks, others)

    def announce(self, stop: Stop | None) -> None:
        """Tell a screen reader which piece or item has the focus."""
        if isinstance(stop, Tile | Chip) and self.sheet is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said_of(stop, self.sheet)))

    def current_cell(self) -> Cell | None:
        return self.scene.cells.get(self.focus_on.place)

    def set_current(self, place: Place) -> None:
        """Let Qt's own current cell, which screen readers follow, be that of the focus."""
        index = self.cells.index(*place)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def focus_day(self, day: date) -> None:
        """Put the focus on a day that is shown, on none of its pieces."""
        if cell := self.scene.cell_of(day):
            self.focus_on.go(cell.place, WHOLE)

    def focus_piece(self, piece_id: int) -> None:
        """Put the focus on a piece, or on its day where it is behind “+ n more”."""
        tile = self.scene.tile_of(piece_id)
        if tile is not None:
            self.focus_on.go(tile.place, self.scene.stops[tile.place].index(tile))
            return
        for cell in self.scene.cells.values():
            if any(entry.id == piece_id for entry in cell.entries):
                self.focus_on.go(cell.place)
                return

    def entry_of(self, piece_id: int) -> Entry | None:
        """Return a piece of the sheet."""
        entries = self.sheet.entries if self.sheet else ()
        return next((entry for entry in entries if entry.id == piece_id), None)

    def spans_cell(self, entry: Entry, cell: Cell) -> bool:
        """Tell whether a piece stands in a cell, be it by a band."""
        span = entry_span(entry, self.sheet.lists.settings) if self.sheet else None
        return span is not None and span[0] <= cell.last and span[1] >= cell.first

    def open_more(self, cell: Cell) -> None:
        self.more_wanted.emit(cell, self.on_screen(cell.rect))

    def activate(self, stop: Stop | None) -> None:
        """Open a piece or an item, or the list of a cell."""
        if isinstance(stop, Tile):
            self.opened.emit(stop.entry.id)
        elif isinstance(stop, Chip):
            self.item_wanted.emit(stop.item, self.on_screen(stop.rect), True)
        elif (cell := self.current_cell()) is not None:
            self.open_more(cell)

    def clicked_cell(self, cell: Cell | None) -> None:
        """A cell was clicked where there is no piece: nothing is shown beside any longer."""
        self.chosen.emit(0)

    # Qt's events.

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maker is None:
            return
        painter = QPainter(self.viewport())
        offset = self.offset()
        painter.translate(-offset)
        area = event.rect().translated(offset)
        cells = [cell for cell in self.scene.cells.values() if cell.rect.intersects(area)]
        self.paint_grounds(painter, cells)
        self.zone.paint_ground(painter)
        self.paint_heads(painter, cells)
        self.maker.paint(painter, [tile for tile in self.scene.tiles if tile.rect.intersects(area)], self.selection)
        paint_chips(painter, [chip for chip in self.scene.chips if chip.rect.intersects(area)], self.maker)
        self.paint_over(painter)
        self.maker.paint_more(painter, [more for more in self.scene.mores if more.rect.intersects(area)])
        if self.hasFocus():
            self._paint_focus(painter)
        self.zone.paint_words(painter)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        stop = self.focus_on.stop
        cell = self.current_cell()
        if stop is None and cell is None:
            return
        rect = stop.rect if stop is not None else cell.rect.adjusted(0, 0, -1, -1)  # type: ignore[union-attr]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.tokens.accent), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and moves_pieces(event):
            # Alt+arrows are the pieces' while a board has the focus, whatever the window does with them elsewhere.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.focus_on.key(event):
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.press.pressed(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.press.moved(event):
            entry = self.entry_of(self.selection.ids[0]) if len(self.selection) else None
            lift(self, self.selection.ids, entry.title if entry else "", self.theme.tokens)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.press.released(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.press.doubled(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.zone.entered(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.zone.moved(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.zone.left(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.zone.dropped(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            cell = self.scene.cell_at(event.pos() + self.offset())
            self.menu_wanted.emit(event.globalPos(), cell)
        else:
            stop, cell = self.focus_on.stop, self.current_cell()
            rect = stop.rect if stop is not None else cell.rect if cell else QRect()
            self.menu_wanted.emit(self.on_screen(rect).bottomLeft(), cell)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos() + self.offset()), self)
            return True
        return super().viewportEvent(event)

    def _tip(self, point: QPoint) -> str:
        """Return a tooltip as rich text that holds the plain words escaped: titles may look like markup."""
        stop, cell = self.scene.stop_at(point), self.scene.cell_at(point)
        if isinstance(stop, More):
            return escape(_("Show the whole list"))
        if stop is not None and self.sheet is not None:
            return f"<p>{escape(said_of(stop, self.sheet))}</p>"
        return escape(self.cell_tip(cell)) if cell is not None else ""


def said_of(stop: Tile | Chip, sheet: Sheet) -> str:
    """Return what tooltips and screen readers say of a piece or an item."""
    if isinstance(stop, Chip):
        return stop.item.said
    return spoken(stop.entry, sheet.lists, sheet.late.get(stop.entry.id, 0))
