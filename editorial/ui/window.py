"""The window: hosts the places between rail, balance bar, side panel and status bar; knows nothing of what they show."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from editorial.language import _
from editorial.ui.balance import BalanceBar
from editorial.ui.desk import Desk
from editorial.ui.header import Header
from editorial.ui.notices import NoticeLine
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.places import every_place
from editorial.ui.prompts import WindowPrompts
from editorial.ui.rail import Rail, scrollable
from editorial.ui.side import Side
from editorial.ui.statusbar import StatusLine

NARROW = 1_150
"""Below this width (px) the header keeps only marks, and the side panel gives way."""


class Window(QMainWindow):
    """One window on one workspace."""

    painted = Signal()
    """The window was painted for the first time."""
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        desk.prompts = WindowPrompts(self)
        self._spots = {spot.entry.word: spot for spot in every_place()}
        self.places: dict[str, Place] = {}
        self._controls: dict[str, QWidget] = {}
        self._sides: dict[str, QWidget | None] = {}
        self.word = ""
        self._was_painted = False
        self.rail = Rail(desk.theme, [spot.entry for spot in self._spots.values()])
        self.header = Header(desk.theme)
        self.balance = BalanceBar(desk)
        self.work = QStackedWidget()
        self.work.setObjectName("work")
        self.side = Side()
        self.notices = NoticeLine(desk)
        self.status = StatusLine(desk)
        self._arrange()
        self._connect()
        self.setWindowTitle("Editorial")

    def go(self, word: str, **wanted: Any) -> Place:
        """Show a place, making it on the first visit, and return it."""
        place = self.places.get(word) or self._make(word)
        self.word = word
        self.work.setCurrentWidget(place)
        self.rail.show_place(word)
        self.balance.setVisible(place.plans)
        self.side.put(self._sides[word])
        self.desk.piece_selected.emit(None)
        place.arrive(**wanted)
        self._retitle()
        return place

    @property
    def place(self) -> Place:
        """The place that is shown."""
        return self.places[self.word]

    def words(self) -> list[str]:
        """Return the words of all places, in the order of the rail."""
        return list(self._spots)

    def _make(self, word: str) -> Place:
        place = self._spots[word].make(self.desk)
        self.places[word] = place
        self.work.addWidget(place)
        self._controls[word] = self.header.add(place.controls())
        self._sides[word] = place.side()
        place.retitled.connect(self._retitle)
        return place

    def _arrange(self) -> None:
        self.columns = QSplitter()
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(1)
        self.columns.addWidget(self.work)
        self.columns.addWidget(self.side)
        self.columns.setStretchFactor(0, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.balance):
            column.addWidget(part)
        column.addWidget(self.columns, 1)
        column.addWidget(self.notices)
        column.addWidget(self.status)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._rail_area = scrollable(self.rail)
        self._rail_area.setFixedWidth(self.rail.sizeHint().width())
        row.addWidget(self._rail_area)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.desk.place_wanted.connect(lambda word, wanted: self.go(word, **wanted))
        self.desk.opened.connect(self._opened)
        self.desk.theme.changed.connect(self._fit_rail)
        for spot in self._spots.values():
            self._shortcut(spot.entry.shortcut, lambda word=spot.entry.word: self.go(word))
        self._shortcut("Ctrl+Z", self.desk.undo)
        self._shortcut("Ctrl+Shift+Z", self.desk.redo)
        self._shortcut("Ctrl+Y", self.desk.redo)

    def _shortcut(self, keys: str, act: Any) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _opened(self) -> None:
        name = self.desk.lists.settings.name
        self.setWindowTitle(_("{name} – Editorial").format(name=name))

    def _retitle(self) -> None:
        if self.word:
            place = self.place
            self.header.show_place(place.title(), self._controls[self.word])
            self.status.show_line(place.status())

    def _fit_rail(self) -> None:
        self._rail_area.setFixedWidth(self.rail.sizeHint().width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.header.narrow(self.width() < NARROW)
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.preferences.put_bytes("window", self.saveGeometry())
        self.desk.preferences.put("place", self.word)
        self.desk.preferences.sync()
        self.desk.close()
        self.closed.emit()
        super().closeEvent(event)
