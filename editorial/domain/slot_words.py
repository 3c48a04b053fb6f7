"""Slots in words: how often they stand, and what an edit of a series touches."""

from datetime import date

from editorial.domain.planning_records import Slot
from editorial.domain.slot_forms import Every, PlainRule, from_rule
from editorial.domain.slot_rules import without_end
from editorial.domain.slot_series import Reach
from editorial.domain.slots import Scope
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext


def weekday_name(weekday: int) -> str:
    """Return the name of a day of the week, Monday = 0."""
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))[weekday]


def ordinal_word(nth: int) -> str:
    """Return which weekday of a month is meant; −1 is the last."""
    return {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth"), 5: _("fifth")}.get(nth, _("last"))


def rule_words(rule: str, first: date) -> str:
    """Return a rule as it is said: every second Tuesday; one that no words fit is given as it stands."""
    plain = from_rule(without_end(rule)[0], first)
    return rule if plain is None else plain_words(plain)


def plain_words(plain: PlainRule) -> str:
    """Return a plain rule as it is said."""
    if plain.every is Every.DAY:
        return ngettext("every day", "every {n} days", plain.n).format(n=plain.n)
    if plain.every is Every.WEEK:
        return _weekly(plain)
    months = ngettext("every month", "every {n} months", plain.n).format(n=plain.n)
    if plain.every is Every.MONTH_WEEKDAY:
        return _("{every} on the {nth} {weekday}").format(
            every=months, nth=ordinal_word(plain.nth), weekday=weekday_name(plain.weekdays[0])
        )
    if plain.month_day == -1:
        return _("{every} on the last day").format(every=months)
    return _("{every} on day {n}").format(every=months, n=plain.month_day)


def _weekly(plain: PlainRule) -> str:
    names = [weekday_name(day) for day in plain.weekdays]
    days = names[0] if len(names) == 1 else _("{days} and {last}").format(days=", ".join(names[:-1]), last=names[-1])
    if plain.n == 1:
        return _("every {days}").format(days=days)
    if plain.n == 2:
        return _("every second {days}").format(days=days)
    return ngettext("every {n} week on {days}", "every {n} weeks on {days}", plain.n).format(n=plain.n, days=days)


def slot_words(slot: Slot) -> str:
    """Return when a slot stands: every second Tuesday, from 2 March 2027, until 30 June 2027, at 09:00."""
    words = [rule_words(slot.rule, slot.first), _("from {day}").format(day=spoken_day(slot.first))]
    if slot.last is not None:
        words.append(_("until {day}").format(day=spoken_day(slot.last)))
    if slot.time is not None:
        words.append(_("at {time}").format(time=f"{slot.time:%H:%M}"))
    return ", ".join(words)


def scope_word(scope: Scope) -> str:
    """Return how much of a series an edit means."""
    return {Scope.THIS: _("this one"), Scope.LATER: _("this and later"), Scope.ALL: _("all")}[scope]


def reach_words(reach: Reach) -> str:
    """Return what an edit would touch and what it leaves."""
    if reach.start is None:
        return _("Nothing is left to change: what is past or published stays as it is.")
    if reach.endless:
        said = _("This touches every one from {day} on.").format(day=spoken_day(reach.start))
    else:
        said = ngettext("This touches {n} day.", "This touches {n} days.", reach.count).format(n=reach.count)
    if reach.filled:
        said += " " + ngettext(
            "{n} of them holds a piece, which keeps its own date and fields.",
            "{n} of them hold a piece, which keeps its own date and fields.",
            reach.filled,
        ).format(n=reach.filled)
    if reach.kept:
        said += " " + ngettext(
            "{n} that is past or published stays as it is.",
            "{n} that are past or published stay as they are.",
            reach.kept,
        ).format(n=reach.kept)
    return said
