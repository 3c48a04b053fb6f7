"""Saved views: how a place was filtered, grouped and coloured, under a name."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from editorial.domain.records import SavedView
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.labels import shortened
from editorial.store import views
from editorial.store.workspace import Workspace


def read_views(workspace: Workspace, place: str = "") -> list[SavedView]:
    """Return the saved views of a place, or of every place, in order."""
    with workspace.read() as connection:
        return views.read_views(connection, place)


def save(workspace: Workspace, place: str, name: str, view: Mapping[str, Any]) -> int:
    """Keep a view under a name and return its id; one of that name in that place is replaced.

    A filter stands under "where", as `condition_words.to_json` gives it.
    """
    named = _named(name)
    with workspace.change(_("Save view {name}").format(name=shortened(named))) as session:
        connection = session.connection()
        for saved in views.read_views(connection, place):
            if saved.name == named:
                views.update_view(connection, saved.id, view=json.dumps(view))
                return saved.id
        return views.insert_view(connection, place, named, view)


def rename(workspace: Workspace, view_id: int, name: str) -> None:
    """Give a view another name. Raises RuleBroken where its place has one of that name."""
    with workspace.change(_("Rename view to {name}").format(name=shortened(_named(name)))) as session:
        views.update_view(session.connection(), view_id, name=_named(name))


def reorder(workspace: Workspace, ids: Sequence[int]) -> None:
    """Put views into this order."""
    with workspace.change(_("Reorder views")) as session:
        for place, view_id in enumerate(ids):
            views.update_view(session.connection(), view_id, position=place)


def remove(workspace: Workspace, view_id: int) -> None:
    """Forget a view."""
    name = next((view.name for view in read_views(workspace) if view.id == view_id), "")
    with workspace.change(_("Remove view {name}").format(name=shortened(name))) as session:
        views.delete_view(session.connection(), view_id)


def _named(name: str) -> str:
    if not name.strip():
        raise RuleBroken(_("A name is needed."))
    return name.strip()
