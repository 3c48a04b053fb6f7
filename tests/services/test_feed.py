from pathlib import Path

import pytest
from sqlalchemy import text

from editorial.services.feed import Feed
from editorial.services.workspaces import Workspace, open_workspace
from tests.builders import a_piece, a_segment


@pytest.fixture
def other(workspace: Workspace) -> Workspace:
    """Open the same file in a second window."""
    opened = open_workspace(workspace.path, author="Ada")
    workspace.when_closing.append(opened.close)
    return opened


def test_changes_of_another_window_are_told(workspace: Workspace, other: Workspace) -> None:
    feed = Feed(workspace)
    a_piece(other, "Pumps")
    [changed] = feed.poll()
    assert (changed.label, changed.author, changed.kinds, changed.here) == (
        "Add “Pumps”",
        "Ada",
        frozenset({"piece"}),
        False,
    )


def test_nothing_is_told_twice(workspace: Workspace, other: Workspace) -> None:
    feed = Feed(workspace)
    a_piece(other)
    feed.poll()
    assert feed.poll() == []


def test_own_changes_are_not_told(workspace: Workspace, other: Workspace) -> None:
    feed = Feed(workspace)
    a_segment(workspace)
    a_piece(other)
    a_segment(workspace, "Second")
    assert [changed.kinds for changed in feed.poll()] == [frozenset({"piece"})]


def test_typing_that_joins_is_told_each_time(workspace: Workspace, other: Workspace) -> None:
    a_piece(other)
    feed = Feed(workspace)
    for words in ("P", "Pu"):
        with other.change("Type", joins="brief 1") as session:
            session.connection().execute(text("UPDATE piece SET brief = :w"), {"w": words})
        assert [changed.label for changed in feed.poll()] == ["Type"]


def test_what_was_there_before_is_not_told(workspace: Workspace, other: Workspace) -> None:
    a_piece(other)
    assert Feed(workspace).poll() == []


def test_nothing_is_asked_while_this_window_writes(workspace: Workspace) -> None:
    feed = Feed(workspace)
    with workspace.change("Busy") as session:
        session.connection().execute(text("UPDATE workspace SET name = 'x'"))
        assert feed.poll() == []


def test_feed_reads_a_workspace_opened_for_reading(workspace_path: Path) -> None:
    writer = open_workspace(workspace_path)
    reader = open_workspace(workspace_path, readonly=True)
    feed = Feed(reader)
    a_piece(writer)
    assert len(feed.poll()) == 1
    reader.close()
    writer.close()
