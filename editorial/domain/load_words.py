"""Conflicts in words: who, what, when, and why it cannot be."""

from decimal import Decimal

from editorial.domain.load import Conflict, ConflictKind
from editorial.domain.spoken import month_name, spoken_day
from editorial.language import _, ngettext


def conflict_sentence(conflict: Conflict) -> str:
    """Return what is wrong in one sentence."""
    if conflict.kind is ConflictKind.OVER:
        return _over(conflict)
    name, day = conflict.person.name, spoken_day(conflict.day)
    if conflict.kind is ConflictKind.TWICE:
        first, second = (f"“{one.name}”" for one in conflict.interviews)
        return _("{name} is asked for two interviews at once on {day}: {first} and {second}.").format(
            name=name, day=day, first=first, second=second
        )
    if conflict.work is not None:
        return _("{name} is away on {day}, when “{title}” is due.").format(
            name=name, day=day, title=conflict.work.title
        )
    return _("{name} is away on {day}, the day of the interview “{interview}”.").format(
        name=name, day=day, interview=conflict.interviews[0].name
    )


def _over(conflict: Conflict) -> str:
    if conflict.hours is not None:
        return _("{name} is asked for {hours} hours in the quarter of {day}, and can give {most}.").format(
            name=conflict.person.name, **over_by_hours(conflict)
        )
    month = _("{month} {year}").format(month=month_name(conflict.day.month), year=conflict.day.year)
    most = conflict.person.interviews_a_month or 0
    said = ngettext(
        "{name} is asked for {n} interview in {month}, and can give {most}.",
        "{name} is asked for {n} interviews in {month}, and can give {most}.",
        conflict.asked,
    )
    return said.format(name=conflict.person.name, n=conflict.asked, month=month, most=most)


def over_by_hours(conflict: Conflict) -> dict[str, str | int]:
    """Return the hours asked for, the most that can be given, and the day of the work that is too much."""
    return {
        "hours": f"{(conflict.hours or Decimal(0)).normalize():f}",
        "most": conflict.person.hours_a_quarter or 0,
        "day": spoken_day(conflict.day),
    }
