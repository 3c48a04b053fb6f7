from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.services import parking
from editorial.store.workspace import Workspace
from editorial.ui.ideas import acts
from editorial.ui.ideas.parksheet import ParkSheet
from editorial.ui.ideas.place import IdeasPlace
from editorial.ui.window import Window
from tests.builders import a_piece

TODAY = date(2027, 3, 10)


@pytest.fixture
def place(window: Window) -> IdeasPlace:
    shown = window.go("ideas")
    assert isinstance(shown, IdeasPlace)
    return shown


def test_an_idea_is_parked_by_keyboard(qtbot: QtBot, place: IdeasPlace, workspace: Workspace) -> None:
    idea = a_piece(workspace, "Energy")
    place.all.table.selectRow(0)
    sheet = acts.park(place.desk, place.all.table, [idea])
    qtbot.keyClicks(sheet.line, "2027-05-01")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    qtbot.keyClicks(sheet.reason, "after the law")
    qtbot.keyClick(sheet.reason, Qt.Key.Key_Return)
    assert parking.parked_ids(workspace, TODAY) == {idea}
    assert place.all.table.rows.entries == []
    assert place.status() == "0 ideas · 1 parked"


def test_a_day_that_has_come_cannot_be_chosen(qtbot: QtBot, place: IdeasPlace, workspace: Workspace) -> None:
    idea = a_piece(workspace)
    sheet = acts.park(place.desk, place.all.table, [idea])
    qtbot.keyClicks(sheet.line, "2027-03-10")
    assert not sheet.act.isEnabled()
    assert "to come" in sheet.said.text()
    sheet.close()


def test_parked_ideas_say_until_when_and_why_and_are_woken(place: IdeasPlace, workspace: Workspace) -> None:
    idea = a_piece(workspace, "Energy")
    parking.park(workspace, [idea], date(2027, 5, 1), "after the law", today=TODAY)
    place.choice.choose("parked")
    page = place.parked
    said = page.table.ideas.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Parked until 1 May 2027: after the law")
    page.table.setCurrentIndex(page.table.ideas.index(0, 0))
    page.wake.click()
    assert parking.parked(workspace, TODAY) == []
    assert "No idea is parked" in page.empty.text()


def test_the_menu_parks_merges_and_wakes(place: IdeasPlace, workspace: Workspace) -> None:
    a_piece(workspace, status="On hold")
    place.choice.choose("parked")
    menu = place.parked.menu(place.parked.table.selected() or (1,))
    words = [action.text() for action in menu.actions()]
    assert {"Wake", "Park until a day…", "Merge into…"} <= set(words)
    menu.deleteLater()


def test_commands_act_on_what_is_selected(place: IdeasPlace, workspace: Workspace) -> None:
    park, merge = (c for c in place.commands() if c.word in ("ideas-park", "ideas-merge"))
    assert park.why_not() == "Select an idea first."
    a_piece(workspace), a_piece(workspace)
    place.all.table.selectAll()
    assert (park.why_not(), merge.why_not()) == (None, "Select one idea only.")
    place.all.table.selectRow(0)
    park.run()
    (sheet,) = place.window().findChildren(ParkSheet)
    sheet.close()
