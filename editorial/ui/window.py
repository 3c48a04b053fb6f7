"""The window: hosts the places between rail, balance bar, side panel and status bar; knows nothing of their content."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QVBoxLayout, QWidget

from editorial.language import _
from editorial.ui.balance import BalanceBar
from editorial.ui.banner import SampleBanner
from editorial.ui.desk import Desk
from editorial.ui.header import Header
from editorial.ui.notices import NoticeLine
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.places import every_place, piece_panel
from editorial.ui.prompts import WindowPrompts
from editorial.ui.rail import Entry, Rail, scrollable
from editorial.ui.rail_counts import show_balance, show_mine
from editorial.ui.side import Side
from editorial.ui.statusbar import StatusLine
from editorial.ui.workarea import WorkArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from editorial.ui.commands import Command
    from editorial.ui.files import Files
    from editorial.ui.opening import Opening, Refusal
    from editorial.ui.piece.panel import PiecePanel
    from editorial.ui.search.box import SearchBox

NARROW = 1_150
"""Below this width (px, at the system's text size) the rail shows marks only."""
FIRST_SIZE = (1_360, 860)
LEAST_SIZE = (800, 480)
"""What the window can always be shrunk to (px)."""
STEP = 36
"""How far a further window stands from the one before."""
HOME = "calendar"


class Window(QMainWindow):
    """One window on one workspace."""

    painted = Signal()
    """The window was painted for the first time."""
    closed = Signal()
    another_wanted = Signal(object)
    """A second window on the workspace of this path."""
    arrived = Signal(str)
    """The place of this word is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        desk.prompts = WindowPrompts(self)
        self._spots = {spot.entry.word: spot for spot in every_place()}
        self.places: dict[str, Place] = {}
        self._controls: dict[str, QWidget] = {}
        self._sides: dict[str, QWidget | None] = {}
        self.word = ""
        self._before: list[str] = []
        self._wanted: tuple[str, dict[str, Any]] = ("", {})
        self._was_painted = False
        self._side_width = 0
        self._panel: PiecePanel | None = None
        self._trouble: QWidget | None = None
        self.box: SearchBox | None = None
        self.rail = Rail(desk.theme, [spot.entry for spot in self._spots.values() if spot.listed])
        self.header = Header(desk.theme)
        self.balance = BalanceBar(desk)
        self.banner = SampleBanner(desk)
        self.work = WorkArea()
        self.side = Side()
        self.status = StatusLine(desk)
        self.notices = NoticeLine(desk, self.status)
        self._equipped = False
        self._take_size()
        self._arrange()
        self._connect()
        self.setWindowTitle("Editorial")
        self.setMinimumSize(*LEAST_SIZE)

    @cached_property
    def opening(self) -> "Opening":
        """What brings workspaces here."""
        from editorial.ui.opening import Opening

        made = Opening(self.desk)
        made.refused.connect(self._refused)
        return made

    @cached_property
    def files(self) -> "Files":
        """What the menu does with files."""
        from editorial.ui.files import Files

        return Files(self)

    @cached_property
    def commands(self) -> "list[Command]":
        """Everything the window can do in any place."""
        from editorial.ui.window_commands import window_commands

        return window_commands(self)

    def equip(self) -> None:
        """Let the keyboard start the commands, and files be dropped; the first paint needs neither and comes before."""
        from editorial.ui.importing.pasting import FileDrops
        from editorial.ui.keys import install_shortcuts
        from editorial.ui.my_work.myself import myself_of
        from editorial.ui.my_work.reminding import Reminding

        if not self._equipped:
            self.reminding = Reminding(self.desk)
            self.reminding.followed.connect(self._come)
            myself_of(self.desk).counted.connect(lambda waiting: show_mine(self.rail, waiting))
            FileDrops(self, self.desk).workspace_dropped.connect(self.files.open_path)
            self._equipped = True
            install_shortcuts(self, self.commands)

    def go(self, word: str, **wanted: Any) -> Place:
        """Show a place, making it on the first visit, and return it."""
        place = self.places.get(word) or self._make(word)
        if self.work.indexOf(place) < 0:
            self.work.addWidget(place)
        if self.word and self.word != word:
            self._before = [*self._before[-9:], self.word]
        self.word = word
        self.work.setCurrentWidget(place)
        self.rail.show_place(self._spots[word].under or word)
        self.balance.setVisible(place.plans)
        self.side.put(self._side_of(word))
        self.desk.piece_selected.emit(None)
        place.arrive(**wanted)
        self._retitle()
        self.arrived.emit(word)
        return place

    def preparing(self, word: str) -> "list[Callable[[], object]]":
        """Return what makes a place before it is gone to, in parts small enough for a turn of the event loop each."""

        def get_ready() -> None:
            self.places[word].get_ready()

        return [
            lambda: self.places.get(word) or self._make(word),
            lambda: self._controls_of(word),
            get_ready,
            lambda: self._side_of(word),
            lambda: self.side.put(self._side_of(word)),
            lambda: self.work.addWidget(self.places[word]),
        ]

    def visit(self, word: str, **wanted: Any) -> None:
        """Show a place as soon as the libraries it needs are there."""
        if word not in self._spots:
            return
        if self.desk.workspace is None and not self._spots[word].light and word not in self.places:
            self._wanted = (word, wanted)
            self.rail.show_place(self._spots[word].under or word)
            return
        self._wanted = ("", {})
        self.go(word, **wanted)

    def back(self) -> None:
        """Return to the place that was shown before."""
        if self._before:
            word = self._before.pop()
            self.go(word)
            self._before.pop()

    @property
    def place(self) -> Place | None:
        """The place that is shown, if any is."""
        return self.places.get(self.word)

    def words(self) -> list[str]:
        """Return the words of all places, in the order of the rail."""
        return list(self._spots)

    def entry(self, word: str) -> Entry:
        """Return how the rail names a place."""
        return self._spots[word].entry

    def last_place(self) -> str:
        """Return the place of the last time, where it is one to come back to."""
        word = str(self.desk.preferences.get("place", HOME))
        return word if word in self._spots and self._spots[word].listed else HOME

    def come_back(self, beside: int = 0) -> None:
        """Take the columns of the last time; further windows stand a little beside the first."""
        if beside:
            self.move(self.pos() + QPoint(STEP, STEP) * beside)
        self._side_width = int(self.desk.preferences.get("side", 0))

    def _take_size(self) -> None:
        """Take the size of the last time, before the parts: what is dressed once need not be dressed again."""
        if not self.restoreGeometry(self.desk.preferences.bytes("window")):
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))

    def new_piece(self) -> None:
        """Start writing down a new piece: where the place knows how, else among the ideas."""
        place = self.place
        if self.desk.readonly:
            self.desk.say(_("This workspace was opened for reading only."))
        elif self.desk.workspace is not None and (place is None or not place.new_piece()):
            self.visit("ideas", new=True)

    def search(self) -> None:
        """Open the box that finds pieces, people, what they said, places and commands."""
        from editorial.ui.search.box import SearchBox

        if self.box is None:
            self.box = SearchBox(self.desk, self.every_command, self._whole)
        self.box.open_now()

    def every_command(self) -> "list[Command]":
        """Return what can be done now: in the place that is shown, then in the window, then in other places."""
        from editorial.ui.far_commands import far_commands

        own = self.place.commands() if self.place is not None else []
        return [*own, *self.commands, *far_commands(self)]

    def open_menu(self) -> None:
        """Show the workspace menu below the name on the rail."""
        from editorial.ui.menu import workspace_menu

        button = self.rail.menu_button
        workspace_menu(self).popup(button.mapToGlobal(QPoint(0, button.height())))

    def open_menu_below(self) -> None:
        """Show the workspace menu above the status bar's file name."""
        from editorial.ui.menu import workspace_menu

        button = self.status.workspace
        menu = workspace_menu(self)
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), -menu.sizeHint().height())))

    def show_keys(self) -> None:
        """Show every keyboard shortcut beside the place."""
        from editorial.ui.key_sheet import KeySheet

        KeySheet(self, self.every_command()).show()

    def toggle_side(self) -> None:
        """Hide the side panel, or show it again."""
        self.side.toggle()

    def show_trouble(self, page: QWidget) -> None:
        """Show a page about the workspace in front of the place; the rest rests until a workspace is there."""
        self._trouble = page
        if self.work.indexOf(page) < 0:
            self.work.addWidget(page)
        self.work.setCurrentWidget(page)
        self.side.put(None)
        self.header.show_place(_("This workspace could not be opened"), None)
        if self.desk.workspace is None:
            self.banner.hide()
        self._rest(self.desk.workspace is None)

    def leave_trouble(self) -> None:
        """Return from the page about the workspace to the place."""
        if self._trouble is not None:
            self.work.removeWidget(self._trouble)
            self._trouble.deleteLater()
            self._trouble = None
        self._rest(False)
        if self.word:
            self.go(self.word)

    def _rest(self, rest: bool) -> None:
        self.rail.rest(rest)
        self.header.new.setEnabled(not rest)
        self.header.search.setEnabled(not rest)
        self.balance.setVisible(not rest and (self.place is None or self.place.plans))

    def _make(self, word: str) -> Place:
        place = self._spots[word].make(self.desk)
        self.places[word] = place
        place.retitled.connect(self._retitle)
        return place

    def _controls_of(self, word: str) -> QWidget:
        if word not in self._controls:
            self._controls[word] = self.header.add(self.places[word].controls())
        return self._controls[word]

    def _side_of(self, word: str) -> QWidget | None:
        if word not in self._sides:
            self._sides[word] = self.places[word].side()
        return self._sides[word]

    def _arrange(self) -> None:
        # From the outside in: every part is dressed for its place once, not again with each thing around it.
        self._whole = QWidget()
        self.setCentralWidget(self._whole)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._narrow_rail()
        self._rail_area = scrollable(self.rail)
        row.addWidget(self._rail_area)
        right = QWidget()
        row.addWidget(right, 1)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.banner, self.balance):
            column.addWidget(part)
        self.columns = QSplitter()
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(1)
        column.addWidget(self.columns, 1)
        self.columns.addWidget(self.work)
        self.columns.addWidget(self.side)
        self.columns.setStretchFactor(0, 1)
        column.addWidget(self.notices)
        column.addWidget(self.status)

    def _connect(self) -> None:
        desk = self.desk
        self.rail.chosen.connect(self.visit)
        self.rail.measured.connect(self._fit_rail)
        self.banner.empty_wanted.connect(self._start_empty)
        self.banner.import_wanted.connect(self._start_import)
        self.side.shown.connect(self._fit_columns)
        self.columns.splitterMoved.connect(self._columns_moved)
        self.rail.menu_button.clicked.connect(self.open_menu)
        self.header.new_wanted.connect(self.new_piece)
        self.header.search_wanted.connect(self.search)
        self.status.workspace.clicked.connect(self.open_menu_below)
        self.balance.shown.connect(lambda: show_balance(self.rail, self.balance.balance))
        desk.place_wanted.connect(lambda word, wanted: self.visit(word, **wanted))
        desk.piece_opened.connect(lambda piece: self.visit("piece", piece_id=piece, back=self.word))
        desk.piece_selected.connect(self._select)
        desk.copy_wanted.connect(self._save_copy)
        desk.opened.connect(self._opened)
        desk.lists_changed.connect(self._name)
        desk.theme.changed.connect(self._fit_rail)

    def _refused(self, refusal: "Refusal") -> None:
        self.files.refused(refusal)

    def _save_copy(self) -> None:
        self.files.save_copy()

    def _start_empty(self) -> None:
        self.files.start_empty()

    def _start_import(self) -> None:
        self.files.start_empty(then=lambda: self.visit("import"))

    def _opened(self) -> None:
        self._name()
        word, wanted = self._wanted
        self._wanted = ("", {})
        if self._trouble is not None:
            self.leave_trouble()
        self.header.new.setEnabled(not self.desk.readonly)
        if word:
            self.go(word, **wanted)
        elif self.place is not None and not self._works():
            self.place.arrive()
        self._retitle()

    def _works(self) -> bool:
        """Tell whether the keyboard is in the work area, and not on what led to this workspace."""
        focused: QWidget | None = self.focusWidget()
        return focused is not None and self.work.isAncestorOf(focused)

    def _name(self) -> None:
        name = self.desk.lists.settings.name
        self.setWindowTitle(_("{name} – Editorial").format(name=name))

    def _select(self, selected: int | tuple[int, ...] | None) -> None:
        """Show what is selected in the side panel, or the place's own panel again."""
        if self.word == "piece":
            selected = None
        if self._panel is not None or selected:
            self._panel = self._panel or piece_panel(self.desk)
            self._panel.show_selected(selected)
        if self._panel is not None and selected:
            self.side.put_piece(self._panel)
        else:
            self.side.leave_piece()

    def _come(self) -> None:
        """Show My work: the user comes from outside the window."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.visit("my_work")

    def _retitle(self) -> None:
        place = self.place
        if place is not None and self._trouble is None:
            self.header.show_place(place.title(), self._controls_of(self.word), place.titles())
            self.status.show_line(place.status())

    def _narrow_rail(self) -> None:
        """Leave the work area its room: a narrow window has marks alone on the rail, earlier with larger text."""
        self.rail.narrow(self.width() < NARROW * self.desk.theme.zoom)

    def _fit_columns(self) -> None:
        """Give the side panel the width it had, or the one that suits it."""
        width = self._side_width or self.side.wanted_width
        self.columns.setSizes([max(1, self.columns.width() - width), width])

    def _columns_moved(self) -> None:
        self._side_width = self.columns.sizes()[1]

    def _fit_rail(self) -> None:
        self._narrow_rail()
        self._rail_area.setFixedWidth(self.rail.sizeHint().width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_rail()
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.desk.may_leave():
            event.ignore()
            return
        preferences = self.desk.preferences
        preferences.put_bytes("window", self.saveGeometry())
        preferences.put("side", self._side_width)
        preferences.put("place", self.word)
        preferences.sync()
        for place in self.places.values():
            place.leave()
        self.desk.close()
        self.closed.emit()
        super().closeEvent(event)
