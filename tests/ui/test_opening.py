"""Opening, making, copying and restoring workspaces in the window, and what happens when that does not work."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editorial.errors import StoreUnavailable
from editorial.services import pieces
from editorial.services.backups import backup
from editorial.services.calendar import ideas
from editorial.services.workspaces import create_workspace, open_workspace
from editorial.store.workspace import Workspace
from editorial.ui.desk import Notice
from editorial.ui.folders import show_folder
from editorial.ui.opening import Loaded
from editorial.ui.trouble import TroublePage
from editorial.ui.window import Window
from tests.builders import a_piece, a_segment
from tests.ui.scripted import ScriptedPrompts


def opens(qtbot: QtBot, window: Window, act: Callable[[], object]) -> None:
    """Act, and wait until another workspace is on the desk."""
    with qtbot.waitSignal(window.desk.ready):
        act()


def trouble_of(qtbot: QtBot, window: Window, path: Path) -> TroublePage:
    """Try to open what cannot be opened and return the page that says so."""
    with qtbot.waitSignal(window.opening.refused):
        window.opening.open(path)
    page = window.work.currentWidget()
    assert isinstance(page, TroublePage)
    return page


def test_first_start_opens_a_sample_with_a_banner(new_window: Callable[[], Window], qtbot: QtBot) -> None:
    window = new_window()
    opens(qtbot, window, lambda: window.opening.begin(None))
    assert window.desk.lists.settings.sample
    assert window.banner.isVisible()


def test_one_click_leads_from_the_sample_to_an_empty_workspace(new_window: Callable[[], Window], qtbot: QtBot) -> None:
    window = new_window()
    opens(qtbot, window, lambda: window.opening.begin(None))
    opens(qtbot, window, window.banner.empty.click)
    assert window.desk.ask(ideas) == []
    assert not window.banner.isVisible()


def test_one_click_leads_from_the_sample_to_the_import(new_window: Callable[[], Window], qtbot: QtBot) -> None:
    window = new_window()
    opens(qtbot, window, lambda: window.opening.begin(None))
    opens(qtbot, window, window.banner.importing.click)
    assert window.word == "import"
    assert not window.desk.lists.settings.sample


def test_the_last_workspace_is_opened_at_the_next_start(window: Window, workspace_path: Path, qtbot: QtBot) -> None:
    opens(qtbot, window, lambda: window.opening.open(workspace_path))
    assert window.opening.last() == workspace_path


def test_new_with_these_lists_takes_no_pieces(
    window: Window, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    a_segment(workspace, "Buyers")
    a_piece(workspace)
    prompts.answers["new"] = tmp_path / "next year"
    opens(qtbot, window, window.files.new_with_lists)
    assert [segment.name for segment in window.desk.lists.segments.values()] == ["Buyers"]
    assert window.desk.ask(ideas) == []
    assert (tmp_path / "next year.editorial").exists()


def test_a_copy_is_saved_with_its_pieces(
    window: Window, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    a_piece(workspace)
    prompts.answers["copy"] = tmp_path / "copy.editorial"
    with qtbot.waitSignal(window.desk.notice):
        window.files.save_copy()
    copy = open_workspace(tmp_path / "copy.editorial")
    assert len(ideas(copy)) == 1
    copy.close()


def test_a_workspace_dropped_on_the_window_is_opened(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "other.editorial"
    create_workspace(path).close()
    window.equip()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(300, 300), *how)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    opens(qtbot, window, lambda: QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), *how)))
    assert window.desk.workspace is not None
    assert window.desk.workspace.path == path


def test_a_missing_file_gives_a_sentence_and_ways_on(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    page = trouble_of(qtbot, window, tmp_path / "gone.editorial")
    assert "There is no workspace" in page.sentence.text()
    assert page.another.isVisible()
    page.back.click()
    assert window.word == "calendar"


def test_a_damaged_file_offers_its_backups(window: Window, workspace_path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    broken = shutil.copyfile(workspace_path, tmp_path / "broken.editorial")
    other = open_workspace(broken)
    a_piece(other, "Kept")
    backup(other)
    other.close()
    broken.write_bytes(b"SQLite format 3\x00" + os.urandom(9_000))
    page = trouble_of(qtbot, window, broken)
    restore = next(button for button in page.findChildren(QPushButton) if "Restore" in button.text())
    opens(qtbot, window, restore.click)
    assert [entry.title for entry in window.desk.ask(ideas) or []] == ["Kept"]


def test_a_damaged_file_without_a_backup_says_so(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "broken.editorial"
    broken.write_bytes(b"SQLite format 3\x00" + os.urandom(9_000))
    page = trouble_of(qtbot, window, broken)
    assert any(label.isVisible() and "No backup" in label.text() for label in page.findChildren(QLabel))


def test_a_long_opening_is_said(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    over = Event()

    def work() -> Loaded:
        over.wait(5)
        raise StoreUnavailable("It is locked.")

    window.opening._long.setInterval(0)
    with qtbot.waitSignal(window.desk.notice) as told:
        window.opening._run(tmp_path / "slow.editorial", work)
    assert told.args == [Notice("Opening slow.editorial…")]
    with qtbot.waitSignal(window.opening.refused):
        over.set()


def test_without_a_workspace_only_ways_on_can_be_used(
    new_window: Callable[[], Window], tmp_path: Path, qtbot: QtBot
) -> None:
    window = new_window()
    trouble_of(qtbot, window, tmp_path / "gone.editorial")
    assert not window.header.new.isEnabled()
    assert not window.balance.isVisible()


@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="nothing is write-protected for this user")
def test_a_write_protected_file_can_be_read(window: Window, workspace_path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    kept = shutil.copyfile(workspace_path, tmp_path / "kept.editorial")
    kept.chmod(0o444)
    page = trouble_of(qtbot, window, kept)
    opens(qtbot, window, page.read.click)
    assert window.desk.workspace is not None
    assert window.desk.workspace.readonly


def test_restoring_from_the_menu_keeps_what_was_there(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    a_piece(workspace, "Before")
    copy = backup(workspace)
    a_piece(workspace, "After")
    with qtbot.waitSignal(window.desk.notice, check_params_cb=lambda notice: "restored" in notice.text):
        window.files.restore(copy, workspace.path)
    assert [entry.title for entry in window.desk.ask(ideas) or []] == ["Before"]
    assert list(workspace.path.parent.glob("*set aside*.editorial"))


@pytest.mark.parametrize(
    ("kind", "ending"), [("pieces", "csv"), ("people", "xlsx"), ("settings", "json"), ("all", "json")]
)
def test_export_writes_a_file(
    window: Window, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot, kind: str, ending: str
) -> None:
    target = tmp_path / f"out.{ending}"
    prompts.answers[f"export {kind}"] = target
    with qtbot.waitSignal(window.desk.notice):
        window.files.export(kind)
    assert target.stat().st_size > 0


def test_a_change_of_another_window_is_seen(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    other = open_workspace(workspace.path, author="Grace")
    with qtbot.waitSignal(window.desk.changed, timeout=600) as told:
        pieces.create(other, "From elsewhere", planned=date(2027, 3, 9))
    other.close()
    assert told.args is not None
    assert not told.args[0].here


def test_nothing_of_the_workspace_before_stays_selected(
    window: Window, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    window.desk.piece_selected.emit(a_piece(workspace))
    assert window.side.shows_piece
    opens(qtbot, window, lambda: window.opening.create(tmp_path / "other.editorial"))
    assert not window.side.shows_piece


def test_a_piece_opened_in_full_is_left_with_its_workspace(
    window: Window, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    window.desk.piece_opened.emit(a_piece(workspace))
    assert window.word == "piece"
    opens(qtbot, window, lambda: window.opening.create(tmp_path / "other.editorial"))
    assert window.word == "calendar"


def test_the_keyboard_is_in_the_work_area_of_a_new_workspace(new_window: Callable[[], Window], qtbot: QtBot) -> None:
    window = new_window()
    opens(qtbot, window, lambda: window.opening.begin(None))
    window.banner.empty.setFocus()
    opens(qtbot, window, window.banner.empty.click)
    focused = window.focusWidget()
    assert focused is not None
    assert window.work.isAncestorOf(focused)


def test_a_file_deleted_while_open_can_be_saved_as_a_copy(
    window: Window, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    a_piece(workspace)
    workspace.path.unlink()
    prompts.answers["copy"] = tmp_path / "saved.editorial"
    window.desk.ask(lambda w: pieces.create(w, title="Lost"))
    assert window.notices._act.text() == "Save a copy…"
    with qtbot.waitSignal(window.desk.notice):
        window.notices._act.click()
    saved = open_workspace(tmp_path / "saved.editorial")
    assert len(ideas(saved)) == 1
    saved.close()


def test_the_sample_is_found_again_in_the_menu(window: Window, qtbot: QtBot) -> None:
    command = next(command for command in window.commands if command.word == "sample")
    opens(qtbot, window, command.run)
    assert window.desk.lists.settings.sample


def test_a_folder_that_nothing_can_show_is_named(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _address: False)
    with qtbot.waitSignal(window.desk.notice) as told:
        show_folder(window.desk, tmp_path)
    assert told.args is not None
    assert str(tmp_path) in told.args[0].text
