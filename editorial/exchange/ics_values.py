"""What the properties of an event mean: texts, days, moments, lengths and zones (RFC 5545, 3.3)."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from quopri import decodestring
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from editorial.domain.drafts import without_controls
from editorial.exchange.ics_events import Event, Property
from editorial.language import _

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_PARAMETER = re.compile(r'([^;=]+)=((?:"[^"]*"|[^;"])*)')
_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?(Z?)([+-]\d\d:?\d\d)?)?")
_DURATION = re.compile(r"([+-]?)P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?")
_ZONE_NAME = re.compile(r"[A-Za-z0-9_+./\- ]{1,120}")
_AHEAD = re.compile(r"(?:UTC|GMT)([+-])([01]?\d)(?::?([0-5]\d))?")
"""A zone that is called by how far it is ahead."""
_UTC_NAMES = frozenset({"Z", "UTC", "GMT", "TZONE://MICROSOFT/UTC"})
_YEARS = range(1600, 3000)
"""Years of a day: birthdays without a year begin in 1604."""
_TRIED = (ZoneInfoNotFoundError, ValueError, OSError, KeyError, IndexError, TypeError, AttributeError)
"""What reading a zone that is none may end in."""


class Unreadable(Exception):
    """Why an event cannot be taken: the property, its value, the reason in words, and where it stands."""

    def __init__(self, column: str, value: str, reason: str, index: int | None = None) -> None:
        super().__init__(reason)
        self.column, self.value, self.reason, self.index = column, value, reason, index


def text_of(found: Property | None) -> str:
    """Return a text as it is meant, without control characters; empty where there is none."""
    if found is None:
        return ""
    value = found.value
    named = parameters_of(found)
    if named.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = decodestring(value.encode("latin-1", "replace")).decode(named.get("CHARSET", "utf-8"), "replace")
    if "\\" in value:
        value = _ESCAPE.sub(lambda escape: "\n" if escape[1] in "nN" else escape[1], value)
    return without_controls(value)[0]


def parameters_of(found: Property) -> Mapping[str, str]:
    """Return the parameters of a property by their names in capitals."""
    return _parameters(found.parameters) if found.parameters else {}


@lru_cache(maxsize=1024)
def _parameters(written: str) -> Mapping[str, str]:
    return {name.strip().upper(): value.strip().strip('"') for name, value in _PARAMETER.findall(written)}


class Zones:
    """The zones that moments of a file are local to; `unknown` gathers names that mean nothing here."""

    def __init__(self, own: tzinfo, described: Mapping[str, list[str]], whole: str = "") -> None:
        self.own, self._described = own, described
        self.unknown: dict[str, None] = {}
        self._found: dict[str, tzinfo] = {}
        self.floating = self._zone(whole) if whole else None
        """The zone of moments that name none, where the file as a whole has one; else they are of the workspace's."""

    def named(self, name: str) -> tzinfo:
        """Return the zone of a name: one that everybody knows, else as the file describes it, else the workspace's."""
        if name not in self._found:
            zone = self._zone(name)
            if zone is None:
                self.unknown[name] = None
            self._found[name] = zone or self.own
        return self._found[name]

    def _zone(self, name: str) -> tzinfo | None:
        return known_zone(name) or _described_zone(self._described.get(name, ()))


def known_zone(name: str) -> tzinfo | None:
    """Return the zone of a name, also where a program put a path before it or Windows calls it so."""
    if name.upper() in _UTC_NAMES:
        return UTC
    if ahead := _AHEAD.fullmatch(name):
        return datetime.strptime(f"{ahead[1]}{int(ahead[2]):02}{ahead[3] or '00'}", "%z").tzinfo
    if not _ZONE_NAME.fullmatch(name):
        return _windows_zone(name)
    parts = [part for part in name.strip("/ ").split("/") if part]
    for n in dict.fromkeys((len(parts), 3, 2)):
        try:
            return ZoneInfo("/".join(parts[-n:]))
        except _TRIED:
            continue
    return _windows_zone(name)


def _windows_zone(name: str) -> tzinfo | None:
    """Return the zone that Windows calls so, or writes as how far it is ahead with cities, or nothing."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    if name in WINDOWS_TO_OLSON:
        return ZoneInfo(WINDOWS_TO_OLSON[name])
    if (zone := _by_folded_name().get(name.casefold())) is not None:
        return ZoneInfo(zone)
    cities = re.findall(r"[A-Za-z][A-Za-z ]+", name.partition(")")[2]) if name.startswith(("(UTC", "(GMT")) else ()
    known = {zone.rpartition("/")[2].replace("_", " "): zone for zone in WINDOWS_TO_OLSON.values()}
    known |= {called.replace(" Standard", ""): zone for called, zone in WINDOWS_TO_OLSON.items()}
    return next((ZoneInfo(known[city]) for city in map(str.strip, cities) if city in known), None)


@lru_cache(maxsize=1)
def _by_folded_name() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def _described_zone(lines: list[str] | tuple[()]) -> tzinfo | None:
    """Return a zone as a file describes it; None where that cannot be read."""
    if not lines:
        return None
    from icalendar import Timezone

    try:
        described: Any = Timezone.from_ical("\r\n".join(lines) + "\r\n")
        zone: tzinfo = described.to_tz(lookup_tzid=False)
        return zone if isinstance(datetime(2027, 1, 1, tzinfo=zone).utcoffset(), timedelta) else None
    except _TRIED:
        return None


def moment(event: Event, name: str, zones: Zones) -> date | None:
    """Return the day or moment of a property; None where there is none.

    A moment without a zone is one of the workspace's clock and stays without. Raises Unreadable.
    """
    found = event.first(name)
    return None if found is None or not found.value.strip() else moment_of(found, found.value, name, zones)


def moments(event: Event, name: str, zones: Zones) -> Iterator[date]:
    """Give the days and moments that a property lists, of periods their beginnings. What is none is passed over."""
    for found in event.listed(name):
        for value in found.value.split(","):
            try:
                yield moment_of(found, value.partition("/")[0], name, zones)
            except Unreadable:
                continue


def moment_of(found: Property, written: str, name: str, zones: Zones) -> date:
    """Return the day or moment that is written. Raises Unreadable."""
    named = parameters_of(found).get("TZID", "")
    if written.startswith("//"):  # A zone with a colon in its name that nobody quoted.
        rest, _colon, written = written.rpartition(":")
        named = f"{named}:{rest}"
    parts = _MOMENT.fullmatch(written.strip())
    if parts is None or int(parts[1]) not in _YEARS:
        raise Unreadable(name, written, _("this is not a day"), found.index)
    try:
        day = date(int(parts[1]), int(parts[2]), int(parts[3]))
        if parts[4] is None:
            return day
        # A leap second is the last of its minute.
        at = time(int(parts[4]), int(parts[5]), min(int(parts[6] or 0), 59))
    except ValueError as error:
        raise Unreadable(name, written, _("this is not a day"), found.index) from error
    if parts[7]:
        return datetime.combine(day, at, UTC)
    if parts[8]:
        return datetime.fromisoformat(f"{day}T{at}{parts[8]}")
    return datetime.combine(day, at, zones.named(named) if named else zones.floating)


def duration(found: Property) -> timedelta:
    """Return a length. Raises Unreadable where it is none."""
    parts = _DURATION.fullmatch(found.value.strip().upper())
    if parts is None or not any(parts.groups()[1:]):
        raise Unreadable("DURATION", found.value, _("this is not a length of time"), found.index)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in parts.groups()[1:])
    try:
        length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError as error:
        raise Unreadable("DURATION", found.value, _("an event takes a year at most"), found.index) from error
    return -length if parts[1] == "-" else length
