"""The workspace menu holds what the issue asks for, and says why something cannot be done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from editorial.services.backups import backup
from editorial.store.workspace import Workspace
from editorial.ui.menu import workspace_menu
from editorial.ui.window import Window


def words(menu: QMenu) -> list[str]:
    """Return the entries of a menu and of the menus in it."""
    found: list[str] = []
    for action in menu.actions():
        found.append(action.text())
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += words(inner)
    return [word for word in found if word]


def test_it_holds_everything(window: Window) -> None:
    menu = workspace_menu(window)
    expected = {
        "New workspace…",
        "New workspace with these lists…",
        "Open…",
        "Save a copy…",
        "Import…",
        "Export pieces…",
    }
    expected |= {"Export everything…", "Back up now", "I am…", "Manual", "Glossary", "Keyboard shortcuts", "Quit"}
    expected |= {"Second window on this workspace", "Theme: dark", "Open the log folder", "About Editorial"}
    assert expected <= set(words(menu))
    menu.deleteLater()


def test_backups_can_be_chosen(window: Window, workspace: Workspace) -> None:
    backup(workspace)
    menu = workspace_menu(window)
    assert any("kB" in word or "KiB" in word for word in words(menu))
    menu.deleteLater()


def test_recent_workspaces_are_listed_but_this_one(window: Window, workspace: Workspace, tmp_path: Path) -> None:
    window.desk.preferences.opened(str(tmp_path / "older.editorial"))
    window.desk.preferences.opened(str(workspace.path))
    menu = workspace_menu(window)
    assert "older.editorial" in words(menu)
    assert workspace.path.name not in words(menu)
    menu.deleteLater()


def test_without_a_workspace_entries_say_why_they_rest(new_window: Callable[[], Window], qtbot: QtBot) -> None:
    menu = workspace_menu(new_window())
    entry = next(action for action in menu.actions() if action.text() == "Save a copy…")
    assert not entry.isEnabled()
    assert entry.toolTip() == "No workspace is open yet."
    menu.deleteLater()
