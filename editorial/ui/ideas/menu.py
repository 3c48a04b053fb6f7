"""The menu of the ideas that are selected."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu

from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.ideas.idealist import IdeaList


def ideas_menu(desk: Desk, ideas: IdeaList, schedule: Callable[[Sequence[int]], object], ids: tuple[int, ...]) -> QMenu:
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
    further(desk, ideas, ids, menu)
    menu.addSeparator()
    add(_("Duplicate"), "Ctrl+D", lambda: ideas.duplicate_wanted.emit(ids))
    add(_("Copy as rows"), "Ctrl+C", lambda: ideas.copy_wanted.emit(ids))
    add(_("Put into the bin"), "Del", lambda: ideas.bin_wanted.emit(ids))
    return menu


def further(desk: Desk, view: QAbstractItemView, ids: tuple[int, ...], menu: QMenu) -> None:
    """Add what parks ideas and what merges one into another."""
    from editorial.ui.ideas import acts

    park = menu.addAction(_("Park until a day…"))
    park.triggered.connect(lambda: acts.park(desk, view, ids))
    merge = menu.addAction(_("Merge into…"))
    merge.triggered.connect(lambda: acts.merge_into(desk, view, ids[0]))
    merge.setEnabled(len(ids) == 1)
    for action in (park, merge):
        action.setEnabled(action.isEnabled() and not desk.readonly)
