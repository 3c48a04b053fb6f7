"""`import calendar`: the dates of a calendar file, pieces planned in one, or the days on which somebody is away."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editorial.cli.options import day_of
from editorial.errors import RuleBroken
from editorial.language import _

if TYPE_CHECKING:
    from editorial.domain.away import TeamAwayDrafts
    from editorial.domain.drafts import Drafts, Refusal
    from editorial.services.workspaces import Workspace

PIECES, DATES, AWAY = "pieces", "dates", "away"


def range_of(first: str, last: str, today: date) -> tuple[date, date]:
    """Return the days that are asked for: this year, the one before and the next unless options say otherwise."""
    from editorial.services.import_dates import usual_range

    usual = usual_range(today)
    asked = (day_of(first, "--from") if first else usual[0], day_of(last, "--to") if last else usual[1])
    if asked[1] < asked[0]:
        raise RuleBroken(_("--to lies before --from."))
    return asked


def calendar_drafts(workspace: "Workspace", path: Path, days: tuple[date, date]) -> "Drafts":
    """Read the pieces of a calendar file. Raises BadFile."""
    from editorial.exchange.ics_pieces import read_piece_drafts
    from editorial.services.lists import read_lists

    return read_piece_drafts(path, *days, read_lists(workspace).settings.time_zone)


def take_in_calendar(
    workspace: "Workspace",
    path: Path,
    taken_as: str,
    who: str,
    days: tuple[date, date],
    *,
    skip_bad: bool,
    dry_run: bool,
) -> tuple[dict[str, Any], list[str]]:
    """Bring the events of a calendar file in as day notes, or as days away of a person.

    Return what happened in the keys of every import, and sentences on what was left out. Without a person the calendar
    has to tell whose days they are, by its own name or by those of its events. Raises RuleBroken where it is not said
    what the calendar holds, or whose days it holds.
    """
    if taken_as == AWAY:
        return _take_in_away(workspace, path, who, days, skip_bad=skip_bad, dry_run=dry_run)
    if taken_as != DATES:
        raise RuleBroken(_("Say what the calendar holds: --as pieces, --as dates or --as away."))
    return _take_in_dates(workspace, path, days, skip_bad=skip_bad, dry_run=dry_run)


def _take_in_dates(
    workspace: "Workspace", path: Path, days: tuple[date, date], *, skip_bad: bool, dry_run: bool
) -> tuple[dict[str, Any], list[str]]:
    from editorial.exchange.ics import read_dates
    from editorial.services import import_dates
    from editorial.services.lists import read_lists

    drafts = read_dates(path, *days, read_lists(workspace).settings.time_zone)
    found = import_dates.preview(workspace, drafts)
    applied = not dry_run and import_dates.apply(workspace, drafts, path.name, skip_bad=skip_bad)
    counts = found.read, len(found.new), len(found.changed), found.unchanged
    return _outcome(counts, found.refused, applied=applied), list(found.notes)


def _take_in_away(
    workspace: "Workspace", path: Path, who: str, days: tuple[date, date], *, skip_bad: bool, dry_run: bool
) -> tuple[dict[str, Any], list[str]]:
    from editorial.services import import_away

    drafts = _away_drafts(workspace, path, who, days)
    found = import_away.preview_team(workspace, drafts).values()
    applied = not dry_run and import_away.apply_team(workspace, drafts, path.name, skip_bad=skip_bad)
    new, changed = sum(len(one.new) for one in found), sum(len(one.changed) for one in found)
    unchanged = sum(one.unchanged for one in found)
    counts = new + changed + unchanged + len(drafts.refused), new, changed, unchanged
    told = () if who.strip() else (_("Days away of {names}.").format(names=", ".join(one.person for one in found)),)
    return _outcome(counts, drafts.refused, applied=applied), [*told, *drafts.notes]


def _away_drafts(workspace: "Workspace", path: Path, who: str, days: tuple[date, date]) -> "TeamAwayDrafts":
    from editorial.domain.away import TeamAwayDrafts
    from editorial.exchange.ics_away import away_of, calendar_names, team_away_of
    from editorial.exchange.tables import read_bytes
    from editorial.services import import_away
    from editorial.services.lists import read_people
    from editorial.services.named_people import person_named

    data = read_bytes(path)
    owner = import_away.whose_calendar(workspace, calendar_names(data, path.name)) if not who.strip() else None
    person = person_named(workspace, who) if who.strip() else owner
    if person is not None:
        one = away_of(data, path.name, *days, *import_away.clock_of(workspace, person))
        return TeamAwayDrafts({person.id: one}, one.refused, one.notes)
    team = team_away_of(data, path.name, *days, import_away.clocks(workspace), read_people(workspace))
    if not team.people:
        raise RuleBroken(_("Say who is away: --person and a name, an e-mail address or an id."))
    return team


def _outcome(counts: tuple[int, int, int, int], refused: "Sequence[Refusal]", *, applied: bool) -> dict[str, Any]:
    return {
        **dict(zip(("read", "added", "updated", "unchanged"), counts, strict=True)),
        "refused": [
            {"line": one.line, "column": one.column, "value": one.value, "reason": one.reason} for one in refused
        ],
        "applied": applied,
        "created": {},
        "mapping": {},
        "ignored": [],
        "questions": [],
    }
