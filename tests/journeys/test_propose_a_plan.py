"""A quarter planned by keyboard alone: proposed, read, unticked, pinned, solved again, applied, and taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editorial.services import calendar, history, lists
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.plan.panel import PlanPanel
from editorial.ui.window import Window

NEXT_QUARTER = date(2027, 4, 5)


@pytest.fixture
def planner(on_sample: None, window: Window) -> CalendarPlace:
    """The calendar of the sample in the quarter after, with a slot of its own."""
    assert window.desk.workspace is not None
    lists.add(window.desk.workspace, "slot", "Friday letter", first=date(2027, 4, 2), rule="FREQ=WEEKLY;COUNT=8")
    place = window.go("calendar")
    assert isinstance(place, CalendarPlace)
    window.desk.look_at(NEXT_QUARTER)
    place.view.setFocus()
    return place


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_quarter_is_planned_by_keyboard_alone(qtbot: QtBot, planner: CalendarPlace) -> None:
    workspace = planner.desk.workspace
    assert workspace is not None
    before = {idea.id for idea in calendar.ideas(workspace)}

    with qtbot.waitSignal(planner.plan.answered, timeout=20_000):
        qtbot.keyClick(planner.view, Qt.Key.Key_P)
    panel = planner.panel.findChild(PlanPanel)
    assert isinstance(panel, PlanPanel)
    assert focused() is panel.list
    refused, held = (each.idea.id for each in planner.plan.placements[:2])
    held_day = planner.plan.placements[1].opening.day
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_P)

    panel.again.setFocus()
    with qtbot.waitSignal(planner.plan.answered, timeout=20_000):
        qtbot.keyClick(focused(), Qt.Key.Key_Space)
    found = {each.idea.id: each.opening.day for each in planner.plan.placements}
    assert refused not in found
    assert found[held] == held_day

    panel.apply.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert before - {idea.id for idea in calendar.ideas(workspace)} == found.keys()
    assert history.undo(workspace) == f"Plan {len(found)} pieces for FY2027 Q2"
    assert {idea.id for idea in calendar.ideas(workspace)} == before
