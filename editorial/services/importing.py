"""Bringing drafts into a workspace: look first, then all of it as one change."""

import logging
from datetime import date

from editorial.domain.drafts import DraftKind, Drafts
from editorial.domain.imports import ImportResult, Preview
from editorial.domain.uncollected import uncollected
from editorial.errors import StaleEdit
from editorial.language import _, ngettext
from editorial.services.import_field_notes import preview_notes, write_notes
from editorial.services.import_people import preview_people
from editorial.services.import_pieces import preview_pieces
from editorial.services.tasks import following_import
from editorial.services.workspaces import Workspace
from editorial.store.importing import Report, newest_change, unheard, write_people, write_pieces
from editorial.store.lists import read_lists

logger = logging.getLogger("editorial.services")

__all__ = ["ImportResult", "Preview", "apply", "preview"]


def preview(workspace: Workspace, drafts: Drafts, today: date, equal_names: str = "") -> Preview:
    """Find out what an import would do; nothing is written.

    `equal_names` answers the question about people who share a name alone: `same`, `new`, or empty to ask.
    """
    with uncollected(), workspace.read(whole=True) as connection:
        lists = read_lists(connection)
        as_of = newest_change(connection)
        if drafts.kind is DraftKind.PIECES:
            return preview_pieces(connection, lists, drafts, today, as_of)
        if drafts.kind is DraftKind.FIELD_NOTES:
            return preview_notes(connection, lists, drafts, today, as_of)
        return preview_people(connection, lists, drafts, today, as_of, equal_names)


def apply(
    workspace: Workspace, preview: Preview, skip_bad: bool = False, source: str = "", report: Report = unheard
) -> ImportResult:
    """Do what the preview says as one change; `source` is named in its label.

    `report` hears how far it is (0…1); what it raises takes all of it back. Refused rows keep everything from being
    applied unless `skip_bad`; open questions always do. Where nothing would change, no change is made.
    Raises StaleEdit where the workspace has changed since the preview.
    """
    if preview.why_not_apply(skip_bad=skip_bad) is not None:
        return ImportResult(preview, applied=False)
    if not preview.new and not preview.changed:
        return ImportResult(preview, applied=True)
    with uncollected(), workspace.change(change_label(preview, source)) as session:
        connection = session.connection()
        if newest_change(connection, workspace.open_change) != preview.as_of:
            raise StaleEdit(_("The workspace has changed since you looked; look again before importing."))
        if preview.kind is DraftKind.PIECES:
            with following_import(connection, preview.changed_ids, preview.today or date.min):
                write_pieces(connection, read_lists(connection), preview, report)
        elif preview.kind is DraftKind.PEOPLE:
            write_people(connection, read_lists(connection), preview, report)
        else:
            write_notes(connection, read_lists(connection), preview, report)
        made = workspace.open_change
    logger.info("Imported %d new and %d changed %s", len(preview.new), len(preview.changed), preview.kind)
    return ImportResult(preview, applied=True, change_id=made)


def change_label(preview: Preview, source: str = "") -> str:
    """Return what an import is called in the history."""
    n = len(preview.new) + len(preview.changed)
    if preview.kind is DraftKind.PIECES:
        said = ngettext("Import {n} piece", "Import {n} pieces", n)
    elif preview.kind is DraftKind.PEOPLE:
        said = ngettext("Import {n} person", "Import {n} people", n)
    else:
        said = ngettext("Import {n} field note", "Import {n} field notes", n)
    what = said.format(n=f"{n:,}")
    return _("{what} from {source}").format(what=what, source=source) if source else what
