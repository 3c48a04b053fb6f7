"""People × weeks to look at and to hand on in: an assignment of a cell is dragged to another person's row."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from editorial.domain.load import PersonLoad, WeekLoad
from editorial.language import _
from editorial.ui.load.carrying import MIME, Carried, DropNote, Weigh, Weighed, carry, read_mime
from editorial.ui.load.heading import PersonHeading
from editorial.ui.load.model import LoadModel
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

NAME_LETTERS, WEEK_LETTERS = 26, 15
LEAST_LINES, EDGES = 2, 1.2
"""How many lines of text a row has room for at least, and what it needs besides, in lines."""
PLAIN = Qt.KeyboardModifier.NoModifier


class LoadTable(QTableView):
    """Assignments that are dropped on a row are handed on to its person; while they are over it, `weigh` is told."""

    cell_chosen = Signal()
    dropped = Signal(object, int)
    """What was carried, and the person it is dropped on."""
    hand_on_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, theme: Theme, weigh: Weigh) -> None:
        super().__init__()
        self._theme, self._weigh = theme, weigh
        self.load = LoadModel(theme, self)
        self.setModel(self.load)
        self.setVerticalHeader(PersonHeading(self, theme))
        self.setAccessibleName(_("Load by week"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerWidget(QWidget())
        self.note = DropNote(self)
        self._target: int | None = None
        self._known: dict[tuple[Carried, int], Weighed] = {}
        self._first: int | None = None
        self.selectionModel().currentChanged.connect(lambda _now, _was: self._moved())
        self.verticalHeader().sectionClicked.connect(self._choose_row)
        self.horizontalScrollBar().rangeChanged.connect(lambda _least, most: self._scroll() if most else None)
        self.load.modelReset.connect(self.measure)
        theme.changed.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        """Give every cell room for its lines at this text size."""
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        heading = self.verticalHeader()
        heading.setFixedWidth(letter * NAME_LETTERS)
        self.horizontalHeader().setDefaultSectionSize(letter * WEEK_LETTERS)
        small = QFontMetrics(heading.fonts()[1]).height() if isinstance(heading, PersonHeading) else line
        for row, (said, cells) in enumerate(zip(self.load.said, self.load.lines, strict=True)):
            lines = max(LEAST_LINES, *(len(cell) for cell in cells))
            heading.resizeSection(row, int(max(line * lines, line + small * len(said)) + line * EDGES))

    def begin_with(self, column: int) -> None:
        """Let a week stand first, now or once there is room known to scroll in."""
        self._first = column
        if self.horizontalScrollBar().maximum():
            self._scroll()

    def _scroll(self) -> None:
        if self._first is not None:
            self.horizontalScrollBar().setValue(self.horizontalHeader().sectionPosition(self._first))
            self._first = None

    def _choose_row(self, row: int) -> None:
        self.setCurrentIndex(self.load.index(row, max(0, self.currentIndex().column())))

    def _moved(self) -> None:
        self.verticalHeader().viewport().update()
        self.cell_chosen.emit()

    @property
    def person(self) -> PersonLoad | None:
        """The person of the current row."""
        row = self.currentIndex().row()
        return self.load.rows[row] if 0 <= row < len(self.load.rows) else None

    @property
    def week(self) -> WeekLoad | None:
        """The week of the current cell."""
        index = self.currentIndex()
        return self.load.week(index) if index.isValid() else None

    def weighed(self, carried: Carried, row: int) -> Weighed | None:
        """Return what dropping on a row would mean; None where there is nobody, or who has it."""
        if not (0 <= row < len(self.load.rows)) or not carried:
            return None
        person = self.load.rows[row].person.id
        if any(old == person for _piece, old, _role in carried):
            return None
        if (carried, person) not in self._known:
            self._known[carried, person] = self._weigh(carried, person)
        return self._known[carried, person]

    def welcome(self, event: QDragEnterEvent) -> None:
        """Let assignments come in; what was known of the last ones may be another by now."""
        if event.mimeData().hasFormat(MIME):
            self._known.clear()
            event.acceptProposedAction()
        else:
            event.ignore()

    def hover(self, event: QDropEvent, row: int, at: QPoint) -> None:
        """Say what letting go over a row would do, `at` a point of the table."""
        carried = read_mime(event.mimeData()) if event.mimeData().hasFormat(MIME) else ()
        weighed = self.weighed(carried, row)
        self._point_at(row if weighed is not None else None)
        if weighed is None:
            self.note.hide()
            event.ignore()
            return
        self.note.show_weighed(weighed, at)
        if weighed.refused:
            event.ignore()
        else:
            event.acceptProposedAction()

    def take(self, event: QDropEvent, row: int, _at: object = None) -> None:
        """Hand what is carried on to the person of a row."""
        carried = read_mime(event.mimeData()) if event.mimeData().hasFormat(MIME) else ()
        weighed = self.weighed(carried, row)
        self.let_go()
        if weighed is not None and not weighed.refused:
            event.acceptProposedAction()
            self.dropped.emit(carried, self.load.rows[row].person.id)

    def let_go(self) -> None:
        """Point at nobody any more."""
        self.note.hide()
        self._point_at(None)

    def _point_at(self, row: int | None) -> None:
        if row != self._target:
            self._target = row
            self.viewport().update()

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        carry(self, self.load.work(self.currentIndex()), self._theme.tokens)
        self.let_go()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.welcome(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        at = event.position().toPoint()
        self.hover(event, self.rowAt(at.y()), self.viewport().mapTo(self, at))

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.let_go()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.stopAutoScroll()
        self.take(event, self.rowAt(event.position().toPoint().y()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
        top, height = self.rowViewportPosition(self._target), self.rowHeight(self._target)
        painter.drawRect(1, top + 1, self.viewport().width() - 2, height - 3)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_H:
            self.hand_on_wanted.emit()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_wanted.emit()
        elif event.text() and event.text().isprintable() and event.modifiers() == PLAIN:
            # Single letters are commands of the window, not a search in the table.
            event.ignore()
        else:
            super().keyPressEvent(event)
