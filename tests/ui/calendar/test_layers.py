"""Lanes of the calendar: tasks, interviews and reviews together or apart, deadlines as bars, late pieces marked."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.conditions import Operator, Test
from editorial.domain.layers import Layer
from editorial.domain.records import Step
from editorial.domain.vocabulary import InterviewStatus, Precision
from editorial.services import lists, pieces
from editorial.store.workspace import Workspace
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.listing import ListBoard
from editorial.ui.calendar.looks import look_of, look_to
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.planning import MoveTo
from editorial.ui.calendar.scene import Chip
from editorial.ui.calendar.sheet import Look, View
from tests.builders import a_person, a_piece, named

PUBLISH = date(2027, 3, 18)
STEPS = (Step(name="Brief", offset=-10), Step(name="Draft", offset=-4), Step(name="Publish"))
ALL = frozenset(Layer)


@pytest.fixture
def piece(place: CalendarPlace, workspace: Workspace) -> int:
    """A piece with three tasks, the first of them late."""
    assert place.desk.workspace is workspace
    made_as = named(workspace, "format", "Blog post")
    lists.edit(workspace, "format", made_as, steps=STEPS)
    return pieces.create(workspace, "Pricing", planned=PUBLISH, format_id=made_as)


def texts(place: CalendarPlace) -> list[str]:
    assert isinstance(place.view, Board)
    return [chip.item.text for chip in place.view.scene.chips]


def rows(place: CalendarPlace) -> list[str]:
    assert isinstance(place.view, Board)
    model, vertical = place.view.cells, Qt.Orientation.Vertical
    return [model.headerData(row, vertical) for row in range(model.rowCount())]


@pytest.mark.usefixtures("piece")
def test_tasks_are_shown_when_they_are_ticked(place: CalendarPlace) -> None:
    assert texts(place) == []
    place.choose(layers=ALL)
    assert texts(place) == ["! Brief · Pricing", "☐ Draft · Pricing", "☐ Publish · Pricing"]


def test_an_interview_stands_on_its_day(place: CalendarPlace, workspace: Workspace) -> None:
    ada = a_person(workspace, "Ada Byron")
    lists.edit(workspace, "person", ada, notes="x")
    lists.add(
        workspace,
        "interview",
        "On risk",
        day=PUBLISH,
        time=time(14),
        person_ids=(ada,),
        status=InterviewStatus.ARRANGED,
    )
    assert texts(place)[0].startswith("❝ Ada Byron")


def test_a_review_is_shown_on_its_day(place: CalendarPlace, workspace: Workspace) -> None:
    a_piece(workspace, "Evergreen", published_on=date(2026, 3, 1), status="Published", review_date=PUBLISH)
    place.choose(layers=ALL)
    assert texts(place) == ["↻ Evergreen"]


@pytest.mark.usefixtures("piece")
def test_publish_days_can_be_left_out(place: CalendarPlace) -> None:
    place.choose(layers=frozenset({Layer.TASK}))
    assert isinstance(place.view, Board)
    assert not place.view.scene.tiles
    assert len(texts(place)) == 3


@pytest.mark.usefixtures("piece")
@pytest.mark.parametrize("view", [View.WEEK, View.QUARTER])
def test_apart_each_layer_has_a_row_of_its_own(place: CalendarPlace, view: View) -> None:
    place.choose(view=view, layers=ALL)
    place.desk.look_at(PUBLISH)
    assert "Tasks" in rows(place)


@pytest.mark.usefixtures("piece")
def test_together_the_quarter_has_one_row_for_all(place: CalendarPlace) -> None:
    place.choose(view=View.QUARTER, layers=ALL, apart=False)
    assert "Also" in rows(place)
    assert "Tasks" not in rows(place)


@pytest.mark.usefixtures("piece")
def test_together_the_week_keeps_them_among_the_pieces(place: CalendarPlace) -> None:
    place.choose(view=View.WEEK, layers=ALL, apart=False)
    place.desk.look_at(PUBLISH)
    assert rows(place) == ["Pieces"]
    assert "☐ Publish · Pricing" in texts(place)


@pytest.mark.usefixtures("piece")
def test_the_list_has_tasks_under_a_heading(place: CalendarPlace) -> None:
    place.choose(view=View.LIST, layers=ALL)
    assert isinstance(place.view, ListBoard)
    shown = [place.view.rows.index(row, 0).data() for row in range(place.view.rows.rowCount())]
    assert "▾ Tasks · 3" in shown


def test_a_click_on_a_task_shows_its_piece_beside(qtbot: QtBot, place: CalendarPlace, piece: int, board: Board) -> None:
    place.choose(layers=ALL)
    there = board.scene.chips[0].rect.center() - board.offset()
    with qtbot.waitSignal(place.desk.piece_selected) as told:
        qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert told.args == [piece]


def test_enter_on_a_task_opens_its_piece(qtbot: QtBot, place: CalendarPlace, piece: int, board: Board) -> None:
    place.choose(layers=ALL)
    chip = board.scene.chips[1]
    board.focus_on.go(chip.place, board.scene.stops[chip.place].index(chip))
    assert isinstance(board.focus_on.stop, Chip)
    with qtbot.waitSignal(place.desk.piece_opened) as told:
        qtbot.keyClick(board, Qt.Key.Key_Return)
    assert told.args == [piece]


def test_a_late_piece_is_marked_and_said(place: CalendarPlace, piece: int, board: Board) -> None:
    tile = board.scene.tile_of(piece)
    assert tile is not None
    assert tile.late == 4
    assert "late by 4 working days" in board._tip(tile.rect.center())


def test_the_selected_piece_shows_its_deadlines_as_a_bar(place: CalendarPlace, piece: int) -> None:
    place.choose(view=View.QUARTER)
    assert "Deadlines" not in rows(place)
    place.selection.only(piece)
    assert isinstance(place.view, Board)
    bar = place.view.scene.tiles[-1]
    assert "Deadlines" in rows(place)
    assert bar.entry.id == piece
    assert bar.rect.width() > place.view.columnWidth(0)


@pytest.mark.usefixtures("piece")
def test_every_piece_may_show_its_deadlines(place: CalendarPlace) -> None:
    place.choose(view=View.QUARTER, deadlines=True)
    assert "Deadlines" in rows(place)


def test_a_band_moves_to_a_day_by_the_keyboard(qtbot: QtBot, place: CalendarPlace, workspace: Workspace) -> None:
    band = a_piece(workspace, "Some day", planned=date(2027, 3, 1), precision=Precision.MONTH)
    place.view.focus_piece(band)
    place.selection.only(band)
    place.sheets.move_to()
    sheet = next(sheet for sheet in place.window().findChildren(MoveTo) if sheet.isVisible())
    qtbot.keyClicks(sheet.line, PUBLISH.isoformat())
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    moved = pieces.read(workspace, band)
    assert (moved.planned, moved.precision) == (PUBLISH, Precision.DAY)


def test_what_is_shown_is_kept_between_starts() -> None:
    look = Look(layers=frozenset({Layer.TASK}), apart=False, deadlines=True)
    assert look_of(look_to(look)) == look


def test_a_filter_leaves_the_tasks_of_other_pieces_out(place: CalendarPlace, piece: int) -> None:
    place.choose(layers=ALL)
    place.filter_by(Test("title", Operator.CONTAINS, ("nothing like it",)))
    assert piece
    assert texts(place) == []
