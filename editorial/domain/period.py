"""Fiscal periods, and in which of them a date of any precision counts."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from editorial.domain.records import Settings
from editorial.domain.vocabulary import Precision
from editorial.errors import RuleBroken
from editorial.language import _

_DAY = timedelta(days=1)
YEARS = range(1900, 3000)
"""The years a calendar may reach."""
_QUARTER, _YEAR, _MONTH = r"FY\d{4} Q[1-4]", r"FY\d{4}", r"\d{4}-\d{2}"
_MONTHS = {_QUARTER: 3, _YEAR: 12, _MONTH: 1}
"""How many months a period of each kind is long, by the form of its name."""
_LONGEST = {Precision.DAY: 1, Precision.WEEK: 7, Precision.MONTH: 31, Precision.QUARTER: 92}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; the name is `FY2027 Q1`, `FY2027`, `2027-03` or `A..B`."""

    name: str
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def _plus_months(first: date, months: int) -> date:
    """Return the first day of the month that lies so many months after the month of `first`."""
    years, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(years, month + 1, 1)


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier; where the month is too short, its last day."""
    first = _plus_months(day, -months)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def fiscal_year(day: date, settings: Settings) -> int:
    """Return the fiscal year of a day: the calendar year in which it ends."""
    return day.year + (1 < settings.fiscal_month <= day.month)


def _year(number: int, settings: Settings) -> Period:
    first = date(number - (settings.fiscal_month > 1), settings.fiscal_month, 1)
    return Period(f"FY{number}", first, _plus_months(first, 12) - _DAY)


def _quarter(number: int, quarter: int, settings: Settings) -> Period:
    first = _plus_months(_year(number, settings).first, 3 * (quarter - 1))
    return Period(f"FY{number} Q{quarter}", first, _plus_months(first, 3) - _DAY)


def year_of(day: date, settings: Settings) -> Period:
    """Return the fiscal year that holds the day."""
    return _year(fiscal_year(day, settings), settings)


def quarter_of(day: date, settings: Settings) -> Period:
    """Return the fiscal quarter that holds the day."""
    return _quarter(fiscal_year(day, settings), (day.month - settings.fiscal_month) % 12 // 3 + 1, settings)


def month_of(day: date) -> Period:
    """Return the calendar month that holds the day."""
    first = day.replace(day=1)
    return Period(f"{day.year:04}-{day.month:02}", first, _plus_months(first, 1) - _DAY)


def week_of(day: date, settings: Settings) -> Period:
    """Return the week that holds the day, from the workspace's first day of the week."""
    first = day - timedelta(days=(day.weekday() - settings.week_start) % 7)
    return between(first, first + 6 * _DAY)


def between(first: date, last: date) -> Period:
    """Return a period of any length; RuleBroken where it ends before it begins."""
    if last < first:
        raise RuleBroken(_("The period {name} ends before it begins.").format(name=f"{first}..{last}"))
    return Period(f"{first}..{last}", first, last)


def _parse_year(match: re.Match[str], settings: Settings) -> Period:
    return _year(int(match[1]), settings)


def _parse_quarter(match: re.Match[str], settings: Settings) -> Period:
    return _quarter(int(match[1]), int(match[2]), settings)


def _parse_month(match: re.Match[str], settings: Settings) -> Period:
    return month_of(date(int(match[1]), int(match[2]), 1))


def _parse_range(match: re.Match[str], settings: Settings) -> Period:
    first, last = date.fromisoformat(match[1]), date.fromisoformat(match[2])
    if first.year not in YEARS or last.year not in YEARS:
        raise ValueError
    return between(first, last)


_FORMS: tuple[tuple[str, Callable[[re.Match[str], Settings], Period]], ...] = (
    (r"FY(\d{4})[ -]*Q([1-4])", _parse_quarter),
    (r"FY(\d{4})", _parse_year),
    (r"(\d{4})-(\d{2})", _parse_month),
    (r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", _parse_range),
)


def parse_period(text: str, settings: Settings) -> Period:
    """Read a period as the command line takes it; RuleBroken with the forms it knows otherwise."""
    for pattern, read in _FORMS:
        match = re.fullmatch(pattern, text.strip(), re.ASCII | re.IGNORECASE)
        if match and int(match[1][:4]) in YEARS:
            try:
                return read(match, settings)
            except ValueError:
                break
    forms = "FY2027 Q1, FY2027, 2027-03, 2027-01-01..2027-03-31"
    raise RuleBroken(_("“{text}” is not a period; write one like {forms}.").format(text=text, forms=forms))


def shifted_period(period: Period, steps: int, settings: Settings) -> Period:
    """Return the period so many of its own kind later (negative: earlier); a free range moves by its length."""
    months = next((months for form, months in _MONTHS.items() if re.fullmatch(form, period.name)), None)
    if months is not None:
        return period_around(_plus_months(period.first, months * steps), period, settings)
    move = timedelta(days=period.days * steps)
    return between(period.first + move, period.last + move)


def period_around(day: date, period: Period, settings: Settings) -> Period:
    """Return the period of the same kind that holds the day; a free range has no other, and stays."""
    if re.fullmatch(_QUARTER, period.name):
        return quarter_of(day, settings)
    if re.fullmatch(_YEAR, period.name):
        return year_of(day, settings)
    return month_of(day) if re.fullmatch(_MONTH, period.name) else period


def next_period(period: Period, settings: Settings) -> Period:
    """Return the period of the same kind that follows."""
    return shifted_period(period, 1, settings)


def previous_period(period: Period, settings: Settings) -> Period:
    """Return the period of the same kind that comes before."""
    return shifted_period(period, -1, settings)


def quarters_within(period: Period, settings: Settings) -> tuple[Period, ...]:
    """Return the fiscal quarters that lie wholly inside the period, in order."""
    quarter = quarter_of(period.first, settings)
    if quarter.first < period.first:
        quarter = next_period(quarter, settings)
    inside = []
    while quarter.last <= period.last:
        inside.append(quarter)
        quarter = next_period(quarter, settings)
    return tuple(inside)


def target_factor(period: Period, settings: Settings) -> int:
    """Return how many times a quarterly target a period wants: its whole fiscal quarters, at least 1."""
    return max(1, len(quarters_within(period, settings)))


def span_of(day: date, precision: Precision, settings: Settings) -> tuple[date, date]:
    """Return the first and last day of the day, week, month or fiscal quarter that holds the day."""
    if precision is Precision.DAY:
        return day, day
    if precision is Precision.WEEK:
        span = week_of(day, settings)
    elif precision is Precision.MONTH:
        span = month_of(day)
    else:
        span = quarter_of(day, settings)
    return span.first, span.last


def first_of_span(day: date, precision: Precision, settings: Settings) -> date:
    """Return the day as which a planned date of this precision is kept."""
    return span_of(day, precision, settings)[0]


def earliest_reaching(first: date, settings: Settings) -> Mapping[Precision, date]:
    """Return for each precision the earliest kept day whose span still reaches `first`.

    What lies between two days is every piece kept from that day on and not after the last of the two.
    """
    return {precision: first_of_span(first, precision, settings) for precision in Precision}


def fitting_spans(period: Period, settings: Settings) -> Mapping[Precision, tuple[date, ...] | None]:
    """Return for each precision which kept days inside the period count in it.

    A span counts where the period holds its first day and is at least as long. None: every day inside the period;
    else exactly the first days named. SQL and `counts_in` share this, so that the rule stands once.
    """
    return {precision: _fitting(precision, period, settings) for precision in Precision}


def _fitting(precision: Precision, period: Period, settings: Settings) -> tuple[date, ...] | None:
    if period.days >= _LONGEST[precision]:
        return None
    if precision is Precision.WEEK:
        return ()
    fitting = []
    first, last = span_of(period.first, precision, settings)
    while first <= period.last:
        if first >= period.first and (last - first).days < period.days:
            fitting.append(first)
        first, last = span_of(last + _DAY, precision, settings)
    return tuple(fitting)


def counts_in(day: date, precision: Precision, period: Period, settings: Settings) -> bool:
    """Tell whether a kept day of this precision counts in the period (domain: dates and periods)."""
    if day not in period:
        return False
    fitting = _fitting(precision, period, settings)
    return fitting is None or day in fitting
