"""`load`: what is asked of people, for people or as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from editorial.cli.options import JsonOption, PeriodOption, TodayOption, WorkspaceArgument, opened, period_of
from editorial.cli.output import columns, period_json, print_json, say
from editorial.language import _, ngettext

if TYPE_CHECKING:
    from editorial.domain.load import Load, PersonLoad


def register(application: typer.Typer) -> None:
    """Add the command."""
    application.command("load", help=_("What is asked of people, and what of it cannot be."))(load)


def load(
    workspace: WorkspaceArgument, period: PeriodOption = "", today: TodayOption = "", as_json: JsonOption = False
) -> int:
    """Show interviews by month, open work by week, and conflicts."""
    from editorial.services.lists import read_lists
    from editorial.services.load import load as load_of

    with opened(workspace) as open_one:
        found = load_of(open_one, period_of(period, read_lists(open_one), today))
    if as_json:
        print_json(load_json(found))
    else:
        say(*_lines(found))
    return 0


def load_json(found: "Load") -> dict[str, Any]:
    """Return the load in the keys of the command line."""
    from editorial.domain.load_words import conflict_sentence

    return {
        "period": period_json(found.period),
        "people": [_person(one) for one in found.people],
        "conflicts": [
            {
                "person": one.person.uid,
                "kind": one.kind.value,
                "date": one.day,
                "text": conflict_sentence(one),
            }
            for one in found.conflicts
        ],
    }


def _person(one: "PersonLoad") -> dict[str, Any]:
    return {
        "id": one.person.uid,
        "name": one.person.name,
        "capacity": one.person.interviews_a_month,
        "months": [
            {"month": month.month.name, "interviews": month.interviews, "over": month.over} for month in one.months
        ],
        "weeks": [{"from": week.first, "open": week.open, "hours": week.hours} for week in one.weeks],
    }


def _lines(found: "Load") -> Iterator[str]:
    from editorial.domain.load_words import conflict_sentence

    span = found.period
    yield _("{period} ({first} to {last})").format(period=span.name, first=span.first, last=span.last)
    busy = [one for one in found.people if any(m.interviews for m in one.months) or any(w.open for w in one.weeks)]
    if not busy:
        yield "  " + _("Nothing is asked of anybody.")
    yield from columns([_row(one) for one in busy], right=(1, 5))
    if found.conflicts:
        yield ""
        yield _("Conflicts")
        yield from ("  " + conflict_sentence(one) for one in found.conflicts)


def _row(one: "PersonLoad") -> tuple[str, ...]:
    from decimal import Decimal

    from editorial.domain.asking_words import hours

    most = one.person.interviews_a_month
    n = sum(month.interviews for month in one.months)
    months = ", ".join(f"{month.month.name}: {month.interviews}" for month in one.months if month.interviews)
    due, asked = sum(week.open for week in one.weeks), sum(week.hours for week in one.weeks)
    hours_most = one.person.hours_a_quarter
    return (
        one.person.name,
        ngettext("{n} interview", "{n} interviews", n).format(n=n),
        months,
        _("no limit") if most is None else _("{n} a month at most").format(n=most),
        ngettext("{n} open assignment", "{n} open assignments", due).format(n=due),
        _("{hours} h").format(hours=hours(Decimal(asked))),
        _("no limit") if hours_most is None else _("{n} a quarter at most").format(n=hours_most),
    )
