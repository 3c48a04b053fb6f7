"""When an event of a calendar file takes place: its repetitions within a range, on days of the workspace's zone."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from editorial.domain.clock import local_wall
from editorial.domain.period import YEARS
from editorial.domain.slot_rules import joined, parts_of, rule_days, why_not_rule
from editorial.exchange.ics_events import Event
from editorial.exchange.ics_values import Unreadable, Zones, duration, moment, moments, parameters_of
from editorial.language import _

_DAY = timedelta(days=1)
_LONGEST = timedelta(days=366)
"""The longest that one event may take."""
_CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND")
_BY_DAY = "X-MICROSOFT-CDO-ALLDAYEVENT"
_SERIES = ("RRULE", "RDATE")


@dataclass(frozen=True, slots=True)
class Stay:
    """One repetition of an event: its first and last day, and its wall times where it has any."""

    first: date
    last: date
    starts: datetime | None = None
    ends: datetime | None = None
    """Both on the workspace's clock, without a zone; None for an event by the day."""
    original: date | None = None
    """The day of its series that it is; None for an event that does not repeat."""

    @property
    def whole_days(self) -> bool:
        """Tell whether it takes days from midnight to midnight, though it is written with times."""
        midnight = time()
        return bool(
            self.starts and self.ends and self.starts < self.ends and self.starts.time() == self.ends.time() == midnight
        )


def stays(
    event: Event,
    first: date,
    last: date,
    zones: Zones,
    left_out: Set[date] = frozenset(),
    ends: date | None = None,
    follows: Event | None = None,
) -> Iterator[Stay]:
    """Give each repetition of an event that touches the days from first to last.

    `left_out` are moments of the series that something else stands in for; the series ends before the moment `ends`.
    An event that stands in for all later ones of another `follows` that series. Raises Unreadable.
    """
    start = _bound(event, "DTSTART", zones)
    if start is None:
        raise Unreadable("DTSTART", "", _("the event has no day"))
    length = _length(event, start, zones)
    own = getattr(start, "tzinfo", None)
    without = {_in_zone(one, own) for one in (*moments(event, "EXDATE", zones), *left_out)}
    beyond = None if ends is None else _in_zone(ends, own)
    reach = length + 2 * _DAY  # A zone moves a day by one at most, a length by its own days.
    repeats = follows is not None or any(event.listed(name) for name in _SERIES)
    for day in _days(event, follows, start, (first - reach, last + reach), zones):
        if day not in without and (beyond is None or day < beyond):
            stay = _stay(day, start, length, zones.own, day if repeats else None)
            if stay.first <= last and stay.last >= first:
                yield stay


def _bound(event: Event, name: str, zones: Zones) -> date | None:
    """Return when an event begins or ends; of one that Outlook marks as by the day, the day."""
    found = moment(event, name, zones)
    if not isinstance(found, datetime) or event.value(_BY_DAY).upper() != "TRUE":
        return found
    here = found.astimezone(zones.own) if found.tzinfo else found
    return next((one.date() for one in (found, here) if one.time() == time()), found)


def original_moment(event: Event, zones: Zones) -> date | None:
    """Return the moment of its series that an event stands in for; None for one that is no exception."""
    try:
        return moment(event, "RECURRENCE-ID", zones)
    except Unreadable:
        return None


def stands_for_later(event: Event) -> bool:
    """Tell whether an event stands in for all that follow in its series, too."""
    found = event.first("RECURRENCE-ID")
    return found is not None and parameters_of(found).get("RANGE", "").upper() == "THISANDFUTURE"


def _days(event: Event, follows: Event | None, start: date, range_: tuple[date, date], zones: Zones) -> list[date]:
    if follows is None:
        return _series(event, start, *range_, zones)
    original, began = original_moment(event, zones), _bound(follows, "DTSTART", zones)
    if original is None or began is None:
        return [_day(start)]
    here = _in_zone(original, getattr(began, "tzinfo", None))
    moved = _day(start) - here
    found = _series(follows, began, range_[0] - abs(moved), range_[1] + abs(moved), zones)
    return [day + moved for day in found if day >= here]


def _series(event: Event, start: date, first: date, last: date, zones: Zones) -> list[date]:
    """Return the days of an event's repetitions in its own zone, its own first day always among them."""
    zone = getattr(start, "tzinfo", None)
    found = {_day(start), *(_in_zone(one, zone) for one in moments(event, "RDATE", zones))}
    for written in event.listed("RRULE"):
        rule = _rule("".join(written.value.split()), start, written.index)
        if why := why_not_rule(rule, _day(start)):
            raise Unreadable("RRULE", rule, why, written.index)
        found.update(rule_days(rule, _day(start), max(first, date(YEARS[0], 1, 1)), last))
    return sorted(day for day in found if first <= day <= last)


def _rule(text: str, start: date, index: int) -> str:
    """Return a rule by whole days: hours are left out, and its end is a day in the event's own zone."""
    parts = {name: value for name, value in parts_of(text).items() if name not in _CLOCK}
    until = parts.get("UNTIL", "")
    if "T" in until and isinstance(start, datetime):
        try:
            parts["UNTIL"] = _last_day(until, start)
        except ValueError as error:
            raise Unreadable("UNTIL", until, _("this is not a day"), index) from error
    return joined(parts)


def _last_day(until: str, start: datetime) -> str:
    end = datetime.strptime(until[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007 (its zone follows)
    if until.endswith("Z") and start.tzinfo is not None:
        end = end.replace(tzinfo=UTC).astimezone(start.tzinfo).replace(tzinfo=None)
    return f"{end - _DAY if end.time() < start.time() else end:%Y%m%d}"


def _stay(day: date, start: date, length: timedelta, zone: tzinfo, original: date | None) -> Stay:
    """Return one repetition in the workspace's zone; what ends at midnight ended the day before."""
    if not isinstance(start, datetime):
        return Stay(day, day + max(length - _DAY, timedelta(0)), original=original)
    begins = datetime.combine(day, start.timetz())
    starts, ends = (datetime.combine(*local_wall(one, zone)) for one in (begins, begins + length))
    last = ends.date()
    if last > starts.date() and ends.time() == ends.min.time():
        last -= _DAY
    return Stay(starts.date(), max(starts.date(), last), starts, ends, original)


def _length(event: Event, start: date, zones: Zones) -> timedelta:
    end = _bound(event, "DTEND", zones)
    found = event.first("DURATION")
    length = timedelta(0)
    if end is None or isinstance(end, datetime) != isinstance(start, datetime):
        length = duration(found) if found else length
    else:
        try:
            length = end - start
        except TypeError as error:
            reason = _("its end has a zone and its start none, or the reverse")
            raise Unreadable("DTEND", event.value("DTEND"), reason, _index(event, "DTEND")) from error
    if length > _LONGEST:
        value = event.value("DTEND") or event.value("DURATION")
        raise Unreadable("DTEND", value, _("an event takes a year at most"), _index(event, "DTEND"))
    return max(length, timedelta(0))


def _index(event: Event, name: str) -> int | None:
    found = event.first(name)
    return found.index if found else None


def _in_zone(moment_: date, zone: tzinfo | None) -> date:
    if isinstance(moment_, datetime) and moment_.tzinfo and zone:
        return moment_.astimezone(zone).date()
    return _day(moment_)


def _day(moment_: date) -> date:
    return moment_.date() if isinstance(moment_, datetime) else moment_
