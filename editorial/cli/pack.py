"""`pack`: the kickoff pack as PDF, PPTX or HTML."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from editorial.cli.options import JsonOption, PeriodOption, TodayOption, WorkspaceArgument, opened, period_of, today_of
from editorial.cli.output import print_json, say
from editorial.errors import RuleBroken
from editorial.language import _

if TYPE_CHECKING:
    from editorial.domain.records import Lists


def register(application: typer.Typer) -> None:
    """Add the command."""
    application.command("pack", help=_("Write the kickoff pack as PDF, PPTX or HTML."))(pack)


def pack(
    workspace: WorkspaceArgument,
    to: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help=_("PDF, PPTX or HTML, by its ending."))],
    period: PeriodOption = "",
    audience: Annotated[str, typer.Option("--audience", metavar="A", help="team, sales, public")] = "team",
    sections: Annotated[
        str, typer.Option("--sections", metavar="A,B,…", help="stages, matrix, mix, gaps, use, coming, exclusives")
    ] = "",
    segment: Annotated[str, typer.Option("--segment", metavar="NAME", help=_("Only this segment."))] = "",
    today: TodayOption = "",
    as_json: JsonOption = False,
) -> int:
    """Write the pack of a period whole or not at all."""
    from editorial.domain.audience import audience_named
    from editorial.domain.pack import sections_named
    from editorial.exchange.pack_files import check_ending, write_pack
    from editorial.services.lists import read_lists
    from editorial.services.pack import pack as pack_of

    path, readers = Path(to), audience_named(audience)
    chosen = sections_named(sections.split(",")) if sections else None
    check_ending(path)
    with opened(workspace) as open_one:
        lists = read_lists(open_one)
        span = period_of(period, lists, today)
        only = _segment(segment, lists) if segment else None
        found = pack_of(
            open_one, span, today=today_of(today), audience=readers, sections=chosen, segment_id=only
        )  # fmt: skip
    write_pack(found, path)
    if as_json:
        print_json({"path": str(path)})
    else:
        say(_("Written: {path}").format(path=path))
    return 0


def _segment(name: str, lists: "Lists") -> int:
    for key, segment in lists.segments.items():
        if segment.name.casefold() == name.strip().casefold():
            return key
    raise RuleBroken(_("There is no segment “{name}”.").format(name=name))
