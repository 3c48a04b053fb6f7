"""What a full disk did not take is not lost by leaving the workspace."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editorial.services import pieces
from editorial.services.workspaces import create_workspace
from editorial.store.workspace import Workspace
from editorial.ui.fields.texts import TextEditor
from editorial.ui.piece.panel import PiecePanel
from editorial.ui.window import Window
from tests.builders import a_piece
from tests.full_disk import PLENTY, room
from tests.ui.scripted import ScriptedPrompts

WRITTEN = "x" * 100_000


@pytest.fixture
def piece(window: Window, workspace: Workspace) -> int:
    """A piece beside the calendar whose notes could not be saved."""
    made = a_piece(workspace, notes="")
    window.desk.piece_selected.emit(made)
    room(workspace, 1)
    panel = window.findChild(PiecePanel)
    assert isinstance(panel, PiecePanel)
    notes = panel.form.editors["notes"]
    assert isinstance(notes, TextEditor)
    notes.box.setPlainText(WRITTEN)
    window.desk.settle.emit()
    return made


def test_the_status_bar_says_so(qtbot: QtBot, window: Window, workspace: Workspace, piece: int) -> None:
    qtbot.waitUntil(lambda: "Not saved" in {label.text() for label in window.status.findChildren(QLabel)})
    room(workspace, PLENTY)


def test_closing_asks_first(window: Window, workspace: Workspace, piece: int, prompts: ScriptedPrompts) -> None:
    prompts.answers["unsaved"] = False
    assert not window.close()
    room(workspace, PLENTY)
    assert window.close()
    assert prompts.asked == ["unsaved"]


def test_what_there_is_room_for_again_is_saved_by_leaving(window: Window, workspace: Workspace, piece: int) -> None:
    room(workspace, PLENTY)
    assert window.desk.may_leave()
    assert pieces.read(workspace, piece).notes == WRITTEN


def test_opening_another_asks_first(
    window: Window, workspace: Workspace, piece: int, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    create_workspace(tmp_path / "other.editorial").close()
    prompts.answers["unsaved"] = False
    window.opening.open(tmp_path / "other.editorial")
    assert prompts.asked == ["unsaved"]
    assert window.desk.workspace is workspace
    room(workspace, PLENTY)
