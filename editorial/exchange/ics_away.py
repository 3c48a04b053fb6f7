"""Calendar files (ICS, RFC 5545) as days away of one person."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

from editorial.domain.away import AwayDrafts, days_taken, without_repeats
from editorial.domain.records import Away
from editorial.exchange.ics_occurrences import Occurrence, Occurrences, occurrences_of, read_occurrences
from editorial.language import ngettext

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


def _away(read: Occurrences, hours: tuple[time, time]) -> AwayDrafts:
    marks = any(_mark(one) == "OOF" for one in read.found)
    told = [one for one in read.found if not (marks and _mark(one) in _AT_WORK)]
    stretches = [stretch for one in told for stretch in _stretch(one, hours)]
    found = without_repeats(stretches)
    return AwayDrafts(tuple(found), read.refused, (*read.notes, *_notes(len(read.found) - len(stretches))))


def _stretch(one: Occurrence, hours: tuple[time, time]) -> Iterator[Away]:
    stay = one.stay
    days = days_taken(stay.starts, stay.ends, hours) if stay.starts and stay.ends else (stay.first, stay.last)
    if days:
        yield Away(first=days[0], last=days[1], reason=one.name[:_LONGEST])


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
