"""Wall time in the workspace's zone: what a typed time means, and which day a timestamp falls on."""

from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from editorial.domain.vocabulary import Precision


def wall_moment(day: date, at: time, zone: tzinfo) -> datetime:
    """Return the moment of a wall time in its zone.

    A time that does not exist moves forward by the gap; one that occurs twice is the first of the two.
    """
    # The offset before a gap or a repeated hour is what fold 0 stands for; going through UTC makes the time real.
    return datetime.combine(day, at.replace(fold=0), tzinfo=zone).astimezone(UTC).astimezone(zone)


def wall_time(day: date, at: time, zone: tzinfo) -> time:
    """Return the wall time that really exists on the day: 02:30 in a gap of an hour is 03:30."""
    return wall_moment(day, at, zone).time()


def entered_time(at: time, day: date | None, precision: Precision, zone_name: str) -> time:
    """Return what a time entered for a day means there; as it is where the day is open or the zone is not known."""
    if day is None or precision is not Precision.DAY:
        return at
    try:
        return wall_time(day, at, ZoneInfo(zone_name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return at


def local_day(stamp: datetime, zone: tzinfo) -> date:
    """Return the day of a timestamp in the workspace's zone; one without an offset already is wall time."""
    return local_wall(stamp, zone)[0]


def local_wall(stamp: datetime, zone: tzinfo) -> tuple[date, time]:
    """Return day and wall time of a timestamp in the workspace's zone."""
    local = stamp.astimezone(zone) if stamp.tzinfo else stamp
    return local.date(), local.time()
