"""Wall time in the workspace's zone: what a typed time means, and which day a timestamp falls on."""

from datetime import UTC, date, datetime, time, tzinfo


def wall_moment(day: date, at: time, zone: tzinfo) -> datetime:
    """Return the moment of a wall time in its zone.

    A time that does not exist moves forward by the gap; one that occurs twice is the first of the two.
    """
    # The offset before a gap or a repeated hour is what fold 0 stands for; going through UTC makes the time real.
    return datetime.combine(day, at.replace(fold=0), tzinfo=zone).astimezone(UTC).astimezone(zone)


def wall_time(day: date, at: time, zone: tzinfo) -> time:
    """Return the wall time that really exists on the day: 02:30 in a gap of an hour is 03:30."""
    return wall_moment(day, at, zone).time()


def local_day(stamp: datetime, zone: tzinfo) -> date:
    """Return the day of a timestamp in the workspace's zone; one without an offset already is wall time."""
    return local_wall(stamp, zone)[0]


def local_wall(stamp: datetime, zone: tzinfo) -> tuple[date, time]:
    """Return day and wall time of a timestamp in the workspace's zone."""
    local = stamp.astimezone(zone) if stamp.tzinfo else stamp
    return local.date(), local.time()
