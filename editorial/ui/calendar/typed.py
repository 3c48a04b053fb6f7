"""Reading a day that a person typed in a few strokes."""

import re
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from editorial.domain.workdays import WorkCalendar, working_day_from
from editorial.language import _

_DAY = timedelta(days=1)
_FORMATS = ("d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy")


def typed_day(text: str, today: date, base: date, calendar: WorkCalendar) -> date | None:
    """Return the day meant, or None.

    Known are 2027-03-11, 11.3.2027, the locale's own short form, 11 Mar, 11 (of the month of `base`), today, tomorrow,
    weekdays (the next one after today), +5, -2, +2w (from `base`) and +3wd (working days).
    """
    text = " ".join(text.split()).casefold()
    try:
        return _word(text, today) or _relative(text, base, calendar) or _written(text, base)
    except (ValueError, OverflowError):
        return None


def _word(text: str, today: date) -> date | None:
    words = {_("today"): 0, _("tomorrow"): 1, _("yesterday"): -1}
    if text in words:
        return today + words[text] * _DAY
    for place in range(7):
        names = (QLocale().dayName(place + 1, kind).casefold() for kind in QLocale.FormatType)
        if len(text) > 1 and any(name.startswith(text) for name in names):
            return today + ((place - today.weekday() - 1) % 7 + 1) * _DAY
    return None


def _relative(text: str, base: date, calendar: WorkCalendar) -> date | None:
    match = re.fullmatch(r"([+-]\d{1,4}) ?(d|w|wd)?", text)
    if match is None:
        return None
    n, unit = int(match[1]), match[2]
    if unit == "wd":
        return working_day_from(base, n, calendar)
    return base + n * (7 if unit == "w" else 1) * _DAY


def _written(text: str, base: date) -> date | None:
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?", text):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0) if match[3] else base.year
        return date(year, int(match[2]), int(match[1]))
    if re.fullmatch(r"\d{1,2}", text):
        return base.replace(day=int(text))
    return _named(text, base)


def _named(text: str, base: date) -> date | None:
    """Read a month by its name, in the reader's language or in English, with or without a year."""
    for locale in (QLocale(), QLocale(QLocale.Language.English)):
        short = locale.toDate(text, QLocale.FormatType.ShortFormat)
        found = [short] if short.isValid() and short.year() >= 1970 else []
        for whole in (text, f"{text} {base.year}"):
            found += [locale.toDate(whole.title(), form) for form in _FORMATS]
        for day in found:
            if day.isValid():
                return date(day.year(), day.month(), day.day())
    return None
