"""Near-duplicates: found while a title is typed, and merged into one piece."""

from threading import Lock
from weakref import WeakKeyDictionary

from editorial.domain import duplicates as rules
from editorial.domain.duplicates import Near, Titles
from editorial.domain.records import Entry
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.labels import shortened
from editorial.store import duplicates as stored
from editorial.store.entries import entries_of
from editorial.store.lists import read_settings
from editorial.store.pieces import read_pieces, set_fields, throw_away
from editorial.store.workspace import Workspace

_kept: WeakKeyDictionary[Workspace, tuple[int, Titles]] = WeakKeyDictionary()
"""The folded titles of each open workspace, and the journal's row they were true at."""
_keeping = Lock()


def near(workspace: Workspace, title: str, *, leave_out: int | None = None) -> tuple[Near, ...]:
    """Return the pieces with nearly this title, five at most, the nearest first; `leave_out` is the piece itself.

    Titles are folded once and kept until something is written: 10,000 are searched in a few milliseconds.
    """
    return rules.near(title, _titles(workspace), leave_out)


def near_entries(workspace: Workspace, title: str, *, leave_out: int | None = None) -> list[Entry]:
    """Return the near-duplicates as entries, the nearest first."""
    found = near(workspace, title, leave_out=leave_out)
    if not found:
        return []
    with workspace.read() as connection:
        return entries_of(connection, [hit.piece_id for hit in found])


def _titles(workspace: Workspace) -> Titles:
    with workspace.read() as connection:
        newest = stored.newest_row(connection)
        with _keeping:
            known = _kept.get(workspace)
        if known is not None and known[0] == newest:
            return known[1]
        titles = Titles.of(stored.every_title(connection))
    with _keeping:
        _kept[workspace] = (newest, titles)
    return titles


def merge(workspace: Workspace, from_id: int, into_id: int) -> None:
    """Merge a piece into another as one change: the one goes to the bin, the other keeps what both had.

    Links, tags, evidence and texts join; what named the one names the other. Raises RuleBroken where one is gone, or
    where the one was published.
    """
    with workspace.read() as connection:
        found = {piece.id: piece for piece in read_pieces(connection, [from_id, into_id]) if piece.binned is None}
    if from_id not in found or into_id not in found:
        raise RuleBroken(_("This piece is no longer there."))
    other, into = found[from_id], found[into_id]
    if reason := rules.why_not_merge(into, other):
        raise RuleBroken(reason)
    label = _("Merge {old} into {new}").format(old=shortened(other.title), new=shortened(into.title))
    with workspace.change(label) as session:
        connection = session.connection()
        stored.hand_over(connection, from_id, into_id)
        set_fields(connection, [into_id], rules.merged_fields(into, other), read_settings(connection))
        throw_away(connection, [from_id])
