"""Pieces: reading, adding, editing one or many, duplicating, and the bin."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields as fields_of
from datetime import time
from typing import TYPE_CHECKING, Any

from editorial.domain.clock import entered_time
from editorial.domain.records import Entry, Piece, Settings
from editorial.domain.vocabulary import Phase, Precision
from editorial.errors import RuleBroken, StaleEdit
from editorial.language import _, ngettext
from editorial.services.labels import edit_label, shortened, these_pieces
from editorial.services.tasks import follow, following
from editorial.store import entries, links
from editorial.store import pieces as stored
from editorial.store.lists import read_lists, read_settings
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection


def read(workspace: Workspace, piece_id: int) -> Piece:
    """Return one piece with everything it carries. Raises RuleBroken where it is gone."""
    found = read_many(workspace, [piece_id])
    if not found:
        raise RuleBroken(_gone())
    return found[0]


def read_many(workspace: Workspace, ids: Sequence[int]) -> list[Piece]:
    """Return these pieces with everything they carry, in the order asked for; one that is gone is left out."""
    with workspace.read() as connection:
        return stored.read_pieces(connection, ids)


def read_entries(workspace: Workspace, ids: Sequence[int]) -> list[Entry]:
    """Return these pieces as entries, in the order asked for; one that is gone is left out."""
    with workspace.read() as connection:
        return entries.entries_of(connection, ids)


def create(workspace: Workspace, title: str, **fields: Any) -> int:
    """Add a piece and return its id; without a status it gets the first one of phase idea."""
    checked = _checked({"title": title, **fields})
    with workspace.change(_("Add {title}").format(title=shortened(checked["title"]))) as session:
        connection = session.connection()
        if checked.get("status_id") is None:
            checked["status_id"] = stored.first_status(connection, Phase.IDEA)
        settings = read_settings(connection)
        if (at := checked.get("time")) is not None:
            precision = checked.get("precision", Precision.DAY)
            checked["time"] = entered_time(at, checked.get("planned"), precision, settings.time_zone)
        piece_id = stored.insert_piece(connection, checked, settings)
        follow(connection, [piece_id], {})
        return piece_id


def edit(workspace: Workspace, piece_id: int, *, seen: int | None = None, joins: str = "", **fields: Any) -> int:
    """Give fields of a piece new values and return its version; what is as it was is not written.

    `seen` is the version that was read before: where somebody changed the piece since, StaleEdit is raised and nothing
    written. Another stage makes the stage's tag proposed again. A coarse date is kept as the first day of its span, and
    a time that does not exist on the piece's day moves forward by the gap.
    """
    checked = _checked(fields)
    with workspace.change(edit_label(workspace, [piece_id], checked), joins=joins) as session:
        connection = session.connection()
        version = stored.version_of(connection, piece_id)
        if version is None:
            raise RuleBroken(_gone())
        if seen is not None and version != seen:
            raise StaleEdit(_("This piece changed since you opened it. Nothing was overwritten."))
        _set_fields(connection, [piece_id], checked)
        workspace.raise_versions(session)
        return stored.version_of(connection, piece_id) or version


def edit_many(
    workspace: Workspace,
    ids: Sequence[int],
    *,
    set: Mapping[str, Any] | None = None,
    add: Mapping[str, Sequence[int]] | None = None,
    remove: Mapping[str, Sequence[int]] | None = None,
) -> None:
    """Edit many pieces as one change: `set` fields, `add` to and `remove` from segments, authors and the like."""
    checked = _checked(set or {})
    more, less = add or {}, remove or {}
    with workspace.change(edit_label(workspace, ids, {**checked, **more, **less})) as session:
        connection = session.connection()
        _set_fields(connection, ids, checked)
        for attribute in more.keys() | less.keys():
            links.change_linked(connection, attribute, ids, more.get(attribute, ()), less.get(attribute, ()))


def duplicate(workspace: Workspace, ids: Sequence[int]) -> list[int]:
    """Copy pieces and return the ids of the copies.

    A copy keeps the plan and the tags, not what happened to the original: no address, outside id or verdict, and its
    stage's tag is proposed. The copy of a published piece is an idea without a date.
    """
    with workspace.change(_("Duplicate {what}").format(what=these_pieces(workspace, ids))) as session:
        connection = session.connection()
        settings, lists = read_settings(connection), read_lists(connection)
        idea = stored.first_status(connection, Phase.IDEA)
        made = []
        for piece in stored.read_pieces(connection, ids):
            copied = {field.name: getattr(piece, field.name) for field in fields_of(piece)} | _LEFT_BEHIND
            copied["title"] = _("{title} (copy)").format(title=piece.title)
            if piece.published_on or lists.phase(piece.status_id) is Phase.PUBLISHED:
                copied |= {"status_id": idea, "planned": None, "review_date": None}
            kept = {name: value for name, value in copied.items() if name in stored.WRITABLE}
            made.append(stored.insert_piece(connection, kept, settings))
        follow(connection, made, {})
    return made


_NOT_COPIED = ("outside_id", "url", "audit", "tag", "tag_reason", "tag_version")
_LEFT_BEHIND: dict[str, Any] = {
    **{name: Piece.__dataclass_fields__[name].default for name in _NOT_COPIED},
    "published_on": None,
}


def bin(workspace: Workspace, ids: Sequence[int]) -> None:
    """Move pieces to the bin: they are nowhere shown or counted until they are restored."""
    with workspace.change(_("Move {what} to the bin").format(what=these_pieces(workspace, ids))) as session:
        stored.throw_away(session.connection(), ids)


def restore(workspace: Workspace, ids: Sequence[int]) -> None:
    """Take pieces back out of the bin, as they were."""
    with workspace.change(_("Restore {what} from the bin").format(what=these_pieces(workspace, ids))) as session:
        stored.throw_away(session.connection(), ids, back=True)


def binned(workspace: Workspace) -> list[Entry]:
    """Return what lies in the bin, the last thrown away first."""
    with workspace.read() as connection:
        return entries.binned_entries(connection)


def empty_bin(workspace: Workspace) -> None:
    """Delete what lies in the bin; undo still brings it back."""
    with workspace.read() as connection:
        n = stored.count_binned(connection)
    label = ngettext("Empty the bin of {n} piece", "Empty the bin of {n} pieces", n).format(n=n)
    with workspace.change(label) as session:
        stored.empty_bin(session.connection())


def _checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with a trimmed title. Raises RuleBroken without one, TypeError for a field that is none."""
    unknown = fields.keys() - stored.WRITABLE
    if unknown:
        raise TypeError(f"a piece has no field to write called {', '.join(sorted(unknown))}")
    checked = dict(fields)
    if "title" in checked:
        checked["title"] = str(checked["title"]).strip()
        if not checked["title"]:
            raise RuleBroken(_("A piece needs a title."))
    return checked


def _set_fields(connection: "Connection", ids: Sequence[int], fields: Mapping[str, Any]) -> None:
    """Write fields, and let tasks follow what decides about them."""
    if not fields.keys() & _DECISIVE:
        _write_fields(connection, ids, fields)
        return
    with following(connection, ids):
        _write_fields(connection, ids, fields)


_DECISIVE = frozenset({"planned", "precision", "published_on", "format_id", "status_id"})
"""The fields that decide which tasks a piece has, and when they are due."""


def _write_fields(connection: "Connection", ids: Sequence[int], fields: Mapping[str, Any]) -> None:
    """Write fields; a time among them becomes, piece by piece, one that exists on the day the piece then has."""
    settings = read_settings(connection)
    if fields.get("time") is None:
        stored.set_fields(connection, ids, fields, settings)
        return
    groups: dict[time, list[int]] = {}
    for piece_id, at in _entered_times(connection, ids, fields, settings):
        groups.setdefault(at, []).append(piece_id)
    for at, some in groups.items():
        stored.set_fields(connection, some, {**fields, "time": at}, settings)


def _entered_times(
    connection: "Connection", ids: Sequence[int], fields: Mapping[str, Any], settings: Settings
) -> Iterator[tuple[int, time]]:
    for piece_id, (planned, precision) in stored.read_days(connection, ids).items():
        day, word = fields.get("planned", planned), fields.get("precision", precision)
        yield piece_id, entered_time(fields["time"], day, word, settings.time_zone)


def _gone() -> str:
    return _("This piece is no longer there.")
