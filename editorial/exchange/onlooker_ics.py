"""The calendar for onlookers as iCalendar (RFC 5545): what every calendar program can subscribe to."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from editorial.domain.audience import Audience
from editorial.domain.onlooker import Item, OnlookerCalendar

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Editorial//Editorial//EN"
LASTS = timedelta(minutes=30)
"""How long an item with a time of its own stands in a calendar."""
_DAY = timedelta(days=1)


def onlooker_ics(calendar: OnlookerCalendar, stamp: datetime | None = None) -> bytes:
    """Return the calendar; equal contents with an equal stamp are equal bytes.

    `stamp` is when the workspace last changed. Days are dates without a time (VALUE=DATE); a wall time stands in the
    workspace's zone.
    """
    from icalendar import Calendar

    made = stamp or datetime.combine(calendar.made_on, datetime.min.time(), UTC)
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", f"{calendar.workspace} – {calendar.name}")
    zone = ZoneInfo(calendar.time_zone)
    for item in calendar.items:
        found.add_component(_event(item, calendar.audience, made, zone))
    if any(item.time for item in calendar.items):
        found.add_missing_timezones()
    return bytes(found.to_ical())


def _event(item: Item, audience: Audience, made: datetime, zone: ZoneInfo) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", _uid(item, audience))
    event.add("dtstamp", made.astimezone(UTC).replace(microsecond=0))
    event.add("summary", item.title)
    if item.time:
        starts = datetime.combine(item.first, item.time, zone)
        event.add("dtstart", starts)
        event.add("dtend", starts + LASTS)
    else:
        event.add("dtstart", item.first)
        event.add("dtend", item.last + _DAY)
        event.add("transp", "TRANSPARENT")
    said = "\n".join(f"{label}: {text}" for label, text in item.details)
    if said:
        event.add("description", said)
    if item.kind:
        event.add("categories", [item.kind.value])
    return event


def _uid(item: Item, audience: Audience) -> str:
    """Return a stable id; for the public one that tells nothing, since an id carries the moment it was made."""
    own = item.uid if audience is not Audience.PUBLIC else sha256(item.uid.encode()).hexdigest()[:32]
    return f"{own}@editorial"
