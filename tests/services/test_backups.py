from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from editorial.errors import StoreUnavailable
from editorial.services.backups import backup, backup_if_due, list_backups, restore
from editorial.services.workspaces import Workspace, open_workspace
from editorial.store.backups import backup_before_upgrade
from tests.builders import a_piece, value

LATER = datetime.now(UTC) + timedelta(days=1)


def titles(path: Path) -> str:
    opened = open_workspace(path, readonly=True)
    found = value(opened, "SELECT coalesce(group_concat(title), '') FROM piece")
    opened.close()
    return str(found)


def test_backup_of_a_workspace_in_use_is_whole(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    assert titles(backup(workspace)) == "Pumps"


def test_backups_are_listed_newest_first(workspace: Workspace) -> None:
    first, second = backup(workspace), backup(workspace)
    assert [one.path for one in list_backups(workspace.path)] == [second, first]


def test_backups_are_found_when_the_workspace_is_gone(workspace: Workspace) -> None:
    made = backup(workspace)
    workspace.close()
    workspace.path.unlink()
    assert [one.path for one in list_backups(workspace.path)] == [made]


def test_backup_to_a_name_that_is_taken_is_refused(workspace: Workspace) -> None:
    with pytest.raises(StoreUnavailable, match="already something called"):
        backup(workspace, workspace.path)


def test_unchanged_workspace_is_not_due(workspace: Workspace) -> None:
    assert backup_if_due(workspace, LATER) is None


def test_changed_workspace_is_due_once_a_day(workspace: Workspace) -> None:
    a_piece(workspace)
    assert backup_if_due(workspace, LATER) is not None
    a_piece(workspace)
    assert backup_if_due(workspace, LATER + timedelta(minutes=1)) is None


def test_workspace_is_due_again_when_changed_since(workspace: Workspace) -> None:
    a_piece(workspace)
    backup_if_due(workspace, datetime.now(UTC) - timedelta(days=3))
    a_piece(workspace)
    assert backup_if_due(workspace, LATER) is not None
    assert backup_if_due(workspace, LATER + timedelta(days=1)) is None


def test_backups_past_their_time_are_dropped(workspace: Workspace) -> None:
    a_piece(workspace)
    for days in (200, 12, 11):
        backup_if_due(workspace, LATER - timedelta(days=days))
    backup_if_due(workspace, LATER)
    assert [(LATER - one.at).days for one in list_backups(workspace.path)] == [0, 11]


def test_copy_is_kept_before_a_migration(workspace: Workspace) -> None:
    made = backup_before_upgrade(workspace.path, "0001")
    assert made.stem.endswith("before 0001")
    assert [one.path for one in list_backups(workspace.path)] == [made]


def test_restore_makes_a_workspace_of_a_backup(workspace: Workspace, tmp_path: Path) -> None:
    a_piece(workspace, "Pumps")
    restore(backup(workspace), tmp_path / "again.editorial")
    assert titles(tmp_path / "again.editorial") == "Pumps"


def test_restore_never_overwrites(workspace: Workspace) -> None:
    copy = backup(workspace)
    with pytest.raises(StoreUnavailable, match="already something called"):
        restore(copy, workspace.path)


def test_restore_keeps_what_was_there_aside_when_asked(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    copy = backup(workspace)
    a_piece(workspace, "Boilers")
    workspace.close()
    aside = restore(copy, workspace.path, LATER)
    assert aside is not None
    assert (titles(workspace.path), titles(aside)) == ("Pumps", "Pumps,Boilers")


def test_what_is_no_backup_is_not_restored(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "notes.editorial").write_text("nothing", "utf-8")
    with pytest.raises(StoreUnavailable, match="not an Editorial workspace"):
        restore(tmp_path / "notes.editorial", tmp_path / "again.editorial")
