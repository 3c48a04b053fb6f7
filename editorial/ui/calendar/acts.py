"""What people do to pieces on the calendar: each act is one change, named, and taken back by one undo."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtGui import QGuiApplication

from editorial.domain.columns import text_of
from editorial.domain.fields import BY_ATTRIBUTE, Field
from editorial.domain.moves import Move, MovePlan, kept_day, why_not_move
from editorial.domain.order import precision_of
from editorial.domain.period import span_of
from editorial.domain.records import Entry
from editorial.domain.vocabulary import Precision
from editorial.errors import RuleBroken
from editorial.language import ngettext
from editorial.ui.calendar.followed import moving
from editorial.ui.desk import Desk

COPIED = (
    "title", "publish_date", "time", "kind", "stage_id", "segment_ids", "interest_id", "format_id", "channel_id",
    "campaign_id", "status_id", "owner_id",
)  # fmt: skip
"""What a row on the clipboard holds, by attribute."""


class Acts:
    """The acts on one desk. Refusals are told with their reason; nothing asks “are you sure?”."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def entries(self, ids: Sequence[int]) -> list[Entry]:
        from editorial.services import pieces

        return self._desk.ask(lambda workspace: pieces.read_entries(workspace, ids)) or []

    def put(self, entries: Iterable[Entry], day_for: Callable[[Entry], date]) -> None:
        """Put pieces on days; those that stand there already are left alone."""
        from editorial.services import schedule

        days = {entry.id: day_for(entry) for entry in entries}
        moved = {entry.id: days[entry.id] for entry in entries if entry.day != days[entry.id] or _coarse(entry)}
        if moved:
            moving(self._desk, list(moved), lambda workspace: schedule.move(workspace, moved))

    def nudge(self, ids: Sequence[int], days: int) -> date | None:
        """Move pieces by days; dates of a coarser precision go to the next span. Returns where the first now is."""
        from editorial.services import labels, schedule

        entries = [entry for entry in self.entries(ids) if entry.day is not None]
        if reason := next((why for entry in entries if (why := why_not_move(entry))), None):
            self._desk.tell(RuleBroken(reason))
            return None
        plan = MovePlan(tuple(self._nudged(entry, days) for entry in entries))
        if not plan.moves:
            return None
        word = ngettext("Move {what} by {n} day", "Move {what} by {n} days", abs(days))
        moving(
            self._desk,
            ids,
            lambda w: schedule.apply_plan(w, plan, word.format(what=labels.these_pieces(w, ids), n=f"{days:+d}")),
        )
        return plan.moves[0].after

    def _nudged(self, entry: Entry, days: int) -> Move:
        assert entry.day is not None
        settings = self._desk.lists.settings
        precision = precision_of(entry)
        after = entry.day + timedelta(days=days)
        if precision is not Precision.DAY:
            first, last = span_of(entry.day, precision, settings)
            after = kept_day(entry, last + timedelta(days=1) if days > 0 else first - timedelta(days=1), settings)
        return Move(entry.id, entry.day, after)

    def unschedule(self, ids: Sequence[int]) -> None:
        """Make pieces ideas again."""
        from editorial.services import schedule

        if ids:
            self._desk.ask(lambda workspace: schedule.unschedule(workspace, ids))

    def bin(self, ids: Sequence[int]) -> None:
        """Throw pieces into the bin."""
        from editorial.services import pieces

        if ids:
            self._desk.ask(lambda workspace: pieces.bin(workspace, ids))

    def duplicate(self, ids: Sequence[int]) -> list[int]:
        from editorial.services import pieces

        return (self._desk.ask(lambda workspace: pieces.duplicate(workspace, ids)) or []) if ids else []

    def set_field(self, ids: Sequence[int], attribute: str, value: Any) -> None:
        """Give pieces one new value of a field."""
        from editorial.services import pieces

        self._desk.ask(lambda workspace: pieces.edit_many(workspace, ids, set={attribute: value}))

    def add(self, title: str, day: date) -> int | None:
        """Write down a piece that is planned on a day."""
        from editorial.services import pieces

        return self._desk.ask(lambda workspace: pieces.create(workspace, title, planned=day))

    def copy(self, ids: Sequence[int]) -> None:
        """Put pieces on the clipboard as rows that spreadsheets take, with a heading."""
        if not ids:
            return
        lists = self._desk.lists
        fields: list[Field] = [BY_ATTRIBUTE[name] for name in COPIED]
        read = [_iso if field.attribute == "publish_date" else text_of(field, lists) for field in fields]
        rows = [[field.label for field in fields], *([show(entry) for show in read] for entry in self.entries(ids))]
        QGuiApplication.clipboard().setText("\n".join("\t".join(map(_cell, row)) for row in rows) + "\n")
        said = ngettext("Copied {n} piece.", "Copied {n} pieces.", len(ids))
        self._desk.say(said.format(n=len(ids)))


def _coarse(entry: Entry) -> bool:
    return entry.day is not None and precision_of(entry) is not Precision.DAY


def _iso(entry: Any) -> str:
    return entry.day.isoformat() if entry.day else ""


def _cell(text: str) -> str:
    """Return a cell without what would begin another cell or row."""
    return " ".join(text.split())
