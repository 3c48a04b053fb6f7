"""Time zones as calendar files describe them (VTIMEZONE), for as long as their moments reach."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

_STEP = timedelta(days=1)
_SECOND = timedelta(seconds=1)


class State(NamedTuple):
    """What the clocks of a zone are like for a while."""

    name: str
    ahead: timedelta
    """Of UTC."""
    summer: bool


@dataclass(frozen=True, slots=True)
class Onset:
    """The moment at which the clocks of a zone change, with what they were and what they are."""

    at: datetime
    before: State
    after: State

    @property
    def wall(self) -> datetime:
        """The moment as clocks show it that were not changed yet (RFC 5545, 3.6.5)."""
        return (self.at + self.before.ahead).replace(tzinfo=None)


def zone_lines(zone: ZoneInfo, first: date, last: date) -> Iterator[str]:
    """Give the lines that describe a zone from the year of the first day to that of the last, both included."""
    begins = datetime(first.year - 1, 12, 1, tzinfo=UTC)  # A year begins on local clocks, here or elsewhere.
    start = _state(zone, begins)
    onsets = list(_onsets(zone, begins, datetime(last.year + 1, 1, 1, tzinfo=UTC)))
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone.key}"
    yield from _observed(start, start, [(begins + start.ahead).replace(tzinfo=None)])
    groups: dict[tuple[State, State], list[datetime]] = {}
    for onset in onsets:
        groups.setdefault((onset.before, onset.after), []).append(onset.wall)
    for (before, after), walls in groups.items():
        yield from _observed(before, after, walls)
    yield "END:VTIMEZONE"


def _observed(before: State, after: State, walls: Iterable[datetime]) -> Iterator[str]:
    part = "DAYLIGHT" if after.summer else "STANDARD"
    first, *more = (f"{wall:%Y%m%dT%H%M%S}" for wall in walls)
    yield f"BEGIN:{part}"
    yield f"DTSTART:{first}"
    yield from (f"RDATE:{wall}" for wall in more)
    yield f"TZNAME:{after.name}"
    yield f"TZOFFSETFROM:{_offset(before.ahead)}"
    yield f"TZOFFSETTO:{_offset(after.ahead)}"
    yield f"END:{part}"


def _onsets(zone: ZoneInfo, begins: datetime, ends: datetime) -> Iterator[Onset]:
    at, state = begins, _state(zone, begins)
    while at < ends:
        following = at + _STEP
        then = _state(zone, following)
        if then != state:
            yield Onset(_moment_of_change(zone, at, following, state), state, then)
        at, state = following, then


def _moment_of_change(zone: ZoneInfo, low: datetime, high: datetime, before: State) -> datetime:
    """Return the first second of a stretch at which the clocks are no longer as they were before."""
    while high - low > _SECOND:
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        if middle == low:
            break
        low, high = (middle, high) if _state(zone, middle) == before else (low, middle)
    return high


def _state(zone: ZoneInfo, at: datetime) -> State:
    local = at.astimezone(zone)
    return State(local.tzname() or zone.key, local.utcoffset() or timedelta(0), bool(local.dst()))


def _offset(ahead: timedelta) -> str:
    """Return how far a clock is ahead of UTC as files write it: +0100, in old days with seconds."""
    seconds = round(abs(ahead).total_seconds())
    minutes, rest = divmod(seconds, 60)
    sign = "-" if ahead < timedelta(0) else "+"
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{rest:02}" if rest else "")
