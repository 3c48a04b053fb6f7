from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import text

from editorial.services import history
from editorial.services.workspaces import open_workspace
from tests.builders import value

CHANGES = 30


def add(path: Path, name: str) -> None:
    """Add to the workspace's name in a window of its own, change by change."""
    workspace = open_workspace(path, author=name)
    for _number in range(CHANGES):
        with workspace.change("Add") as session:
            session.connection().execute(text("UPDATE workspace SET name = name || :n"), {"n": name})
    workspace.close()


def test_windows_that_write_at_once_wait_for_each_other(workspace_path: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(add, workspace_path, name) for name in "xyz"]:
            done.result()
    workspace = open_workspace(workspace_path)
    assert len(value(workspace, "SELECT name FROM workspace")) == len("Test") + 3 * CHANGES
    assert len(history.changes(workspace)) == 3 * CHANGES
    workspace.close()


def test_threads_of_one_window_wait_for_each_other(workspace_path: Path) -> None:
    workspace = open_workspace(workspace_path)

    def add_here(name: str) -> None:
        for _number in range(CHANGES):
            with workspace.change("Add") as session:
                session.connection().execute(text("UPDATE workspace SET name = name || :n"), {"n": name})

    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(add_here, name) for name in "xyz"]:
            done.result()
    assert len(value(workspace, "SELECT name FROM workspace")) == len("Test") + 3 * CHANGES
    workspace.close()
