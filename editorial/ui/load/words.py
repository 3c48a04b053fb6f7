"""What the table of the load says: a week in a few letters a line, and a person against what they can give."""

from decimal import Decimal
from typing import NamedTuple

from editorial.domain.asking_words import hours
from editorial.domain.load import MonthLoad, OpenWork, PersonLoad, WeekLoad
from editorial.domain.records import Person
from editorial.domain.spoken import month_name
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _, ngettext


class Said(NamedTuple):
    """A line below a name, and whether it tells of too much."""

    text: str
    over: bool = False


def week_lines(week: WeekLoad) -> list[str]:
    """Return what stands in the cell of a week, a few letters a line; empty where nothing is asked."""
    found = []
    if week.open:
        said = _("{n} due · over") if week.over else _("{n} due")
        found.append(said.format(n=week.open))
    if week.hours:
        found.append(_hours_line(week))
    if week.interviews:
        n = week.interviews
        found.append(ngettext("{n} interview", "{n} interviews", n).format(n=n))
    if week.days_away:
        n = week.days_away
        found.append(ngettext("away {n} day", "away {n} days", n).format(n=n))
    return found


def _hours_line(week: WeekLoad) -> str:
    if week.capacity is None:
        return _("{hours} h").format(hours=hours(week.hours))
    return _("{hours} of {most} h").format(hours=hours(week.hours), most=hours(week.capacity))


def person_lines(one: PersonLoad) -> list[Said]:
    """Return what stands below a name: the hours of the period against what they can give, and months that are over."""
    total, most = sum((quarter.hours for quarter in one.quarters), Decimal(0)), one.person.hours_a_quarter
    over = [quarter for quarter in one.quarters if quarter.over]
    if most is None:
        lines = [Said(_("{hours} h, no limit").format(hours=hours(total)))]
    elif len(one.quarters) == 1 or not over:
        said = _("{hours} of {most} h · over") if over else _("{hours} of {most} h")
        lines = [Said(said.format(hours=hours(total), most=most * len(one.quarters)), bool(over))]
    else:
        said = _("{quarter}: {hours} of {most} h · over")
        lines = [
            Said(said.format(quarter=quarter.quarter.name, hours=hours(quarter.hours), most=most), True)
            for quarter in over
        ]
    return lines + [_over(month, one.person) for month in one.months if month.over]


def _over(month: MonthLoad, person: Person) -> Said:
    name, most = month_name(month.month.first.month), person.interviews_a_month
    said = _("{month}: {n} of {most} interviews")
    return Said(said.format(month=name, n=month.interviews, most=most), True)


def one_work_words(one: OpenWork) -> str:
    """Return an assignment in one line, for a menu."""
    parts = [_("“{title}”").format(title=" ".join(one.title.split())), vocabulary_word(one.role)]
    if one.hours:
        parts.append(_("{hours} h").format(hours=hours(one.hours)))
    return " · ".join(parts)
