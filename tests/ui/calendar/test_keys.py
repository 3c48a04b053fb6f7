"""The calendar by keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import Precision
from editorial.store.workspace import Workspace
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.daylist import DayList
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.planning import MoveTo, PlanSheet
from editorial.ui.calendar.sheet import View
from editorial.ui.window import Window
from tests.builders import a_piece, value
from tests.ui.calendar.conftest import planned, point_of

ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
KEY = Qt.Key


@pytest.fixture
def piece(place: CalendarPlace, workspace: Workspace) -> int:
    """A piece on Tuesday 16 March 2027, with the focus on it."""
    made = a_piece(workspace, "Pricing after tariffs", planned=date(2027, 3, 16))
    place.show_piece(made)
    return made


def focused(place: CalendarPlace) -> date:
    return place.focused_day()


def test_the_focus_begins_on_the_day_in_view(place: CalendarPlace) -> None:
    assert focused(place) == date(2027, 3, 10)


@pytest.mark.parametrize(
    ("key", "modifier", "day"),
    [
        (KEY.Key_Right, None, date(2027, 3, 11)),
        (KEY.Key_Left, None, date(2027, 3, 9)),
        (KEY.Key_Down, None, date(2027, 3, 17)),
        (KEY.Key_Up, None, date(2027, 3, 3)),
        (KEY.Key_Home, None, date(2027, 3, 8)),
        (KEY.Key_End, None, date(2027, 3, 14)),
        (KEY.Key_Home, CONTROL, date(2027, 3, 1)),
        (KEY.Key_PageDown, None, date(2027, 4, 10)),
        (KEY.Key_PageUp, None, date(2027, 2, 10)),
    ],
)
def test_keys_move_the_focus(
    qtbot: QtBot, place: CalendarPlace, key: Qt.Key, modifier: Qt.KeyboardModifier | None, day: date
) -> None:
    qtbot.keyClick(place.view, key, modifier or Qt.KeyboardModifier.NoModifier)
    assert focused(place) == day


def test_the_focus_runs_on_into_the_next_row(qtbot: QtBot, place: CalendarPlace) -> None:
    qtbot.keyClick(place.view, KEY.Key_End)
    qtbot.keyClick(place.view, KEY.Key_Right)
    assert focused(place) == date(2027, 3, 15)


def test_the_focus_leaves_for_another_month(qtbot: QtBot, place: CalendarPlace) -> None:
    place.show_day(date(2027, 3, 1))
    qtbot.keyClick(place.view, KEY.Key_Up)
    assert focused(place) == date(2027, 2, 22)
    assert place.title() == "February 2027"


def test_arrows_select_the_piece_they_come_to(qtbot: QtBot, place: CalendarPlace, piece: int) -> None:
    place.show_day(date(2027, 3, 15))
    qtbot.keyClick(place.view, KEY.Key_Right)
    assert place.selection.ids == (piece,)


def test_shift_and_arrows_select_several(qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int) -> None:
    other = a_piece(workspace, "Talent", planned=date(2027, 3, 17))
    qtbot.keyClick(place.view, KEY.Key_Right, SHIFT)
    assert place.selection.ids == (piece, other)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (KEY.Key_Right, date(2027, 3, 17)),
        (KEY.Key_Left, date(2027, 3, 15)),
        (KEY.Key_Down, date(2027, 3, 23)),
        (KEY.Key_Up, date(2027, 3, 9)),
    ],
)
def test_alt_and_arrows_move_the_piece(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int, key: Qt.Key, day: date
) -> None:
    qtbot.keyClick(place.view, key, ALT)
    assert planned(workspace, piece) == day
    assert focused(place) == day
    assert place.selection.ids == (piece,)


def test_a_piece_moved_out_of_the_month_is_followed(qtbot: QtBot, place: CalendarPlace, piece: int) -> None:
    for _week in range(3):
        qtbot.keyClick(place.view, KEY.Key_Down, ALT)
    assert (focused(place), place.title()) == (date(2027, 4, 6), "April 2027")


def test_a_band_moves_by_its_own_span(qtbot: QtBot, place: CalendarPlace, workspace: Workspace) -> None:
    band = a_piece(workspace, "Some day", planned=date(2027, 3, 1), precision=Precision.MONTH)
    place.selection.only(band)
    place.view.focus_piece(band)
    qtbot.keyClick(place.view, KEY.Key_Right, ALT)
    assert planned(workspace, band) == date(2027, 4, 1)
    assert value(workspace, "SELECT precision FROM piece WHERE id = :p", p=band) == "month"


def test_enter_opens_the_piece(qtbot: QtBot, place: CalendarPlace, piece: int) -> None:
    with qtbot.waitSignal(place.desk.piece_opened) as opened:
        qtbot.keyClick(place.view, KEY.Key_Return)
    assert opened.args == [piece]


def test_enter_on_an_empty_day_adds_a_piece_there(qtbot: QtBot, place: CalendarPlace, workspace: Workspace) -> None:
    qtbot.keyClick(place.view, KEY.Key_Return)
    sheet = place.window().findChild(DayList)
    assert sheet is not None
    qtbot.keyClicks(sheet.line, "A new thought")
    qtbot.keyClick(sheet.line, KEY.Key_Return)
    assert value(workspace, "SELECT planned FROM piece WHERE title = 'A new thought'") == "2027-03-10"


def test_delete_puts_into_the_bin_and_undo_brings_back(qtbot: QtBot, place: CalendarPlace, piece: int) -> None:
    qtbot.keyClick(place.view, KEY.Key_Delete)
    assert piece not in place.view.shown_ids()
    place.desk.undo()
    assert piece in place.view.shown_ids()


def test_control_d_duplicates(qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int) -> None:
    qtbot.keyClick(place.view, KEY.Key_D, CONTROL)
    assert value(workspace, "SELECT count(*) FROM piece WHERE title LIKE '%Pricing after tariffs%'") == 2


def test_control_c_copies_rows_for_a_spreadsheet(qtbot: QtBot, place: CalendarPlace, piece: int) -> None:
    qtbot.keyClick(place.view, KEY.Key_C, CONTROL)
    heading, row = QGuiApplication.clipboard().text().splitlines()
    assert heading.startswith("Title\tDate")
    assert row.startswith("Pricing after tariffs\t2027-03-16")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("22 mar", date(2027, 3, 22)),
        ("2027-04-01", date(2027, 4, 1)),
        ("+3", date(2027, 3, 19)),
        ("friday", date(2027, 3, 12)),
    ],
)
def test_s_moves_to_a_typed_date(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int, typed: str, day: date
) -> None:
    qtbot.keyClick(place.view, KEY.Key_S)
    sheet = place.window().findChild(MoveTo)
    assert sheet is not None
    qtbot.keyClicks(sheet.line, typed)
    qtbot.keyClick(sheet.line, KEY.Key_Return)
    assert planned(workspace, piece) == day
    assert focused(place) == day


def test_backspace_makes_it_an_idea_again(qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int) -> None:
    qtbot.keyClick(place.view, KEY.Key_Backspace)
    assert planned(workspace, piece) is None


def test_shift_by_working_days_shows_what_it_would_do(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int
) -> None:
    qtbot.keyClick(place.view, KEY.Key_S, SHIFT)
    sheet = place.window().findChild(PlanSheet)
    assert sheet is not None
    sheet.working.setChecked(True)
    sheet.number.put(4)
    assert "22 Mar" in sheet.preview.item(0).text()
    qtbot.keyClick(sheet.number.line, KEY.Key_Return)
    assert planned(workspace, piece) == date(2027, 3, 22)


def test_a_number_of_days_is_typed_over_the_one_offered(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int
) -> None:
    qtbot.keyClick(place.view, KEY.Key_S, SHIFT)
    sheet = place.window().findChild(PlanSheet)
    assert sheet is not None
    qtbot.keyClick(sheet.number.line, KEY.Key_3)
    qtbot.keyClick(sheet.number.line, KEY.Key_Return)
    assert planned(workspace, piece) == date(2027, 3, 19)


def test_insert_here_pushes_the_rest(qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int) -> None:
    idea = a_piece(workspace, "First of all", planned=date(2027, 3, 2))
    place.show_day(date(2027, 3, 16))
    place.selection.only(idea)
    qtbot.keyClick(place.view, KEY.Key_I)
    sheet = place.window().findChild(PlanSheet)
    assert sheet is not None
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    assert (planned(workspace, idea), planned(workspace, piece)) == (date(2027, 3, 16), date(2027, 3, 17))


@pytest.mark.parametrize("view", [View.WEEK, View.QUARTER, View.LIST])
def test_alt_and_arrow_move_in_the_other_views(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int, view: View
) -> None:
    place.choose(view=view)
    place.show_piece(piece)
    qtbot.keyClick(place.view, KEY.Key_Down, ALT)
    assert planned(workspace, piece) == date(2027, 3, 23)
    assert place.selection.ids == (piece,)


def test_what_was_published_stays_and_says_why(qtbot: QtBot, place: CalendarPlace, workspace: Workspace) -> None:
    out = a_piece(workspace, "It is out", published_on=date(2027, 3, 9), status="Published")
    place.show_piece(out)
    with qtbot.waitSignal(place.desk.notice) as told:
        qtbot.keyClick(place.view, KEY.Key_Right, ALT)
    assert "what happened does not move" in told.args[0].text


def test_a_day_is_said_with_its_pieces(place: CalendarPlace, piece: int) -> None:
    board = place.view
    assert isinstance(board, Board)
    cell = board.scene.cell_of(date(2027, 3, 16))
    assert cell is not None
    index = board.cells.index(*cell.place)
    said = board.cells.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Tuesday 16 March 2027, 1 piece: Pricing after tariffs"


def test_control_and_arrows_keep_the_selection(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int
) -> None:
    later = a_piece(workspace, "The rest", planned=date(2027, 3, 18))
    qtbot.keyClick(place.view, KEY.Key_Right, CONTROL)
    qtbot.keyClick(place.view, KEY.Key_Right, CONTROL)
    assert (focused(place), place.selection.ids) == (date(2027, 3, 18), (piece,))
    qtbot.keyClick(place.view, KEY.Key_I)
    sheet = place.window().findChild(PlanSheet)
    assert sheet is not None
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    assert (planned(workspace, piece), planned(workspace, later)) == (date(2027, 3, 18), date(2027, 3, 19))


def test_clicking_a_day_keeps_the_focus_on_the_day(place: CalendarPlace, workspace: Workspace, piece: int) -> None:
    view = place.view
    assert isinstance(view, Board)
    view.focus_day(date(2027, 3, 16))
    place.reload()
    assert view.focus_on.piece is None


def test_keys_act_on_the_focused_piece_where_nothing_is_selected(
    qtbot: QtBot, place: CalendarPlace, workspace: Workspace, piece: int
) -> None:
    qtbot.keyClick(place.view, KEY.Key_Escape)
    qtbot.keyClick(place.view, KEY.Key_Right, ALT)
    assert planned(workspace, piece) == date(2027, 3, 17)


def test_a_single_letter_acts_on_the_focused_piece_too(qtbot: QtBot, place: CalendarPlace, piece: int) -> None:
    qtbot.keyClick(place.view, KEY.Key_Escape)
    qtbot.keyClick(place.view, KEY.Key_S)
    assert place.findChild(MoveTo) is not None or place.window().findChild(MoveTo) is not None


def test_menu_of_an_empty_day_is_not_about_a_piece_elsewhere(
    qtbot: QtBot, place: CalendarPlace, board: Board, workspace: Workspace
) -> None:
    place.show_piece(a_piece(workspace, "Pricing", planned=date(2027, 3, 16)))
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.RightButton, pos=point_of(board, date(2027, 3, 18)))
    assert not place.selection.ids


def test_keys_of_the_view_act_from_the_controls_above_it(qtbot: QtBot, window: Window, place: CalendarPlace) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    place.show_day(date(2027, 9, 1))
    place.filter.button.setFocus()
    qtbot.keyClick(place.filter.button, KEY.Key_T)
    assert place.desk.day == place.desk.today
    qtbot.keyClick(place.filter.button, KEY.Key_4, CONTROL | SHIFT)
    assert place.look.view is View.WEEK
