"""Timely slots that nobody used are offered beside the calendar: released, filled by the fallback or by an idea."""

from datetime import date

import pytest

from editorial.services import history, pieces, slot_series, slots
from editorial.store.workspace import Workspace
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.releasing import ReleaseStrip
from editorial.ui.calendar.slotsheet import SlotSheet
from tests.builders import a_piece

NEAR = date(2027, 3, 16)
"""Four working days after today."""


@pytest.fixture
def fallback(workspace: Workspace) -> int:
    return a_piece(workspace, "Evergreen", evergreen=True)


@pytest.fixture
def strip(place: CalendarPlace, workspace: Workspace, fallback: int) -> ReleaseStrip:
    rule = "FREQ=MONTHLY;BYDAY=3TU"
    slot_series.add(workspace, "Scoop", rule=rule, first=date(2027, 3, 1), timely=True, fallback_id=fallback)
    return place.panel.release


def press(strip: ReleaseStrip, label: str) -> None:
    next(button for button in strip.buttons if button.text() == label).click()


def test_nothing_is_offered_without_timely_slots(place: CalendarPlace) -> None:
    assert place.panel.release.isHidden()


def test_an_open_timely_slot_is_offered_five_working_days_ahead(strip: ReleaseStrip) -> None:
    assert not strip.isHidden()
    assert [one.occurrence.day for one in strip.offered] == [NEAR]


def test_a_released_slot_is_left_out(strip: ReleaseStrip, workspace: Workspace) -> None:
    press(strip, "Release")
    assert strip.isHidden()
    assert not slots.occurrences(workspace, NEAR, NEAR)
    assert history.undo(workspace) == "Release ‘Scoop’ on 16 March"
    assert not strip.isHidden()


def test_the_fallback_takes_the_place(strip: ReleaseStrip, workspace: Workspace, fallback: int) -> None:
    press(strip, "Use the fallback")
    assert pieces.read(workspace, fallback).planned == NEAR
    assert strip.isHidden()


def test_an_idea_may_be_chosen(strip: ReleaseStrip, place: CalendarPlace) -> None:
    press(strip, "Fill…")
    sheet = next(sheet for sheet in place.window().findChildren(SlotSheet) if sheet.isVisible())
    sheet.close()


@pytest.mark.parametrize("label", ["Release", "Use the fallback"])
def test_the_keyboard_goes_back_to_the_calendar(strip: ReleaseStrip, place: CalendarPlace, label: str) -> None:
    press(strip, label)
    assert place.window().focusWidget() is place.view
