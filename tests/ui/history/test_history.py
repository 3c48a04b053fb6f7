"""The history place: what was done, by whom, and going back."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from editorial.services import pieces
from editorial.services.history import undo
from editorial.services.workspaces import open_workspace
from editorial.store.workspace import Workspace
from editorial.ui.history.changes import PAGE
from editorial.ui.history.place import HistoryPlace
from editorial.ui.window import Window
from tests.builders import a_piece


@pytest.fixture
def place(window: Window, workspace: Workspace) -> HistoryPlace:
    first = pieces.create(workspace, "Pump guide")
    pieces.edit(workspace, first, planned=date(2027, 3, 9))
    pieces.create(workspace, "Valve guide")
    shown = window.go("history")
    assert isinstance(shown, HistoryPlace)
    return shown


def labels(place: HistoryPlace) -> list[str]:
    return [line.label for line in place.model.lines]


def test_changes_are_listed_newest_first(place: HistoryPlace) -> None:
    assert len(labels(place)) == 3
    assert "Valve guide" in labels(place)[0]
    assert place.model.lines[0].author == "Ada"


def test_words_narrow_the_list(place: HistoryPlace, qtbot: QtBot) -> None:
    place.words.setText("valve")
    qtbot.waitUntil(lambda: len(labels(place)) == 1)


def test_an_author_narrows_the_list(place: HistoryPlace, workspace: Workspace, qtbot: QtBot) -> None:
    other = open_workspace(workspace.path, author="Grace")
    with qtbot.waitSignal(place.desk.changed):
        a_piece(other, "Hers")
    other.close()
    place.author.setCurrentIndex(place.author.findData("Grace"))
    place.author.activated.emit(place.author.currentIndex())
    assert labels(place) == ["Add “Hers”"]


def test_a_piece_has_its_own_history(window: Window, place: HistoryPlace, workspace: Workspace) -> None:
    piece = a_piece(workspace, "Boiler guide")
    window.go("history", piece_id=piece)
    assert window.header.title.text() == "History of “Boiler guide”"
    assert len(labels(place)) == 1
    place.whole.click()
    assert len(labels(place)) == 4


def test_a_change_shows_each_field_before_and_after(place: HistoryPlace) -> None:
    place.table.selectRow(1)
    told = [label.text() for label in place.details.findChildren(type(place.details.heading))]
    assert "Planned date: nothing → 9 March 2027" in told


def test_an_undone_change_says_so(place: HistoryPlace, workspace: Workspace) -> None:
    undo(workspace)
    row = next(row for row, line in enumerate(place.model.lines) if line.undone)
    assert place.model.index(row, 2).data().endswith("(undone)")


def test_going_back_can_itself_be_undone(place: HistoryPlace, workspace: Workspace, qtbot: QtBot) -> None:
    place.table.selectRow(2)
    with qtbot.waitSignal(place.desk.changed):
        place.details.back.click()
    assert "Back to" in labels(place)[0]
    with qtbot.waitSignal(place.desk.changed):
        place.undo.click()
    assert pieces.read(workspace, 1).planned == date(2027, 3, 9)


def test_there_is_no_way_back_to_the_newest(place: HistoryPlace) -> None:
    place.table.selectRow(0)
    assert not place.details.back.isEnabled()
    assert place.details.back.toolTip() == "Nothing was changed after it."


def test_undo_names_what_it_would_do(place: HistoryPlace) -> None:
    assert "Valve guide" in place.undo.accessibleName()
    assert place.redo.text() == "Nothing to redo"


def test_a_long_history_is_read_by_the_page(window: Window, workspace: Workspace) -> None:
    for number in range(PAGE + 5):
        a_piece(workspace, f"Piece {number}")
    place = window.go("history")
    assert isinstance(place, HistoryPlace)
    assert place.model.rowCount() == PAGE
    place.model.fetchMore(place.table.rootIndex())
    assert place.model.rowCount() == PAGE + 5
