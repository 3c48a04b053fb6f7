"""Loose ends of planned pieces and ideas: no evidence, no lead, no companion; and pairing two pieces."""

from collections.abc import Collection

from editorial.domain.companions import Unpaired, unpaired
from editorial.domain.conditions import Condition
from editorial.domain.records import Entry, Lists
from editorial.domain.vocabulary import Phase
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.labels import shortened
from editorial.store import companions, ranking
from editorial.store.entries import all_entries
from editorial.store.filtering import clause
from editorial.store.importing import Connection
from editorial.store.lists import read_lists
from editorial.store.pieces import read_pieces, set_fields
from editorial.store.workspace import Workspace


def focus_groups_of_one(workspace: Workspace, where: Condition | None = None) -> list[Entry]:
    """Return the planned pieces and ideas that rest on their author alone: nothing else speaks for them."""
    with workspace.read() as connection:
        return _without(connection, ranking.grounded(connection), where)


def without_lead(workspace: Workspace, where: Condition | None = None) -> list[Entry]:
    """Return the planned pieces and ideas that do not say whether they are issue-led or offering-led."""
    with workspace.read() as connection:
        return _without(connection, companions.led(connection), where)


def without_companion(workspace: Workspace, where: Condition | None = None) -> list[Unpaired]:
    """Return the planned pieces and ideas without a companion, each with the partners that would suit it."""
    with workspace.read() as connection:
        paired = companions.paired(connection)
        listed = {entry.id for entry in _without(connection, paired, where)}
        every = _without(connection, paired, None)
    return [one for one in unpaired(every) if one.entry.id in listed]


def is_alone(workspace: Workspace, piece_id: int) -> bool:
    """Tell whether a piece rests on its author alone."""
    with workspace.read() as connection:
        return not ranking.grounded(connection, piece_id)


def _without(connection: Connection, done: Collection[int], where: Condition | None) -> list[Entry]:
    """Return what is neither out nor parked nor done, in order: dated pieces, then ideas."""
    lists = read_lists(connection)
    found = all_entries(connection, clause(where))
    return [entry for entry in found if entry.id not in done and _is_open(entry, lists)]


def _is_open(entry: Entry, lists: Lists) -> bool:
    return not entry.published and lists.phase(entry.status_id) not in (Phase.PARKED, Phase.PUBLISHED)


def pair(workspace: Workspace, one_id: int, other_id: int) -> None:
    """Make two pieces companions of each other, as one change; what they were paired with before is let go."""
    with workspace.read() as connection:
        found = {piece.id: piece for piece in read_pieces(connection, [one_id, other_id])}
    if one_id == other_id or len(found) < 2:
        raise RuleBroken(_("A pair needs two pieces."))
    one, other = found[one_id], found[other_id]
    label = _("Pair {one} with {other}").format(one=shortened(one.title), other=shortened(other.title))
    with workspace.change(label) as session:
        connection = session.connection()
        settings = read_lists(connection).settings
        for piece in read_pieces(connection, [id_ for each in (one, other) if (id_ := each.companion_id)]):
            if piece.companion_id in found and piece.id not in found:
                set_fields(connection, [piece.id], {"companion_id": None}, settings)
        set_fields(connection, [one_id], {"companion_id": other_id}, settings)
        set_fields(connection, [other_id], {"companion_id": one_id}, settings)
