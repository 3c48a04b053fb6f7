"""The schedule of a piece: its tasks listed, ticked, moved, pinned, renamed, added and removed in place."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import insert
from sqlmodel import SQLModel

from editorial.domain.planning_records import Task
from editorial.domain.records import Step
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.services import history, lists, pieces, schedule, tasks
from editorial.store.workspace import Workspace
from editorial.ui.desk import Desk
from editorial.ui.piece.form import PieceForm
from editorial.ui.piece.taskrow import TaskRow
from tests.builders import a_person, named

STEPS = (Step(name="Brief", offset=-5), Step(name="Draft", offset=-2, role=AssignmentRole.AUTHOR), Step(name="Publish"))
PUBLISH = date(2027, 3, 12)


@pytest.fixture
def piece(workspace: Workspace) -> int:
    made_as = named(workspace, "format", "Blog post")
    lists.edit(workspace, "format", made_as, steps=STEPS)
    return pieces.create(workspace, "Pricing", planned=PUBLISH, format_id=made_as)


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, piece: int) -> PieceForm:
    made = PieceForm(desk)
    qtbot.addWidget(made)
    made.show()
    made.open(piece)
    return made


def row(form: PieceForm, name: str) -> TaskRow:
    return next(row for row in form.schedule.rows.values() if row.name.text() == name)


def stored(workspace: Workspace, piece: int, name: str) -> Task:
    return next(task for task in tasks.of_piece(workspace, piece) if task.name == name)


def test_tasks_are_listed_with_their_days(form: PieceForm) -> None:
    shown = [(one.name.text(), one.due.text()) for one in form.schedule.rows.values()]
    assert shown == [("Brief", "5 Mar"), ("Draft", "10 Mar"), ("Publish", "12 Mar")]


def test_the_heading_says_how_late_the_piece_is(form: PieceForm) -> None:
    assert form.schedule.late.text() == "late by 3 working days"
    assert row(form, "Brief").late.text() == "late by 3 working days"


def test_a_tick_says_that_it_was_done_today(form: PieceForm, workspace: Workspace, piece: int, today: date) -> None:
    row(form, "Brief").tick.click()
    assert stored(workspace, piece, "Brief").done_on == today
    assert form.schedule.late.isHidden()


def test_a_typed_day_stays_when_the_piece_moves(
    qtbot: QtBot, form: PieceForm, workspace: Workspace, piece: int
) -> None:
    due = row(form, "Draft").due
    due.selectAll()
    qtbot.keyClicks(due, "2027-03-09")
    qtbot.keyClick(due, Qt.Key.Key_Return)
    schedule.move(workspace, {piece: PUBLISH + timedelta(days=7)})
    assert stored(workspace, piece, "Draft").due == date(2027, 3, 9)


def test_what_is_no_day_is_not_taken(qtbot: QtBot, form: PieceForm, workspace: Workspace, piece: int) -> None:
    due = row(form, "Draft").due
    due.selectAll()
    qtbot.keyClicks(due, "soon")
    qtbot.keyClick(due, Qt.Key.Key_Return)
    assert due.property("wrong")
    assert stored(workspace, piece, "Draft").due == date(2027, 3, 10)


def test_a_pinned_task_keeps_its_day(form: PieceForm, workspace: Workspace, piece: int) -> None:
    row(form, "Draft").pin.click()
    schedule.move(workspace, {piece: PUBLISH + timedelta(days=7)})
    assert stored(workspace, piece, "Draft").due == date(2027, 3, 10)


def test_a_task_is_renamed_in_place(qtbot: QtBot, form: PieceForm, workspace: Workspace, piece: int) -> None:
    name = row(form, "Draft").name
    name.selectAll()
    qtbot.keyClicks(name, "First draft")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert stored(workspace, piece, "First draft").due == date(2027, 3, 10)


def test_tasks_are_added_and_removed(qtbot: QtBot, form: PieceForm, workspace: Workspace, piece: int) -> None:
    qtbot.keyClicks(form.schedule.add, "Legal")
    qtbot.keyClick(form.schedule.add, Qt.Key.Key_Return)
    row(form, "Legal").removed.emit()
    assert [task.name for task in tasks.of_piece(workspace, piece)] == ["Brief", "Draft", "Publish"]
    assert history.undo(workspace) == "Remove task ‘Legal’"


def test_a_person_is_chosen_for_a_task(qtbot: QtBot, form: PieceForm, workspace: Workspace, piece: int) -> None:
    ada = a_person(workspace, "Ada Byron")
    form.desk.ask(lambda w: lists.edit(w, "person", ada, notes="known"))
    picker = row(form, "Draft").choose_person()
    qtbot.keyClicks(picker.line, "Ada")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert stored(workspace, piece, "Draft").person_id == ada


@pytest.fixture
def accepted(workspace: Workspace, piece: int) -> None:
    """Ada has accepted to write the piece."""
    ada = a_person(workspace, "Ada Byron")
    role, state = AssignmentRole.AUTHOR.value, AssignmentStatus.ACCEPTED.value
    with workspace.change("Accept") as session:
        values = {"piece_id": piece, "person_id": ada, "role": role, "status": state, "position": 0}
        session.execute(insert(SQLModel.metadata.tables["assignment"]).values(**values))


@pytest.mark.usefixtures("accepted")
def test_deadlines_that_stayed_can_be_moved_too(form: PieceForm, workspace: Workspace, piece: int) -> None:
    schedule.move(workspace, {piece: PUBLISH + timedelta(days=7)})
    form.schedule.follow.click()
    assert stored(workspace, piece, "Draft").due == date(2027, 3, 17)
    assert form.schedule.follow.isHidden()


def test_the_slip_of_a_publication_is_said(form: PieceForm, workspace: Workspace, piece: int) -> None:
    pieces.edit(workspace, piece, published_on=PUBLISH + timedelta(days=3))
    assert form.schedule.slip.text() == "Published 3 days later than planned (1 working day)."


@pytest.mark.usefixtures("accepted")
def test_moving_the_date_in_the_form_says_so_in_the_bar(
    qtbot: QtBot, form: PieceForm, workspace: Workspace, piece: int, desk: Desk
) -> None:
    with qtbot.waitSignal(desk.notice) as told:
        form.editing.save({"planned": PUBLISH + timedelta(days=7)})
    assert told.args is not None
    notice = told.args[0]
    assert notice.text == "2 deadlines moved, 1 of an accepted assignment stayed."
    assert notice.action == "Move it too"
    notice.act()
    assert stored(workspace, piece, "Draft").due == date(2027, 3, 17)


def test_a_long_name_of_a_task_ends_in_an_ellipsis(qtbot: QtBot, form: PieceForm) -> None:
    name = row(form, "Brief").name
    name.setText("Ask the three experts of the plant in Leeds and the one in Graz for a day")
    name.setFixedWidth(90)
    name.clearFocus()
    cut = name.grab().toImage()
    name.setText(name.text()[:-20])
    assert name.grab().toImage() == cut
