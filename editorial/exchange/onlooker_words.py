"""The words that every form of the calendar for onlookers has in common."""

from collections.abc import Sequence

from editorial.domain.onlooker import Item, OnlookerCalendar
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext


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


def title_words(item: Item, n: int = 1) -> str:
    """Return a title, with how many pieces are told by it where there are several."""
    return item.title if n == 1 else _("{n} × {title}").format(n=n, title=item.title)
