"""Rules as a form shows them: every so many weeks on these days, or monthly on a weekday or a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from editorial.domain.slot_rules import WEEKDAYS, joined, parts_of


class Every(StrEnum):
    """What a plain rule counts in, and how its day is named."""

    DAY = "day"
    WEEK = "week"
    MONTH_WEEKDAY = "month, on a weekday"
    MONTH_DAY = "month, on a day"


@dataclass(frozen=True, slots=True)
class PlainRule:
    """A rule that a form can show. Weekdays count from Monday = 0; `nth` and `month_day` −1 are the last."""

    every: Every
    n: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 1
    month_day: int = 1


ORDINALS = (1, 2, 3, 4, 5, -1)
"""Which weekday of a month a form offers."""


def plain_for(day: date, every: Every = Every.WEEK) -> PlainRule:
    """Return the rule that a form begins with on a day."""
    return PlainRule(every, 1, (day.weekday(),), (day.day - 1) // 7 + 1, day.day)


def to_rule(plain: PlainRule) -> str:
    """Return the RRULE of a plain rule."""
    parts = {"FREQ": {Every.DAY: "DAILY", Every.WEEK: "WEEKLY"}.get(plain.every, "MONTHLY")}
    if plain.n != 1:
        parts["INTERVAL"] = str(plain.n)
    if plain.every is Every.WEEK:
        parts["BYDAY"] = ",".join(WEEKDAYS[day] for day in sorted(set(plain.weekdays)))
    elif plain.every is Every.MONTH_WEEKDAY:
        parts["BYDAY"] = f"{plain.nth}{WEEKDAYS[plain.weekdays[0]]}"
    elif plain.every is Every.MONTH_DAY:
        parts["BYMONTHDAY"] = str(plain.month_day)
    return joined(parts)


def from_rule(rule: str, first: date) -> PlainRule | None:
    """Return a rule as a form shows it, or None for one that only its text can say.

    What the rule leaves out, the weekday or the day of the month, is that of its first day.
    """
    parts = parts_of(rule)
    try:
        n = int(parts.pop("INTERVAL", "1"))
        if parts.pop("WKST", "MO") != "MO" and n != 1:
            return None
        return _plain(parts, n, first)
    except (ValueError, KeyError, IndexError):
        return None


def _plain(parts: dict[str, str], n: int, first: date) -> PlainRule | None:
    frequency, named = parts.get("FREQ"), parts.keys() - {"FREQ"}
    if frequency == "DAILY" and not named:
        return PlainRule(Every.DAY, n)
    if frequency == "WEEKLY" and named <= {"BYDAY"}:
        days = [WEEKDAYS.index(day) for day in parts["BYDAY"].split(",")] if named else [first.weekday()]
        return PlainRule(Every.WEEK, n, tuple(sorted(set(days))))
    if frequency == "MONTHLY" and named <= {"BYMONTHDAY"}:
        day = int(parts.get("BYMONTHDAY", first.day))
        return PlainRule(Every.MONTH_DAY, n, month_day=day) if 1 <= day <= 31 or day == -1 else None
    if frequency == "MONTHLY" and named == {"BYDAY"}:
        nth, weekday = int(parts["BYDAY"][:-2]), WEEKDAYS.index(parts["BYDAY"][-2:])
        return PlainRule(Every.MONTH_WEEKDAY, n, (weekday,), nth) if nth in ORDINALS else None
    return None
