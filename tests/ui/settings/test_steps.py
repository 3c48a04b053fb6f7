"""The task template of a format: steps added, filled in, put into another order, removed."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.records import Step
from editorial.domain.vocabulary import AssignmentRole
from editorial.errors import RuleBroken
from editorial.services import lists
from editorial.store.workspace import Workspace
from editorial.ui.settings.list_page import ListPage
from editorial.ui.settings.place import SettingsPlace
from editorial.ui.settings.steps import StepsEditor, shown_offset, typed_offset
from editorial.ui.window import Window
from tests.builders import named

STEPS = (Step(name="Brief", offset=-5), Step(name="Draft", offset=-2), Step(name="Publish"))


@pytest.fixture
def made_as(workspace: Workspace) -> int:
    found = named(workspace, "format", "Blog post")
    lists.edit(workspace, "format", found, steps=STEPS)
    return found


@pytest.fixture
def editor(window: Window, made_as: int) -> StepsEditor:
    place = window.go("settings", kind="format", id=made_as)
    assert isinstance(place, SettingsPlace)
    assert isinstance(place.page, ListPage)
    steps = place.page.editor.editors["steps"]
    assert isinstance(steps, StepsEditor)
    return steps


def stored(workspace: Workspace, made_as: int) -> tuple[Step, ...]:
    return lists.read_lists(workspace).formats[made_as].steps


@pytest.mark.parametrize(("text", "offset"), [("6", -6), ("-6", -6), ("6 before", -6), ("+2", 2), ("2 after", 2)])
def test_an_offset_is_read_as_people_type_it(text: str, offset: int) -> None:
    assert typed_offset(text) == offset
    assert typed_offset(shown_offset(offset)) == offset


def test_what_is_no_offset_is_refused() -> None:
    with pytest.raises(RuleBroken):
        typed_offset("soon")


def test_steps_are_shown_with_their_days(editor: StepsEditor) -> None:
    assert [(row.name.text(), row.offset.text()) for row in editor.rows] == [
        ("Brief", "5 before"),
        ("Draft", "2 before"),
        ("Publish", "on the day"),
    ]


def test_a_step_is_added_and_named(qtbot: QtBot, editor: StepsEditor, workspace: Workspace, made_as: int) -> None:
    editor.add.click()
    row = editor.rows[-1]
    row.name.selectAll()
    qtbot.keyClicks(row.name, "Legal")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    assert [step.name for step in stored(workspace, made_as)] == ["Brief", "Draft", "Publish", "Legal"]


def test_a_step_takes_days_hours_and_role(
    qtbot: QtBot, editor: StepsEditor, workspace: Workspace, made_as: int
) -> None:
    row = editor.rows[0]
    for box, text in ((row.offset, "7 before"), (row.hours, "2.5")):
        box.selectAll()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    row.role.setCurrentIndex(row.role.findData(AssignmentRole.REVIEWER.value))
    row.role.activated.emit(row.role.currentIndex())
    expected = Step(name="Brief", role=AssignmentRole.REVIEWER, offset=-7, hours=Decimal("2.5"))
    assert stored(workspace, made_as)[0] == expected


def test_alt_and_arrows_move_a_step(qtbot: QtBot, editor: StepsEditor, workspace: Workspace, made_as: int) -> None:
    qtbot.keyClick(editor.rows[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [step.name for step in stored(workspace, made_as)] == ["Draft", "Brief", "Publish"]


def test_the_grip_drags_a_step(qtbot: QtBot, editor: StepsEditor, workspace: Workspace, made_as: int) -> None:
    grip, last = editor.rows[0].grip, editor.rows[-1]
    below = grip.mapFrom(editor, last.mapTo(editor, last.rect().center()))
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=below)
    assert [step.name for step in stored(workspace, made_as)] == ["Draft", "Publish", "Brief"]


def test_a_step_is_removed(editor: StepsEditor, workspace: Workspace, made_as: int) -> None:
    editor.rows[1].remove.click()
    assert [step.name for step in stored(workspace, made_as)] == ["Brief", "Publish"]
