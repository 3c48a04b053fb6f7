"""From the balance bar to the worst gap, to an idea on a day, and back again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import Level
from editorial.services import calendar, history
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.coverage.place import CoveragePlace
from editorial.ui.window import Window


@pytest.fixture
def sampled(on_sample: None, window: Window) -> Window:
    return window


def the_button(qtbot: QtBot, inside: CoveragePlace, start: str) -> QPushButton:
    def found() -> list[QPushButton]:
        buttons = inside.panel.findChildren(QPushButton)
        return [button for button in buttons if button.text().startswith(start) and button.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_the_worst_gap_is_filled_shown_on_the_calendar_and_taken_back(qtbot: QtBot, sampled: Window) -> None:
    workspace = sampled.desk.workspace
    assert workspace is not None
    before = {idea.id for idea in calendar.ideas(workspace)}
    place = sampled.go("coverage")
    assert isinstance(place, CoveragePlace)
    assert place.coverage is not None
    gap = place.coverage.gaps[0]
    assert gap.level is Level.EMPTY

    qtbot.mouseClick(the_button(qtbot, place, f"{float(gap.severity):.1f}"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(the_button(qtbot, place, "Plan it"), Qt.MouseButton.LeftButton)

    (planned,) = before - {idea.id for idea in calendar.ideas(workspace)}
    assert place.coverage.cells[gap.key].planned == 1
    shown = sampled.go("calendar")
    assert isinstance(shown, CalendarPlace)
    assert planned in shown.view.shown_ids()
    sampled.desk.undo()
    assert planned not in shown.view.shown_ids()
    assert {idea.id for idea in calendar.ideas(workspace)} == before
    assert history.next_redo(workspace) is not None
