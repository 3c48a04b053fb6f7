"""Arguments and options that commands share, and what they mean."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from editorial.errors import RuleBroken, StoreUnavailable
from editorial.language import _

if TYPE_CHECKING:
    from editorial.domain.period import Period
    from editorial.domain.records import Lists
    from editorial.services.workspaces import Workspace

WorkspaceArgument = Annotated[str, typer.Argument(metavar="WORKSPACE", help=_("The workspace file (*.editorial)."))]
PeriodOption = Annotated[
    str,
    typer.Option("--period", metavar="P", help=_("FY2027Q1, FY2027, 2027-03 or 2027-01-01..2027-03-31; default: now.")),
]
TodayOption = Annotated[str, typer.Option("--today", metavar="DATE", help=_("Take this day for today."))]
JsonOption = Annotated[bool, typer.Option("--json", help=_("Print one JSON document."))]


def day_of(text: str, name: str = "--today") -> date:
    """Read a day within the years a calendar may reach. Raises RuleBroken where it is none."""
    from editorial.domain.period import YEARS

    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise RuleBroken(_("{name} wants a day like 2027-03-10, not “{text}”.").format(name=name, text=text)) from error
    if day.year not in YEARS:
        raise RuleBroken(
            _("{name} wants a day from {first} to {last}, not “{text}”.").format(
                name=name, first=YEARS[0], last=YEARS[-1], text=text
            )
        )
    return day


def today_of(text: str) -> date:
    """Return the day named, or this one."""
    return day_of(text) if text else date.today()  # noqa: DTZ011


def path_of(text: str) -> Path:
    """Return the file of a workspace. Raises StoreUnavailable for a team database."""
    if text.startswith(("postgresql://", "postgres://")):
        raise StoreUnavailable(_("This version opens workspaces in files only."))
    return Path(text)


@contextmanager
def opened(text: str, *, to_write: bool = False) -> Iterator["Workspace"]:
    """Open a workspace and close it again; one that cannot be written is opened for reading where that is enough."""
    from editorial.services.workspaces import open_workspace

    path = path_of(text)
    try:
        workspace = open_workspace(path)
    except StoreUnavailable as trouble:
        if to_write or not trouble.readable:
            raise
        workspace = open_workspace(path, readonly=True)
    try:
        yield workspace
    finally:
        workspace.close()


def period_of(text: str, lists: "Lists", today: str) -> "Period":
    """Return the period named, or the fiscal quarter of today."""
    from editorial.domain.period import parse_period, quarter_of

    return parse_period(text, lists.settings) if text else quarter_of(today_of(today), lists.settings)
