"""Taking changes back: undo is a change like any other, and redo is the undo of the undo."""

from dataclasses import dataclass

from sqlalchemy import Connection

from editorial.errors import RuleBroken
from editorial.language import _
from editorial.store.inverse import write_inverse
from editorial.store.statements import sql
from editorial.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """A change that can be taken back or made again."""

    id: int
    label: str
    undoes: int | None


ROWS_OF = (
    "id > (SELECT first_row FROM change WHERE id = :c) AND id <= (SELECT last_row FROM change WHERE id = :c) "
    "AND change_id = :c"
)
"""Picks the journal rows of the change `c`."""

_UNDOABLE = "undoes IS NULL AND undone_by IS NULL AND NOT final"
_REDOABLE = """
undone_by IS NULL AND undoes IN (SELECT t.id FROM change t WHERE t.undoes IS NULL)
AND id > coalesce((SELECT max(d.id) FROM change d WHERE d.author = :author AND d.undoes IS NULL), 0)
"""
_CONFLICT = f"""
SELECT newer.author, newer.label FROM change newer
WHERE newer.id > :c AND newer.author <> :author AND newer.undone_by IS NULL AND coalesce(newer.undoes, 0) < :c
  AND EXISTS (
    SELECT 1 FROM journal_row theirs
    WHERE theirs.id > newer.first_row AND theirs.id <= newer.last_row AND theirs.change_id = newer.id
      AND (theirs.kind, theirs.record) IN (SELECT kind, record FROM journal_row WHERE {ROWS_OF}))
ORDER BY newer.id DESC LIMIT 1
"""
"""Of changes above this one: who touched the same record, undone ones and their undoing left out."""


def next_undo(workspace: Workspace) -> Standing | None:
    """Return the newest standing change of this author that is neither an undo nor a redo, nor final."""
    return _newest(workspace, _UNDOABLE)


def next_redo(workspace: Workspace) -> Standing | None:
    """Return the newest standing undo of this author with no newer change of theirs; its undo is the redo."""
    return _newest(workspace, _REDOABLE)


def undo(workspace: Workspace) -> str:
    """Take back the newest standing change of this author and return its label. Raises RuleBroken with the reason."""
    target = next_undo(workspace)
    if target is None:
        raise RuleBroken(_("There is nothing left to undo."))
    return _take_back(workspace, target, _("Undo: {what}").format(what=target.label), target.label)


def redo(workspace: Workspace) -> str:
    """Make the newest undone change again and return its label. Raises RuleBroken with the reason."""
    target = next_redo(workspace)
    if target is None:
        raise RuleBroken(_("There is nothing to redo."))
    what = label_of(workspace, target)
    return _take_back(workspace, target, _("Redo: {what}").format(what=what), what)


def label_of(workspace: Workspace, undoing: Standing) -> str:
    """Return the label of the change that an undo has taken back."""
    with workspace.read() as connection:
        asked = sql("SELECT label FROM change WHERE id = :c")
        return str(connection.execute(asked, {"c": undoing.undoes}).scalar_one())


def back_to(workspace: Workspace, change_id: int, label: str) -> None:
    """Put everything back to how it was right after this change, as one change that can itself be undone.

    Raises RuleBroken where the workspace was brought to a newer schema in between.
    """
    with workspace.change(label) as session:
        connection = session.connection()
        if reason := why_not_back_to(connection, workspace, change_id):
            raise RuleBroken(reason)
        write_inverse(
            connection,
            "id > (SELECT last_row FROM change WHERE id = :c) AND change_id <> :made",
            {"c": change_id, "made": workspace.open_change},
        )


def why_not_back_to(connection: Connection, workspace: Workspace, change_id: int) -> str | None:
    """Return why the workspace cannot be brought back to right after this change, or None."""
    later = {"c": change_id, "revision": workspace.revision}
    old = connection.execute(sql("SELECT 1 FROM change WHERE id > :c AND revision <> :revision LIMIT 1"), later).first()
    if old is not None:
        return _("The workspace was brought to a newer version since; older changes stay as they are.")
    return None


def why_not_undo(connection: Connection, workspace: Workspace, target: Standing) -> str | None:
    """Return why this change cannot be taken back, or None."""
    found = connection.execute(sql("SELECT revision, undone_by FROM change WHERE id = :c"), {"c": target.id}).one()
    if found.undone_by is not None:
        return _("“{what}” has just been taken back in another window.").format(what=target.label)
    if found.revision != workspace.revision:
        return _("“{what}” was made before the workspace was brought to a newer version.").format(what=target.label)
    other = connection.execute(sql(_CONFLICT), {"c": target.id, "author": workspace.author}).first()
    if other is not None:
        return _("{who} has changed the same since: “{what}”.").format(who=other.author, what=other.label)
    return None


def _newest(workspace: Workspace, where: str) -> Standing | None:
    with workspace.read() as connection:
        row = connection.execute(
            sql(f"SELECT id, label, undoes FROM change WHERE author = :author AND {where} ORDER BY id DESC LIMIT 1"),
            {"author": workspace.author},
        ).first()
    return None if row is None else Standing(row.id, row.label, row.undoes)


def _take_back(workspace: Workspace, target: Standing, label: str, what: str) -> str:
    with workspace.change(label, undoes=target.id) as session:
        connection = session.connection()
        if reason := why_not_undo(connection, workspace, target):
            raise RuleBroken(reason)
        write_inverse(connection, ROWS_OF, {"c": target.id})
        bound = {"c": target.id, "made": workspace.open_change, "undone": target.undoes}
        connection.execute(sql("UPDATE change SET undone_by = :made WHERE id = :c"), bound)
        connection.execute(sql("UPDATE change SET undone_by = NULL WHERE id = :undone"), bound)
    return what
