"""The commands of the calendar: its keys, its menu and the box on Ctrl+K take them from here."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from editorial.language import _
from editorial.ui.calendar.piecemenu import why_none_moves
from editorial.ui.calendar.sheet import View, view_name
from editorial.ui.commands import Command

if TYPE_CHECKING:
    from editorial.ui.calendar.place import CalendarPlace


def calendar_commands(place: "CalendarPlace") -> list[Command]:
    """Return what can be done on the calendar."""
    return [*_pieces(place), *_moves(place), *_views(place), *_plan(place)]


def _pieces(place: "CalendarPlace") -> list[Command]:
    def nothing() -> str | None:
        return None if len(place.selection) else _("Select a piece first.")

    def not_one() -> str | None:
        return None if len(place.selection) == 1 else nothing() or _("Select one piece only.")

    def first() -> int:
        return place.selection.ids[0]

    def on_selected(act: object) -> None:
        if ids := place.selection.ids:
            act(ids)  # type: ignore[operator]

    desk, acts = place.desk, place.acts
    return [
        Command("piece-open", _("Open the piece"), lambda: desk.piece_opened.emit(first()), "", "", not_one),
        Command("piece-beside", _("Show beside"), place.show_beside, "", "", nothing),
        Command("piece-duplicate", _("Duplicate"), lambda: on_selected(acts.duplicate), "Ctrl+D", "copy", nothing),
        Command("piece-copy", _("Copy as rows"), lambda: on_selected(acts.copy), "Ctrl+C", "", nothing),
        Command("piece-bin", _("Put into the bin"), lambda: on_selected(acts.bin), "Del", "trash-2", nothing),
    ]


def _moves(place: "CalendarPlace") -> list[Command]:
    def fixed() -> str | None:
        return why_none_moves(place.selected())

    def back() -> None:
        place.acts.unschedule(place.selection.ids)

    sheets = place.sheets
    return [
        Command("piece-date", _("Move to date…"), sheets.move_to, "S", "calendar-arrow-up", fixed),
        Command("piece-shift", _("Shift by days or working days…"), sheets.shift, "Shift+S", "", fixed),
        Command("piece-insert", _("Insert here and push the rest…"), sheets.insert, "I", "", fixed),
        Command("piece-unschedule", _("Move back to the ideas"), back, "Backspace", "calendar-x", fixed),
        Command("calendar-day", _("List the whole day"), sheets.today_list, "", "list"),
    ]


def _views(place: "CalendarPlace") -> list[Command]:
    views = [
        Command(
            f"calendar-{view.value}",
            _("Calendar: {view}").format(view=view_name(view)),
            partial(place.choose, view=view),
            f"Ctrl+Shift+{number}",
        )
        for number, view in enumerate(View, 1)
    ]
    bar = place.bar

    def pick() -> None:
        place.sheets.pick_month(bar.pick.mapToGlobal(QPoint(0, bar.pick.height())))

    return [
        *views,
        Command("calendar-today", _("Go to today"), lambda: place.show_day(place.desk.today), "T"),
        Command("calendar-pick", _("Go to a month…"), pick, "G"),
    ]


def _plan(place: "CalendarPlace") -> list[Command]:
    desk = place.desk

    def why_not() -> str | None:
        return None if desk.workspace is not None else _("No workspace is open yet.")

    def propose() -> None:
        place.plan.start()

    return [Command("plan", _("Propose a plan…"), propose, "P", "sparkles", why_not)]


def key_context(command: Command) -> Qt.ShortcutContext:
    """Return where the keys of a command act: those of the view anywhere in the window, the others in the view."""
    wide = command.word.startswith("calendar-") or command.word == "filter"
    return Qt.ShortcutContext.WindowShortcut if wide else Qt.ShortcutContext.WidgetWithChildrenShortcut
