import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.services import history, pieces
from editorial.store.workspace import Workspace
from editorial.ui.ideas import acts
from editorial.ui.ideas.place import IdeasPlace
from editorial.ui.window import Window
from tests.builders import a_piece


@pytest.fixture
def place(window: Window) -> IdeasPlace:
    shown = window.go("ideas")
    assert isinstance(shown, IdeasPlace)
    return shown


def test_a_near_duplicate_is_pointed_at_while_typing(qtbot: QtBot, place: IdeasPlace, workspace: Workspace) -> None:
    idea = a_piece(workspace, "Pricing after tariffs")
    add = place.all.quick_add
    qtbot.keyClicks(add.line, "tariffs: pricing after")
    qtbot.waitUntil(lambda: [entry.id for entry in add.similar.found] == [idea])
    assert add.similar.links[0].text() == "≈ Pricing after tariffs · idea"
    with qtbot.waitSignal(place.desk.piece_opened):
        qtbot.mouseClick(add.similar.links[0], Qt.MouseButton.LeftButton)


def test_nothing_stays_once_the_idea_is_added(qtbot: QtBot, place: IdeasPlace, workspace: Workspace) -> None:
    a_piece(workspace, "Pricing after tariffs")
    add = place.all.quick_add
    qtbot.keyClicks(add.line, "pricing after tariffs")
    qtbot.waitUntil(lambda: bool(add.similar.found))
    qtbot.keyClick(add.line, Qt.Key.Key_Return)
    assert not add.similar.isVisible()


def test_only_the_newest_answer_is_shown(qtbot: QtBot, place: IdeasPlace, workspace: Workspace) -> None:
    a_piece(workspace, "Pricing after tariffs")
    hire = a_piece(workspace, "Hiring in a downturn")
    add = place.all.quick_add
    add.line.setText("pricing after tariffs")
    add.similar._ask()
    add.line.setText("hiring in a downturn")
    qtbot.waitUntil(lambda: [entry.id for entry in add.similar.found] == [hire])


def test_near_duplicates_come_first_among_those_to_merge_into(
    qtbot: QtBot, place: IdeasPlace, workspace: Workspace
) -> None:
    a_piece(workspace, "Aardvarks")
    into = a_piece(workspace, "Pricing after tariffs")
    idea = a_piece(workspace, "Pricing after the tariffs", angle="Sharp")
    place.all.table.go_to(idea)
    picker = acts.merge_into(place.desk, place.all.table, idea)
    assert picker is not None
    assert picker.model.options[0].value == into
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert pieces.read(workspace, into).angle == "Sharp"
    assert [entry.id for entry in pieces.binned(workspace)] == [idea]
    assert history.undo(workspace) == "Merge ‘Pricing after the tariffs’ into ‘Pricing after tariffs’"
