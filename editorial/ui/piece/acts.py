"""What can be done with one piece besides editing it, as a menu."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from editorial.domain.records import Piece
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.links import SAFE, open_address


def piece_menu(desk: Desk, piece: Piece, parent: QWidget) -> QMenu:
    """Return the menu; what cannot be done is greyed and says why."""
    from editorial.services import pieces, schedule

    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(label: str, act: Callable[[Any], object], why_not: str | None) -> None:
        action = menu.addAction(label)
        action.setEnabled(why_not is None)
        action.setToolTip(why_not or "")
        action.triggered.connect(lambda: told(desk, act))

    locked = _("This workspace is read only.") if desk.workspace and desk.workspace.readonly else None
    undated = _("It has no date: it is an idea.") if piece.planned is None else None
    published = _("A published piece keeps its date.") if piece.published_on else None
    add(_("Duplicate"), lambda w: pieces.duplicate(w, [piece.id]), locked)
    add(_("Back to ideas"), lambda w: schedule.unschedule(w, [piece.id]), locked or published or undated)
    add(_("Put into the bin"), lambda w: pieces.bin(w, [piece.id]), locked)
    if piece.url.split(":")[0] in SAFE:
        menu.addSeparator()
        menu.addAction(_("Open its address")).triggered.connect(lambda: open_address(piece.url))
    return menu


def told(desk: Desk, act: Callable[[Any], object]) -> bool:
    """Do something, say what was done with its undo, and return whether anything was changed."""
    labels: list[str] = []

    def note(changed: Any) -> None:
        labels.append(changed.label)

    desk.settle.emit()
    desk.changed.connect(note)
    desk.ask(act)
    desk.changed.disconnect(note)
    if labels:
        desk.say(labels[-1], _("Undo"), desk.undo)
    return bool(labels)
