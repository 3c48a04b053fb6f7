"""Recurrence rules (RFC 5545, RRULE) by whole days: why one is refused, and the days it gives."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import count, islice, takewhile

from editorial.language import _

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
MOST = 20_000
"""How many occurrences of one rule are ever looked at."""

_KEYS = frozenset("FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYYEARDAY BYWEEKNO BYSETPOS WKST".split())
_DAY = timedelta(days=1)
_UNREADABLE = (ValueError, KeyError, IndexError, TypeError, OverflowError)
"""What reading a rule that is none may end in."""
_LONGEST = 1000
"""The largest interval: nobody plans in steps of more."""


def parts_of(rule: str) -> dict[str, str]:
    """Return the parts of a rule by name; a leading `RRULE:` is left out, the last of two equal names counts."""
    plain = rule.strip().upper().removeprefix("RRULE:")
    return {
        name.strip(): value.strip() for part in plain.split(";") if part for name, _sign, value in [part.partition("=")]
    }


def joined(parts: dict[str, str]) -> str:
    """Return the rule of these parts."""
    return ";".join(f"{name}={value}" for name, value in parts.items())


def without_end(rule: str) -> tuple[str, date | None]:
    """Return a rule without its UNTIL, and the day that named: a slot keeps its last day apart."""
    parts = parts_of(rule)
    until = parts.pop("UNTIL", "")
    return joined(parts), _until(until) if until else None


def _until(text: str) -> date:
    return datetime.strptime(text[:8], "%Y%m%d").date()  # noqa: DTZ007 (a day has no zone)


def why_not_rule(rule: str, first: date) -> str | None:
    """Return why a rule cannot be used from this day on, or None when it can."""
    parts = parts_of(rule)
    try:
        if why := _why_not_parts(parts):
            return why
        found = next(_days(parts, first), None)
    except _UNREADABLE:
        return _("“{rule}” is not a rule that can be read.").format(rule=rule)
    return _("With this rule there would be no day at all.") if found is None else None


def _why_not_parts(parts: dict[str, str]) -> str | None:
    if parts.get("FREQ") not in FREQUENCIES:
        return _("A rule says FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.")
    if unknown := parts.keys() - _KEYS:
        return _("The rule has a part that is not known here: {part}.").format(part=min(unknown))
    if "COUNT" in parts and "UNTIL" in parts:
        return _("A rule ends after a number of times or on a day, not both.")
    if not 1 <= int(parts.get("INTERVAL", "1")) <= _LONGEST or not 1 <= int(parts.get("COUNT", "1")) <= MOST:
        return _("How often and how many times are whole numbers from 1 on.")
    return None


@lru_cache(maxsize=2048)
def rule_days(rule: str, first: date, start: date, end: date) -> tuple[date, ...]:
    """Return the days of a rule that begins on `first`, from start to end, both included.

    The first day itself is among them only where the rule says so. A rule that cannot be read gives none.
    """
    parts = parts_of(rule)
    try:
        if _why_not_parts(parts):
            return ()
        found = _days(parts, first, start)
        until_end = takewhile(lambda day: day <= end, islice(found, MOST))
        return tuple(day for day in until_end if day >= start)
    except _UNREADABLE:
        return ()


def _days(parts: dict[str, str], first: date, start: date = date.min) -> Iterator[date]:
    """Give the days of a rule in order; those before `start` may be left out where nothing is counted."""
    limited = "COUNT" in parts
    found = _unlimited(parts, first, first if limited else max(first, start))
    if limited:
        return islice(found, int(parts["COUNT"]))
    if "UNTIL" in parts:
        until = _until(parts["UNTIL"])
        return takewhile(lambda day: day <= until, found)
    return found


def _unlimited(parts: dict[str, str], first: date, start: date) -> Iterator[date]:
    named = parts.keys() - {"COUNT", "UNTIL", "INTERVAL", "FREQ", "WKST"}
    by_day = parts.get("BYDAY", "").split(",") if "BYDAY" in parts else []
    if parts["FREQ"] == "WEEKLY" and named <= {"BYDAY"} and all(one in WEEKDAYS for one in by_day):
        return _weekly(parts, by_day, first, start)
    if parts["FREQ"] == "DAILY" and "BYSETPOS" not in named and all(one in WEEKDAYS for one in by_day):
        return _daily(parts, by_day, first, start)
    if parts["FREQ"] == "MONTHLY" and (named == {"BYMONTHDAY"} or (named == {"BYDAY"} and len(by_day) == 1)):
        return _monthly(parts, first, start)
    return _any_rule(parts, first)


def _weekly(parts: dict[str, str], by_day: list[str], first: date, start: date) -> Iterator[date]:
    week_start = WEEKDAYS.index(parts.get("WKST", "MO"))
    step = 7 * int(parts.get("INTERVAL", "1"))
    anchor = first.toordinal() - (first.weekday() - week_start) % 7
    weekdays = {WEEKDAYS.index(one) for one in by_day} or {first.weekday()}
    offsets = sorted((weekday - week_start) % 7 for weekday in weekdays)
    earliest = first.toordinal()
    for week in count(anchor + max(0, (start.toordinal() - anchor) // step) * step, step):
        for offset in offsets:
            if week + offset >= earliest:
                yield date.fromordinal(week + offset)


def _daily(parts: dict[str, str], by_day: list[str], first: date, start: date) -> Iterator[date]:
    step = int(parts.get("INTERVAL", "1"))
    weekdays = {WEEKDAYS.index(one) for one in by_day}
    months = _numbers(parts, "BYMONTH")
    month_days = _numbers(parts, "BYMONTHDAY")
    if not _happens(weekdays, months, month_days, first, step):
        return
    for number in count(-(-(start - first).days // step)):
        day = first + number * step * _DAY
        if (
            (not weekdays or day.weekday() in weekdays)
            and (not months or day.month in months)
            and (not month_days or month_days & _month_days(day))
        ):
            yield day


def _numbers(parts: dict[str, str], name: str) -> set[int]:
    return {int(one) for one in parts[name].split(",")} if name in parts else set()


def _month_days(day: date) -> set[int]:
    """Return the number of a day in its month, counted from the front and from the back."""
    return {day.day, day.day - monthrange(day.year, day.month)[1] - 1}


def _happens(weekdays: set[int], months: set[int], month_days: set[int], first: date, step: int) -> bool:
    """Tell whether a daily rule ever has a day: 28 years hold every calendar there is, at any step."""
    if step % 7 == 0 and weekdays and first.weekday() not in weekdays:
        return False
    days = (first + number * _DAY for number in range(366 * 4 * 7))
    return any(
        (not months or day.month in months) and (not month_days or month_days & _month_days(day)) for day in days
    )


def _monthly(parts: dict[str, str], first: date, start: date) -> Iterator[date]:
    step = int(parts.get("INTERVAL", "1"))
    began = first.year * 12 + first.month - 1
    ahead = start.year * 12 + start.month - 1 - began
    for number in count(max(0, ahead // step)):
        year, month = divmod(began + number * step, 12)
        if year > date.max.year:
            return
        yield from (day for day in _of_month(parts, year, month + 1) if day >= first)


def _of_month(parts: dict[str, str], year: int, month: int) -> list[date]:
    length = monthrange(year, month)[1]
    if "BYMONTHDAY" in parts:
        wanted = {number if number > 0 else length + number + 1 for number in _numbers(parts, "BYMONTHDAY")}
        return [date(year, month, number) for number in sorted(wanted) if 1 <= number <= length]
    ordinal, weekday = parts["BYDAY"][:-2], WEEKDAYS.index(parts["BYDAY"][-2:])
    days = [date(year, month, number) for number in range(1, length + 1)]
    listed = [day for day in days if day.weekday() == weekday]
    if not ordinal:
        return listed
    place = int(ordinal)
    return [listed[place - 1 if place > 0 else place]] if 1 <= abs(place) <= len(listed) else []


def _any_rule(parts: dict[str, str], first: date) -> Iterator[date]:
    """Give the days of a rule of any other form."""
    from dateutil.rrule import rrulestr

    plain = {name: value for name, value in parts.items() if name not in ("COUNT", "UNTIL")}
    began = datetime(first.year, first.month, first.day)  # noqa: DTZ001 (a day has no zone)
    return (moment.date() for moment in rrulestr(joined(plain), dtstart=began))
