"""Calendar files (ICS, RFC 5545) as dates: company events and key dates on whole days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from editorial.domain.dates import DateDraft, DateDrafts, without_repeats
from editorial.domain.drafts import Refusal, one_line, without_controls
from editorial.errors import BadFile
from editorial.exchange.decoding import decode
from editorial.exchange.ics_days import Unreadable, event_days, original_moment
from editorial.exchange.rows import MOST_ROWS, too_many_rows
from editorial.exchange.tables import read_bytes
from editorial.language import _, ngettext

MOST_BYTES = 20_000_000
"""How large a calendar may be: one of that size is read for minutes."""
MOST_DATES = 50_000
"""How many dates one file may bring: a calendar of more is no calendar of company events."""


def read_dates(path: Path, first: date, last: date, zone_name: str = "UTC") -> DateDrafts:
    """Read the events of a calendar file that touch the days from first to last, each repetition a date of its own.

    Times are turned into the days of the workspace's zone. Events that cannot be read are refused, one by one; raises
    BadFile with one sentence where the file as a whole is no calendar, damaged or too large.
    """
    data = read_bytes(path)
    if len(data) > MOST_BYTES:
        raise BadFile(_("{name} is larger than 20 MB; export fewer years of that calendar.").format(name=path.name))
    return dates_of(decode(data), path.name, first, last, zone_name)


def dates_of(text: str, name: str, first: date, last: date, zone_name: str = "UTC") -> DateDrafts:
    """Read a calendar from its text, as `read_dates` does."""
    events = _events(text, name)
    zone = _zone(zone_name)
    replaced = _replaced(events)
    found: list[DateDraft] = []
    refused: list[Refusal] = []
    outside = 0
    for event in events:
        try:
            listed = list(_dates(event, first, last, zone, replaced))
        except Unreadable as trouble:
            refused.append(Refusal(event.item, trouble.column, trouble.value, trouble.reason))
            continue
        outside += not listed and not event.cancelled
        found += listed
        if len(found) > MOST_DATES:
            raise BadFile(
                _("{name} brings more than {n:,} dates; ask for fewer years.").format(name=name, n=MOST_DATES)
            )
    dates = without_repeats(found)
    return DateDrafts(tuple(dates), tuple(refused), tuple(_notes(outside, first, last)))


@dataclass(frozen=True, slots=True)
class _Event:
    """One event of a file, counted from 1."""

    item: int
    event: Any

    @property
    def cancelled(self) -> bool:
        return str(self.event.get("STATUS", "")).upper() == "CANCELLED"

    @property
    def uid(self) -> str:
        return str(self.event.get("UID", ""))


def _events(text: str, name: str) -> list[_Event]:
    from icalendar import Calendar

    _check_whole(text, name)
    try:
        calendars: Sequence[Any] = Calendar.from_ical(text, multiple=True)
        listed = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise BadFile(_damaged(name)) from error
    if len(listed) > MOST_ROWS:
        raise too_many_rows()
    return [_Event(item, event) for item, event in enumerate(listed, start=1)]


def _check_whole(text: str, name: str) -> None:
    """Refuse what does not begin and end as a calendar: a file that broke off would be taken in by half."""
    open_parts: list[str] = []
    for line in text.splitlines():
        word, colon, part = line.strip().upper().partition(":")
        if not colon or word not in ("BEGIN", "END"):
            continue
        if word == "BEGIN":
            open_parts.append(part)
        elif not open_parts or open_parts.pop() != part:
            raise BadFile(_damaged(name))
    if not text.lstrip("\ufeff \t\r\n").upper().startswith("BEGIN:VCALENDAR"):
        raise BadFile(_("{name} is no calendar file: those begin with BEGIN:VCALENDAR.").format(name=name))
    if open_parts:
        raise BadFile(_damaged(name))


def _damaged(name: str) -> str:
    return _("{name} is a damaged calendar file: it cannot be read to its end.").format(name=name)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _replaced(events: Sequence[_Event]) -> dict[str, set[date]]:
    """Return the moments of series that other events of the file stand in for, by the uid of the series."""
    found: dict[str, set[date]] = {}
    for one in events:
        if (moment := original_moment(one.event)) is not None:
            found.setdefault(one.uid, set()).add(moment)
    return found


def _dates(one: _Event, first: date, last: date, zone: tzinfo, replaced: dict[str, set[date]]) -> Iterator[DateDraft]:
    if one.cancelled:
        return
    name = one_line(without_controls(str(one.event.get("SUMMARY", "")))[0])
    if not name:
        raise Unreadable("SUMMARY", "", _("the event has no name"))
    left_out = replaced.get(one.uid, set()) if original_moment(one.event) is None else set()
    for start, end in event_days(one.event, first, last, zone, left_out):
        yield DateDraft(name, start, end, one.item)


def _notes(outside: int, first: date, last: date) -> Iterator[str]:
    if outside:
        said = ngettext(
            "{n} event lies outside {first} to {last} and was left out.",
            "{n} events lie outside {first} to {last} and were left out.",
            outside,
        )
        yield said.format(n=outside, first=first, last=last)
