"""Open slots on the calendar: shown in every view, filled by a drop and by the keyboard, taken back by one undo."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import Kind
from editorial.services import history, pieces, slot_series, slots
from editorial.store.workspace import Workspace
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.calendar.listing import ListBoard
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.scene import Chip
from editorial.ui.calendar.sheet import View
from editorial.ui.calendar.slotsheet import SlotSheet
from tests.builders import a_piece, named

TUESDAY = date(2027, 3, 16)


@pytest.fixture
def slot(workspace: Workspace, place: CalendarPlace) -> int:
    """A weekly slot that gives its kind and format."""
    made_as = named(workspace, "format", "Blog post")
    return slot_series.add(
        workspace,
        "Blog slot",
        rule="FREQ=WEEKLY;BYDAY=TU",
        first=date(2027, 3, 2),
        format_id=made_as,
        kind=Kind.PRACTICAL,
    )


def chip(place: CalendarPlace, day: date = TUESDAY) -> Chip:
    assert isinstance(place.view, Board)
    return next(chip for chip in place.view.scene.chips if chip.item.open_slot and chip.item.day == day)


def drop_on(qtbot: QtBot, board: Board, piece: int, there: Chip) -> bool:
    where = there.rect.center() - board.offset()
    left, none, move = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction
    data = PieceDrag((piece,)).to_mime()
    QApplication.sendEvent(board.viewport(), QDragEnterEvent(where, move, data, left, none))
    over = QDragMoveEvent(where, move, data, left, none)
    QApplication.sendEvent(board.viewport(), over)
    if not over.isAccepted():
        return False
    with qtbot.waitSignal(board.dropped):
        QApplication.sendEvent(board.viewport(), QDropEvent(QPointF(where), move, data, left, none))
    return True


def sheet_of(place: CalendarPlace) -> SlotSheet:
    return next(sheet for sheet in place.window().findChildren(SlotSheet) if sheet.isVisible())


@pytest.mark.usefixtures("slot")
@pytest.mark.parametrize("view", [View.MONTH, View.WEEK, View.QUARTER])
def test_an_open_slot_stands_on_the_boards(place: CalendarPlace, view: View) -> None:
    place.choose(view=view)
    place.desk.look_at(TUESDAY)
    assert chip(place).item.text == "○ Blog slot · practical"


@pytest.mark.usefixtures("slot")
def test_the_year_counts_open_slots_in_tip_and_accessible_text(place: CalendarPlace) -> None:
    place.choose(view=View.YEAR)
    assert isinstance(place.view, Board)
    cell = place.view.scene.cell_of(TUESDAY)
    assert cell is not None
    assert "1 open slot" in place.view.cell_tip(cell)
    assert "Blog slot, open slot" in place.view.say(*cell.place)


@pytest.mark.usefixtures("slot")
def test_the_list_has_the_open_slots_below_the_pieces(place: CalendarPlace) -> None:
    place.choose(view=View.LIST)
    assert isinstance(place.view, ListBoard)
    texts = [place.view.rows.index(row, 0).data() for row in range(place.view.rows.rowCount())]
    assert "▾ Open slots · 3" in texts
    assert "16 Mar" in texts


@pytest.mark.usefixtures("slot")
def test_slots_before_today_are_not_offered(place: CalendarPlace) -> None:
    assert isinstance(place.view, Board)
    assert min(there.item.day for there in place.view.scene.chips) == TUESDAY


def test_a_timely_slot_has_a_mark_of_its_own(place: CalendarPlace, workspace: Workspace) -> None:
    slot_series.add(workspace, "Scoop", rule="FREQ=WEEKLY;BYDAY=TU", first=date(2027, 3, 2), timely=True)
    assert chip(place).item.text.startswith("⚡")
    assert "open timely slot" in chip(place).item.said


@pytest.mark.usefixtures("slot")
def test_an_idea_dropped_on_a_slot_takes_its_day_format_and_kind(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, board: Board
) -> None:
    idea = a_piece(workspace, "Dropped")
    assert drop_on(qtbot, board, idea, chip(place))
    piece = pieces.read(workspace, idea)
    assert (piece.planned, piece.kind) == (TUESDAY, Kind.PRACTICAL)
    assert piece.format_id == named(workspace, "format", "Blog post")


@pytest.mark.usefixtures("slot")
def test_one_undo_takes_the_whole_drop_back(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, board: Board
) -> None:
    idea = a_piece(workspace, "Dropped")
    drop_on(qtbot, board, idea, chip(place))
    assert history.undo(workspace) == "Put ‘Dropped’ into ‘Blog slot’ on 16 March"
    assert pieces.read(workspace, idea).planned is None


@pytest.mark.usefixtures("slot")
def test_a_filled_slot_shows_its_piece_alone(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, board: Board
) -> None:
    idea = a_piece(workspace, "Dropped")
    drop_on(qtbot, board, idea, chip(place))
    assert TUESDAY not in [there.item.day for there in board.scene.chips]
    assert board.scene.tile_of(idea) is not None


@pytest.mark.usefixtures("slot")
def test_a_slot_takes_one_piece_only(place: CalendarPlace, workspace: Workspace) -> None:
    drag = PieceDrag((a_piece(workspace, "One"), a_piece(workspace, "Two")))
    effect = place.items.advise(drag, chip(place).item)
    assert effect.refused
    assert effect.words == ("A slot takes one piece.",)


@pytest.mark.usefixtures("slot")
def test_what_a_drop_would_change_is_said(place: CalendarPlace, workspace: Workspace) -> None:
    idea = a_piece(workspace, "Dropped", kind=Kind.ASPIRATIONAL)
    effect = place.items.advise(PieceDrag((idea,)), chip(place).item)
    assert effect.words[:2] == ("Fills Blog slot.", "It becomes: practical, Blog post.")


@pytest.mark.usefixtures("slot")
def test_the_mix_after_counts_the_kind_the_slot_gives(place: CalendarPlace, workspace: Workspace) -> None:
    effect = place.items.advise(PieceDrag((a_piece(workspace, "No kind yet"),)), chip(place).item)
    assert "Mix after: 0 % aspirational, 100 % practical." in effect.words


@pytest.mark.usefixtures("slot")
def test_enter_on_a_slot_lists_ideas_that_fit(qtbot: QtBot, place: CalendarPlace, workspace: Workspace) -> None:
    fits = a_piece(workspace, "Fits", kind=Kind.PRACTICAL)
    a_piece(workspace, "Another kind", kind=Kind.ASPIRATIONAL)
    assert isinstance(place.view, Board)
    place.view.setFocus()
    place.view.focus_day(TUESDAY)
    qtbot.keyClick(place.view, Qt.Key.Key_Down)
    qtbot.keyClick(place.view, Qt.Key.Key_Return)
    sheet = sheet_of(place)
    assert sheet.shown() == [fits]
    sheet.close()


@pytest.mark.usefixtures("slot")
def test_enter_in_the_sheet_puts_the_idea_there(qtbot: QtBot, place: CalendarPlace, workspace: Workspace) -> None:
    fits = a_piece(workspace, "Fits", kind=Kind.PRACTICAL)
    there = chip(place)
    assert there.item.occurrence is not None
    sheet = place.items.offer(there.item.occurrence, QRect(QPoint(100, 100), there.rect.size()))
    assert sheet is not None
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert pieces.read(workspace, fits).planned == TUESDAY


def test_a_title_written_in_the_sheet_fills_the_slot(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, slot: int
) -> None:
    there = chip(place)
    assert there.item.occurrence is not None
    sheet = place.items.offer(there.item.occurrence, QRect(QPoint(100, 100), there.rect.size()))
    assert sheet is not None
    sheet.line.setText("Written here")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    filled = next(one for one in slots.occurrences(workspace, TUESDAY, TUESDAY) if one.slot.id == slot)
    assert filled.piece_id is not None
    assert pieces.read(workspace, filled.piece_id).kind is Kind.PRACTICAL


def test_a_release_of_the_mouse_on_a_slot_opens_its_sheet(
    qtbot: QtBot, place: CalendarPlace, slot: int, board: Board
) -> None:
    assert slot
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=chip(place).rect.center() - board.offset())
    sheet_of(place).close()
