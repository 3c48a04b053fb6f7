"""How far a publication lies from the day it was planned for."""

from dataclasses import dataclass
from datetime import date, timedelta

from editorial.domain.period import span_of
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Precision
from editorial.domain.workdays import WorkCalendar, working_days_between
from editorial.language import _, ngettext

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Slip:
    """Days from plan to publication, all of them and working days alone: above 0 later, below 0 earlier."""

    days: int
    working_days: int


def slip(
    planned: date | None, precision: Precision, published_on: date | None, settings: Settings, calendar: WorkCalendar
) -> Slip | None:
    """Return the slip of a publication; None where either day is missing.

    A plan by week, month or quarter is kept on any day of it; beyond, its nearest day counts.
    """
    if planned is None or published_on is None:
        return None
    first, last = span_of(planned, precision, settings)
    if published_on > last:
        return Slip((published_on - last).days, working_days_between(last + _DAY, published_on, calendar))
    if published_on < first:
        return Slip((published_on - first).days, -working_days_between(published_on, first - _DAY, calendar))
    return Slip(0, 0)


def slip_words(one: Slip) -> str:
    """Return a slip as it is said: 5 days later than planned (3 working days)."""
    if one.days == 0:
        return _("as planned")
    n, working = abs(one.days), abs(one.working_days)
    if one.days > 0:
        said = ngettext("{n} day later than planned", "{n} days later than planned", n).format(n=n)
    else:
        said = ngettext("{n} day earlier than planned", "{n} days earlier than planned", n).format(n=n)
    counted = ngettext("{n} working day", "{n} working days", working).format(n=working)
    return _("{slip} ({working})").format(slip=said, working=counted)
