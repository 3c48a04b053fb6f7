"""Saved views."""

import pytest

from editorial.errors import RuleBroken
from editorial.services import history, views
from editorial.store.workspace import Workspace


def test_views_are_kept_per_place_in_order(workspace: Workspace) -> None:
    views.save(workspace, "calendar", "Mine", {"colour": "kind"})
    views.save(workspace, "calendar", "All", {})
    views.save(workspace, "ideas", "Mine", {})
    assert [view.name for view in views.read_views(workspace, "calendar")] == ["Mine", "All"]
    assert len(views.read_views(workspace)) == 3


def test_a_view_of_the_same_name_is_replaced(workspace: Workspace) -> None:
    first = views.save(workspace, "calendar", "Mine", {"colour": "kind"})
    assert views.save(workspace, "calendar", "Mine ", {"colour": "stage"}) == first
    assert views.read_views(workspace)[0].view == {"colour": "stage"}


def test_a_view_is_renamed_and_removed(workspace: Workspace) -> None:
    view = views.save(workspace, "calendar", "Mine", {})
    views.rename(workspace, view, "Ours")
    assert views.read_views(workspace)[0].name == "Ours"
    views.remove(workspace, view)
    assert views.read_views(workspace) == []
    assert history.next_undo(workspace) == "Remove view ‘Ours’"


def test_a_name_is_there_once_per_place(workspace: Workspace) -> None:
    views.save(workspace, "calendar", "Mine", {})
    other = views.save(workspace, "calendar", "Ours", {})
    with pytest.raises(RuleBroken):
        views.rename(workspace, other, "Mine")


def test_views_are_reordered(workspace: Workspace) -> None:
    first, second = (views.save(workspace, "calendar", name, {}) for name in ("a", "b"))
    views.reorder(workspace, [second, first])
    assert [view.name for view in views.read_views(workspace)] == ["b", "a"]
