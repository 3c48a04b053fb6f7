"""Calendar files (ICS, RFC 5545) as dates: company events and key dates on whole days."""

from datetime import date
from pathlib import Path

from editorial.domain.dates import DateDraft, DateDrafts, without_repeats
from editorial.exchange.ics_occurrences import Occurrences, occurrences_of, read_occurrences


def read_dates(path: Path, first: date, last: date, zone_name: str = "UTC") -> DateDrafts:
    """Read the events of a calendar file that touch the days from first to last, each repetition a date of its own.

    Times are turned into the days of the workspace's zone. Events that cannot be read are refused, one by one; raises
    BadFile with one sentence where the file as a whole is no calendar, damaged or too large.
    """
    return _dates(read_occurrences(path, first, last, zone_name))


def dates_of(data: bytes, name: str, first: date, last: date, zone_name: str = "UTC") -> DateDrafts:
    """Read a calendar from its bytes, as `read_dates` does."""
    return _dates(occurrences_of(data, name, first, last, zone_name))


def _dates(read: Occurrences) -> DateDrafts:
    found = [DateDraft(one.name, one.stay.first, one.stay.last, one.event.item) for one in read.found]
    return DateDrafts(tuple(without_repeats(found)), read.refused, read.notes)
