import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from editorial.errors import RuleBroken, StoreUnavailable
from editorial.services.backups import backup, restore
from editorial.services.workspaces import Workspace, open_workspace
from editorial.store import engine
from editorial.store.backups import copy_open
from tests.builders import a_piece, a_segment, value


def refusal(path: Path, *, readonly: bool = False) -> str:
    with pytest.raises(StoreUnavailable) as caught:
        open_workspace(path, readonly=readonly)
    return str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.editorial") == f"There is no workspace {tmp_path / 'gone.editorial'}."


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "plan.editorial").mkdir()
    assert refusal(tmp_path / "plan.editorial") == "plan.editorial is a folder, not a workspace."


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "plan.editorial").touch()
    assert refusal(tmp_path / "plan.editorial") == "plan.editorial is empty: there is no workspace in it."


def test_another_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "plan.editorial").write_text("title,date\n", "utf-8")
    assert "is not an Editorial workspace, or it is damaged" in refusal(tmp_path / "plan.editorial")


def test_database_of_another_program(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "plan.editorial")
    other.execute("CREATE TABLE t (x)")
    other.close()
    assert refusal(tmp_path / "plan.editorial") == "plan.editorial is not an Editorial workspace."


def test_file_cut_off_in_the_middle(workspace_path: Path) -> None:
    with workspace_path.open("rb+") as file:
        file.truncate(6000)
    assert "damaged" in refusal(workspace_path)


def damage(path: Path, table: str = "piece") -> None:
    """Overwrite the first page of a table."""
    opened = sqlite3.connect(path)
    [(page,)] = opened.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
    opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()
    with path.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)


def test_damage_inside_is_said_when_it_is_met(workspace_path: Path) -> None:
    damage(workspace_path)
    opened = open_workspace(workspace_path)
    with pytest.raises(StoreUnavailable, match=r"damaged\. A backup can take its place\."):
        a_piece(opened)
    opened.close()


def test_damaged_workspace_is_not_backed_up(workspace_path: Path) -> None:
    damage(workspace_path)
    opened = open_workspace(workspace_path)
    with pytest.raises(StoreUnavailable, match="damaged"):
        backup(opened)
    opened.close()


def test_damaged_workspace_is_restored_and_kept_aside(workspace: Workspace, tmp_path: Path) -> None:
    a_piece(workspace, "Pumps")
    copy = backup(workspace, tmp_path / "copy.editorial")
    workspace.close()
    damage(workspace.path)
    with pytest.raises(StoreUnavailable, match="already something called"):
        restore(copy, workspace.path)
    restored = restore(copy, tmp_path / "again.editorial")
    assert restored is None
    opened = open_workspace(tmp_path / "again.editorial")
    assert value(opened, "SELECT title FROM piece") == "Pumps"
    opened.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no other program."""
    monkeypatch.setattr(engine, "BUSY_MS", 20)


@pytest.mark.usefixtures("impatient")
def test_busy_workspace_loses_nothing(workspace_path: Path) -> None:
    opened = open_workspace(workspace_path)
    a_piece(opened, "Pumps")
    other = sqlite3.connect(workspace_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="busy in another program"):
        a_piece(opened, "Boilers")
    other.close()
    a_piece(opened, "Boilers")
    assert value(opened, "SELECT count(*) FROM piece") == 2
    opened.close()


def test_full_disk_takes_all_of_the_change_back(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    with workspace.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages + 5}"))
    with pytest.raises(StoreUnavailable, match=r"The disk is full\. Nothing was changed"):
        a_piece(workspace, "Boilers", brief="x" * 1_000_000)
    assert value(workspace, "SELECT group_concat(title) FROM piece") == "Pumps"


def test_workspace_goes_on_when_there_is_room_again(workspace: Workspace) -> None:
    with workspace.read() as connection:
        connection.execute(text("PRAGMA max_page_count = 1"))
    with pytest.raises(StoreUnavailable, match="full"):
        a_piece(workspace, "Boilers", brief="x" * 1_000_000)
    with workspace.read() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
    a_piece(workspace, "Boilers", brief="x" * 1_000_000)
    assert value(workspace, "PRAGMA integrity_check") == "ok"


def test_file_that_went_away_takes_no_more_changes(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    workspace.path.rename(workspace.path.with_name("elsewhere.editorial"))
    with pytest.raises(StoreUnavailable, match="moved, deleted or replaced"), workspace.change("Lost"):
        pytest.fail("the change has begun")


def test_what_is_open_of_a_deleted_file_can_be_copied(workspace: Workspace, tmp_path: Path) -> None:
    a_piece(workspace, "Pumps")
    for name in ("", "-wal", "-shm"):
        workspace.path.with_name(workspace.path.name + name).unlink(missing_ok=True)
    copy_open(workspace, tmp_path / "saved.editorial")
    saved = open_workspace(tmp_path / "saved.editorial")
    assert value(saved, "SELECT group_concat(title) FROM piece") == "Pumps"
    saved.close()


def test_reading_only_refuses_changes(workspace_path: Path) -> None:
    opened = open_workspace(workspace_path, readonly=True)
    with pytest.raises(StoreUnavailable, match="opened for reading only"):
        a_piece(opened)
    opened.close()


def test_name_that_is_taken(workspace: Workspace) -> None:
    a_segment(workspace, "Founders")
    with pytest.raises(RuleBroken, match="There is one of that name already"):
        a_segment(workspace, "Founders")


def test_piece_without_a_title(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="A piece needs a title"):
        a_piece(workspace, "  ")


def test_bug_of_ours_is_not_made_up_as_trouble(workspace: Workspace) -> None:
    with workspace.read() as connection, pytest.raises(Exception, match="no such column"):
        connection.execute(text("SELECT nonsense FROM piece"))


# Rights do not hold root back, so another process gives up being root after it has imported what it needs.
AS_NOBODY = """
import os, sys
from pathlib import Path
from sqlalchemy import text
from editorial.errors import StoreUnavailable
from editorial.services.workspaces import open_workspace
path = Path(sys.argv[1])
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    open_workspace(path)
except StoreUnavailable as trouble:
    print(trouble, trouble.readable)
opened = open_workspace(path, readonly=True)
with opened.read() as connection:
    print(connection.execute(text("SELECT count(*) FROM status")).scalar_one())
opened.close()
"""


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """Make a folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
@pytest.mark.parametrize(("protected", "said"), [("file", "plan.editorial is write"), ("folder", "The folder of plan")])
def test_what_is_write_protected_can_be_read(
    workspace_path: Path, public_folder: Path, protected: str, said: str
) -> None:
    path = Path(shutil.copyfile(workspace_path, public_folder / "plan.editorial"))
    path.chmod(0o444 if protected == "file" else 0o666)
    public_folder.chmod(0o777 if protected == "file" else 0o555)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, path], capture_output=True, text=True, check=False, cwd=Path.cwd()
    )
    first, count = done.stdout.splitlines() or [done.stderr, ""]
    assert first.startswith(said)
    assert first.endswith("-protected. It can be opened for reading. True")
    assert count == "10"
