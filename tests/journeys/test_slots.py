"""A quarter by slots and deadlines: an idea put into a slot, a series changed, a piece moved with its deadlines."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import insert
from sqlmodel import SQLModel

from editorial.domain.records import Step
from editorial.domain.slots import Scope
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Kind
from editorial.services import history, lists, pieces, slot_series, slots, tasks
from editorial.store.workspace import Workspace
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.scene import Chip
from editorial.ui.calendar.slotsheet import SlotSheet
from editorial.ui.settings.place import SettingsPlace
from editorial.ui.slots.page import SlotsPage
from editorial.ui.window import Window
from tests.builders import a_person, a_piece, named

TUESDAY = date(2027, 3, 16)
STEPS = (Step(name="Brief", offset=-3), Step(name="Draft", offset=-1, role=AssignmentRole.AUTHOR), Step(name="Publish"))


@pytest.fixture
def slot(window: Window, workspace: Workspace) -> int:
    assert window.desk.workspace is workspace
    made_as = named(workspace, "format", "Blog post")
    lists.edit(workspace, "format", made_as, steps=STEPS)
    return slot_series.add(
        workspace,
        "Blog slot",
        rule="FREQ=WEEKLY;BYDAY=TU",
        first=date(2027, 3, 2),
        format_id=made_as,
        kind=Kind.PRACTICAL,
    )


@pytest.fixture
def board(window: Window) -> Board:
    place = window.go("calendar")
    assert isinstance(place, CalendarPlace)
    assert isinstance(place.view, Board)
    return place.view


def accept(workspace: Workspace, piece: int) -> None:
    values: dict[str, object] = {"piece_id": piece, "person_id": a_person(workspace), "position": 0}
    values |= {"role": AssignmentRole.AUTHOR.value, "status": AssignmentStatus.ACCEPTED.value}
    with workspace.change("Accept") as session:
        session.execute(insert(SQLModel.metadata.tables["assignment"]).values(**values))


def due(workspace: Workspace, piece: int) -> list[date | None]:
    return [task.due for task in tasks.of_piece(workspace, piece)]


def fill_by_keys(qtbot: QtBot, board: Board, title: str) -> None:
    """Go to the open slot of a day with the keyboard and put the idea of a title there."""
    board.setFocus()
    board.focus_day(TUESDAY)
    qtbot.keyClick(board, Qt.Key.Key_Down)
    assert isinstance(board.focus_on.stop, Chip)
    qtbot.keyClick(board, Qt.Key.Key_Return)
    sheet = next(sheet for sheet in board.window().findChildren(SlotSheet) if sheet.isVisible())
    qtbot.keyClicks(sheet.line, title)
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)


@pytest.mark.usefixtures("slot")
def test_an_idea_put_into_a_slot_gets_its_tasks(qtbot: QtBot, board: Board, workspace: Workspace) -> None:
    idea = a_piece(workspace, "Pricing after tariffs")
    fill_by_keys(qtbot, board, "tariffs")
    assert pieces.read(workspace, idea).kind is Kind.PRACTICAL
    assert due(workspace, idea) == [date(2027, 3, 11), date(2027, 3, 15), TUESDAY]


@pytest.mark.usefixtures("slot")
def test_a_piece_moves_and_its_accepted_deadline_follows_when_asked(
    qtbot: QtBot, window: Window, board: Board, workspace: Workspace
) -> None:
    idea = a_piece(workspace, "Pricing after tariffs")
    fill_by_keys(qtbot, board, "tariffs")
    accept(workspace, idea)
    board.setFocus()
    board.focus_piece(idea)
    qtbot.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert due(workspace, idea) == [date(2027, 3, 12), date(2027, 3, 15), TUESDAY + timedelta(days=1)]
    more = next(
        button for button in window.findChildren(QPushButton) if button.text() == "Move it too" and button.isVisible()
    )
    more.click()
    assert due(workspace, idea) == [date(2027, 3, 12), TUESDAY, TUESDAY + timedelta(days=1)]


def test_a_series_changes_from_one_day_on(window: Window, workspace: Workspace, slot: int) -> None:
    place = window.go("settings", kind="slot", id=slot)
    assert isinstance(place, SettingsPlace)
    assert isinstance(place.page, SlotsPage)
    place.page.form.rule.days[1].click()
    place.page.form.rule.days[3].click()
    place.page.form.bar.choose(Scope.LATER)
    place.page.form.bar.act.click()
    standing = [one.day for one in slots.occurrences(workspace, date(2027, 3, 1), date(2027, 3, 31))]
    assert standing == [date(2027, 3, day) for day in (2, 9, 18, 25)]


@pytest.mark.usefixtures("slot")
def test_all_of_it_is_undone(qtbot: QtBot, window: Window, board: Board, workspace: Workspace) -> None:
    idea = a_piece(workspace, "Pricing after tariffs")
    made = len(history.changes(workspace))
    fill_by_keys(qtbot, board, "tariffs")
    qtbot.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    for _change in range(len(history.changes(workspace)) - made):
        window.desk.undo()
    assert (pieces.read(workspace, idea).planned, tasks.of_piece(workspace, idea)) == (None, [])
