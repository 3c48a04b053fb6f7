"""The write-ahead log of an open file stays, whatever else in the program looks at the file."""

import subprocess
import sys
from pathlib import Path

from sqlalchemy import text

from editorial.services.feed import Feed
from editorial.services.workspaces import open_workspace
from editorial.store.glance import glance
from editorial.store.workspace import Workspace
from tests.builders import value

READ = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT name FROM workspace').fetchone()[0])"

THEIRS = """
import sys
from pathlib import Path
from editorial.services.lists import update_settings
from editorial.services.workspaces import open_workspace
workspace = open_workspace(Path(sys.argv[1]))
update_settings(workspace, name="Theirs")
workspace.close()
"""


def run(program: str, path: Path) -> str:
    """Let another program use the file and be done with it."""
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def rename(workspace: Workspace, name: str) -> None:
    with workspace.change("Rename") as session:
        session.connection().execute(text("UPDATE workspace SET name = :n"), {"n": name})


def test_second_window_leaves_the_locks_of_the_first_alone(workspace: Workspace) -> None:
    rename(workspace, "Before")
    open_workspace(workspace.path).close()
    glance(workspace.path)
    run(READ, workspace.path)
    assert log_of(workspace.path).exists()


def test_nothing_is_lost_where_the_log_was_taken_away(workspace: Workspace) -> None:
    rename(workspace, "Before")
    workspace.path.read_bytes()  # Whoever does this takes the locks away.
    run(READ, workspace.path)
    assert not log_of(workspace.path).exists()
    rename(workspace, "After")
    assert run(READ, workspace.path) == "After"


def test_what_others_wrote_is_read_where_the_log_was_taken_away(workspace: Workspace) -> None:
    rename(workspace, "Before")
    feed = Feed(workspace)
    workspace.path.read_bytes()
    run(THEIRS, workspace.path)
    assert len(feed.poll()) == 1
    assert value(workspace, "SELECT name FROM workspace") == "Theirs"


def test_a_deleted_file_can_still_be_read(workspace: Workspace) -> None:
    rename(workspace, "Before")
    value(workspace, "SELECT name FROM workspace")
    workspace.path.unlink()
    log_of(workspace.path).unlink()
    assert value(workspace, "SELECT name FROM workspace") == "Before"
