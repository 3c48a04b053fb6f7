"""What is done with ideas besides planning them: parking them, and merging one into another."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from editorial.domain.records import Entry
from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.services import calendar, duplicates, parking, pieces
from editorial.ui.desk import Desk
from editorial.ui.fields.options import Option
from editorial.ui.fields.picker import Picker
from editorial.ui.ideas.parksheet import ParkSheet
from editorial.ui.piece.acts import told
from editorial.ui.titled import titled

NEAR = "≈"
"""Stands before a near-duplicate in the list of pieces to merge into."""


def park(desk: Desk, view: QAbstractItemView, ids: Sequence[int]) -> ParkSheet:
    """Ask until when and why, and park ideas."""
    sheet = ParkSheet(view.window(), desk, len(ids))

    def take(until: date, because: str) -> None:
        today = desk.today
        told(desk, lambda w: parking.park(w, ids, until, because, today=today))
        view.setFocus()

    sheet.parked.connect(take)
    rect = view.visualRect(view.currentIndex())
    corner = view.viewport().mapToGlobal(rect.topLeft())
    sheet.open_at(QRect(corner, QSize(rect.width(), max(1, rect.height()))), sheet.line)
    return sheet


def merge_into(desk: Desk, view: QAbstractItemView, piece_id: int) -> Picker | None:
    """Ask which piece an idea is merged into; near-duplicates come first."""
    found = desk.ask(lambda w: pieces.read_entries(w, [piece_id]))
    if not found:
        return None
    anchor = _anchor(view)
    picker = Picker(anchor, _("Merge “{title}” into").format(title=found[0].title), desk.theme.tokens)
    picker.line.setPlaceholderText(_("Merge into which piece? Type to search"))
    picker.offer(merge_options(desk, found[0]), (), several=False)
    picker.picked.connect(lambda into: merge(desk, view, piece_id, int(into)))
    picker.destroyed.connect(anchor.deleteLater)
    picker.open_below()
    return picker


def merge_options(desk: Desk, entry: Entry) -> list[Option]:
    """Return the pieces an idea may be merged into: near-duplicates, then the other ideas."""
    near = desk.ask(lambda w: duplicates.near_entries(w, entry.title, leave_out=entry.id)) or []
    known = {one.id for one in near} | {entry.id}
    others = [one for one in desk.ask(calendar.ideas) or [] if one.id not in known]
    return [
        *(Option(one.id, titled(one.title, _when(one)), NEAR) for one in near),
        *(Option(one.id, one.title) for one in others),
    ]


def merge(desk: Desk, view: QWidget, from_id: int, into_id: int) -> None:
    """Merge a piece into another; the toast offers to undo it."""
    told(desk, lambda w: duplicates.merge(w, from_id, into_id))
    view.setFocus()


def _when(entry: Entry) -> str:
    return spoken_day(entry.day) if entry.day else _("idea")


def _anchor(view: QAbstractItemView) -> QWidget:
    """Return an invisible widget where the current row is, for the list to open below."""
    anchor = QWidget(view.viewport())
    anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    rect = view.visualRect(view.currentIndex())
    anchor.setGeometry(QRect(rect.topLeft(), rect.size()))
    return anchor
