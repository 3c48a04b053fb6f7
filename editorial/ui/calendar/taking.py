"""Boards that take what is dropped on them: the views, and the small month beside them."""

from typing import TYPE_CHECKING

from editorial.ui.calendar.board import Board
from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.calendar.dropping import Effect, Target
from editorial.ui.calendar.scene import Chip

if TYPE_CHECKING:
    from editorial.ui.calendar.place import CalendarPlace


def take_drops(board: Board, place: "CalendarPlace") -> None:
    """Let a board say what a drop would do, and put what is dropped on its day."""
    board.zone.advise = lambda drag, cell: _advise(place, board, drag, cell)
    board.dropped.connect(lambda drag, cell: _drop(place, board, drag, cell))


def _advise(place: "CalendarPlace", board: Board, drag: PieceDrag, cell: Target) -> Effect:
    if isinstance(cell, Chip):
        return place.items.advise(drag, cell.item)
    entries = place.adviser.entries(drag)
    if not entries:
        return Effect((), refused=True)
    return place.adviser.on_day(drag, board.day_for(cell, entries[0]))


def _drop(place: "CalendarPlace", board: Board, drag: PieceDrag, cell: Target) -> None:
    if isinstance(cell, Chip):
        if cell.item.occurrence is not None:
            place.items.fill(drag.ids[0], cell.item.occurrence)
        return
    entries = place.adviser.entries(drag)
    place.acts.put(entries, lambda entry: board.day_for(cell, entry))
    place.selection.put(drag.ids)
    if board is place.view and entries:
        board.focus_piece(entries[0].id)
