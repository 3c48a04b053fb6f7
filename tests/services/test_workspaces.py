from pathlib import Path

import pytest

from editorial.errors import StoreUnavailable
from editorial.services.workspaces import Workspace, create_workspace, open_workspace, save_copy, warnings
from tests.builders import a_piece, a_segment, value


def test_new_workspace_has_the_everyday_lists(workspace: Workspace) -> None:
    assert value(workspace, "SELECT group_concat(name, ' ') FROM (SELECT name FROM stage ORDER BY position)") == (
        "Epiphany Awareness Interest Confidence Loyalty"
    )
    assert value(workspace, "SELECT count(*) FROM status") == 10


def test_new_workspace_has_no_history(workspace: Workspace) -> None:
    assert value(workspace, "SELECT count(*) FROM change") == 0


def test_new_workspace_takes_its_name_from_the_file(tmp_path: Path) -> None:
    made = create_workspace(tmp_path / "Law firm.editorial")
    assert value(made, "SELECT name FROM workspace") == "Law firm"
    made.close()


def test_existing_file_is_never_overwritten(workspace: Workspace) -> None:
    with pytest.raises(StoreUnavailable, match="already something called"):
        create_workspace(workspace.path)


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_log_left_behind_is_not_played_into_a_new_file(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"plan.editorial{ending}").write_bytes(b"another's")
    with pytest.raises(StoreUnavailable, match=f"plan.editorial{ending} was left there"):
        create_workspace(tmp_path / "plan.editorial")
    assert not (tmp_path / "plan.editorial").exists()


def test_nothing_is_left_where_the_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="no folder"):
        create_workspace(tmp_path / "nowhere" / "plan.editorial")


def test_lists_come_from_another_workspace(workspace: Workspace, tmp_path: Path) -> None:
    a_segment(workspace, "Founders")
    a_piece(workspace, "Not taken along")
    made = create_workspace(tmp_path / "b.editorial", lists_from=workspace.path)
    assert value(made, "SELECT name FROM segment") == "Founders"
    assert value(made, "SELECT count(*) FROM piece") == 0
    made.close()


def test_copy_carries_everything(workspace: Workspace, tmp_path: Path) -> None:
    a_piece(workspace, "Pumps")
    save_copy(workspace, tmp_path / "copy.editorial")
    copied = open_workspace(tmp_path / "copy.editorial", readonly=True)
    assert value(copied, "SELECT title FROM piece") == "Pumps"
    copied.close()


def test_copy_overwrites_nothing(workspace: Workspace) -> None:
    with pytest.raises(StoreUnavailable, match="already something called"):
        save_copy(workspace, workspace.path)


def test_synced_folder_is_warned_about(workspace_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    opened = open_workspace(workspace_path.rename(folder / "plan.editorial"))
    assert "Dropbox" in warnings(opened)[0]
    assert value(opened, "PRAGMA journal_mode") == "delete"
    opened.close()


def test_local_folder_is_not_warned_about(workspace: Workspace) -> None:
    assert warnings(workspace) == []
    assert value(workspace, "PRAGMA journal_mode") == "wal"
