"""Reading a range of the calendar: the pieces at once, public holidays when their library is there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from editorial.domain.arrange import notes_by_day
from editorial.domain.layers import Deadline, Layer
from editorial.domain.period import Period
from editorial.domain.records import Entry
from editorial.ui.calendar.items import items_of
from editorial.ui.calendar.sheet import DayMarks, Look, Sheet, View, range_of
from editorial.ui.desk import Desk

if TYPE_CHECKING:
    from editorial.domain.conditions import Condition


class Reader:
    """Asks for what a view shows. Holidays are computed off the GUI thread, a year once; `told` is called after."""

    def __init__(self, desk: Desk, told: Callable[[], None]) -> None:
        self._desk = desk
        self._told = told
        self._years: dict[tuple[str, str, int], Mapping[date, str]] = {}
        self._late: tuple[date, Mapping[int, int]] | None = None
        """By how many working days pieces are late on a day, until something changes."""
        desk.changed.connect(self._forget)
        desk.opened.connect(self._forget)

    def sheet(self, day: date, look: Look, where: "Condition | None", *, bare: bool = False) -> Sheet:
        """Return the range of a look around a day; without a workspace it is empty. A bare one holds pieces alone."""
        desk, wanted = self._desk, range_of(look, day, self._desk.lists.settings)
        entries: tuple[Entry, ...] = ()
        if desk.workspace is not None:
            from editorial.services import calendar

            if bare or Layer.PUBLISH in look.layers:
                entries = tuple(desk.ask(lambda w: calendar.between(w, wanted.first, wanted.last, where)) or ())
        elif desk.glance is not None and where is None:
            entries = tuple(desk.glance.between(wanted.first, wanted.last))
        sheet = Sheet(day, desk.today, wanted, entries, desk.lists, look, self.marks(wanted))
        return sheet if bare or desk.workspace is None else self._beside(sheet, where)

    def _beside(self, sheet: Sheet, where: "Condition | None") -> Sheet:
        """Return a sheet with what it holds besides pieces."""
        from editorial.services import layers

        wanted, look = sheet.range, sheet.look
        found = self._desk.ask(lambda w: layers.between(w, wanted.first, wanted.last, look.layers, where))
        late = self._late_pieces(sheet.today)
        shown = {entry.id for entry in sheet.entries} & late.keys() if late else ()
        items = items_of(found, sheet.lists, sheet.today) if found else ()
        return replace(sheet, items=items, late={id_: late[id_] for id_ in shown})

    def _late_pieces(self, today: date) -> Mapping[int, int]:
        if self._late is None or self._late[0] != today:
            from editorial.services import tasks

            self._late = (today, self._desk.ask(lambda w: tasks.late(w, today)) or {})
        return self._late[1]

    def deadlines(self, sheet: Sheet, chosen: Collection[int]) -> tuple[Deadline, ...]:
        """Return the deadlines that a quarter shows: of every piece, or of those that are chosen."""
        if sheet.look.view is not View.QUARTER or self._desk.workspace is None:
            return ()
        wanted: Sequence[Entry] = sheet.entries
        if not sheet.look.deadlines:
            wanted = [entry for entry in sheet.entries if entry.id in chosen]
        if not wanted:
            return ()
        from editorial.services import layers

        return self._desk.ask(lambda w: layers.deadlines_of(w, wanted)) or ()

    def _forget(self, *_news: object) -> None:
        self._late = None

    def hidden(self, period: Period, where: "Condition | None") -> int:
        """Count the pieces of a period that the filter leaves out."""
        if where is None:
            return 0
        from editorial.services import calendar

        return self._desk.ask(lambda w: calendar.count_hidden(w, period.first, period.last, where)) or 0

    def marks(self, wanted: Period) -> DayMarks:
        """Return what is special about the days of a range, as far as it is known by now."""
        lists = self._desk.lists
        return DayMarks(
            lists.settings.weekend, self._holidays(wanted), notes_by_day(lists.notes, wanted.first, wanted.last)
        )

    def _holidays(self, wanted: Period) -> dict[date, str]:
        settings = self._desk.lists.settings
        if not settings.country or self._desk.workspace is None:
            return {}
        keys = [
            (settings.country, settings.subdivision, year) for year in range(wanted.first.year, wanted.last.year + 1)
        ]
        if missing := [key for key in keys if key not in self._years]:
            background = self._desk.background
            background.run("holidays", lambda _report: _read(missing), self._keep, self._desk.tell, patient=True)
        return {day: name for key in keys for day, name in self._years.get(key, {}).items()}

    def _keep(self, years: dict[tuple[str, str, int], Mapping[date, str]]) -> None:
        self._years.update(years)
        self._told()


def _read(keys: list[tuple[str, str, int]]) -> dict[tuple[str, str, int], Mapping[date, str]]:
    from editorial.domain.workdays import public_holidays

    return {key: public_holidays(key[0], key[1], date(key[2], 1, 1), date(key[2], 12, 31)) for key in keys}
