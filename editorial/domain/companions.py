"""Companion pieces: an aspirational and a practical piece on one interest for the same readers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from editorial.domain.records import Entry
from editorial.domain.vocabulary import Kind

MOST = 5


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A piece without a companion, and the pieces that would suit it, the best first."""

    entry: Entry
    partners: tuple[Entry, ...]


def suits(one: Entry, two: Entry) -> bool:
    """Tell whether two pieces can be companions: the same interest, the other kind, a segment in common."""
    return (
        one.id != two.id
        and one.interest_id is not None
        and one.interest_id == two.interest_id
        and one.kind is not None
        and two.kind is one.kind.other
        and not set(one.segment_ids).isdisjoint(two.segment_ids)
    )


def unpaired(entries: Iterable[Entry]) -> list[Unpaired]:
    """Return these pieces, none of which has a companion, with their partners; those that have some come first."""
    listed = list(entries)
    alike: defaultdict[tuple[int | None, Kind | None], list[Entry]] = defaultdict(list)
    for entry in listed:
        alike[entry.interest_id, entry.kind].append(entry)
    found = [
        Unpaired(entry, _partners(entry, alike[entry.interest_id, entry.kind.other] if entry.kind else []))
        for entry in listed
    ]
    return sorted(found, key=lambda each: not each.partners)


def _partners(entry: Entry, others: Iterable[Entry]) -> tuple[Entry, ...]:
    suiting = [other for other in others if suits(entry, other)]
    return tuple(sorted(suiting, key=lambda other: _nearness(entry, other))[:MOST])


def _nearness(entry: Entry, other: Entry) -> tuple[int, int, bool, str, int]:
    """Return what the better partner has less of: segments not shared, days between, another stage."""
    shared = len(set(entry.segment_ids) & set(other.segment_ids))
    return -shared, _days(entry.day, other.day), entry.stage_id != other.stage_id, other.title.casefold(), other.id


def _days(one: date | None, two: date | None) -> int:
    """Return the days between two pieces; ideas lie near each other, and far from what has a date."""
    if one is None or two is None:
        return 0 if one is two else 10_000
    return abs((one - two).days)
