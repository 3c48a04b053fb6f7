"""Requests through the window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import RequestOutcome
from editorial.services import lists, requests
from editorial.services.history import undo
from editorial.services.pieces import read
from editorial.services.workspaces import Workspace
from editorial.ui.experts.place import ExpertsPlace
from editorial.ui.records.place import RecordsPlace
from editorial.ui.records.request_acts import RequestActs
from editorial.ui.settings.further import AwayEditor
from editorial.ui.window import Window
from tests.builders import a_piece

DAY = date(2027, 3, 22)


def shown(window: Window, word: str) -> RecordsPlace:
    window.go(word)
    place = window.place
    assert isinstance(place, RecordsPlace)
    return place


def acts_of(window: Window) -> RequestActs:
    found = shown(window, "requests").page.acts
    assert isinstance(found, RequestActs)
    return found


@pytest.fixture
def asked(window: Window, workspace: Workspace) -> int:
    window.desk.open(workspace)
    return lists.add(workspace, "request", "A flyer", day=window.desk.today, asked_by="Events", wanted_on=DAY)


def test_a_request_is_added_by_typing_its_name(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    window.desk.open(workspace)
    place = shown(window, "requests")
    qtbot.keyClicks(place.page.adding.line, "A flyer")
    qtbot.keyClick(place.page.adding.line, Qt.Key.Key_Return)
    (made,) = requests.read_requests(workspace)
    assert (made.name, made.day) == ("A flyer", window.desk.today)
    assert place.page.entry == made.id


def test_nothing_comes_in_before_something_leaves(window: Window, asked: int) -> None:
    acts = acts_of(window)
    assert not acts.take.isEnabled()
    assert acts.why.text().startswith("Say what leaves the plan")


def test_what_leaves_is_chosen_and_goes(window: Window, workspace: Workspace, asked: int, qtbot: QtBot) -> None:
    leaving = a_piece(workspace, "Old", planned=DAY)
    acts = acts_of(window)
    acts.leaves.setCurrentIndex(acts.leaves.findData(leaving))
    assert "For it “Old” leaves the plan" in acts.reply.toPlainText()
    qtbot.mouseClick(acts.take, Qt.MouseButton.LeftButton)
    assert read(workspace, leaving).planned is None
    assert requests.read_requests(workspace)[0].outcome is RequestOutcome.ACCEPTED
    undo(workspace)
    assert read(workspace, leaving).planned == DAY


def test_a_long_title_does_not_widen_what_leaves(window: Window, workspace: Workspace, asked: int) -> None:
    long = a_piece(workspace, "供应链" * 40, planned=DAY)
    leaves = acts_of(window).leaves
    at = leaves.findData(long)
    assert leaves.view().sizeHintForColumn(0) < 1024
    assert "供应链" * 40 in leaves.itemData(at, Qt.ItemDataRole.ToolTipRole)


def test_a_declined_request_keeps_its_reply(window: Window, workspace: Workspace, asked: int, qtbot: QtBot) -> None:
    acts = acts_of(window)
    qtbot.mouseClick(acts.decline, Qt.MouseButton.LeftButton)
    (request,) = requests.read_requests(workspace)
    assert "does not come into the plan now" in request.reply
    assert acts.standing.text().startswith("Declined on")
    assert acts.take.isHidden()


def test_days_away_are_kept(window: Window, workspace: Workspace) -> None:
    window.desk.open(workspace)
    lists.add(workspace, "person", "Ada")
    window.go("experts")
    place = window.place
    assert isinstance(place, ExpertsPlace)
    page = place.page
    away = page.editor.editors["away"]
    assert isinstance(away, AwayEditor)
    away.add_days()
    (person,) = lists.read_people(workspace)
    assert [(one.first, one.last) for one in person.away] == [(window.desk.today, window.desk.today)]
