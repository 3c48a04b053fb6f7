"""Dialogs for files leave the locks of an open workspace alone."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QWidget
from pytestqt.qtbot import QtBot

from editorial.services import pieces
from editorial.services.workspaces import Workspace
from editorial.ui.file_dialog import file_dialog, folder_dialog

CLOSES = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT count(*) FROM piece'); c.close()"


@pytest.fixture
def above(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def shown(qtbot: QtBot, dialog: QFileDialog, path: Path) -> None:
    """Show a dialog until it has told of every file beside a path."""
    qtbot.addWidget(dialog)
    dialog.open()
    models = dialog.findChildren(QFileSystemModel)
    qtbot.waitUntil(lambda: all(model.type(model.index(str(path))) for model in models))


@pytest.mark.skipif(sys.platform == "win32", reason="there a file keeps its locks whoever closes it")
@pytest.mark.parametrize("to_save", [True, False])
def test_another_program_leaves_the_log_of_an_open_workspace(
    qtbot: QtBot, above: QWidget, workspace: Workspace, to_save: bool
) -> None:
    pieces.create(workspace, "Before the dialog")
    path = workspace.path
    shown(qtbot, file_dialog(above, "A file", name=str(path.with_name("x.html")), to_save=to_save), path)
    subprocess.run([sys.executable, "-c", CLOSES, str(path)], check=True)
    assert path.with_name(path.name + "-wal").exists()
    pieces.create(workspace, "After it")


def test_a_dialog_proposes_a_name_in_its_folder(above: QWidget, tmp_path: Path) -> None:
    dialog = file_dialog(above, "Save", name=str(tmp_path / "plan.html"), kinds="Page (*.html)", to_save=True)
    assert dialog.selectedFiles() == [str(tmp_path / "plan.html")]


def test_a_folder_is_asked_for_as_such(above: QWidget) -> None:
    assert folder_dialog(above, "Folder").fileMode() is QFileDialog.FileMode.Directory
