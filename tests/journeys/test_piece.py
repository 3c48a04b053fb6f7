"""A piece is chosen, edited beside the calendar, opened in full, written, and left by the way it was come."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editorial.services import history, pieces
from editorial.store.workspace import Workspace
from editorial.ui.fields.choices import ChoiceEditor
from editorial.ui.fields.texts import TextEditor
from editorial.ui.ideas.place import IdeasPlace
from editorial.ui.piece.panel import PiecePanel
from editorial.ui.piece.place import PiecePlace
from editorial.ui.window import Window
from tests.builders import a_piece, named


def beside(window: Window, piece: int) -> PiecePanel:
    window.desk.piece_selected.emit(piece)
    panel = window.side.currentWidget()
    assert isinstance(panel, PiecePanel)
    return panel


def in_full(window: Window, piece: int) -> PiecePlace:
    window.desk.piece_opened.emit(piece)
    assert isinstance(window.place, PiecePlace)
    return window.place


def text_of(editor: object) -> TextEditor:
    assert isinstance(editor, TextEditor)
    return editor


def test_a_piece_is_edited_beside_and_in_full_and_all_of_it_taken_back(
    qtbot: QtBot, window: Window, workspace: Workspace
) -> None:
    piece = a_piece(workspace, "Pump guide", planned=date(2027, 3, 9))
    window.go("calendar")

    panel = beside(window, piece)
    kind = panel.form.editors["kind"]
    assert isinstance(kind, ChoiceEditor)
    picker = kind.choose()
    qtbot.keyClicks(picker.line, "pract")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.keyClicks(text_of(panel.form.editors["angle"]).box, "From the shop floor")

    place = in_full(window, piece)
    assert pieces.read(workspace, piece).angle == "From the shop floor"
    assert place.title() == "Pump guide"
    qtbot.keyClicks(place.texts["brief"].box, "# What it says")
    place.tabs.setCurrentIndex(1)
    qtbot.keyClicks(place.texts["draft"].box, "Three plants, three owners")
    place.tabs.setCurrentIndex(3)
    read = pieces.read(workspace, piece)
    assert (read.brief, read.draft) == ("# What it says", "Three plants, three owners")
    told = [place.history.topLevelItem(row).text(0) for row in range(place.history.topLevelItemCount())]  # type: ignore[union-attr]
    assert told[:2] == ["Change draft of ‘Pump guide’", "Change brief of ‘Pump guide’"]

    place.back.click()
    assert window.word == "calendar"
    for _step in range(4):
        window.desk.undo()
    assert history.next_undo(workspace) == "Add “Pump guide”"
    assert (pieces.read(workspace, piece).brief, pieces.read(workspace, piece).kind) == ("", None)


def test_closing_the_window_keeps_what_was_typed_a_moment_ago(
    qtbot: QtBot, window: Window, workspace: Workspace
) -> None:
    piece = a_piece(workspace, "Pump guide")
    path = workspace.path
    qtbot.keyClicks(in_full(window, piece).texts["brief"].box, "Not lost")
    window.close()
    from editorial.services.workspaces import open_workspace

    again = open_workspace(path)
    assert pieces.read(again, piece).brief == "Not lost"
    again.close()


def test_the_chain_leads_from_piece_to_piece_and_back(window: Window, workspace: Workspace) -> None:
    parent = a_piece(workspace, "Pump guide")
    child = a_piece(workspace, "Pump film", made_from_id=parent)
    window.go("calendar")
    place = in_full(window, child)
    in_full(window, parent)
    assert place.title() == "Pump guide"
    place.back.click()
    assert place.title() == "Pump film"
    place.back.click()
    assert window.word == "calendar"


def test_the_pieces_that_name_this_one_are_listed(window: Window, workspace: Workspace) -> None:
    parent = a_piece(workspace, "Pump guide")
    a_piece(workspace, "Pump film", made_from_id=parent)
    place = in_full(window, parent)
    place.tabs.setCurrentIndex(2)
    links = [button.text() for button in place.chain.findChildren(QPushButton) if "Pump film" in button.text()]
    assert links == ["Pump film · no date"]


def test_a_change_of_the_piece_says_before_and_after(window: Window, workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pump guide")
    pieces.edit(workspace, piece, stage_id=named(workspace, "stage", "Interest"))
    place = in_full(window, piece)
    place.tabs.setCurrentIndex(3)
    newest = place.history.topLevelItem(0)
    assert newest is not None
    newest.setExpanded(True)
    told = newest.child(0)
    assert told is not None
    assert told.text(0) == "Stage: nothing → Interest"


def test_undo_reaches_the_window_from_a_text_with_nothing_typed(
    qtbot: QtBot, window: Window, workspace: Workspace
) -> None:
    piece = a_piece(workspace, "Pump guide")
    place = in_full(window, piece)
    pieces.edit(workspace, piece, title="Renamed")
    place.texts["brief"].box.setFocus()
    qtbot.keyClick(place.texts["brief"].box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert place.title() == "Pump guide"


def test_closing_the_panel_gives_the_keyboard_back(qtbot: QtBot, window: Window, workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pump guide")
    place = window.go("ideas")
    assert isinstance(place, IdeasPlace)
    place.all.table.setFocus()
    panel = beside(window, piece)
    panel.form.editors["stage"].setFocus()
    qtbot.keyClick(panel.form.editors["stage"], Qt.Key.Key_Escape)
    assert not window.side.shows_piece
    assert place.all.table.hasFocus()
