"""Days as people write them: what a column proves about its order, and what it leaves open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from typing import Any

from editorial.domain.clock import local_day
from editorial.domain.period import parse_period
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Precision
from editorial.errors import RuleBroken
from editorial.language import _

ORDERS = ("dmy", "mdy", "ymd")
_NUMBERS = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{1,2})")
_TIME_AFTER = re.compile(r"[ ,]+(at )?\d{1,2}[:.]\d{2}(:\d{2})?(\s*[ap]\.?m\.?)?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})\.?")
_ISO_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_DAY_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\.?[\s\-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s\-]+(\d{4}|\d{2})", re.IGNORECASE
)
_NAMED_DAY = re.compile(r"([a-z]{3,9})\.?[\s\-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s\-]+(\d{4}|\d{2})", re.IGNORECASE)
_YEAR_NAMED = re.compile(r"(\d{4})[\s\-]+([a-z]{3,9})\.?[\s\-]+(\d{1,2})", re.IGNORECASE)
_NAMED_MONTH = re.compile(r"([a-z]{3,9})\.?,?[\s\-]+(\d{4})", re.IGNORECASE)
_YEARLESS = re.compile(
    r"\d{1,2}(st|nd|rd|th)?\.?[\s\-]+[a-z]{3,9}\.?|[a-z]{3,9}\.?[\s\-]+\d{1,2}(st|nd|rd|th)?|\d{1,2}[/.\-]\d{1,2}\.?",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FULL = "january february march april may june july august september october november december".split()
YEARS = range(1900, 3000)


@dataclass(frozen=True, slots=True)
class Bad:
    """Why a cell cannot be read."""

    reason: str


@dataclass(frozen=True, slots=True)
class Span:
    """A day that stands for its week, month or quarter, because only that was written."""

    first: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Numbers:
    """A day in numbers of which the order is still open."""

    first: int
    second: int
    last: int
    short: bool

    def read(self, order: str) -> date | None:
        """Return the day in this order, or None where there is no such day."""
        if order == "ymd":
            year, month, day = 2000 + self.first, self.second, self.last
            if not self.short:
                return None
        else:
            year = self.last + 2000 if self.short else self.last
            day, month = (self.first, self.second) if order == "dmy" else (self.second, self.first)
        return _day(year, month, day)


Read = date | Span | Bad | Numbers


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Days:
    """A column of days as read: one value a cell (None: blank), and the readings left open, the first of them used."""

    values: list[date | Span | Bad | None]
    readings: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


def read_days(cells: Sequence[Any], settings: Settings, zone: tzinfo, order: str = "") -> Days:
    """Read a column of days. `order` is the user's word; without it the column has to prove its own."""
    seen: dict[Any, Read | None] = {}
    read: list[Read | None] = []
    for cell in cells:
        if type(cell) not in (str, date):
            read.append(read_day(cell, settings, zone))
            continue
        if cell not in seen:
            seen[cell] = read_day(cell, settings, zone)
        read.append(seen[cell])
    numbers = {one for one in seen.values() if isinstance(one, Numbers)}
    if not numbers:
        return Days([one for one in read if not isinstance(one, Numbers)])
    if order:
        return Days([_in_order(one, order) for one in read])
    return _proven(cells, read, numbers)


def _proven(cells: Sequence[Any], read: Sequence[Read | None], numbers: set[Numbers]) -> Days:
    orders = _possible(numbers)
    proofs = {_proof(one, orders) for one in numbers} - {None, "none"}
    if len(proofs) > 1:
        against = Bad(_("other days of this column prove another order of day and month"))
        values = [against if isinstance(one, Numbers) and _proof(one, orders) in proofs else one for one in read]
        return _asked(cells, values, ("dmy", "mdy"))
    readings = tuple(o for o in orders if all(one.read(o) or _proof(one, orders) == "none" for one in numbers))
    if len({tuple(one.read(o) for one in numbers) for o in readings}) == 1:
        return Days([_in_order(one, readings[0]) for one in read])
    return _asked(cells, list(read), readings)


def _possible(numbers: set[Numbers]) -> tuple[str, ...]:
    """Return the orders worth asking about: the year first only where first numbers vary less than last ones."""
    listed = [one for one in numbers if one.short]
    year_first = len({one.first for one in listed}) < len({one.last for one in listed})
    return ORDERS if year_first and len(listed) == len(numbers) else ORDERS[:2]


def _proof(one: Numbers, orders: Sequence[str]) -> str | None:
    """Return the only order of day and month in which this is a day, None where there are two, `none` for none."""
    fitting = [order for order in orders if order != "ymd" and one.read(order)]
    if not fitting:
        return None if "ymd" in orders and one.read("ymd") else "none"
    return fitting[0] if len(fitting) == 1 else None


def _asked(cells: Sequence[Any], values: Sequence[Read | None], readings: tuple[str, ...]) -> Days:
    """Return the column with its question; the first reading stands in until it is answered."""
    doubtful = [str(cell).strip() for cell, one in zip(cells, values, strict=True) if isinstance(one, Numbers)]
    first = readings[0] if readings else "dmy"
    examples = tuple(dict.fromkeys(doubtful))[:3]
    return Days([_in_order(one, first) for one in values], readings if doubtful else (), examples)


def _in_order(one: Read | None, order: str) -> date | Span | Bad | None:
    if not isinstance(one, Numbers):
        return one
    return one.read(order) or Bad(_("there is no such day"))


def read_day(cell: Any, settings: Settings, zone: tzinfo) -> Read | None:
    """Read one cell: a day, a coarser span, numbers whose order is open, or why it cannot be read."""
    if isinstance(cell, datetime):
        return _plausible(local_day(cell, zone))
    if isinstance(cell, date):
        return _plausible(cell)
    if cell is None or not isinstance(cell, str):
        return None if cell is None else _read_text(str(cell), settings, zone)
    text = cell.strip()
    return _read_text(text, settings, zone) if text else None


def _plausible(day: date | None) -> date | Bad:
    if day is None:
        return Bad(_("there is no such day"))
    return day if day.year in YEARS else Bad(_("the year is not between 1900 and 2999"))


def _read_text(text: str, settings: Settings, zone: tzinfo) -> Read:
    if text[:4].isdigit() and len(text) > 7:
        if len(text) == 10 and text[4] == "-":
            return _iso_day(text)
        if (found := _stamp(text, zone)) is not None:
            return found
    if (after := _TIME_AFTER.search(text)) and after.end() == len(text):
        text = text[: after.start()]
    if match := _NUMBERS.fullmatch(text):
        return _numbers(match)
    return _worded(_WEEKDAY.sub("", text, count=1), settings)


def _iso_day(text: str) -> Read:
    try:
        return _plausible(date.fromisoformat(text))
    except ValueError:
        return Bad(_("there is no such day"))


def _stamp(text: str, zone: tzinfo) -> Read | None:
    """Read a timestamp or a day in ISO 8601; one with an offset is brought to the workspace's zone."""
    try:
        return _plausible(local_day(datetime.fromisoformat(text), zone)) if "W" not in text.upper() else None
    except ValueError:
        pass
    if match := _YEAR_FIRST.fullmatch(text):
        return _plausible(_day(int(match[1]), int(match[2]), int(match[3])))
    return None


def _numbers(match: re.Match[str]) -> Read:
    found = Numbers(int(match[1]), int(match[3]), int(match[4]), len(match[4]) == 2)
    if any(found.read(order) for order in ORDERS):
        return found
    return Bad(_("there is no such day"))


def _worded(text: str, settings: Settings) -> Read:
    """Read days with the month as a word, and spans: a month, a week, a fiscal quarter."""
    for pattern, day, month, year in ((_DAY_NAMED, 1, 2, 3), (_NAMED_DAY, 2, 1, 3), (_YEAR_NAMED, 3, 2, 1)):
        match = pattern.fullmatch(text)
        if match and (number := _month(match[month])):
            written = int(match[year])
            return _plausible(_day(written + 2000 * (written < 100), number, int(match[day])))
    return _span(text, settings) or Bad(_not_a_day(text))


def _span(text: str, settings: Settings) -> Read | None:
    if match := _ISO_WEEK.fullmatch(text):
        return _week(int(match[1]), int(match[2]), settings)
    if (match := _NAMED_MONTH.fullmatch(text)) and (number := _month(match[1])):
        return _spanned(_day(int(match[2]), number, 1), Precision.MONTH)
    if match := _MONTH.fullmatch(text):
        return _spanned(_day(int(match[1]), int(match[2]), 1), Precision.MONTH)
    if text[:2].upper() == "FY" and "Q" in text.upper():
        try:
            return Span(parse_period(text, settings).first, Precision.QUARTER)
        except RuleBroken:
            return None
    return None


def _spanned(first: date | None, precision: Precision) -> Read:
    return Bad(_("there is no such day")) if first is None else Span(first, precision)


def _week(year: int, week: int, settings: Settings) -> Read:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return Bad(_("there is no such week"))
    return Span(monday - timedelta(days=(0 - settings.week_start) % 7), Precision.WEEK)


@cache
def _month(word: str) -> int | None:
    word = word.casefold()
    for number, full in enumerate(_FULL, start=1):
        if word in (full, _MONTHS[number - 1]) or (word == "sept" and number == 9):
            return number
    return None


def _not_a_day(text: str) -> str:
    if _YEARLESS.fullmatch(text):
        return _("the day has no year")
    return _("this is not a day; write it like 2027-03-11")
