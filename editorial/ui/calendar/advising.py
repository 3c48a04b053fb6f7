"""What a drop on a day would do, asked of the domain while the mouse moves; what it needs is read once a drag."""

from dataclasses import replace
from datetime import date

from editorial.domain.drops import drop_effect
from editorial.domain.period import Period, quarter_of
from editorial.domain.records import Entry
from editorial.domain.vocabulary import Kind
from editorial.domain.workdays import work_calendar
from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.calendar.dropping import Effect
from editorial.ui.desk import Desk


class DropAdviser:
    """Answers for one desk; whatever changes, it reads anew."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._dragged: tuple[tuple[int, ...], tuple[Entry, ...]] = ((), ())
        self._around: dict[Period, tuple[Entry, ...]] = {}
        desk.changed.connect(self.forget)
        desk.opened.connect(self.forget)

    def forget(self) -> None:
        """Read anew when asked next."""
        self._dragged = ((), ())
        self._around = {}

    def entries(self, drag: PieceDrag) -> tuple[Entry, ...]:
        """Return the pieces that are dragged."""
        from editorial.services import pieces

        if self._dragged[0] != drag.ids:
            found = self._desk.ask(lambda workspace: pieces.read_entries(workspace, drag.ids)) or []
            self._dragged = (drag.ids, tuple(found))
        return self._dragged[1]

    def on_day(self, drag: PieceDrag, day: date, kind: Kind | None = None) -> Effect:
        """Return what dropping on a day would do, in sentences; `kind` is the one the pieces would take there."""
        entries, lists = self.entries(drag), self._desk.lists
        if not entries:
            return Effect((), refused=True)
        calendar = work_calendar(lists.settings, lists.notes)
        if kind is not None:
            entries = tuple(replace(entry, kind=kind) for entry in entries)
        effect = drop_effect(entries, day, self._quarter(day), lists, calendar)
        return Effect(effect.sentences, effect.why_not is not None)

    def _quarter(self, day: date) -> tuple[Entry, ...]:
        from editorial.services import calendar

        quarter = quarter_of(day, self._desk.lists.settings)
        if quarter not in self._around:
            found = self._desk.ask(lambda workspace: calendar.between(workspace, quarter.first, quarter.last))
            self._around[quarter] = tuple(found or ())
        return self._around[quarter]
