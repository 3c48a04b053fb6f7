"""`check`: is the file whole, and which planning rules are broken."""

import typer

from editorial.cli.options import JsonOption, PeriodOption, TodayOption, WorkspaceArgument, opened, period_of
from editorial.cli.output import columns, print_json, say
from editorial.errors import StoreUnavailable
from editorial.language import _, ngettext


def register(application: typer.Typer) -> None:
    """Add the command."""
    application.command("check", help=_("Is the file whole, and which planning rules are broken?"))(check)


def check(
    workspace: WorkspaceArgument, period: PeriodOption = "", today: TodayOption = "", as_json: JsonOption = False
) -> int:
    """Check the file and the plan of a period; 1 where there are findings, 2 where the file is damaged."""
    from editorial.services.checking import file_problems, findings
    from editorial.services.lists import read_lists

    with opened(workspace) as open_one:
        problems = file_problems(open_one)
        span = period_of(period, read_lists(open_one), today)
        found = [] if problems else findings(open_one, span)
    if as_json:
        print_json({
            "file": {"whole": not problems, "problems": problems},
            "findings": [
                {"rule": one.rule, "text": one.text, "piece": one.piece, "person": None, "muted_until": None}
                for one in found
            ],
        })  # fmt: skip
    if problems:
        raise StoreUnavailable(" ".join(problems))
    if not as_json:
        say(_("The file is whole."), _("{period}: {what}").format(period=span.name, what=_counted(len(found))))
        say(*columns([(one.rule, one.text) for one in found]))
    return 1 if found else 0


def _counted(n: int) -> str:
    return ngettext("{n} finding", "{n} findings", n).format(n=n) if n else _("no findings")
