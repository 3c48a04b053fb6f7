"""`plan`: which idea goes into which open place of a period, and with --apply, putting them there."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from editorial.cli.options import (
    JsonOption,
    PeriodOption,
    TodayOption,
    WorkspaceArgument,
    day_of,
    opened,
    period_of,
    today_of,
)
from editorial.cli.output import columns, period_json, print_json, say
from editorial.cli.progress import progress
from editorial.errors import RuleBroken
from editorial.language import _, ngettext

if TYPE_CHECKING:
    from editorial.domain.plan import Proposal
    from editorial.services.workspaces import Workspace

TIMES = (0.1, 3600.0)
"""The least and the most seconds that a plan may be looked for."""
TimeOption = Annotated[str, typer.Option("--time-limit", metavar="S", help=_("Look for so many seconds at most."))]
PinOption = Annotated[
    list[str] | None, typer.Option("--pin", metavar="PIECE=DATE", help=_("Hold a piece to a day; may be repeated."))
]
ApplyOption = Annotated[bool, typer.Option("--apply", help=_("Put the pieces into their places, as one change."))]


def register(application: typer.Typer) -> None:
    """Add the command."""
    application.command("plan", help=_("Propose which idea fills which open slot of a period."))(plan)


def plan(
    workspace: WorkspaceArgument,
    period: PeriodOption = "",
    time_limit: TimeOption = "10",
    pin: PinOption = None,
    apply: ApplyOption = False,
    today: TodayOption = "",
    as_json: JsonOption = False,
) -> int:
    """Propose a plan; status 1 where nothing can be placed."""
    from editorial.services import plan as plans
    from editorial.services.lists import read_lists

    seconds = _seconds(time_limit)
    with opened(workspace, to_write=apply) as open_one:
        span = period_of(period, read_lists(open_one), today)
        pins = dict(_pin(open_one, words) for words in pin or ())
        with progress(_("Plan")) as report:
            found = plans.propose(open_one, span, today=today_of(today), time_limit=seconds, pins=pins, progress=report)
        if apply and found.placements:
            plans.apply(open_one, found)
    if as_json:
        print_json(plan_json(found))
    else:
        _say_plan(found, applied=apply)
    return 0 if found.placements else 1


def _seconds(text: str) -> float:
    least, most = TIMES
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not least <= seconds <= most:
        raise RuleBroken(
            _("--time-limit wants {least:g} to {most:g} seconds, not “{text}”.").format(
                least=least, most=most, text=text
            )
        )
    return seconds


def _pin(workspace: "Workspace", words: str) -> tuple[int, date]:
    from editorial.services.exporting import piece_id

    piece, equals, day = words.rpartition("=")
    if not equals or not piece:
        raise RuleBroken(_("--pin wants PIECE=DATE, not “{text}”.").format(text=words))
    return piece_id(workspace, piece), day_of(day, "--pin")


def plan_json(found: "Proposal") -> dict[str, Any]:
    """Return a proposal in the keys of the command line."""
    return {
        "period": period_json(found.period),
        "placements": [
            {
                "slot": each.opening.slot,
                "date": each.opening.day,
                "piece": each.idea.uid,
                "title": each.idea.title,
                "reason": each.reason,
            }
            for each in found.placements
        ],
        "open": [{"slot": each.opening.slot, "date": each.opening.day, "reason": each.why} for each in found.open],
        "objective": round(found.objective, 6),
        "optimality_gap": round(found.gap, 6),
        "seconds": round(found.seconds, 3),
        "broken": [{"rule": each.rule, "text": each.text} for each in found.broken],
    }


def _say_plan(found: "Proposal", *, applied: bool) -> None:
    from editorial.domain.plan_reasons import closeness

    n = len(found.placements)
    said = (
        ngettext("{n} piece placed", "{n} pieces placed", n)
        if applied
        else ngettext("{n} placement proposed", "{n} placements proposed", n)
    )
    say(_("{period} ({first} to {last}): {pieces}").format(
        period=found.period.name, first=found.period.first, last=found.period.last, pieces=said.format(n=n)
    ))  # fmt: skip
    for each in found.placements:
        say(*columns([(each.opening.day.isoformat(), each.opening.slot, each.idea.title)]), f"    {each.reason}")
    if found.open:
        say("", _("Open"))
        say(*columns([(each.opening.day.isoformat(), each.opening.slot, each.why) for each in found.open]))
    if not (found.placements or found.open):
        say(_("No place is open in this period. Add slots first."))
    say(*(each.text for each in found.broken))
    if found.placements:
        say("", closeness(found))
