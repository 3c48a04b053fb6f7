"""The dates of a calendar file, looked at and brought in as a document is; runs off the GUI thread."""

from datetime import date
from pathlib import Path

from editorial.domain.dates import DateDraft, DatesPreview
from editorial.domain.spoken import spoken_day
from editorial.exchange.ics import read_dates
from editorial.language import _
from editorial.services import import_dates
from editorial.services.import_results import DocumentChange, DocumentResult
from editorial.services.lists import read_lists
from editorial.services.workspaces import Workspace

SUFFIX = ".ics"
LIST = "day_notes"


def bring_dates(
    workspace: Workspace, path: Path, today: date, *, skip_bad: bool = False, dry_run: bool = False
) -> DocumentResult:
    """Bring in the events of a calendar file, or only say what that would do.

    Those of this year, the one before and the next are taken. Raises BadFile with one sentence.
    """
    first, last = import_dates.usual_range(today)
    drafts = read_dates(path, first, last, read_lists(workspace).settings.time_zone)
    found = import_dates.preview(workspace, drafts)
    applied = not dry_run and import_dates.apply(workspace, drafts, path.name, skip_bad=skip_bad)
    return _result(found, applied=applied)


def _result(found: DatesPreview, *, applied: bool) -> DocumentResult:
    return DocumentResult(
        read=found.read,
        added=len(found.new),
        updated=len(found.changed),
        unchanged=found.unchanged,
        refused=list(found.refused),
        created={LIST: [_said(draft) for draft in found.new]},
        changes=[DocumentChange(LIST, note.name, "last", note.last, draft.last) for note, draft in found.changed],
        notes=list(found.notes),
        applied=applied,
    )


def _said(draft: DateDraft) -> str:
    if draft.first == draft.last:
        return _("{name}, {day}").format(name=draft.name, day=spoken_day(draft.first))
    return _("{name}, {first} to {last}").format(
        name=draft.name, first=spoken_day(draft.first), last=spoken_day(draft.last)
    )
