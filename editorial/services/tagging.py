"""Tagging pieces with a name that its list does not have yet: the name is added and used in one change."""

from collections.abc import Sequence
from typing import Any

from editorial.domain.fields import BY_ATTRIBUTE, FieldType
from editorial.domain.folding import fold
from editorial.errors import RuleBroken, StaleEdit
from editorial.language import _
from editorial.services.labels import shortened, these_pieces
from editorial.services.lists import kind_word
from editorial.store import links, list_edits
from editorial.store import pieces as stored
from editorial.store.lists import read_settings
from editorial.store.workspace import Workspace


def tag_with_new(
    workspace: Workspace, ids: Sequence[int], attribute: str, name: str, *, seen: int | None = None
) -> int:
    """Add a name to the list of a field, give it to the pieces, and return its id; one change.

    Of a field that takes several entries it is added to those each piece has. Where the list has the name already, that
    entry is used. `seen` is the version of the one piece that was read before: StaleEdit where it changed since.
    """
    field = BY_ATTRIBUTE[attribute]
    wanted = name.strip()
    if not wanted:
        raise RuleBroken(_("A name is needed."))
    label = _("Add {kind} {name} to {what}").format(
        kind=kind_word(field.kind), name=shortened(wanted), what=these_pieces(workspace, ids)
    )
    with workspace.change(label) as session:
        connection = session.connection()
        if seen is not None and stored.version_of(connection, ids[0]) != seen:
            raise StaleEdit(_("This piece changed since you opened it. Nothing was overwritten."))
        known = list_edits.names_like(connection, field.kind, fold(wanted))
        entry = known[0] if known else list_edits.insert_entry(connection, field.kind, {"name": wanted})
        if field.type is FieldType.CHOICES:
            links.change_linked(connection, attribute, ids, (entry,), ())
        else:
            values: dict[str, Any] = {attribute: entry}
            stored.set_fields(connection, ids, values, read_settings(connection))
    return int(entry)
