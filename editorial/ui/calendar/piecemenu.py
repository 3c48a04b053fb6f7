"""The menu of pieces on the calendar: everything the keyboard can do, and the fields one changes most."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from editorial.domain.moves import why_not_move
from editorial.domain.records import Entry, Lists
from editorial.domain.spoken import kind_word
from editorial.domain.vocabulary import Kind
from editorial.language import _, ngettext

if TYPE_CHECKING:
    from editorial.ui.commands import Command

MOST_PEOPLE = 25


def piece_menu(
    parent: QWidget,
    entries: Sequence[Entry],
    lists: Lists,
    commands: "Sequence[Command]",
    give: Callable[[str, Any], None],
) -> QMenu:
    """Return the menu of these pieces; `give` sets a field of all of them."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    known = {command.word: command for command in commands}
    if entries:
        head = menu.addAction(_heading(entries))
        head.setEnabled(False)
        _add(menu, known, "piece-open", "piece-beside")
        menu.addSeparator()
        statuses = {id_: status.name for id_, status in lists.statuses.items()}
        _field(menu, _("Status"), statuses, [entry.status_id for entry in entries], lambda v: give("status_id", v))
        _field(
            menu,
            _("Owner"),
            _people(lists, entries),
            [entry.owner_id for entry in entries],
            lambda v: give("owner_id", v),
        )
        kinds: dict[Any, str] = {kind: kind_word(kind) for kind in Kind}
        _field(
            menu, _("Kind"), {**kinds, None: _("no kind")}, [entry.kind for entry in entries], lambda v: give("kind", v)
        )
        menu.addSeparator()
    _add(menu, known, "piece-date", "piece-shift", "piece-insert", "piece-unschedule")
    menu.addSeparator()
    _add(menu, known, "piece-duplicate", "piece-copy", "piece-bin")
    menu.addSeparator()
    _add(menu, known, "calendar-day", "calendar-paste", "plan")
    return menu


def why_none_moves(entries: Sequence[Entry]) -> str | None:
    """Return why the dates of these pieces do not move, or None."""
    if not entries:
        return _("Select a piece first.")
    return next((why for entry in entries if (why := why_not_move(entry))), None)


def _heading(entries: Sequence[Entry]) -> str:
    if len(entries) == 1:
        title = entries[0].title
        return (title if len(title) <= 48 else f"{title[:47]}…").replace("&", "&&")
    return ngettext("{n} piece", "{n} pieces", len(entries)).format(n=len(entries))


def _people(lists: Lists, entries: Sequence[Entry]) -> Mapping[Any, str]:
    """Return the people one may name here: a menu of thousands helps nobody, the piece itself lists all."""
    named = {entry.owner_id for entry in entries if entry.owner_id is not None}
    people = dict(sorted(lists.people.items(), key=lambda person: (person[0] not in named, person[1].casefold())))
    few = dict(list(people.items())[:MOST_PEOPLE])
    return {None: _("nobody"), **few}


def _add(menu: QMenu, known: "Mapping[str, Command]", *words: str) -> None:
    for word in words:
        if word not in known:
            continue
        command = known[word]
        action = QAction(command.label, menu)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if reason := command.why_not():
            action.setEnabled(False)
            action.setToolTip(reason)
        action.triggered.connect(lambda _on=False, run=command.run: run())
        menu.addAction(action)


def _field(
    menu: QMenu, label: str, values: Mapping[Any, str], current: Sequence[Any], give: Callable[[Any], None]
) -> None:
    choices = menu.addMenu(label)
    same = set(current)
    for value, name in values.items():
        action = choices.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(same == {value})
        action.triggered.connect(lambda _on=False, value=value: give(value))
