"""What entries are coloured, laned and grouped by: the values of an attribute in order, with their labels."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from editorial.domain.records import Entry, Lists
from editorial.domain.spoken import kind_word
from editorial.domain.vocabulary import Kind
from editorial.language import _

Value = int | str | None
"""The id of a record, the word of a kind, or None for an entry without one."""


class Attribute(StrEnum):
    """What an entry can be coloured, laned or grouped by."""

    KIND = "kind"
    STAGE = "stage"
    SEGMENT = "segment"
    INTEREST = "interest"
    STATUS = "status"
    CHANNEL = "channel"
    CAMPAIGN = "campaign"
    FORMAT = "format"


class Listed(Protocol):
    """A record of one of the workspace's lists."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One value of an attribute; `colour` is its own, else `slot` numbers a place in a colour-blind-safe palette.

    Slots count on beyond any palette: take them modulo its length, with a pattern from the second round on. Kinds and
    pieces without a value have neither colour nor slot.
    """

    value: Value
    label: str
    colour: str = ""
    slot: int | None = None


def values_of(entry: Entry, by: Attribute) -> tuple[Value, ...]:
    """Return the values an entry has, the untagged (None,); only segments may be several."""
    if by is Attribute.SEGMENT:
        return entry.segment_ids or (None,)
    return (value_of(entry, by),)


def value_of(entry: Entry, by: Attribute) -> Value:
    """Return the value an entry is coloured by: its first segment, where it has several."""
    single: Mapping[Attribute, Value] = {
        Attribute.KIND: entry.kind,
        Attribute.STAGE: entry.stage_id,
        Attribute.SEGMENT: next(iter(entry.segment_ids), None),
        Attribute.INTEREST: entry.interest_id,
        Attribute.STATUS: entry.status_id,
        Attribute.CHANNEL: entry.channel_id,
        Attribute.CAMPAIGN: entry.campaign_id,
        Attribute.FORMAT: entry.format_id,
    }
    return single[by]


def records_of(lists: Lists, by: Attribute) -> Mapping[int, Listed]:
    """Return the list that an attribute takes its values from; kinds have none."""
    of: Mapping[Attribute, Mapping[int, Listed]] = {
        Attribute.STAGE: lists.stages,
        Attribute.SEGMENT: lists.segments,
        Attribute.INTEREST: lists.interests,
        Attribute.STATUS: lists.statuses,
        Attribute.CHANNEL: lists.channels,
        Attribute.CAMPAIGN: lists.campaigns,
        Attribute.FORMAT: lists.formats,
    }
    return of.get(by, {})


def without_label(by: Attribute) -> str:
    """Return how entries without a value are called."""
    labels = {
        Attribute.KIND: _("no kind"),
        Attribute.STAGE: _("no stage"),
        Attribute.SEGMENT: _("no segment"),
        Attribute.INTEREST: _("no interest"),
        Attribute.STATUS: _("no status"),
        Attribute.CHANNEL: _("no channel"),
        Attribute.CAMPAIGN: _("no campaign"),
        Attribute.FORMAT: _("no format"),
    }
    return labels[by]


def legend(lists: Lists, by: Attribute, used: Collection[Value] | None = None) -> tuple[LegendItem, ...]:
    """Return the values of an attribute in their order, the untagged last; only those used, where `used` is given."""
    items = _kinds() if by is Attribute.KIND else _records(lists, by, used or ())
    every = (*items, LegendItem(None, without_label(by)))
    return tuple(item for item in every if used is None or item.value in used)


def _kinds() -> tuple[LegendItem, ...]:
    return tuple(LegendItem(kind, kind_word(kind)) for kind in Kind)


def _records(lists: Lists, by: Attribute, used: Collection[Value]) -> tuple[LegendItem, ...]:
    """Return an item a record; the slot is the place in the whole list, so that no colour moves when another is set."""
    return tuple(
        _item(record, slot)
        for slot, record in enumerate(records_of(lists, by).values())
        if record.id in used or not getattr(record, "retired", False)
    )


def _item(record: Listed, slot: int) -> LegendItem:
    colour: str = getattr(record, "colour", "")
    return LegendItem(record.id, record.name, colour, None if colour else slot)
