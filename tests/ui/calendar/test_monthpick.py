"""Any month in two steps."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from editorial.store.workspace import Workspace
from editorial.ui.calendar.monthpick import MonthPicker
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.window import Window
from tests.builders import a_piece


@pytest.fixture
def open_picker(window: Window, place: CalendarPlace, qtbot: QtBot) -> MonthPicker:
    qtbot.keyClick(place.view, Qt.Key.Key_G)
    return window.findChildren(MonthPicker)[-1]


def press(qtbot: QtBot, picker: MonthPicker, label: str) -> None:
    button = next(button for button in picker.buttons if button.text() == label)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_year_and_a_month_lead_there(qtbot: QtBot, place: CalendarPlace, open_picker: MonthPicker) -> None:
    press(qtbot, open_picker, "2025")
    press(qtbot, open_picker, "May")
    assert place.desk.day == date(2025, 5, 1)


def test_all_years_with_pieces_are_offered(
    qtbot: QtBot, window: Window, place: CalendarPlace, workspace: Workspace
) -> None:
    a_piece(workspace, planned=date(2010, 10, 22))
    qtbot.keyClick(place.view, Qt.Key.Key_G)
    labels = [button.text() for button in window.findChildren(MonthPicker)[-1].buttons]
    assert (labels[0], labels[-1], len(labels)) == ("2010", "2032", 23)


def test_years_are_turned_by_mouse_and_by_key(qtbot: QtBot, open_picker: MonthPicker) -> None:
    before = open_picker.buttons[0].text()
    qtbot.mouseClick(open_picker.earlier, Qt.MouseButton.LeftButton)
    assert open_picker.buttons[0].text() == str(int(before) - 12)
    qtbot.keyClick(open_picker, Qt.Key.Key_PageDown)
    assert open_picker.buttons[0].text() == before


def test_months_stand_whole_below_each_other(qtbot: QtBot, open_picker: MonthPicker) -> None:
    press(qtbot, open_picker, "2025")
    qtbot.waitUntil(lambda: open_picker.height() == open_picker.sizeHint().height())
    tops = sorted({button.y() for button in open_picker.buttons})
    assert all(below - above >= open_picker.buttons[0].height() for above, below in pairwise(tops))
    assert len(tops) == 3


def test_a_click_between_the_buttons_keeps_the_sheet(qtbot: QtBot, open_picker: MonthPicker) -> None:
    qtbot.mouseClick(open_picker, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    qtbot.mouseClick(open_picker.heading, Qt.MouseButton.LeftButton)
    assert open_picker.isVisible()


def test_a_click_on_the_title_offers_the_years(qtbot: QtBot, window: Window, place: CalendarPlace) -> None:
    qtbot.mouseClick(window.header.title, Qt.MouseButton.LeftButton)
    assert window.findChildren(MonthPicker)[-1].isVisible()


def test_a_title_that_turns_nothing_is_no_button(qtbot: QtBot, window: Window) -> None:
    window.go("ideas")
    qtbot.mouseClick(window.header.title, Qt.MouseButton.LeftButton)
    assert not window.findChildren(MonthPicker)
