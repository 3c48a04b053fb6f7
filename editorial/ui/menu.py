"""The workspace menu, made anew each time it opens: recent files and backups are what they are by then."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from editorial.language import _
from editorial.ui.icons import icon

if TYPE_CHECKING:
    from editorial.ui.commands import Command
    from editorial.ui.window import Window

THEMES = ("system", "light", "dark")
BACKUPS_LISTED = 12


def workspace_menu(window: "Window") -> QMenu:
    """Return the menu of a window, to be popped up."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    known = {command.word: command for command in window.commands}
    _add(window, menu, known, "new", "new-lists", "open")
    menu.addMenu(_recent(window, menu))
    _add(window, menu, known, "sample", "copy", "window")
    menu.addSeparator()
    _add(window, menu, known, "import")
    exports = [word for word in known if word.startswith("export-")]
    if exports:
        _add(window, menu.addMenu(_("Export")), known, *exports)
    _add(window, menu, known, "pack", "share")
    menu.addSeparator()
    _add(window, menu, known, "backup")
    menu.addMenu(_restore(window, menu))
    menu.addSeparator()
    _add(window, menu, known, "go-history", "go-settings", "author", "reminders")
    menu.addMenu(_theme(window, menu, known))
    menu.addSeparator()
    menu.addMenu(_help(window, menu, known))
    menu.addSeparator()
    _add(window, menu, known, "close", "quit")
    return menu


def action_of(window: "Window", menu: QMenu, command: "Command") -> QAction:
    """Return a menu's action for a command; where it cannot be done, its tooltip says why."""
    action = QAction(command.label, menu)
    if command.icon:
        action.setIcon(icon(command.icon, window.desk.theme.tokens.muted))
    if command.shortcut:
        action.setShortcut(QKeySequence(command.shortcut))
        # Shown only: the window's own shortcut starts it, and two would be ambiguous.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    if reason := command.why_not():
        action.setEnabled(False)
        action.setToolTip(reason)
    action.triggered.connect(lambda _checked: command.run())
    return action


def _add(window: "Window", menu: QMenu, known: "dict[str, Command]", *words: str) -> None:
    for word in words:
        if word in known:
            menu.addAction(action_of(window, menu, known[word]))


def _recent(window: "Window", parent: QMenu) -> QMenu:
    menu = QMenu(_("Open recent"), parent)
    workspace = window.desk.workspace
    here = str(workspace.path) if workspace is not None else ""
    for name in window.desk.preferences.recent:
        if name != here:
            _entry(menu, Path(name).name, partial(window.files.open_path, Path(name)), name)
    menu.setEnabled(not menu.isEmpty())
    return menu


def _restore(window: "Window", parent: QMenu) -> QMenu:
    from editorial.ui.trouble import backup_label

    menu = QMenu(_("Restore a backup"), parent)
    workspace = window.desk.workspace
    if workspace is not None:
        for backup in window.files.backups()[:BACKUPS_LISTED]:
            restore = partial(window.files.restore, backup.path, workspace.path)
            _entry(menu, backup_label(backup), restore, _("What is there now is kept beside it."))
    menu.setEnabled(not menu.isEmpty())
    return menu


def _theme(window: "Window", parent: QMenu, known: "dict[str, Command]") -> QMenu:
    menu = QMenu(_("Theme and text size"), parent)
    group = QActionGroup(menu)
    for word in THEMES:
        action = action_of(window, menu, known[word])
        action.setCheckable(True)
        action.setChecked(window.desk.theme.choice == word)
        group.addAction(action)
        menu.addAction(action)
    menu.addSeparator()
    _add(window, menu, known, "larger", "smaller", "normal")
    return menu


def _help(window: "Window", parent: QMenu, known: "dict[str, Command]") -> QMenu:
    menu = QMenu(_("Help"), parent)
    menu.setToolTipsVisible(True)
    _add(window, menu, known, "manual", "glossary", "keys")
    menu.addSeparator()
    _add(window, menu, known, "log", "report", "about")
    return menu


def _entry(menu: QMenu, label: str, act: Callable[[], None], tip: str) -> None:
    action = menu.addAction(label.replace("&", "&&"))
    action.setToolTip(tip)
    action.triggered.connect(lambda _checked: act())
