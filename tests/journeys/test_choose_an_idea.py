"""Choosing the next idea by keyboard: weigh, park what must wait, merge what is there twice, plan the best."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import Kind
from editorial.services import lists, pieces
from editorial.store.workspace import Workspace
from editorial.ui.calendar.planning import MoveTo
from editorial.ui.fields.picker import Picker
from editorial.ui.ideas.parksheet import ParkSheet
from editorial.ui.ideas.place import IdeasPlace
from editorial.ui.window import Window
from tests.builders import a_piece, a_segment, an_interest


def test_the_next_idea_is_chosen_by_keyboard(qtbot: QtBot, window: Window, workspace: Workspace) -> None:
    cost = an_interest(workspace)
    gap = a_piece(workspace, "Pump guide", stage="Interest", segment_ids=(a_segment(workspace),))
    twin = a_piece(workspace, "The pump guide", kind=Kind.PRACTICAL, angle="Sharp")
    wait = a_piece(workspace, "Wait for the law", interest_id=cost, kind=Kind.PRACTICAL)
    place = window.go("ideas")
    assert isinstance(place, IdeasPlace)
    place.choice.choose("ranked")
    page, ranked = place.ranked, place.ranked.list

    assert ranked.ideas.entries[0].id == wait
    qtbot.keyClick(page.weights.rows["gap"].slider, Qt.Key.Key_End)
    assert ranked.ideas.entries[0].id == gap
    page.weights.keep.click()
    assert lists.read_lists(workspace).settings.ranking_weights["gap"] == 5

    ranked.go_to(wait)
    commands = {command.word: command for command in place.commands()}
    commands["ideas-park"].run()
    (sheet,) = window.findChildren(ParkSheet)
    qtbot.keyClicks(sheet.line, "2027-05-01")
    qtbot.keyClick(sheet.reason, Qt.Key.Key_Return)
    assert [entry.id for entry in ranked.ideas.entries] == [gap, twin]

    ranked.go_to(twin)
    commands["ideas-merge"].run()
    (picker,) = (shown for shown in QApplication.topLevelWidgets() if isinstance(shown, Picker) and shown.isVisible())
    qtbot.keyPress(picker.line, Qt.Key.Key_Return)
    assert (pieces.read(workspace, gap).kind, pieces.read(workspace, gap).angle) == (Kind.PRACTICAL, "Sharp")

    ranked.go_to(gap)
    qtbot.keyClick(ranked, Qt.Key.Key_S)
    (day,) = window.findChildren(MoveTo)
    qtbot.keyClicks(day.line, "2027-03-18")
    qtbot.keyPress(day.line, Qt.Key.Key_Return)
    assert pieces.read(workspace, gap).planned is not None
    assert "No idea to rank" in page.empty.text()
