"""What opens over the calendar: the list of a day, the menu of pieces, the sheets that move them, any month."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

from editorial.domain.moves import MovePlan
from editorial.domain.period import quarter_of
from editorial.domain.records import Entry
from editorial.domain.workdays import work_calendar
from editorial.language import _, ngettext
from editorial.ui.calendar.followed import moving
from editorial.ui.calendar.piecemenu import piece_menu
from editorial.ui.calendar.scene import Cell
from editorial.ui.calendar.words import long_day, stretch

if TYPE_CHECKING:
    from editorial.ui.calendar.place import CalendarPlace


class CalendarSheets:
    """Opens each of them for one calendar; none blocks, all close on Escape."""

    def __init__(self, place: "CalendarPlace") -> None:
        self._place = place

    def day_list(self, cell: Cell, rect: QRect) -> None:
        """List everything in a cell."""
        from editorial.ui.calendar.colours import Colours
        from editorial.ui.calendar.daylist import DayList

        place = self._place
        desk, day = place.desk, cell.first
        heading = long_day(day) if cell.first == cell.last else stretch(cell.first, cell.last)
        marks = place.sheet.marks.words(day) if place.sheet and cell.first == cell.last else ""
        sheet = DayList(place, desk.theme, f"{heading} · {marks}" if marks else heading)
        colours = Colours(desk.lists, place.look.colour, desk.theme.tokens)
        sheet.show_entries(cell.entries, desk.lists, colours, lambda title: self._add(title, day), cell.items)
        sheet.item_taken.connect(lambda item: place.items.show(item, rect, True))
        sheet.opened.connect(desk.piece_opened)
        sheet.chosen.connect(place.selection.only)
        sheet.chosen.connect(desk.piece_selected.emit)
        listed = bool(cell.entries or cell.items)
        sheet.open_at(rect, sheet.entries if listed else sheet.line)
        if listed:
            sheet.entries.setCurrentRow(0)

    def today_list(self) -> None:
        """List the day that the keyboard is on."""
        from editorial.ui.calendar.board import Board

        view = self._place.view
        if isinstance(view, Board) and (cell := view.current_cell()) is not None:
            view.open_more(cell)

    def menu(self, at: QPoint, _cell: Cell | None = None) -> None:
        """Pop the menu of the selected pieces up."""
        place = self._place
        entries = place.selected()
        menu = piece_menu(place, entries, place.desk.lists, place.commands(), self._give)
        menu.popup(at)

    def move_to(self) -> None:
        """Ask for a date and put the selected pieces on it."""
        from editorial.ui.calendar.planning import MoveTo

        place, entries = self._place, self._place.selected()
        if not entries:
            return
        lists = place.desk.lists
        base = entries[0].day or place.desk.today
        calendar = work_calendar(lists.settings, lists.notes)
        sheet = MoveTo(place, len(entries), place.desk.today, base, calendar)
        sheet.day_chosen.connect(lambda day: self._move(entries, day))
        sheet.open_at(self._beside(), sheet.line)

    def shift(self) -> None:
        """Ask by how many days the selected pieces are to move, and show what that would do."""
        from editorial.services import schedule
        from editorial.ui.calendar.planning import PlanSheet

        place, entries = self._place, self._place.selected()
        if not entries:
            return
        desk, ids = place.desk, [entry.id for entry in entries]
        heading = ngettext("Shift {n} piece", "Shift {n} pieces", len(ids)).format(n=len(ids))

        def plan(n: int, working: bool) -> MovePlan | None:
            return desk.ask(lambda workspace: schedule.plan_shift(workspace, ids, n, working=working))

        sheet = PlanSheet(place, heading, plan, self._titles(ids), n=1, both=True)
        sheet.plan_chosen.connect(
            lambda n, working: moving(desk, ids, lambda workspace: schedule.shift(workspace, ids, n, working=working))
        )
        sheet.open_at(self._beside(), sheet.number)

    def insert(self) -> None:
        """Put the selected pieces on the day of the focus and push the rest of the quarter, once the plan was seen."""
        from editorial.services import schedule
        from editorial.ui.calendar.planning import PlanSheet

        place, entries = self._place, self._place.selected()
        if not entries:
            return
        desk, day, ids = place.desk, place.focused_day(), [entry.id for entry in entries]
        last = quarter_of(day, desk.lists.settings).last
        heading = _("Insert on {day} and push the rest of the quarter").format(day=long_day(day))

        def plan(n: int, _working: bool) -> MovePlan | None:
            return desk.ask(lambda workspace: schedule.plan_insert(workspace, ids, day, last, by=n))

        def pushed(n: int) -> list[int]:
            found = plan(n, False)
            return [move.id for move in found.moves] if found else ids

        sheet = PlanSheet(place, heading, plan, self._titles(ids, day, last), n=1, both=False)
        sheet.plan_chosen.connect(
            lambda n, _working: moving(desk, pushed(n), lambda w: schedule.insert_and_push(w, ids, day, last, by=n))
        )
        sheet.open_at(self._beside(), sheet.number)

    def pick_month(self, at: QPoint) -> None:
        """Offer any month in two steps."""
        from editorial.services import calendar
        from editorial.ui.calendar.monthpick import MonthPicker

        place = self._place
        desk = place.desk
        sheet = MonthPicker(place, desk.theme, desk.day, desk.ask(calendar.extent))
        sheet.month_chosen.connect(desk.look_at)
        sheet.open_at(QRect(at, QSize(1, 1)), sheet)

    def _titles(self, ids: Sequence[int], first: date | None = None, last: date | None = None) -> Callable[[int], str]:
        """Return what names these pieces, and those between two days."""
        from editorial.services import calendar

        place = self._place
        around: list[Entry] = []
        if first is not None and last is not None:
            around = place.desk.ask(lambda workspace: calendar.between(workspace, first, last)) or []
        titles = {entry.id: entry.title for entry in (*place.acts.entries(ids), *around)}
        return lambda piece: titles.get(piece, "…")

    def _beside(self) -> QRect:
        """Return where on the screen the focus is."""
        from editorial.ui.calendar.board import Board

        view = self._place.view
        if not isinstance(view, Board):
            return view.on_screen(QRect())
        stop, cell = view.focus_on.stop, view.current_cell()
        rect = stop.rect if stop is not None else cell.rect if cell is not None else QRect()
        return view.on_screen(rect)

    def _give(self, attribute: str, value: object) -> None:
        self._place.acts.set_field(list(self._place.selection.ids), attribute, value)

    def _move(self, entries: Sequence[Entry], day: date) -> None:
        place = self._place
        place.acts.put(entries, lambda _entry: day)
        place.show_day(day)
        place.selection.put(entry.id for entry in entries)
        place.view.focus_piece(entries[0].id)

    def _add(self, title: str, day: date) -> None:
        piece = self._place.acts.add(title, day)
        if piece is not None:
            self._place.selection.only(piece)
            self._place.view.focus_piece(piece)
            self._place.view.setFocus()
