"""Calendar files (ICS, RFC 5545) as pieces: what somebody planned in a calendar program."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from editorial.domain.drafts import Draft, DraftKind, Drafts, clean
from editorial.domain.vocabulary import Kind
from editorial.domain.wanted import CATEGORIES
from editorial.exchange.ics_occurrences import Occurrence, Occurrences, occurrences_of, read_occurrences
from editorial.exchange.ics_values import text_of

_OURS = "@editorial"
"""How the UID of a piece ends that went out of a workspace."""
_MAPPING = MappingProxyType(
    {
        "title": "SUMMARY",
        "date": "DTSTART",
        "time": "DTSTART",
        "kind": "CATEGORIES",
        "notes": "DESCRIPTION",
        "url": "URL",
        "id": "UID",
    }
)
_KINDS = frozenset(kind.value for kind in Kind)


def read_piece_drafts(path: Path, first: date, last: date, zone_name: str = "UTC") -> Drafts:
    """Read the events of a calendar file that begin on the days from first to last, each repetition a piece.

    The time of an event is kept, as wall time of the workspace's zone. Raises BadFile with one sentence.
    """
    return _drafts(read_occurrences(path, first, last, zone_name))


def piece_drafts_of(data: bytes, name: str, first: date, last: date, zone_name: str = "UTC") -> Drafts:
    """Read a calendar from its bytes, as `read_piece_drafts` does."""
    return _drafts(occurrences_of(data, name, first, last, zone_name))


def _drafts(read: Occurrences) -> Drafts:
    found = [one for one in read.found if not _is_wanted(one)]
    ids, addresses = _unlike(map(_id, found)), _unlike(map(_address, found))
    rows = tuple(Draft(one.line, _values(one, ids, addresses)) for one in found)
    held = {name for row in rows for name in row.values}
    mapping = {name: heading for name, heading in _MAPPING.items() if name in held}
    return Drafts(DraftKind.PIECES, rows, read.refused, mapping=MappingProxyType(mapping), notes=read.notes)


def _is_wanted(one: Occurrence) -> bool:
    """Tell whether an event is of ours and no piece: an interview, or what somebody owes."""
    return one.uid.endswith(_OURS) and one.event.value("CATEGORIES") in CATEGORIES


def _values(one: Occurrence, ids: frozenset[str], addresses: frozenset[str]) -> dict[str, Any]:
    values: dict[str, Any] = {"title": clean("title", one.name), "date": one.stay.first}
    if one.stay.starts and not one.stay.whole_days:
        values["time"] = one.stay.starts.time()
    id_, address, kind = _id(one), _address(one), _kind(one)
    if id_ in ids:
        values["id"] = id_
    if kind:
        values["kind"] = kind
    if address in addresses:
        values["url"] = address
    # What we told in a description ourselves stands in the fields of the piece.
    if not one.uid.endswith(_OURS) and (notes := clean("notes", text_of(one.event.first("DESCRIPTION")))):
        values["notes"] = notes
    return values


def _id(one: Occurrence) -> str:
    """Return what identifies a repetition: the UID, for one of several with the day of the series that it is."""
    uid = clean("id", one.uid).removesuffix(_OURS)
    original = one.stay.original or _replaced_day(one)
    return f"{uid}/{original:%Y%m%d}" if uid and original else uid


def _replaced_day(one: Occurrence) -> date | None:
    """Return the day of its series that an event stands in for, as far as that can be read."""
    written = one.event.value("RECURRENCE-ID")[:8]
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _address(one: Occurrence) -> str:
    return clean("url", one.event.value("URL"))


def _kind(one: Occurrence) -> Kind | None:
    words = {word.strip().casefold() for found in one.event.listed("CATEGORIES") for word in found.value.split(",")}
    named = words & _KINDS
    return Kind(named.pop()) if len(named) == 1 else None


def _unlike(values: Iterable[str]) -> frozenset[str]:
    """Return the values that stand once: what several events share identifies none of them."""
    return frozenset(value for value, n in Counter(values).items() if value and n == 1)
