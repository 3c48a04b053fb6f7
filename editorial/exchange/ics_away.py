"""Calendar files (iCalendar, RFC 5545) as days away, of one person or of everybody whom its events name."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from pathlib import Path

from editorial.domain.away import AwayDrafts, Clock, TeamAwayDrafts, days_taken, without_repeats
from editorial.domain.drafts import Refusal
from editorial.domain.records import Away, Person
from editorial.domain.whose import Whose, without_name
from editorial.exchange.ics_events import events_of
from editorial.exchange.ics_occurrences import Occurrence, Occurrences, occurrences_of, read_occurrences
from editorial.exchange.ics_values import parameters_of, text_of
from editorial.language import _, ngettext

_BUSY = "X-MICROSOFT-CDO-BUSYSTATUS"
_AT_WORK = frozenset({"FREE", "TENTATIVE", "BUSY", "WORKINGELSEWHERE"})
"""How Outlook marks what is no absence."""
_LONGEST = 120
"""How much of an event's name is kept as a reason."""


def read_away(path: Path, first: date, last: date, zone_name: str, hours: tuple[time, time]) -> AwayDrafts:
    """Read on which days from first to last a calendar takes up all of a person's working hours.

    Those are events by the day, and longer ones that cover the hours of a day in the person's zone; what Outlook marks
    as anything but out of office is left out where the file marks absences at all. Raises BadFile with one sentence.
    """
    return _away(read_occurrences(path, first, last, zone_name, nameless=True), hours)


def away_of(data: bytes, name: str, first: date, last: date, zone_name: str, hours: tuple[time, time]) -> AwayDrafts:
    """Read a calendar from its bytes, as `read_away` does."""
    return _away(occurrences_of(data, name, first, last, zone_name, nameless=True), hours)


def calendar_names(data: bytes, name: str) -> list[str]:
    """Return what programs call a calendar as a whole: often the name or the address of its owner. Raises BadFile."""
    return [text_of(found) for found in events_of(data, name).called]


def team_away_of(
    data: bytes,
    name: str,
    first: date,
    last: date,
    clocks: Mapping[int | None, Clock],
    people: Iterable[Person],
) -> TeamAwayDrafts:
    """Read a calendar in which each event names who is away; absences that name nobody of these people are refused.

    `clocks` is by the ids of the people, that of None is for what names nobody. Raises BadFile.
    """
    whose = Whose(people)
    zones = dict.fromkeys(zone for zone, _hours in clocks.values())
    found: dict[int, list[Away]] = {}
    refused: dict[int, Refusal] = {}
    left_out = 0
    for zone in zones:
        read = occurrences_of(data, name, first, last, zone, nameless=True)
        for one in _told(read):
            person = whose.told([one.name, *_addresses(one)])
            their_zone, hours = clocks[person.id if person else None]
            if their_zone != zone:
                continue
            stretches = list(_stretch(one, hours, without_name(one.name, person) if person else one.name))
            left_out += not stretches
            if person:
                found.setdefault(person.id, []).extend(stretches)
            elif stretches:
                refused[one.line] = Refusal(one.line, "SUMMARY", one.name, _("it names nobody known here, or several"))
    drafts = {id_: AwayDrafts(tuple(without_repeats(listed))) for id_, listed in found.items() if listed}
    every = sorted((*read.refused, *refused.values()), key=lambda one: one.line)
    return TeamAwayDrafts(drafts, tuple(every), (*read.notes, *_notes(left_out)))


def _away(read: Occurrences, hours: tuple[time, time]) -> AwayDrafts:
    stretches = [stretch for one in _told(read) for stretch in _stretch(one, hours, one.name)]
    found = without_repeats(stretches)
    return AwayDrafts(tuple(found), read.refused, (*read.notes, *_notes(len(read.found) - len(stretches))))


def _told(read: Occurrences) -> list[Occurrence]:
    """Return what may be an absence."""
    marks = any(_mark(one) == "OOF" for one in read.found)
    return [one for one in read.found if not (marks and _mark(one) in _AT_WORK)]


def _stretch(one: Occurrence, hours: tuple[time, time], reason: str) -> Iterator[Away]:
    stay = one.stay
    days = days_taken(stay.starts, stay.ends, hours) if stay.starts and stay.ends else (stay.first, stay.last)
    if days:
        yield Away(first=days[0], last=days[1], reason=reason[:_LONGEST])


def _addresses(one: Occurrence) -> list[str]:
    """Return whom an event is about where its name does not say so: who takes part, else who made it."""
    listed = (one.event.listed("ATTENDEE"), one.event.listed("ORGANIZER"))
    return [" ".join(f"{parameters_of(who).get('CN', '')} {who.value[7:]}" for who in people) for people in listed]


def _mark(one: Occurrence) -> str:
    return one.event.value(_BUSY).upper()


def _notes(left_out: int) -> Iterator[str]:
    if left_out:
        said = ngettext(
            "{n} event is no absence of a whole day and was left out.",
            "{n} events are no absence of a whole day and were left out.",
            left_out,
        )
        yield said.format(n=left_out)
