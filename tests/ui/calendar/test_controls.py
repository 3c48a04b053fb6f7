"""What is chosen above the calendar arrives as it was meant."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from editorial.domain.legend import Attribute
from editorial.ui.calendar.controls import LANES
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.sheet import View
from editorial.ui.window import Window


def pick(qtbot: QtBot, place: CalendarPlace, button: str, action: str) -> None:
    """Choose from a menu of the bar as a user does."""
    qtbot.mouseClick(getattr(place.bar, button), Qt.MouseButton.LeftButton)
    menu = place.bar.findChild(QMenu)
    assert isinstance(menu, QMenu)
    wanted = next(each for each in menu.actions() if each.text() == action)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(wanted).center())


@pytest.mark.parametrize("lanes", [by for by in LANES if by is not Attribute.STAGE])
def test_lanes_are_chosen_from_their_menu(qtbot: QtBot, place: CalendarPlace, lanes: Attribute) -> None:
    place.choose(view=View.QUARTER)
    pick(qtbot, place, "lanes", lanes.value.capitalize())
    assert place.look.lanes is lanes


def test_colour_is_chosen_from_its_menu(qtbot: QtBot, place: CalendarPlace) -> None:
    pick(qtbot, place, "colour", "Status")
    assert place.look.colour is Attribute.STATUS


def test_split_is_chosen_from_the_menu_of_lanes(qtbot: QtBot, place: CalendarPlace) -> None:
    place.choose(view=View.QUARTER)
    pick(qtbot, place, "lanes", "Split into now and next")
    assert place.look.split


def test_buttons_stay_where_they_are_while_months_are_turned(window: Window, place: CalendarPlace) -> None:
    lefts = set()
    for _month in range(12):
        place.turn(1)
        layout = window.header.layout()
        assert layout is not None
        layout.activate()
        lefts.add(place.bar.later.mapTo(window, QPoint(0, 0)).x())
    assert len(lefts) == 1


def test_a_longer_word_leaves_the_focus_on_its_button(qtbot: QtBot, place: CalendarPlace) -> None:
    place.bar.colour.setFocus()
    place.choose(colour=Attribute.CAMPAIGN)
    qtbot.waitUntil(place.bar.colour.hasFocus)
