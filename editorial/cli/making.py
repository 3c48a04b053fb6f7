"""`open` and `new`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from editorial.cli.options import JsonOption, TodayOption, path_of, today_of
from editorial.cli.output import print_json, say
from editorial.errors import RuleBroken, StoreUnavailable
from editorial.language import _


def register(application: typer.Typer) -> None:
    """Add the commands."""
    application.command("open", help=_("Open the window, on the last workspace or on this one."))(open_window)
    application.command("new", help=_("Make a workspace."))(new)


def open_window(
    workspace: Annotated[str, typer.Argument(metavar="[WORKSPACE]")] = "",
    today: TodayOption = "",
) -> int:
    """Refuse: the window opens before this command line is asked, unless there is no screen."""
    raise StoreUnavailable(_("There is no screen to open the window on."))


def new(
    workspace: Annotated[str, typer.Argument(metavar="WORKSPACE", help=_("The file to make (*.editorial)."))],
    sample: Annotated[bool, typer.Option("--sample", help=_("With a sample plan around today."))] = False,
    lists_from: Annotated[
        str, typer.Option("--from", metavar="OTHER", help=_("With the lists and settings of another workspace."))
    ] = "",
    fiscal_month: Annotated[
        int | None,
        typer.Option("--fiscal-month", metavar="M", help=_("First month of the fiscal year, 1 to 12; default: 1.")),
    ] = None,
    time_zone: Annotated[str, typer.Option("--time-zone", metavar="Z", help=_("Such as Europe/Berlin."))] = "",
    country: Annotated[str, typer.Option("--country", metavar="CC[-SUB]", help=_("For holidays: DE, US-CA."))] = "",
    today: TodayOption = "",
    as_json: JsonOption = False,
) -> int:
    """Make a workspace file; nothing of that name may exist."""
    from editorial.domain.settings_rules import why_not_settings
    from editorial.services.lists import update_settings
    from editorial.services.sample import make_sample
    from editorial.services.workspaces import create_workspace

    path, day = path_of(workspace), today_of(today)
    if sample and lists_from:
        raise RuleBroken(_("--sample and --from cannot be had together."))
    given: dict[str, Any] = {} if fiscal_month is None else {"fiscal_month": fiscal_month}
    if time_zone:
        given["time_zone"] = time_zone
    if country:
        given["country"], given["subdivision"] = country_of(country)
    if reason := why_not_settings(given):
        raise RuleBroken(reason)
    made = create_workspace(path, **given, lists_from=path_of(lists_from) if lists_from else None)
    try:
        if sample:
            make_sample(made, day)
        if lists_from and given:
            update_settings(made, **given)
    finally:
        made.close()
    if as_json:
        print_json({"path": str(Path(path))})
    else:
        say(_("Made {path}.").format(path=path))
    return 0


def country_of(text: str) -> tuple[str, str]:
    """Take a country and its part, such as US-CA, apart."""
    nation, _dash, region = text.upper().partition("-")
    return nation, region
