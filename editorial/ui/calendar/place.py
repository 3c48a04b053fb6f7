"""The calendar: one range of pieces in five views, what can be done to them, and the small calendar beside."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editorial.domain.legend import Attribute
from editorial.domain.period import Period, month_of, shifted_period
from editorial.domain.records import Entry
from editorial.language import _, ngettext
from editorial.ui.calendar.acts import Acts
from editorial.ui.calendar.advising import DropAdviser
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.boards import make_board
from editorial.ui.calendar.calls import calendar_commands, key_context
from editorial.ui.calendar.colours import Colours
from editorial.ui.calendar.controls import CalendarControls
from editorial.ui.calendar.itemacts import ItemActs
from editorial.ui.calendar.legendbar import LegendBar
from editorial.ui.calendar.looks import look_of, look_to
from editorial.ui.calendar.nothing import NothingHere
from editorial.ui.calendar.reading import Reader
from editorial.ui.calendar.selection import Selection
from editorial.ui.calendar.sheet import Look, Sheet, View
from editorial.ui.calendar.sheets import CalendarSheets
from editorial.ui.calendar.sidepanel import CalendarSide
from editorial.ui.calendar.taking import take_drops
from editorial.ui.calendar.tiles import TileMaker
from editorial.ui.calendar.viewing import calendar_filter
from editorial.ui.calendar.words import month_title, themes_said, turned_titles, week_title
from editorial.ui.desk import Desk
from editorial.ui.elide import ElidedLabel
from editorial.ui.onlooker.opening import open_share
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.turns import next_turn

if TYPE_CHECKING:
    from editorial.domain.conditions import Condition
    from editorial.ui.calendar.listing import ListBoard
    from editorial.ui.commands import Command
    from editorial.ui.plan.proposing import Proposing

SHOWN_KINDS = frozenset({"piece", "slot", "interview"})


class CalendarPlace(Place):
    """Hosts the views. The day in view is the desk's; each view shows the range around it."""

    reloaded = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.look: Look = look_of(desk.preferences.get("calendar", {}))
        self.where: Condition | None = None
        self.selection = Selection(self)
        self.acts = Acts(desk)
        self.adviser = DropAdviser(desk)
        self.reader = Reader(desk, self.reload)
        self.sheets = CalendarSheets(self)
        self.items = ItemActs(self)
        self.bar = CalendarControls(desk.theme)
        self._panel: CalendarSide | None = None
        self._plan: Proposing | None = None
        self.filter = calendar_filter(self)
        self.nothing = NothingHere(desk)
        self.legend = LegendBar()
        self.stack = QStackedWidget()
        self.views: dict[View, Board | ListBoard] = {}
        self.sheet: Sheet | None = None
        self.hidden = 0
        self._stale = True
        self._read: Sheet | None = None
        self._colours: Colours | None = None
        self._maker: TileMaker | None = None
        self._arrange()
        self._connect()
        self.bar.show_look(self.look)

    # What the shell asks.

    @override
    def title(self) -> str:
        if self.sheet is None or self._monthly():
            return month_title(self.desk.day)
        if self.look.view in (View.WEEK, View.MONTH):
            return week_title(self.sheet.range.first, self.sheet.range.last)
        return self.sheet.range.name

    @override
    def titles(self) -> list[str]:
        return turned_titles(self.desk.day.year, weekly=not self._monthly()) if self._turns() else []

    @override
    def controls(self) -> list[QWidget]:
        return [self.bar, self.filter.button]

    @override
    def side(self) -> QWidget | None:
        return self.panel

    @property
    def panel(self) -> CalendarSide:
        """The side panel, made when it is first asked for."""
        if self._panel is None:
            self._panel = CalendarSide(self.desk, self)
        return self._panel

    @property
    def plan(self) -> "Proposing":
        """What proposes a plan, made when it is first asked for."""
        if self._plan is None:
            from editorial.ui.plan.beside import proposing_beside

            self._plan = proposing_beside(self)
        return self._plan

    @override
    def get_ready(self) -> None:
        self.dress()
        self.stack.setCurrentWidget(self.view)

    @override
    def status(self) -> str:
        if self.sheet is None or self.desk.workspace is None:
            return ""
        shown = [entry for entry in self.sheet.entries if self._within(entry)]
        count = ngettext("{n} piece", "{n} pieces", len(shown)).format(n=len(shown))
        parts = [self.title(), count]
        if self.hidden:
            parts.append(ngettext("{n} hidden", "{n} hidden", self.hidden).format(n=self.hidden))
        if len(self.selection) > 1:
            parts.append(_("{n} selected").format(n=len(self.selection)))
        return " · ".join(parts)

    @override
    def arrive(self, **wanted: Any) -> None:
        if isinstance(view := wanted.get("view"), str) and view in set(View):
            self.choose(view=View(view))
        if isinstance(stretch := wanted.get("stretch"), str) and stretch in set(View):
            self.choose(stretch=View(stretch))
        if isinstance(lanes := wanted.get("lanes"), str) and lanes in set(Attribute):
            self.choose(lanes=Attribute(lanes))
        if "where" in wanted:
            self.filter.set_condition(wanted["where"])
        if isinstance(day := wanted.get("day"), date):
            self.desk.look_at(day)
        self._freshen()
        if isinstance(piece := wanted.get("piece"), int):
            self.show_piece(piece)
        self.view.setFocus()
        if isinstance(page := wanted.get("share"), str):
            open_share(self, page)

    @override
    def leave(self) -> None:
        self.desk.preferences.put("calendar", look_to(self.look))

    @override
    def commands(self) -> "list[Command]":
        return [*calendar_commands(self), *self.filter.commands()]

    # What is shown.

    @property
    def view(self) -> "Board | ListBoard":
        """The view that is shown, made on its first visit."""
        view = self.look.view
        if view not in self.views:
            self.views[view] = self._make(view)
            self.stack.addWidget(self.views[view])
        return self.views[view]

    def choose(self, **fields: Any) -> None:
        """Change the look: the view, what is coloured, the lanes and so on."""
        look = replace(self.look, **fields)
        if look != self.look:
            self.look = look
            self.leave()
            self.bar.show_look(look)
            self.reload()

    def filter_by(self, where: "Condition | None") -> None:
        """Show only the pieces that a condition lets through."""
        self.where = where
        self.reload()

    def reload(self) -> None:
        """Read and show the range again; while the place is not in sight, only note that it must be."""
        if self.sheet is not None and not self.isVisible() and self.desk.workspace is not None:
            self._stale = True
            return
        self._show(self.reader.sheet(self.desk.day, self.look, self.where))

    def _show(self, sheet: Sheet) -> None:
        self._stale = False
        self.sheet = sheet
        self.hidden = self.reader.hidden(self.named(self.sheet), self.where)
        colours, maker = self.dress()
        view = self.view
        deadlines = self.reader.deadlines(self.sheet, self.selection.ids)
        items = self._plan.haunt(self.sheet.items) if self._plan is not None else self.sheet.items
        self.sheet = replace(self.sheet, deadlines=deadlines, items=items)
        view.show_sheet(self.sheet, colours, maker)
        self.stack.setCurrentWidget(view)
        self.selection.keep(entry.id for entry in self.sheet.entries)
        self._show_themes()
        if self._panel is not None:
            self._panel.show_sheet(self.sheet, colours, maker)
        self.retitled.emit()
        self.reloaded.emit()

    def turn(self, step: int) -> None:
        """Go to the next or the one before of what is shown."""
        day, look = self._turned_from(), self.look
        if look.view is View.MONTH and look.back >= 0:
            self.desk.look_at(day + timedelta(weeks=4 * step))
            return
        if look.view is View.WEEK:
            self.desk.look_at(day + timedelta(days=7 * step))
            return
        monthly = self._monthly()
        period = month_of(day) if monthly or self.sheet is None else self.sheet.range
        there = shifted_period(period, step, self.desk.lists.settings)
        self.desk.look_at(_same_day(day, there.first) if monthly else there.first)

    def _turned_from(self) -> date:
        """Return the day that the keyboard is on where it belongs to what is shown, else the day in view."""
        focused = self.focused_day()
        return focused if not self._monthly() or focused in month_of(self.desk.day) else self.desk.day

    def show_day(self, day: date) -> None:
        """Show a day and put the focus on it."""
        self.desk.look_at(day)
        self.view.focus_day(day)

    def show_piece(self, piece_id: int) -> None:
        """Show a piece on its day, selected."""
        entry = next(iter(self.acts.entries([piece_id])), None)
        if entry is not None and entry.day is not None:
            self.desk.look_at(entry.day)
            self.selection.only(piece_id)
            self.view.focus_piece(piece_id)

    def show_beside(self, _piece: int = 0) -> None:
        """Show the selected piece beside the calendar, or several to be edited together."""
        ids = self.selection.ids
        self.desk.piece_selected.emit(ids[0] if len(ids) == 1 else ids or None)

    def selected(self) -> list[Entry]:
        """Return the selected pieces, in the order they were picked."""
        there = {entry.id: entry for entry in self.sheet.entries} if self.sheet else {}
        return [there[id_] for id_ in self.selection.ids if id_ in there]

    def focused_day(self) -> date:
        """Return the day that the keyboard is on."""
        view = self.view
        cell = view.current_cell() if isinstance(view, Board) else None
        return cell.first if cell is not None else self.desk.day

    # Inside.

    def _monthly(self) -> bool:
        """Tell whether a calendar month is shown."""
        look = self.look
        return look.stretch is View.MONTH if look.view is View.LIST else look.view is View.MONTH and look.back < 0

    def _turns(self) -> bool:
        """Tell whether titles are of different widths as one turns."""
        return self._monthly() or self.look.view in (View.WEEK, View.MONTH)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = QVBoxLayout()
        """Rows above the views: the filter's chips."""
        self.themes = ElidedLabel("small")
        self.themes.setContentsMargins(14, 5, 14, 5)
        self.head.addWidget(self.filter)
        self.head.addWidget(self.themes)
        self.head.addWidget(self.nothing)
        column.addLayout(self.head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.legend)

    def _connect(self) -> None:
        desk, bar = self.desk, self.bar
        desk.opened.connect(self.selection.clear)
        desk.shown_anew(self._read_anew)
        desk.shown_anew(self._show_anew)
        desk.changed.connect(self._changed)
        desk.lists_changed.connect(self._undress)
        desk.day_viewed.connect(lambda _day: self.reload())
        desk.day_changed.connect(self.reload)
        desk.theme.changed.connect(self._undress)
        bar.turned.connect(self.turn)
        bar.today_wanted.connect(lambda: self.show_day(desk.today))
        bar.pick_wanted.connect(self.sheets.pick_month)
        bar.view_chosen.connect(lambda view: self.choose(view=view))
        bar.look_chosen.connect(lambda fields: self.choose(**fields))
        bar.plan_wanted.connect(self._propose)
        bar.share_wanted.connect(lambda: open_share(self))
        self.selection.changed.connect(self.retitled)
        self.selection.changed.connect(self._show_deadlines)
        self.reloaded.connect(self._explain)
        self.nothing.clear_wanted.connect(self.filter.clear)
        for command in self.commands():
            for keys in command.shortcuts:
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.setContext(key_context(command))
                shortcut.activated.connect(partial(self._by_key, command))

    def _by_key(self, command: "Command") -> None:
        """Let a key act on the piece that has the focus where nothing is selected."""
        view = self.view
        if command.word.startswith("piece-") and isinstance(view, Board):
            view.focus_on.take()
        command.run()

    def _propose(self) -> None:
        self.plan.start()

    def _make(self, view: View) -> "Board | ListBoard":
        board = make_board(view, self)
        board.chosen.connect(self.show_beside)
        board.opened.connect(self.desk.piece_opened)
        board.nudged.connect(self._nudge)
        board.turned.connect(self.turn)
        board.menu_wanted.connect(self.sheets.menu)
        board.item_wanted.connect(self.items.show)
        if isinstance(board, Board):
            board.setAccessibleName(_("Calendar"))
            board.more_wanted.connect(self.sheets.day_list)
            board.day_wanted.connect(self.show_day)
            take_drops(board, self)
        else:
            board.look_chosen.connect(lambda fields: self.choose(**fields))
        return board

    def _show_deadlines(self) -> None:
        """Show the deadlines of what is selected now; where every piece's are shown, they are there already."""
        if self.sheet is None or self.look.view is not View.QUARTER or self.look.deadlines:
            return
        found = self.reader.deadlines(self.sheet, self.selection.ids)
        if found != self.sheet.deadlines:
            self.sheet = replace(self.sheet, deadlines=found)
            self.view.show_sheet(self.sheet, *self.dress())

    def _nudge(self, days: int) -> None:
        ids = self.selection.ids
        if not ids:
            return
        there = self.acts.nudge(ids, days)
        if there is not None and self.sheet is not None:
            if there not in self.sheet.range or (self._monthly() and there not in month_of(self.desk.day)):
                self.desk.look_at(there)
            self.selection.put(ids)
            self.view.focus_piece(ids[0])

    def _read_anew(self) -> None:
        self._read = self.reader.sheet(self.desk.day, self.look, self.where) if self.isVisible() else None

    def _show_anew(self) -> None:
        read, self._read = self._read, None
        self._colours = None
        if read is None:
            self.reload()
        elif read == self.sheet:
            # What the first look at the file showed still holds.
            self.retitled.emit()
            self.reloaded.emit()
        else:
            self._show(read)

    def _changed(self, changed: Any) -> None:
        if changed.kinds & SHOWN_KINDS:
            self.reload()

    def _undress(self) -> None:
        self._colours = None
        self.reload()

    def dress(self) -> tuple[Colours, TileMaker]:
        """Return the colours and the tile maker of the look; they are made anew only when it is another."""
        look, lists = self.look, self.desk.lists
        if self._colours is None or self._maker is None or self._colours.by is not look.colour:
            self._colours = Colours(lists, look.colour, self.desk.theme.tokens)
            self._maker = None
        if self._maker is None or (self._maker.density, self._maker.people) != (look.density, look.people):
            tokens = self.desk.theme.tokens
            self._maker = TileMaker(self.font(), tokens, self._colours, lists, look.density, look.people)
            self.legend.show_colours(self._colours)
        return self._colours, self._maker

    def _show_themes(self) -> None:
        """Write what the month, or each month of the quarter, is about above the view."""
        said = themes_said(self.desk.lists, self.desk.day, self.look)
        self.themes.setText(said)
        self.themes.setVisible(bool(said))

    def _explain(self) -> None:
        if self.sheet is not None:
            self.nothing.show_sheet(self.sheet, self.title(), self.hidden)

    def named(self, sheet: Sheet) -> Period:
        """Return what the title names: a month's grid also shows days around it."""
        return month_of(sheet.day) if self._monthly() else sheet.range

    def _within(self, entry: Entry) -> bool:
        """Tell whether a piece belongs to what the title names: a month's grid also shows days around it."""
        if not self._monthly() or entry.day is None:
            return True
        return entry.day in month_of(self.desk.day)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # In the next turn: the place is shown with its frame before it is filled.
        next_turn(self._freshen, self)

    def _freshen(self) -> None:
        if self._stale:
            self.reload()


def _same_day(day: date, month: date) -> date:
    """Return the same day of another month, or its last one where it is shorter."""
    last = month_of(month).last
    return month.replace(day=min(day.day, last.day))
