"""The events of a calendar file, looked at and brought in as pieces, dates or days away; runs off the GUI thread."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from editorial.domain.away import AwayPreview, TeamAwayDrafts
from editorial.domain.imports import Preview
from editorial.errors import BadFile, RuleBroken
from editorial.exchange.ics import dates_of
from editorial.exchange.ics_away import away_of, calendar_names, team_away_of
from editorial.exchange.ics_pieces import piece_drafts_of
from editorial.language import _, ngettext
from editorial.services import import_away, import_dates, importing
from editorial.services.import_results import DocumentChange, DocumentResult
from editorial.services.lists import read_lists, read_people
from editorial.services.workspaces import Workspace

OURS = b"@editorial"
BEGINS = "BEGIN:VCALENDAR"


class TakenAs(StrEnum):
    """What the events of a calendar become."""

    PIECES = "pieces"
    DATES = "dates"
    AWAY = "away"


EVERYBODY = 0
"""Stands for the person of each event that names one."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What the user decided about a calendar."""

    taken_as: TakenAs
    first: date
    last: date
    person_id: int | None = None
    """Whose days away it holds; EVERYBODY, or None: nobody was named yet."""


@dataclass(slots=True)
class EventsResult(DocumentResult):
    """What taking in dates or days away did, or would do; each new one with its days."""

    taken_as: TakenAs = TakenAs.DATES
    rows: list[tuple[str, str, date, date]] = field(default_factory=list)
    """Who is away (empty for a date), what it is called, its first and its last day."""
    lacking: str = ""
    """What has to be said first."""


def proposed(workspace: Workspace, data: bytes, name: str, today: date, told: str = "") -> Taking:
    """Return what a calendar most likely holds; `told` is what the user says of it. Raises BadFile.

    What went out of a workspace are pieces, a calendar that is called by somebody's name holds their days away, any
    other holds dates.
    """
    first, last = import_dates.usual_range(today)
    owner = import_away.whose_calendar(workspace, calendar_names(data, name))
    person_id = owner.id if owner else None
    if told == TakenAs.PIECES or (OURS in data and b"PRODID:-//Editorial//" in data):
        return Taking(TakenAs.PIECES, first, last, person_id)
    return Taking(TakenAs.AWAY if owner else TakenAs.DATES, first, last, person_id)


def look_at_events(workspace: Workspace, data: bytes, name: str, taking: Taking, today: date) -> Preview | EventsResult:
    """Find out what taking a calendar so would do; nothing is written. What cannot be taken so is said in its place."""
    if taking.last < taking.first:
        return EventsResult(taken_as=taking.taken_as, lacking=_("The last day lies before the first."))
    try:
        if taking.taken_as is TakenAs.PIECES:
            zone = read_lists(workspace).settings.time_zone
            return importing.preview(workspace, piece_drafts_of(data, name, taking.first, taking.last, zone), today)
        return bring_events(workspace, data, name, taking, dry_run=True)
    except BadFile as trouble:
        return EventsResult(taken_as=taking.taken_as, lacking=str(trouble))


def bring_events(
    workspace: Workspace, data: bytes, name: str, taking: Taking, *, skip_bad: bool = False, dry_run: bool = False
) -> EventsResult:
    """Take in dates or days away as one change, or only say what that would do. Raises BadFile."""
    if taking.taken_as is TakenAs.DATES:
        return _bring_dates(workspace, data, name, taking, skip_bad=skip_bad, dry_run=dry_run)
    if taking.person_id is None:
        return EventsResult(taken_as=TakenAs.AWAY, lacking=_("Say who is away."))
    drafts = _team_drafts(workspace, data, name, taking)
    found = import_away.preview_team(workspace, drafts)
    applied = not dry_run and import_away.apply_team(workspace, drafts, name, skip_bad=skip_bad)
    return _away_result(found, drafts, applied=applied)


def _bring_dates(
    workspace: Workspace, data: bytes, name: str, taking: Taking, *, skip_bad: bool, dry_run: bool
) -> EventsResult:
    drafts = dates_of(data, name, taking.first, taking.last, read_lists(workspace).settings.time_zone)
    found = import_dates.preview(workspace, drafts)
    applied = not dry_run and import_dates.apply(workspace, drafts, name, skip_bad=skip_bad)
    longer = [DocumentChange("day_notes", note.name, "last", note.last, draft.last) for note, draft in found.changed]
    return EventsResult(
        read=found.read,
        added=len(found.new),
        updated=len(found.changed),
        unchanged=found.unchanged,
        refused=list(found.refused),
        changes=longer,
        notes=list(found.notes),
        applied=applied,
        taken_as=TakenAs.DATES,
        rows=[("", one.name, one.first, one.last) for one in found.new],
    )


def _team_drafts(workspace: Workspace, data: bytes, name: str, taking: Taking) -> TeamAwayDrafts:
    """Read the days away of the person who was named, or of everybody whom the events name."""
    if taking.person_id:
        clocks = import_away.clocks(workspace)
        if taking.person_id not in clocks:
            raise RuleBroken(_("This person is no longer there."))
        drafts = away_of(data, name, taking.first, taking.last, *clocks[taking.person_id])
        return TeamAwayDrafts({taking.person_id: drafts}, drafts.refused, drafts.notes)
    clocks, people = import_away.clocks(workspace), read_people(workspace)
    return team_away_of(data, name, taking.first, taking.last, clocks, people)


def _away_result(found: dict[int, AwayPreview], drafts: TeamAwayDrafts, *, applied: bool) -> EventsResult:
    every = found.values()
    rows = [(one.person, away.reason, away.first, away.last) for one in every for away in one.new]
    changes = [
        DocumentChange("away", ", ".join(filter(None, (one.person, before.reason))), "last", before.last, after.last)
        for one in every
        for before, after in one.changed
    ]
    unchanged = sum(one.unchanged for one in every)
    return EventsResult(
        read=len(rows) + len(changes) + unchanged + len(drafts.refused),
        added=len(rows),
        updated=len(changes),
        unchanged=unchanged,
        refused=list(drafts.refused),
        changes=changes,
        notes=list(drafts.notes),
        applied=applied,
        taken_as=TakenAs.AWAY,
        rows=sorted(rows, key=lambda row: (row[2], row[0])),
    )


def came_in(result: EventsResult, name: str) -> str:
    """Say what came in from a file."""
    n = result.added
    if result.taken_as is TakenAs.DATES:
        new = ngettext("{n} date came in from {name}.", "{n} dates came in from {name}.", n)
    else:
        new = ngettext(
            "{n} stretch of days away came in from {name}.", "{n} stretches of days away came in from {name}.", n
        )
    changed = ngettext("{n} was changed.", "{n} were changed.", result.updated)
    parts = ((new, n), (changed, result.updated))
    return " ".join(said.format(n=f"{count:,}", name=name) for said, count in parts if count)
