"""`import calendar`: the dates of a calendar file."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editorial.cli.options import day_of
from editorial.errors import RuleBroken
from editorial.language import _

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace

DATES = "dates"


def range_of(first: str, last: str, today: date) -> tuple[date, date]:
    """Return the days that are asked for: this year, the one before and the next unless options say otherwise."""
    from editorial.services.import_dates import usual_range

    usual = usual_range(today)
    asked = (day_of(first, "--from") if first else usual[0], day_of(last, "--to") if last else usual[1])
    if asked[1] < asked[0]:
        raise RuleBroken(_("--to lies before --from."))
    return asked


def take_in_dates(
    workspace: "Workspace", path: Path, taken_as: str, days: tuple[date, date], *, skip_bad: bool, dry_run: bool
) -> tuple[dict[str, Any], list[str]]:
    """Bring the events of a calendar file in as day notes.

    Return what happened in the keys of every import, and sentences on what was left out.
    """
    from editorial.exchange.ics import read_dates
    from editorial.services import import_dates
    from editorial.services.lists import read_lists

    if taken_as != DATES:
        raise RuleBroken(_("Say what the calendar holds: --as dates is what this version takes in."))
    drafts = read_dates(path, *days, read_lists(workspace).settings.time_zone)
    found = import_dates.preview(workspace, drafts)
    applied = not dry_run and import_dates.apply(workspace, drafts, path.name, skip_bad=skip_bad)
    outcome = {
        "read": found.read,
        "added": len(found.new),
        "updated": len(found.changed),
        "unchanged": found.unchanged,
        "refused": [
            {"line": one.line, "column": one.column, "value": one.value, "reason": one.reason} for one in found.refused
        ],
        "applied": applied,
        "created": {},
        "mapping": {},
        "ignored": [],
        "questions": [],
    }
    return outcome, list(found.notes)
