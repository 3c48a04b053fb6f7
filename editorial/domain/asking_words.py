"""What asking somebody would mean, in words: what they give already, when they are away, what cannot be."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from editorial.domain.assignments import Asking
from editorial.domain.load import WeekLoad
from editorial.domain.load_words import conflict_sentence
from editorial.domain.spoken import month_name, spoken_day
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _, ngettext

OWED_TOLD = 3
"""So many of the things somebody owes already are named."""


def asking_lines(asking: Asking, today: date) -> list[str]:
    """Return what is to be known before somebody is asked, a line each; what cannot be is not among them."""
    return [_due(asking), _month(asking), _week(asking), _quarter(asking), *_away(asking, today), *_owes(asking)]


def asking_warnings(asking: Asking) -> list[str]:
    """Return what cannot be, a sentence each; empty where nothing speaks against it."""
    return [conflict_sentence(one) for one in asking.conflicts]


def handing_lines(asking: Asking) -> list[str]:
    """Return what somebody would have to do in the week and quarter of what is handed on to them."""
    week, quarter, most = asking.week, asking.quarter, asking.person.hours_a_quarter
    said = ngettext("Week of {day}: {n} due, {hours} h", "Week of {day}: {n} due, {hours} h", week.open)
    said = said.format(n=week.open, day=spoken_day(week.first), hours=hours(week.hours)) + _share(week)
    of = _("{quarter}: {hours} h, no limit") if most is None else _("{quarter}: {hours} h of {most}")
    return [said, of.format(quarter=quarter.quarter.name, hours=hours(quarter.hours), most=most)]


def hours(n: Decimal) -> str:
    """Return a number of hours without idle zeros, of a broken one the first place."""
    return f"{n.quantize(Decimal('0.1')).normalize():f}"


def _due(asking: Asking) -> str:
    if asking.due is None:
        return _("Due: no day yet, so it counts now.")
    return _("Due: {day}.").format(day=spoken_day(asking.due))


def _month(asking: Asking) -> str:
    n, most = asking.month.interviews, asking.person.interviews_a_month
    month = month_name(asking.month.month.first.month)
    if most is None:
        said = ngettext("{month}: {n} interview, no limit.", "{month}: {n} interviews, no limit.", n)
    else:
        said = ngettext("{month}: {n} interview of {most}.", "{month}: {n} interviews of {most}.", n)
    return said.format(month=month, n=n, most=most)


def _week(asking: Asking) -> str:
    week = asking.week
    said = ngettext(
        "Week of {day}: {n} thing due with this one, {hours} h",
        "Week of {day}: {n} things due with this one, {hours} h",
        week.open,
    )
    return said.format(n=week.open, day=spoken_day(week.first), hours=hours(week.hours)) + _share(week) + "."


def _share(week: WeekLoad) -> str:
    """Return that a week asks for more than its share of the quarter, or nothing."""
    if not week.over or week.capacity is None:
        return ""
    return _(" (above its share of {most} h)").format(most=hours(week.capacity))


def _quarter(asking: Asking) -> str:
    quarter, most = asking.quarter, asking.person.hours_a_quarter
    if most is None:
        return _("{quarter}: {hours} h with this one, no limit.").format(
            quarter=quarter.quarter.name, hours=hours(quarter.hours)
        )
    return _("{quarter}: {hours} h of {most} with this one.").format(
        quarter=quarter.quarter.name, hours=hours(quarter.hours), most=most
    )


def _away(asking: Asking, today: date) -> Iterator[str]:
    for away in sorted(asking.person.away, key=lambda one: one.first):
        if away.last < today:
            continue
        if away.first == away.last:
            yield _("Away on {day}.").format(day=spoken_day(away.first))
        else:
            yield _("Away from {first} to {last}.").format(first=spoken_day(away.first), last=spoken_day(away.last))


def _owes(asking: Asking) -> Iterator[str]:
    for one in asking.owes[:OWED_TOLD]:
        parts = [_("Owes already: “{title}”").format(title=one.title), vocabulary_word(one.role)]
        yield ", ".join([*parts, *([spoken_day(one.due)] if one.due else [])]) + "."
    if (more := len(asking.owes) - OWED_TOLD) > 0:
        yield ngettext("And {n} thing more.", "And {n} things more.", more).format(n=more)
