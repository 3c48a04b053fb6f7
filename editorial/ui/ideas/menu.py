"""The menu of the ideas that are selected."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from editorial.language import _
from editorial.ui.ideas.idealist import IdeaList


def ideas_menu(ideas: IdeaList, schedule: Callable[[Sequence[int]], None], ids: tuple[int, ...]) -> QMenu:
    """Return the menu; it does by mouse what the list does by keyboard."""
    menu = QMenu(ideas)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(label: str, keys: str, act: Callable[[], object]) -> None:
        action = menu.addAction(label)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)

    add(_("Open"), "Return", lambda: ideas.opened.emit(ids[0]))
    add(_("Show beside"), "Space", lambda: ideas.beside_wanted.emit(ids))
    add(_("Plan for a day…"), "S", lambda: schedule(ids))
    menu.addSeparator()
    add(_("Duplicate"), "Ctrl+D", lambda: ideas.duplicate_wanted.emit(ids))
    add(_("Copy as rows"), "Ctrl+C", lambda: ideas.copy_wanted.emit(ids))
    add(_("Put into the bin"), "Del", lambda: ideas.bin_wanted.emit(ids))
    return menu
