"""Which ideas fit a slot, and what a slot gives to the piece that fills it."""

from collections.abc import Iterable

from editorial.domain.planning_records import Slot
from editorial.domain.records import Entry, Lists
from editorial.domain.spoken import kind_word
from editorial.language import _


def fits(entry: Entry, slot: Slot) -> bool:
    """Tell whether a piece fits a slot: an absent tag always does, and is taken from the slot."""
    pairs = (
        (entry.format_id, slot.format_id),
        (entry.channel_id, slot.channel_id),
        (entry.kind, slot.kind),
    )
    return all(own is None or wanted is None or own == wanted for own, wanted in pairs)


def fitting(entries: Iterable[Entry], slot: Slot) -> list[Entry]:
    """Return the pieces that fit a slot, in their order."""
    return [entry for entry in entries if fits(entry, slot)]


def gives(slot: Slot, lists: Lists) -> tuple[str, ...]:
    """Return what a slot gives to a piece, in words: its format, channel and kind where it has them."""
    named = (lists.formats.get(slot.format_id or 0), lists.channels.get(slot.channel_id or 0))
    words = [record.name for record in named if record is not None]
    return (*words, kind_word(slot.kind)) if slot.kind is not None else tuple(words)


def given(entry: Entry, slot: Slot, lists: Lists) -> str:
    """Say what a piece would become in a slot, or that it fits as it is."""
    changes = []
    if slot.kind is not None and entry.kind is not slot.kind:
        changes.append(kind_word(slot.kind))
    for attribute, known in (("format_id", lists.formats), ("channel_id", lists.channels)):
        wanted = getattr(slot, attribute)
        if wanted is not None and getattr(entry, attribute) != wanted and wanted in known:
            changes.append(known[wanted].name)
    if not changes:
        return _("It fits as it is.")
    return _("It becomes: {changes}.").format(changes=", ".join(changes))
