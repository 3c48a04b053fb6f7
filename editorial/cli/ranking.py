"""`rank`: the ideas by score, for people or as JSON."""

from typing import TYPE_CHECKING, Any

import typer

from editorial.cli.options import JsonOption, PeriodOption, TodayOption, WorkspaceArgument, opened, period_of, today_of
from editorial.cli.output import columns, period_json, print_json, say
from editorial.language import _, ngettext

if TYPE_CHECKING:
    from editorial.domain.ranking import Ranking

LETTERS = 60
"""How much of a title a line shows."""


def register(application: typer.Typer) -> None:
    """Add the command."""
    application.command("rank", help=_("Which idea to use next, and why."))(rank)


def rank(
    workspace: WorkspaceArgument, period: PeriodOption = "", today: TodayOption = "", as_json: JsonOption = False
) -> int:
    """Rank the ideas for a period by the workspace's own weights."""
    from editorial.services.lists import read_lists
    from editorial.services.ranking import rank as rank_ideas

    with opened(workspace) as open_one:
        lists = read_lists(open_one)
        span = period_of(period, lists, today)
        found = rank_ideas(open_one, span, today=today_of(today), lists=lists)
    if as_json:
        print_json(ranking_json(found))
    else:
        _say_ranking(found)
    return 0


def ranking_json(found: "Ranking") -> dict[str, Any]:
    """Return the ranking in the keys of the command line."""
    return {
        "period": period_json(found.period),
        "weights": dict(found.weights),
        "ideas": [
            {
                "id": idea.entry.uid,
                "title": idea.entry.title,
                "score": idea.score,
                "factors": dict(idea.factors),
            }
            for idea in found.ideas
        ],
    }


def _say_ranking(found: "Ranking") -> None:
    n = len(found.ideas)
    said = found.why_not or ngettext("{n} idea", "{n} ideas", n).format(n=n)
    say(f"{found.period.name}: {said}")
    rows = [(f"{idea.score:.1f}", _shortened(idea.entry.title), idea.reason) for idea in found.ideas]
    say(*columns(rows, right=(0,)))


def _shortened(title: str) -> str:
    plain = " ".join(title.split())
    return plain if len(plain) <= LETTERS else f"{plain[: LETTERS - 1]}…"
