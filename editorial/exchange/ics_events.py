"""The events of a calendar file as it holds them: their properties, and where in the file each stands."""

import re
from dataclasses import dataclass, field

from editorial.errors import BadFile
from editorial.exchange.ics_lines import Lines, lines_of
from editorial.exchange.rows import MOST_ROWS, too_many_rows
from editorial.language import _

_TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "X-ALT-DESC"})
"""Properties whose text careless programs break into lines without folding them."""
_WITHOUT_VALUE = re.compile(r"[A-Za-z0-9-]+[;=]")
"""How a property begins that has lost its value: some programs write such."""
_PART = re.compile(r"V[A-Za-z]+|X-[A-Za-z-]+|[A-Z]+")
"""What begins and ends: VEVENT, or STANDARD within a zone."""
_DEEPEST = 20
_KNOWN = _TEXTS | frozenset(
    "BEGIN END UID DTSTAMP DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SEQUENCE STATUS TRANSP CLASS "
    "URL CATEGORIES ATTENDEE ORGANIZER CREATED LAST-MODIFIED PRIORITY ATTACH GEO RELATED-TO RESOURCES REQUEST-STATUS "
    "COLOR IMAGE CONFERENCE".split()
)
_NAMES = frozenset({"X-WR-CALNAME", "NAME", "X-OWNER", "X-CALENDARNAME"})


@dataclass(frozen=True, slots=True)
class Property:
    """One property of an event: its parameters and its value as written, and its place among the lines."""

    parameters: str
    value: str
    index: int


@dataclass(slots=True)
class Event:
    """One event of a file, counted from 1; a property that stands several times is kept each time."""

    item: int
    index: int
    properties: dict[str, list[Property]] = field(default_factory=dict)

    def first(self, name: str) -> Property | None:
        """Return a property, the first of several; None where there is none."""
        listed = self.properties.get(name)
        return listed[0] if listed else None

    def listed(self, name: str) -> list[Property]:
        """Return every property of a name."""
        return self.properties.get(name, [])

    def value(self, name: str) -> str:
        """Return the value of a property without spaces around it; empty where there is none."""
        found = self.first(name)
        return found.value.strip() if found else ""


@dataclass(slots=True)
class Events:
    """Everything that was found in one file."""

    name: str
    lines: Lines
    events: list[Event] = field(default_factory=list)
    zones: dict[str, list[str]] = field(default_factory=dict)
    """The lines of each VTIMEZONE, by its TZID."""
    others: int = 0
    """How many to-dos and journal entries there are."""
    called: list[Property] = field(default_factory=list)
    """What programs call the calendar as a whole."""
    zone: str = ""
    """The zone of the calendar as a whole, by name; Google and Apple write one."""

    def line_of(self, index: int) -> int:
        """Return the line of the file on which something begins."""
        return self.lines.line_of(index)


def events_of(data: bytes, name: str) -> Events:
    """Read the events of a calendar. Raises BadFile with one sentence that names the line where the file is broken."""
    reading = _Reading(Events(name, lines_of(data, name)))
    texts = reading.found.lines.texts
    begin = next((index for index, text in enumerate(texts) if text.strip()), None)
    if begin is None or _plain(texts[begin]) != "BEGIN:VCALENDAR":
        raise BadFile(_("{name} is no calendar file: those begin with BEGIN:VCALENDAR.").format(name=name))
    for index in range(begin, len(texts)):
        reading.take(index, texts[index])
    if reading.open_parts:
        raise BadFile(
            _("{name} is damaged: {part}, which begins at line {line}, has no end.").format(
                name=name, part=reading.open_parts[-1][0], line=reading.found.line_of(reading.open_parts[-1][1])
            )
        )
    return reading.found


def _plain(text: str) -> str:
    return "".join(text.upper().split())


@dataclass(slots=True)
class _Reading:
    """One walk through the lines of a file."""

    found: Events
    open_parts: list[tuple[str, int]] = field(default_factory=list)
    event: Event | None = None
    """The event whose own properties follow; None within its alarms, and outside of events."""
    zone: list[str] | None = None
    last: str = ""
    broken: list[str] = field(default_factory=list)
    """Lines that the last property goes on in, though they were not folded."""

    def take(self, index: int, text: str) -> None:
        """Take in one line."""
        head, colon, value = text.partition(":")
        if '"' in head:
            head, colon, value = _head_and_value(text)
        written, _sign, parameters = head.partition(";")
        written = written.strip()
        name = written.upper()
        if not colon or not name.replace("-", "").replace("_", "").isalnum():
            self._no_property(index, text)
            return
        if self.last in _TEXTS and self._goes_on(written, name, value.strip()):
            self._no_property(index, text)
            return
        if self.broken:
            self._join()
        if name == "BEGIN":
            self._begin(value.strip().upper(), index)
        elif name == "END":
            self._end(value.strip().upper(), index)
        elif self.event is not None:
            self.event.properties.setdefault(name, []).append(Property(parameters, value, index))
            self.last = name
        elif len(self.open_parts) == 1:
            self._of_all(name, Property(parameters, value, index))
        if self.zone is not None:
            self.zone.append(text)

    def _of_all(self, name: str, found: Property) -> None:
        """Take in a property of the calendar as a whole."""
        if name in _NAMES:
            self.found.called.append(found)
        elif name == "X-WR-TIMEZONE":
            self.found.zone = found.value.strip()

    def _goes_on(self, written: str, name: str, value: str) -> bool:
        """Tell whether a line is text that was broken off the last property: “Note: …”, “12:30 …”, “End: 5 pm”."""
        if name in ("BEGIN", "END"):
            return written != name and not _PART.fullmatch(value)
        return written[0].isdigit() or (written != name and name not in _KNOWN and not name.startswith("X-"))

    def _no_property(self, index: int, text: str) -> None:
        if not text.strip("\x00\x1a \t") or _WITHOUT_VALUE.match(text):
            return
        if self.event is None or self.last not in _TEXTS:
            raise self._broken(index, _("this is no property of a calendar"))
        self.broken.append(text)

    def _join(self) -> None:
        """Let a text go on in the lines that were broken off it."""
        if self.broken and self.event is not None:
            before = self.event.properties[self.last][-1]
            whole = Property(before.parameters, "\\n".join((before.value, *self.broken)), before.index)
            self.event.properties[self.last][-1] = whole
        self.broken.clear()

    def _begin(self, part: str, index: int) -> None:
        within = self.open_parts[-1][0] if self.open_parts else ""
        if (part == "VCALENDAR") != (not within) or part == within == "VEVENT" or len(self.open_parts) >= _DEEPEST:
            raise self._broken(index, _("{part} cannot begin here").format(part=part))
        self.open_parts.append((part, index))
        self.event, self.last = None, ""
        if part == "VEVENT":
            self.event = Event(len(self.found.events) + 1, index)
            self.found.events.append(self.event)
            if self.event.item > MOST_ROWS:
                raise too_many_rows()
        elif part == "VTIMEZONE":
            self.zone = []
        elif part in ("VTODO", "VJOURNAL"):
            self.found.others += 1

    def _end(self, part: str, index: int) -> None:
        if not self.open_parts or self.open_parts[-1][0] != part:
            raise self._broken(index, _("{part} ends here, but it was not begun").format(part=part))
        self.open_parts.pop()
        within = self.open_parts[-1][0] if self.open_parts else ""
        self.event = self.found.events[-1] if within == "VEVENT" else None
        self.last = ""
        if part == "VTIMEZONE" and self.zone is not None:
            lines = [*self.zone, "END:VTIMEZONE"]
            named = next((line.partition(":")[2].strip() for line in lines if line.upper().startswith("TZID")), "")
            self.found.zones[named] = lines
            self.zone = None

    def _broken(self, index: int, reason: str) -> BadFile:
        line = self.found.line_of(index)
        return BadFile(
            _("{name} is damaged at line {line}: {reason}.").format(name=self.found.name, line=line, reason=reason)
        )


def _head_and_value(text: str) -> tuple[str, str, str]:
    """Split a line at its first colon outside of quotes."""
    quoted = False
    for place, letter in enumerate(text):
        if letter == '"':
            quoted = not quoted
        elif letter == ":" and not quoted:
            return text[:place], ":", text[place + 1 :]
    return text.partition(":")  # A quote that is never closed.
