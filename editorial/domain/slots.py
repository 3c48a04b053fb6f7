"""Slots: recurring places in the calendar, on which days they stand, and which piece fills each of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from editorial.domain.planning_records import Slot, SlotException
from editorial.domain.slot_rules import rule_days, why_not_rule
from editorial.language import _


class Scope(StrEnum):
    """How much of a series an edit means."""

    THIS = "this"
    LATER = "later"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One day of a slot; `original` is the day its rule names, `day` the one it stands on."""

    slot: Slot
    day: date
    original: date
    piece_id: int | None = None
    """The piece that fills it."""
    published: bool = False
    """True where that piece has been published: such an occurrence never changes."""

    @property
    def open(self) -> bool:
        return self.piece_id is None


@dataclass(frozen=True, slots=True)
class Filling:
    """A piece that names a slot, with the day it stands on; those of one slot and day come in order."""

    piece_id: int
    slot_id: int
    day: date
    published: bool = False


def why_not_slot(rule: str, first: date, last: date | None) -> str | None:
    """Return why a slot cannot be like this, or None when it can."""
    if last is not None and last < first:
        return _("The end lies before the start.")
    if why := why_not_rule(rule, first):
        return why
    if last is not None and not rule_days(rule, first, first, last):
        return _("Between the first and the last day the rule names no day at all.")
    return None


def slot_days(slot: Slot, first: date, last: date) -> list[tuple[date, date]]:
    """Return where a slot stands between two days, both included, in order: (day, the day its rule names)."""
    moved = {one.day: one.moved_to for one in slot.exceptions}
    start, end = max(first, slot.first), min(last, slot.last or last)
    days = rule_days(slot.rule, slot.first, start, end) if start <= end else ()
    if not moved:
        return [(day, day) for day in days]
    stays = [(day, day) for day in days if day not in moved]
    brought = [(to, day) for day, to in moved.items() if to is not None and first <= to <= last and _names(slot, day)]
    return sorted(stays + brought)


def _names(slot: Slot, day: date) -> bool:
    """Tell whether a slot's rule names a day."""
    within = slot.first <= day and (slot.last is None or day <= slot.last)
    return within and bool(rule_days(slot.rule, slot.first, day, day))


def occurrences(slots: Iterable[Slot], first: date, last: date, fillings: Iterable[Filling] = ()) -> list[Occurrence]:
    """Return every occurrence between two days, both included, by day and then in the order of the slots.

    An occurrence is filled by the first piece, in order, that names its slot and is to be published on its day.
    """
    by_place: dict[tuple[int, date], Filling] = {}
    for one in fillings:
        by_place.setdefault((one.slot_id, one.day), one)
    found = [
        _occurrence(slot, day, original, by_place) for slot in slots for day, original in slot_days(slot, first, last)
    ]
    return sorted(found, key=lambda one: one.day)


def _occurrence(slot: Slot, day: date, original: date, fillings: Mapping[tuple[int, date], Filling]) -> Occurrence:
    filling = fillings.get((slot.id, day)) if fillings else None
    if filling is None:
        return Occurrence(slot, day, original)
    return Occurrence(slot, day, original, filling.piece_id, filling.published)


def with_exception(exceptions: Iterable[SlotException], day: date, moved_to: date | None) -> tuple[SlotException, ...]:
    """Return exceptions with one more: the occurrence of a day moved, or left out; back on its own day it is none."""
    kept = [one for one in exceptions if one.day != day]
    if moved_to != day:
        kept.append(SlotException(day=day, moved_to=moved_to))
    return tuple(sorted(kept, key=lambda one: one.day))
