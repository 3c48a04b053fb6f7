"""Working days: neither weekend, nor public holiday, nor a day the team has closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from editorial.domain.records import DayNote, Settings
from editorial.domain.vocabulary import NoteKind
from editorial.errors import RuleBroken
from editorial.language import _

_DAY = timedelta(days=1)
_FARTHEST = 1000
"""Days without a single working day after which a workspace is taken to have none."""


def why_not_holidays(country: str, subdivision: str) -> str | None:
    """Return why public holidays of a country and subdivision are not known, or None when they are."""
    if not country:
        return _("No country is set, so no public holidays are known.")
    import holidays

    known = holidays.list_supported_countries()
    if country not in known:
        return _("No public holidays are known for the country “{country}”.").format(country=country)
    if subdivision and subdivision not in known[country]:
        return _("“{subdivision}” is not a subdivision of {country} whose holidays are known.").format(
            subdivision=subdivision, country=country
        )
    return None


@cache
def _holidays_of_year(country: str, subdivision: str, year: int) -> Mapping[date, str]:
    """Return the holidays of a year; none where they are not known.

    Only this country is loaded: asking the library which ones it knows loads all of them, a tenth of a second.
    """
    if not country.isupper():
        return MappingProxyType({})
    import holidays

    try:
        languages = holidays.country_holidays(country).supported_languages
        known = holidays.country_holidays(
            country, subdiv=subdivision or None, years=year, language="en_US" if "en_US" in languages else None
        )
    except NotImplementedError:
        # The library's own word for a country or subdivision it does not know.
        return MappingProxyType({})
    return MappingProxyType(dict(sorted(known.items())))


def public_holidays(country: str, subdivision: str, first: date, last: date) -> dict[date, str]:
    """Return the public holidays between two days, both included, with their names; none where none are known."""
    if not country:
        return {}
    return {
        day: name
        for year in range(first.year, last.year + 1)
        for day, name in _holidays_of_year(country, subdivision, year).items()
        if first <= day <= last
    }


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """What makes a day a working day; `closed` are the team's own closed stretches with their names."""

    weekend: frozenset[int] = frozenset({5, 6})
    country: str = ""
    subdivision: str = ""
    closed: tuple[tuple[date, date, str], ...] = ()

    def why_not(self, day: date) -> str | None:
        """Return why a day is not a working day, in a few words, or None when it is one."""
        if name := self.closed_name(day) or self.holiday_name(day):
            return name
        return _("weekend") if day.weekday() in self.weekend else None

    def closed_name(self, day: date) -> str | None:
        return next((name for first, last, name in self.closed if first <= day <= last), None)

    def holiday_name(self, day: date) -> str | None:
        return _holidays_of_year(self.country, self.subdivision, day.year).get(day)

    def is_working(self, day: date) -> bool:
        return self.why_not(day) is None


def work_calendar(settings: Settings, notes: Sequence[DayNote] = ()) -> WorkCalendar:
    """Return the working days of a workspace."""
    closed = tuple((note.first, note.last, note.name) for note in notes if note.kind is NoteKind.CLOSED)
    return WorkCalendar(settings.weekend, settings.country, settings.subdivision, closed)


def shift_working_days(day: date, days: int, calendar: WorkCalendar) -> date:
    """Return the day so many working days later (negative: earlier); 0 is the day itself, working or not.

    Raises RuleBroken where there are not so many: the team is closed for years.
    """
    found = working_day_from(day, days, calendar)
    if found is None:
        raise RuleBroken(_("There is no working day to move to: every day is a weekend, a holiday or closed."))
    return found


def working_day_from(day: date, days: int, calendar: WorkCalendar) -> date | None:
    """Return what `shift_working_days` returns, but None where there are not so many working days."""
    step = _DAY if days > 0 else -_DAY
    found: date | None = day
    for _count in range(abs(days)):
        found = None if found is None else _nearest(found + step, step, calendar)
    return found


def _nearest(day: date, step: timedelta, calendar: WorkCalendar) -> date | None:
    ahead = (day + away * step for away in range(_FARTHEST))
    return next((each for each in ahead if calendar.is_working(each)), None)


def working_days_between(first: date, last: date, calendar: WorkCalendar) -> int:
    """Count the working days from the first to the last, both included; 0 where last lies before first."""
    weeks, rest = divmod(max(0, (last - first).days + 1), 7)
    plain = weeks * (7 - len(calendar.weekend))
    plain += sum((first + n * _DAY).weekday() not in calendar.weekend for n in range(rest))
    return plain - sum(day.weekday() not in calendar.weekend for day in _days_off(first, last, calendar))


def _days_off(first: date, last: date, calendar: WorkCalendar) -> set[date]:
    """Return the holidays and closed days between two days, both included, whatever weekday they fall on."""
    off = set(public_holidays(calendar.country, calendar.subdivision, first, last))
    for closed_first, closed_last, _name in calendar.closed:
        start, end = max(first, closed_first), min(last, closed_last)
        off.update(start + n * _DAY for n in range((end - start).days + 1))
    return off
