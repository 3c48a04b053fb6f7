"""What takes place within a range of days by a calendar file: events, each repetition of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from editorial.domain.drafts import Refusal, one_line
from editorial.domain.spans import zone_named
from editorial.errors import BadFile
from editorial.exchange.ics_days import Stay, original_moment, stands_for_later, stays
from editorial.exchange.ics_events import Event, Events, events_of
from editorial.exchange.ics_values import Unreadable, Zones, text_of
from editorial.exchange.tables import read_bytes
from editorial.language import _, ngettext

MOST = 50_000
"""How many repetitions one file may bring: a calendar of more is no calendar of a company's events."""

MOST_WRONG_RULES = 20
"""How many rules of repetition in one file may make no sense."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which an event takes place."""

    name: str
    line: int
    """The line of the file on which the event begins."""
    event: Event
    stay: Stay

    @property
    def uid(self) -> str:
        return self.event.value("UID")


@dataclass(frozen=True, slots=True)
class Occurrences:
    """What was read: everything that takes place in the range, by day; what cannot be read; what was left out."""

    found: tuple[Occurrence, ...]
    refused: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()


def read_occurrences(path: Path, first: date, last: date, zone_name: str, *, nameless: bool = False) -> Occurrences:
    """Read what a calendar file says of the days from first to last, each repetition of its own.

    Times are those of the workspace's zone. Events that cannot be read are refused, one by one, and so are those
    without a name unless `nameless`. Raises BadFile with one sentence where the file as a whole is no calendar,
    damaged or too large.
    """
    return occurrences_of(read_bytes(path), path.name, first, last, zone_name, nameless=nameless)


def occurrences_of(
    data: bytes, name: str, first: date, last: date, zone_name: str, *, nameless: bool = False
) -> Occurrences:
    """Read a calendar from its bytes, as `read_occurrences` does."""
    events = events_of(data, name)
    reading = _Reading(events, first, last, Zones(zone_named(zone_name), events.zones, events.zone), nameless)
    standing, older = _newest(events.events)
    reading.exceptions(standing)
    for event in standing:
        reading.take(event)
    found = sorted(reading.found, key=lambda one: (one.stay.first, one.name))
    return Occurrences(tuple(found), tuple(reading.refused), tuple(reading.notes(older)))


def _newest(events: Sequence[Event]) -> tuple[list[Event], int]:
    """Return events without older versions of themselves, and how many of those there are.

    A higher SEQUENCE is the newer version of an event of the same UID. Events that share both may differ all the same:
    some programs give many the same UID.
    """
    newest: dict[tuple[str, str], int] = {}
    for event in events:
        key = event.value("UID"), event.value("RECURRENCE-ID")
        newest[key] = max(newest.get(key, 0), _sequence(event))
    standing = [
        event
        for event in events
        if not event.value("UID") or _sequence(event) == newest[event.value("UID"), event.value("RECURRENCE-ID")]
    ]
    return standing, len(events) - len(standing)


def _sequence(event: Event) -> int:
    written = event.value("SEQUENCE")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


@dataclass(slots=True)
class _Reading:
    """One walk through the events of a file."""

    events: Events
    first: date
    last: date
    zones: Zones
    nameless: bool
    found: list[Occurrence] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    outside: int = 0
    wrong_rules: int = 0
    replaced: dict[str, set[date]] = field(default_factory=dict)
    """The moments of series that other events of the file stand in for, by the uid of the series."""
    ends: dict[str, date] = field(default_factory=dict)
    """The moments from which on another event stands in for a series, by its uid."""
    series: dict[str, Event] = field(default_factory=dict)

    def exceptions(self, events: Iterable[Event]) -> None:
        """Note which events stand in for repetitions of others."""
        for event in events:
            uid = event.value("UID")
            if not event.value("RECURRENCE-ID"):
                self.series.setdefault(uid, event)
            elif (moment := original_moment(event, self.zones)) is None:
                continue
            elif stands_for_later(event):
                self.ends[uid] = moment
            else:
                self.replaced.setdefault(uid, set()).add(moment)

    def take(self, event: Event) -> None:
        """Take in every repetition of an event within the range."""
        if event.value("STATUS").upper() == "CANCELLED":
            return
        try:
            listed = list(self._occurrences(event))
        except Unreadable as trouble:
            line = self.events.line_of(event.index if trouble.index is None else trouble.index)
            self.refused.append(Refusal(line, trouble.column, trouble.value, trouble.reason))
            self._check_rules(trouble.column)
            return
        self.outside += not listed
        self.found += listed
        if len(self.found) > MOST:
            raise BadFile(
                _("{name} brings more than {n:,} dates; ask for fewer years.").format(name=self.events.name, n=MOST)
            )

    def _check_rules(self, column: str) -> None:
        """Give up a file of rules that never come true: each is looked into for thousands of years."""
        self.wrong_rules += column == "RRULE"
        if self.wrong_rules > MOST_WRONG_RULES:
            raise BadFile(_("Too many rules of repetition in {name} cannot be followed.").format(name=self.events.name))

    def _occurrences(self, event: Event) -> Iterator[Occurrence]:
        name = one_line(text_of(event.first("SUMMARY")))
        if not name and not self.nameless:
            raise Unreadable("SUMMARY", "", _("the event has no name"))
        for stay in self._stays(event, event.value("UID")):
            yield Occurrence(name, self.events.line_of(event.index), event, stay)

    def _stays(self, event: Event, uid: str) -> Iterator[Stay]:
        if not event.value("RECURRENCE-ID"):
            left_out = self.replaced.get(uid, set())
            return stays(event, self.first, self.last, self.zones, left_out, self.ends.get(uid))
        if stands_for_later(event):
            left_out, follows = self.replaced.get(uid, set()), self.series.get(uid)
            return stays(event, self.first, self.last, self.zones, left_out, follows=follows)
        return stays(event, self.first, self.last, self.zones)

    def notes(self, older: int) -> Iterator[str]:
        """Give sentences on what was left out and what was taken for something else."""
        if self.outside:
            said = ngettext(
                "{n} event lies outside {first} to {last} and was left out.",
                "{n} events lie outside {first} to {last} and were left out.",
                self.outside,
            )
            yield said.format(n=self.outside, first=self.first, last=self.last)
        if older:
            said = ngettext(
                "{n} older version of an event was left out.", "{n} older versions of events were left out.", older
            )
            yield said.format(n=older)
        if others := self.events.others:
            yield ngettext("{n} to-do was left out.", "{n} to-dos were left out.", others).format(n=others)
        if zones := list(self.zones.unknown):
            said = ngettext(
                "The zone “{name}” is not known; its times were taken as those of the workspace.",
                "{n} zones are not known, “{name}” among them; their times were taken as those of the workspace.",
                len(zones),
            )
            yield said.format(n=len(zones), name=zones[0])
