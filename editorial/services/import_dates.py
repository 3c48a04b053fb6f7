"""Bringing the dates of a calendar file into a workspace, as day notes and one change."""

import logging
from datetime import date

from editorial.domain.dates import DateDrafts, DatesPreview, compared
from editorial.domain.vocabulary import NoteKind
from editorial.language import _, ngettext
from editorial.services.workspaces import Workspace
from editorial.store import list_edits
from editorial.store.day_notes import insert_day_notes
from editorial.store.lists import read_list

logger = logging.getLogger("editorial.services")


def usual_range(today: date) -> tuple[date, date]:
    """Return the days that are asked for unless somebody says otherwise: this year, the one before and the next."""
    return date(today.year - 1, 1, 1), date(today.year + 1, 12, 31)


def preview(workspace: Workspace, drafts: DateDrafts) -> DatesPreview:
    """Find out what an import would do; nothing is written."""
    with workspace.read() as connection:
        return compared(drafts, read_list(connection, "day_note").values())


def apply(workspace: Workspace, drafts: DateDrafts, source: str = "", *, skip_bad: bool = False) -> bool:
    """Add new dates as company events and mend the length of known ones, as one change; tell whether it was applied.

    Refused events keep everything from being applied unless `skip_bad`. Where nothing would change, no change is made.
    """
    if drafts.refused and not skip_bad:
        return False
    found = preview(workspace, drafts)
    if not found.new and not found.changed:
        return True
    with workspace.change(_label(found, source)) as session:
        connection = session.connection()
        found = compared(drafts, read_list(connection, "day_note").values())
        insert_day_notes(connection, ((one.name, one.first, one.last) for one in found.new), NoteKind.EVENT)
        for note, draft in found.changed:
            list_edits.update_entry(connection, "day_note", note.id, {"last": draft.last})
    logger.info("Imported %d new and %d changed dates", len(found.new), len(found.changed))
    return True


def _label(found: DatesPreview, source: str) -> str:
    n = len(found.new) + len(found.changed)
    what = ngettext("Import {n} date", "Import {n} dates", n).format(n=n)
    return _("{what} from {source}").format(what=what, source=source) if source else what
