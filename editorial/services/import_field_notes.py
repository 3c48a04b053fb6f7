"""Bringing field notes of a table into a workspace as one change."""

import logging
from datetime import date

from editorial.domain.drafts import Refusal
from editorial.domain.matching import title_key
from editorial.domain.note_drafts import NoteDraft, NoteDrafts, NotesPreview, compared
from editorial.domain.records import Lists
from editorial.domain.vocabulary import PersonRole
from editorial.language import _, ngettext
from editorial.services.workspaces import Workspace
from editorial.store import list_edits
from editorial.store.importing import Connection
from editorial.store.lists import read_list, read_lists

logger = logging.getLogger("editorial.services")


def preview(workspace: Workspace, drafts: NoteDrafts) -> NotesPreview:
    """Find out what an import would do; nothing is written."""
    with workspace.read() as connection:
        return _compared(connection, drafts)


def apply(
    workspace: Workspace, drafts: NoteDrafts, *, today: date, source: str = "", skip_bad: bool = False
) -> NotesPreview | None:
    """Add the notes that are new, as one change, and return what was done; None where refused rows keep it back.

    Names that the workspace does not have yet are added to its lists. Where nothing is new, no change is made.
    """
    found = preview(workspace, drafts)
    if found.refused and not skip_bad:
        return None
    if not found.new:
        return found
    with workspace.change(_label(found, source)) as session:
        connection = session.connection()
        found = _compared(connection, drafts)
        known = _Known(connection, read_lists(connection))
        for row in found.new:
            list_edits.insert_entry(connection, "field_note", known.fields(row, today))
    logger.info("Imported %d field notes", len(found.new))
    return found


class _Known:
    """The names of the lists; one that is missing is added when it is asked for."""

    def __init__(self, connection: Connection, lists: Lists) -> None:
        self._connection = connection
        self._ids = {
            "person": {title_key(name): id_ for id_, name in lists.people.items()},
            "segment": {title_key(one.name): id_ for id_, one in lists.segments.items()},
            "interest": {title_key(one.name): id_ for id_, one in lists.interests.items()},
        }

    def fields(self, row: NoteDraft, today: date) -> dict[str, object]:
        """Return a row as the fields of a field note."""
        return {
            "name": row.name,
            "day": row.day or today,
            "person_id": self._id("person", row.person),
            "segment_id": self._id("segment", row.segment),
            "interest_id": self._id("interest", row.interest),
            "account": row.account,
            "context": row.context,
            "source": row.source,
            "notes": row.notes,
        }

    def _id(self, kind: str, name: str) -> int | None:
        if not name:
            return None
        ids, key = self._ids[kind], title_key(name)
        if key not in ids:
            more = {"roles": frozenset({PersonRole.SALESPERSON})} if kind == "person" else {}
            ids[key] = list_edits.insert_entry(self._connection, kind, {"name": name, **more})
        return ids[key]


def _compared(connection: Connection, drafts: NoteDrafts) -> NotesPreview:
    """Compare rows with the notes there are; a name that two people bear is refused."""
    names = [title_key(name) for name in read_lists(connection).people.values()]
    column = dict(drafts.mapping).get("person", "person")
    doubled = {name for name in names if names.count(name) > 1}
    refused = list(drafts.refused)
    taken = []
    for row in drafts.rows:
        if title_key(row.person) in doubled:
            refused.append(Refusal(row.line, column, row.person, _("several people bear this name")))
        else:
            taken.append(row)
    return compared(taken, tuple(refused), read_list(connection, "field_note").values())


def _label(found: NotesPreview, source: str) -> str:
    n = len(found.new)
    what = ngettext("Import {n} field note", "Import {n} field notes", n).format(n=n)
    return _("{what} from {source}").format(what=what, source=source) if source else what
