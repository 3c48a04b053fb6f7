"""The words that every form of the calendar for onlookers has in common."""

from collections.abc import Sequence
from datetime import date, timedelta

from editorial.domain.onlooker import Item, Month, OnlookerCalendar
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext

WEEKS_A_ROW = 53


def weekday_words(weekdays: Sequence[int]) -> list[str]:
    """Return the names of days of the week, Monday = 0."""
    names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return [names[day] for day in weekdays]


def made_words(calendar: OnlookerCalendar) -> str:
    """Say how much there is, and as of when."""
    n = len(calendar.items)
    said = ngettext("{n} piece, as of {day}.", "{n} pieces, as of {day}.", n)
    return said.format(n=n, day=spoken_day(calendar.made_on))


def nothing_words() -> str:
    """Say that nothing is planned."""
    return _("Nothing is planned in this period.")


def when_words(item: Item) -> str:
    """Return the time of an item that stands on a day, where it has one."""
    return f"{item.time:%H:%M}" if item.time else ""


def day_words(item: Item) -> str:
    """Return the day or days within a month, as a list has them in front: Tue 9, or 8–14; nothing for longer."""
    if item.exact:
        return _("{weekday} {day}").format(weekday=weekday_short(item.first.weekday()), day=item.first.day)
    if item.last - item.first < timedelta(days=7):
        return f"{item.first.day}–{item.last.day}"
    return ""


def listed_words(item: Item, month: Month) -> str:
    """Return what a list says beside the title: a span that neither day nor month tells, the time, the fields."""
    told = day_words(item) or item.when == month.name
    return said_words(item, "" if told else item.when, when_words(item))


def said_words(item: Item, *first: str) -> str:
    """Return what stands beside a title: some words first, then the chosen fields; nothing twice."""
    parts = (*first, *(said for _label, said in item.details))
    return " · ".join(dict.fromkeys(part for part in parts if part))


def weekday_short(day: int) -> str:
    """Return the short name of a day of the week, Monday = 0."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[day]


def month_short(month: int) -> str:
    """Return the short name of a month, 1 to 12."""
    months = (_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"))
    later = (_("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"))
    return (*months, *later)[month - 1]


def strip_rows(calendar: OnlookerCalendar) -> list[list[tuple[str, int, int]]]:
    """Return rows of at most a year of weeks: the month that begins in each, how many pieces, how busy of 0 to 4."""
    most = max((n for _day, n in calendar.weeks), default=0)
    cells = [
        (_begins(day, number), n, -(-4 * n // most) if most else 0) for number, (day, n) in enumerate(calendar.weeks)
    ]
    return [list(cells[at : at + WEEKS_A_ROW]) for at in range(0, len(cells), WEEKS_A_ROW)]


def strip_words() -> str:
    """Say what the figures of the strip are."""
    return _("Pieces by week")


def _begins(week: date, number: int) -> str:
    """Return the month that begins in a week; a row begins with one where the next is not too near to read both."""
    last = week + timedelta(days=6)
    headed = last.day <= 7 or (number % WEEKS_A_ROW == 0 and last.day <= 20)
    return month_short(last.month) if headed else ""


def title_words(item: Item, n: int = 1) -> str:
    """Return a title, with how many pieces are told by it where there are several."""
    return item.title if n == 1 else _("{n} × {title}").format(n=n, title=item.title)
