"""The planning session through the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editorial.services import lists, relevance, sessions
from editorial.services.workspaces import Workspace
from editorial.ui.piece.quality import Stars
from editorial.ui.session.place import SessionPlace
from editorial.ui.window import Window
from tests.builders import a_person, a_piece


@pytest.fixture
def place(window: Window, workspace: Workspace) -> SessionPlace:
    window.desk.open(workspace)
    window.go("session")
    found = window.place
    assert isinstance(found, SessionPlace)
    return found


def begun(place: SessionPlace, qtbot: QtBot) -> int:
    qtbot.mouseClick(place.start, Qt.MouseButton.LeftButton)
    assert place.session is not None
    return place.session.id


def test_an_empty_place_says_what_to_do(place: SessionPlace) -> None:
    assert place._none.isVisible()
    assert not place._whole.isVisible()


def test_ideas_are_written_down_one_after_the_other(place: SessionPlace, workspace: Workspace, qtbot: QtBot) -> None:
    session = begun(place, qtbot)
    for title in ("Pricing", "Talent"):
        qtbot.keyClicks(place.capture.line, title)
        qtbot.keyClick(place.capture.line, Qt.Key.Key_Return)
    assert [one.piece.title for one in sessions.captured(workspace, session)] == ["Talent", "Pricing"]


def test_who_gave_it_may_be_new(place: SessionPlace, workspace: Workspace, qtbot: QtBot) -> None:
    session = begun(place, qtbot)
    place.capture.given_by.setEditText("Grace Hopper")
    qtbot.keyClicks(place.capture.line, "Pricing")
    qtbot.mouseClick(place.capture.add, Qt.MouseButton.LeftButton)
    assert sessions.captured(workspace, session)[0].given_by == "Grace Hopper"
    assert [place.desk.lists.people[key] for key in place.people.value] == ["Grace Hopper"]


def test_who_takes_part_is_chosen_and_kept(place: SessionPlace, workspace: Workspace, qtbot: QtBot) -> None:
    begun(place, qtbot)
    ada = a_person(workspace, "Ada Byron")
    place.people.give((ada,))
    assert lists.read_records(workspace, "planning_session")[0].person_ids == (ada,)
    assert place.people.value == (ada,)


def test_what_is_like_an_idea_is_pointed_at_while_it_is_typed(
    place: SessionPlace, workspace: Workspace, qtbot: QtBot
) -> None:
    begun(place, qtbot)
    near = a_piece(workspace, "Pricing after tariffs")
    qtbot.keyClicks(place.capture.line, "Pricing after the tariffs")
    qtbot.waitUntil(lambda: [one.id for one in place.capture.similar.found] == [near])


def test_decisions_are_kept_when_the_field_is_left(place: SessionPlace, workspace: Workspace, qtbot: QtBot) -> None:
    begun(place, qtbot)
    qtbot.keyClicks(place.decisions, "More proof")
    place._typing.settle()
    assert lists.read_records(workspace, "planning_session")[0].decisions == "More proof"


def test_stars_rate_an_idea(place: SessionPlace, workspace: Workspace, qtbot: QtBot) -> None:
    session = begun(place, qtbot)
    sessions.capture(workspace, session, "Pricing")
    (stars,) = place.capture.findChildren(Stars)
    qtbot.keyClick(stars, Qt.Key.Key_4)
    assert sessions.captured(workspace, session)[0].piece.quality == 4


def test_the_checklist_is_answered(place: SessionPlace, workspace: Workspace, window: Window) -> None:
    place.page.choose("review")
    place.checklist.answers["mix"].choose("no")
    this, _before = relevance.current(workspace, window.desk.today)
    assert this is not None
    assert dict(this.answers) == {"mix": False}
    assert place.checklist.head.text() == "1 of 8 answered this quarter."


def test_without_segments_no_gap_is_claimed_to_be_closed(place: SessionPlace, qtbot: QtBot) -> None:
    said = [label.text() for label in place.gaps.findChildren(QLabel)]
    assert any(text.startswith("Gaps are found once there are segments") for text in said)
    assert "Nothing is missing in this quarter." not in said
