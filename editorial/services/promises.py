"""The days by which people promised something for a piece: they stay where they are when the piece moves."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from editorial.domain.assignments import held_day
from editorial.domain.tasks import Plan
from editorial.store import assignments as stored
from editorial.store.assignments import Key
from editorial.store.tasks import tasks_of

if TYPE_CHECKING:
    from editorial.store.importing import Connection


def promised(connection: "Connection", before: Mapping[int, Plan]) -> dict[Key, date]:
    """Return when accepted assignments without a day of their own are due, by their tasks or their piece's exact day.

    To be asked before the tasks follow the pieces, whose plans as they were are given.
    """
    listed = stored.accepted_without_day(connection, list(before))
    found = tasks_of(connection, sorted({piece for piece, _person, _role in listed})) if listed else {}
    days: dict[Key, date] = {}
    for piece, person, role in listed:
        open_ones = [(one.role, one.person_id, one.due) for one in found.get(piece, ()) if not one.done_on and one.due]
        if day := held_day(role, person, open_ones) or before[piece].day:
            days[piece, person, role] = day
    return days


def keep(connection: "Connection", days: Mapping[Key, date], after: Mapping[int, Plan]) -> int:
    """Write down the days of accepted assignments that would be others by now; return how many."""
    now = promised(connection, {piece: after[piece] for piece, _person, _role in days}) if days else {}
    kept = {key: day for key, day in days.items() if now.get(key) != day}
    for key, day in kept.items():
        stored.write_assignment(connection, key, {"due": day})
    return len(kept)
