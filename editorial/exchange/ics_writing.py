"""Calendar files (iCalendar, RFC 5545) from appointments: equal appointments are equal bytes."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from editorial.domain.appointments import Alarm, Appointment, AppointmentCalendar, Method, Participant
from editorial.domain.drafts import without_controls
from editorial.domain.vocabulary import AssignmentStatus
from editorial.exchange.ics_zones import zone_lines
from editorial.exchange.whole_file import write_whole

PRODUCT = "-//Editorial//Editorial//EN"
_OCTETS = 75
"""The longest line, without its end (RFC 5545, 3.1)."""
_DAY = timedelta(days=1)
_UTC_NAMES = frozenset({"UTC", "Etc/UTC", "Etc/GMT", "GMT"})
_SPECIAL = re.compile(r"[\\;,\n]")
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_CARETS = {"^": "^^", '"': "^'", "\n": "^n"}
"""How a parameter carries what it may not hold as it is (RFC 6868)."""
_ANSWERS = {
    AssignmentStatus.ACCEPTED: "ACCEPTED",
    AssignmentStatus.DELIVERED: "ACCEPTED",
    AssignmentStatus.DECLINED: "DECLINED",
}
_ADDRESS = re.compile(r"[^\s<>\"\\;,:]+@[^\s<>\"\\;,:]+")


def write_ics(calendar: AppointmentCalendar, path: Path) -> None:
    """Write a calendar whole or not at all. Raises BadFile where it cannot be written."""
    write_whole(path, calendar_bytes(calendar))


def calendar_bytes(calendar: AppointmentCalendar) -> bytes:
    """Return a calendar as a file holds it: UTF-8, lines of at most 75 octets that end in CR LF.

    Days are dates without a time (VALUE=DATE); moments are local times of their zone, which is described in the file.
    """
    return b"".join(map(_folded, _lines(calendar)))


def _lines(calendar: AppointmentCalendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield f"METHOD:{calendar.method}"
    if calendar.name:
        yield f"X-WR-CALNAME:{_text(calendar.name)}"
    yield from _zones(calendar.appointments)
    stamp = _utc(calendar.stamp)
    for appointment in calendar.appointments:
        yield from _event(appointment, stamp, asks=calendar.method is Method.REQUEST)
    yield "END:VCALENDAR"


def _event(one: Appointment, stamp: str, *, asks: bool) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(one.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield from _times(one)
    yield f"SUMMARY:{_text(one.title)}"
    if one.description:
        yield f"DESCRIPTION:{_text(one.description)}"
    if one.place:
        yield f"LOCATION:{_text(one.place)}"
    if one.address:
        yield f"URL:{_uri(one.address)}"
    if one.category:
        yield f"CATEGORIES:{_text(one.category)}"
    if one.certainty:
        yield f"STATUS:{one.certainty}"
    if one.sequence or one.organiser:
        yield f"SEQUENCE:{one.sequence}"
    if one.organiser:
        yield f"ORGANIZER{_named(one.organiser)}:{_who(one.organiser)}"
    for person in one.participants:
        yield _participant(person, asks=asks)
    for alarm in one.alarms:
        yield from _alarm(alarm, by_day=not one.timed)
    yield "END:VEVENT"


def _times(one: Appointment) -> Iterator[str]:
    if isinstance(one.first, datetime) and isinstance(one.last, datetime):
        yield f"DTSTART{_moment(one.first)}"
        yield f"DTEND{_moment(one.last)}"
        return
    yield f"DTSTART;VALUE=DATE:{_plain(one.first)}"
    yield f"DTEND;VALUE=DATE:{_plain(one.last + _DAY)}"
    yield "TRANSP:OPAQUE" if one.blocks else "TRANSP:TRANSPARENT"


def _participant(person: Participant, *, asks: bool) -> str:
    answer = _ANSWERS.get(person.answer, "NEEDS-ACTION")
    wanted = ";RSVP=TRUE" if asks else ""
    return f"ATTENDEE{_named(person)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer}{wanted}:{_who(person)}"


def _alarm(alarm: Alarm, *, by_day: bool) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(alarm.text)}"
    yield f"TRIGGER:{_duration(-alarm.before, in_days=by_day)}"
    yield "END:VALARM"


def _zones(appointments: Iterable[Appointment]) -> Iterator[str]:
    """Describe every zone that a moment is local to, for as long as its moments reach."""
    reach: dict[str, tuple[ZoneInfo, date, date]] = {}
    for one in appointments:
        if isinstance(one.first, datetime) and (zone := _named_zone(one.first.tzinfo)):
            _zone, first, last = reach.get(zone.key, (zone, one.first, one.last))
            reach[zone.key] = zone, min(first, one.first), max(last, one.last)
    for _key, (zone, first, last) in sorted(reach.items()):
        yield from zone_lines(zone, first, last)


def _named_zone(zone: tzinfo | None) -> ZoneInfo | None:
    """Return a zone that a file can name; UTC needs no name."""
    return zone if isinstance(zone, ZoneInfo) and zone.key and zone.key not in _UTC_NAMES else None


def _moment(moment: datetime) -> str:
    zone = _named_zone(moment.tzinfo)
    if zone is None or _occurs_twice(moment):
        return f":{_utc(moment)}"
    return f";TZID={zone.key}:{moment:%Y%m%dT%H%M%S}"


def _occurs_twice(moment: datetime) -> bool:
    """Tell whether a local time is told by clocks twice that day: programs do not agree which one it names."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _plain(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _duration(length: timedelta, *, in_days: bool) -> str:
    """Return a length; days last as long as clocks say, hours exactly so long (RFC 5545, 3.3.6)."""
    sign = "-" if length < timedelta(0) else ""
    minutes = abs(length) // timedelta(minutes=1)
    days, minutes = divmod(minutes, 24 * 60) if in_days else (0, minutes)
    hours, minutes = divmod(minutes, 60)
    clock = "".join(f"{n}{unit}" for n, unit in ((hours, "H"), (minutes, "M")) if n)
    if not days and not clock:
        return "PT0S"
    return f"{sign}P{f'{days}D' if days else ''}{'T' if clock else ''}{clock}"


def _named(person: Participant) -> str:
    name = "".join(_CARETS.get(letter, letter) for letter in without_controls(person.name)[0].replace("\t", " "))
    return f';CN="{name}"' if name else ""


def _who(person: Participant) -> str:
    """Return the address of somebody; a person without one is named by an address nothing can be sent to."""
    email = person.email.strip()
    return f"mailto:{email}" if _ADDRESS.fullmatch(email) else f"urn:uuid:{_uri(person.uid)}"


def _uri(text: str) -> str:
    return "".join(without_controls(text)[0].split())


def _text(text: str) -> str:
    """Return a text as a property carries it."""
    plain = without_controls(text)[0]
    return _SPECIAL.sub(lambda found: _ESCAPED[found[0]], plain) if _SPECIAL.search(plain) else plain


def _folded(line: str) -> bytes:
    """Return a line with its end; a long one goes on in further lines that begin with a space."""
    data = line.encode("utf-8")
    if len(data) <= _OCTETS:
        return data + b"\r\n"
    parts = []
    start, room = 0, _OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # In the middle of a letter.
            end -= 1
        parts.append(data[start:end])
        start, room = end, _OCTETS - 1
    parts.append(data[start:])
    return b"\r\n ".join(parts) + b"\r\n"
