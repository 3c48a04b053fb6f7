"""On which whole days an event of a calendar file stands, its repetitions within a range included."""

from collections.abc import Iterable, Iterator, Set
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from editorial.domain.clock import local_wall
from editorial.domain.period import YEARS
from editorial.domain.slot_rules import joined, parts_of, rule_days, why_not_rule
from editorial.language import _

_DAY = timedelta(days=1)
_LONGEST = timedelta(days=366)
"""The longest that one event may take."""
_CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND")


class Unreadable(Exception):
    """Why an event cannot be taken: the property, its value and the reason in words."""

    def __init__(self, column: str, value: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.value, self.reason = column, value, reason


def event_days(event: Any, first: date, last: date, zone: tzinfo, left_out: Set[date]) -> Iterator[tuple[date, date]]:
    """Give the first and last day of each repetition of an event that touches the days from first to last.

    `left_out` are moments of the series that something else stands in for. Raises Unreadable.
    """
    start = _moment(event, "DTSTART")
    if start is None:
        raise Unreadable("DTSTART", "", _("the event has no day"))
    length = _length(event, start)
    reach = length + 2 * _DAY  # A zone moves a day by one at most, a length by its own days.
    own_zone = getattr(start, "tzinfo", None)
    without = _days(event, "EXDATE") | {_in_zone(moment, own_zone) for moment in left_out}
    for day in _series(event, start, first - reach, last + reach):
        if day not in without:
            begins, ends = _span(day, start, length, zone)
            if begins <= last and ends >= first:
                yield begins, ends


def original_moment(event: Any) -> date | None:
    """Return the moment of its series that an event stands in for; None for one that is no exception."""
    moment = _value(event.get("RECURRENCE-ID"))
    return moment if isinstance(moment, date) else None


def _series(event: Any, start: date, first: date, last: date) -> list[date]:
    """Return the days of an event's repetitions in its own zone, its own first day always among them."""
    found = {_day(start), *_days(event, "RDATE")}
    for written in _listed(event.get("RRULE")):
        rule = _rule(written.to_ical().decode("utf-8", "replace"), start)
        if why := why_not_rule(rule, _day(start)):
            raise Unreadable("RRULE", rule, why)
        found.update(rule_days(rule, _day(start), max(first, date(YEARS[0], 1, 1)), last))
    return sorted(day for day in found if first <= day <= last)


def _rule(text: str, start: date) -> str:
    """Return a rule by whole days: hours are left out, and its end is a day in the event's own zone."""
    parts = {name: value for name, value in parts_of(text).items() if name not in _CLOCK}
    until = parts.get("UNTIL", "")
    if "T" in until and isinstance(start, datetime):
        try:
            parts["UNTIL"] = _last_day(until, start)
        except ValueError as error:
            raise Unreadable("UNTIL", until, _("this is not a day")) from error
    return joined(parts)


def _last_day(until: str, start: datetime) -> str:
    end = datetime.strptime(until[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007 (its zone follows)
    if until.endswith("Z") and start.tzinfo is not None:
        end = end.replace(tzinfo=UTC).astimezone(start.tzinfo).replace(tzinfo=None)
    return f"{end - _DAY if end.time() < start.time() else end:%Y%m%d}"


def _span(day: date, start: date, length: timedelta, zone: tzinfo) -> tuple[date, date]:
    """Return the days of one repetition in the workspace's zone; what ends at midnight ended the day before."""
    if not isinstance(start, datetime):
        return day, day + max(length - _DAY, timedelta(0))
    begins = datetime.combine(day, start.timetz())
    first, _at = local_wall(begins, zone)
    last, at = local_wall(begins + length, zone)
    if last > first and at == at.min:
        last -= _DAY
    return first, max(first, last)


def _length(event: Any, start: date) -> timedelta:
    end = _moment(event, "DTEND")
    length: Any = timedelta(0)
    if end is None or isinstance(end, datetime) != isinstance(start, datetime):
        length = _value(event.get("DURATION")) or length
    else:
        try:
            length = end - start
        except TypeError as error:
            raise Unreadable("DTEND", str(end), _("its end has a zone and its start none, or the reverse")) from error
    if not isinstance(length, timedelta) or length > _LONGEST:
        raise Unreadable("DTEND", str(length), _("an event takes a year at most"))
    return max(length, timedelta(0))


def _moment(event: Any, name: str) -> date | None:
    """Return a day or a moment. Raises Unreadable for what is neither."""
    moment = _value(event.get(name))
    if moment is None:
        return None
    if not isinstance(moment, date) or moment.year not in YEARS:
        raise Unreadable(name, str(moment), _("this is not a day"))
    return moment


def _value(written: Any) -> Any:
    """Return what a property means; text that means nothing is returned as it is written."""
    if written is None:
        return None
    try:
        return written.dt
    except (AttributeError, ValueError):
        return str(written)


def _listed(written: Any) -> list[Any]:
    return [] if written is None else written if isinstance(written, list) else [written]


def _days(event: Any, name: str) -> set[date]:
    """Return the days that a property lists, in the event's own zone; what is no day is passed over."""
    zone = getattr(_value(event.get("DTSTART")), "tzinfo", None)
    values: Iterable[Any] = (one.dt for written in _listed(event.get(name)) for one in getattr(written, "dts", ()))
    return {_in_zone(value, zone) for value in values if isinstance(value, date)}


def _in_zone(moment: date, zone: tzinfo | None) -> date:
    if isinstance(moment, datetime) and moment.tzinfo and zone:
        return moment.astimezone(zone).date()
    return _day(moment)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
