"""Editing a series: what “this one”, “this and later” and “all” touch, and where the series is cut."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from editorial.domain.planning_records import Slot
from editorial.domain.slot_rules import joined, parts_of, rule_days
from editorial.domain.slots import Filling, Occurrence, Scope, occurrences
from editorial.domain.spoken import spoken_day
from editorial.language import _

AHEAD = timedelta(days=3 * 366)
"""How far an endless series is looked at."""
ONCE = "FREQ=DAILY;COUNT=1"
_DAY = timedelta(days=1)
LABELS = frozenset({"name", "notes", "position", "fallback_id"})
"""Fields that say nothing about what was: all of a series takes them, without a cut."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What an edit touches: the occurrences in order, those of an endless series for three years."""

    touched: tuple[Occurrence, ...]
    start: date | None
    """The day, as the rule names it, from which the series changes; None where nothing is left to change."""
    kept: int = 0
    """How many the scope means besides that stay, because they are past or published."""
    endless: bool = False
    whole: bool = False
    """True where nothing of the series comes before: it is edited in place."""

    @property
    def count(self) -> int:
        return len(self.touched)

    @property
    def filled(self) -> int:
        return sum(not one.open for one in self.touched)


def why_not_change(occurrence: Occurrence, today: date) -> str | None:
    """Return why one occurrence never changes, or None while it can."""
    said = {"slot": occurrence.slot.name, "day": spoken_day(occurrence.day)}
    if occurrence.day < today:
        return _("“{slot}” on {day} is past, and what is past does not change.").format(**said)
    if occurrence.published:
        return _("What stands in “{slot}” on {day} was published, and does not change.").format(**said)
    return None


def reach(slot: Slot, scope: Scope, original: date, today: date, fillings: Iterable[Filling]) -> Reach:
    """Return what an edit of a series touches; `original` is the day its rule names, `fillings` all of the slot."""
    listed = list(fillings)
    endless = slot.last is None and not parts_of(slot.rule).keys() & {"COUNT", "UNTIL"}
    horizon = max([slot.first + AHEAD, today + AHEAD, original + AHEAD, *(one.day for one in listed)])
    every = sorted(occurrences([slot], date.min, horizon, listed), key=lambda one: one.original)
    if scope is Scope.THIS:
        return _only(every, original, today)
    meant = [one for one in every if scope is Scope.ALL or one.original >= original]
    kept = [one.original for one in every if why_not_change(one, today)]
    touched = tuple(one for one in meant if not kept or one.original > max(kept))
    start = touched[0].original if touched else None
    return Reach(touched, start, len(meant) - len(touched), endless and bool(touched), len(touched) == len(every))


def _only(every: list[Occurrence], original: date, today: date) -> Reach:
    found = [one for one in every if one.original == original]
    free = tuple(one for one in found if why_not_change(one, today) is None)
    return Reach(free, original if free else None, len(found) - len(free), whole=len(every) == len(free) == 1)


def before_cut(slot: Slot, start: date) -> dict[str, Any]:
    """Return the fields with which a series ends before a day."""
    return {"last": start - _DAY, "exceptions": tuple(one for one in slot.exceptions if one.day < start)}


def after_cut(slot: Slot, start: date, fields: Mapping[str, Any]) -> Slot:
    """Return the series that goes on from a day with these fields; a number of times counts on."""
    parts = parts_of(slot.rule)
    if "COUNT" in parts:
        used = len(rule_days(slot.rule, slot.first, slot.first, start - _DAY))
        parts["COUNT"] = str(max(1, int(parts["COUNT"]) - used))
    later = tuple(one for one in slot.exceptions if one.day >= start)
    cut = replace(slot, first=start, rule=joined(parts), exceptions=later)
    return changed(cut, {**fields, "first": max(start, fields.get("first", start))})


def changed(slot: Slot, fields: Mapping[str, Any]) -> Slot:
    """Return a series with other fields; exceptions of days that it does not name any more are dropped."""
    after = replace(slot, **fields)
    if "exceptions" in fields or (after.rule, after.first, after.last) == (slot.rule, slot.first, slot.last):
        return after
    named = [
        one
        for one in after.exceptions
        if after.first <= one.day <= (after.last or one.day) and rule_days(after.rule, after.first, one.day, one.day)
    ]
    return replace(after, exceptions=tuple(named))


def one_off(occurrence: Occurrence, fields: Mapping[str, Any]) -> Slot:
    """Return one occurrence as a slot of its own, with these fields."""
    alone = replace(occurrence.slot, rule=ONCE, first=occurrence.day, last=occurrence.day, exceptions=())
    return replace(alone, **fields)
