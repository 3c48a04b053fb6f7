"""Ghosts: what a proposed plan would put on the calendar, in the open slots where it would stand."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from editorial.domain.plan import Placement
from editorial.language import _
from editorial.ui.calendar.items import SIGNS, Item, Sort
from editorial.ui.calendar.words import long_day

Places = Mapping[tuple[int, date], Placement]
"""Placements by slot and day."""


def places_of(placements: Iterable[Placement]) -> Places:
    """Return placements by where they stand."""
    return {each.opening.key: each for each in placements}


def haunted(items: Iterable[Item], places: Places) -> tuple[Item, ...]:
    """Return what stands on the calendar with the open slots of a plan filled by its ghosts."""
    return tuple(_ghost(item, places) for item in items)


def _ghost(item: Item, places: Places) -> Item:
    there = item.occurrence
    placement = places.get((there.slot.id, there.day)) if there is not None else None
    if placement is None:
        return item
    title = " ".join(placement.idea.title.split())
    said = _("Proposed: {title}, {slot}, {day}. {reason}").format(
        title=title, slot=placement.opening.slot, day=long_day(item.day), reason=placement.reason
    )
    text = _("{sign} {title} · proposed").format(sign=SIGNS[Sort.GHOST], title=title)
    return replace(item, sort=Sort.GHOST, text=text, said=said, piece_id=placement.idea.id)
