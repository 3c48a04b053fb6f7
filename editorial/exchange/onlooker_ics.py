"""The calendar for onlookers as iCalendar (RFC 5545): what every calendar program can subscribe to."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from hashlib import sha256

from editorial.domain.appointments import Appointment, AppointmentCalendar
from editorial.domain.audience import Audience
from editorial.domain.clock import wall_moment
from editorial.domain.onlooker import Item, OnlookerCalendar
from editorial.domain.spans import zone_named
from editorial.exchange.ics_writing import calendar_bytes

LASTS = timedelta(minutes=30)
"""How long an item with a time of its own stands in a calendar."""


def onlooker_ics(
    calendar: OnlookerCalendar, stamp: datetime | None = None, besides: Iterable[Appointment] = ()
) -> bytes:
    """Return the calendar, and appointments besides; equal contents with an equal stamp are equal bytes.

    `stamp` is when the workspace last changed. Days are dates without a time (VALUE=DATE); a wall time stands in the
    workspace's zone.
    """
    made = stamp or datetime.combine(calendar.made_on, datetime.min.time(), UTC)
    zone = zone_named(calendar.time_zone)
    told = (_appointment(item, calendar.audience, zone) for item in calendar.items)
    name = f"{calendar.workspace} – {calendar.name}"
    return calendar_bytes(AppointmentCalendar(appointments=(*told, *besides), stamp=made, name=name))


def _appointment(item: Item, audience: Audience, zone: tzinfo) -> Appointment:
    starts = wall_moment(item.first, item.time, zone) if item.time else None
    return Appointment(
        uid=_uid(item, audience),
        title=item.title,
        first=starts or item.first,
        last=(starts.astimezone(UTC) + LASTS).astimezone(zone) if starts else item.last,
        description="\n".join(f"{label}: {text}" for label, text in item.details),
        category=item.kind.value if item.kind else "",
    )


def _uid(item: Item, audience: Audience) -> str:
    """Return a stable id; for the public one that tells nothing, since an id carries the moment it was made."""
    own = item.uid if audience is not Audience.PUBLIC else sha256(item.uid.encode()).hexdigest()[:32]
    return f"{own}@editorial"
