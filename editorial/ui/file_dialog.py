"""A dialog that asks for a file and reads none: closing a file gives up the locks this program holds on it.

An open workspace is locked for as long as it is open. On Linux, closing any other handle on the same file in the same
program drops those locks, and the next program that closes the workspace takes its log away from under the window.
File dialogs look into files to tell what they are, so ours goes by their names.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeDatabase
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

from editorial.ui.overriding import override

AN_OPEN, A_SAVE = QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave
KINDS = QFileIconProvider.IconType
SANDBOXES = ("FLATPAK_ID", "SNAP")
"""Variables of a sandbox: there another program shows the dialog, and gives access to what is chosen."""


class ByName(QFileIconProvider):
    """Tells what a file is by its name alone."""

    def __init__(self) -> None:
        super().__init__()
        # Made here, since a dialog asks from another thread.
        self._kinds = QMimeDatabase()
        self._folder, self._file = super().icon(KINDS.Folder), super().icon(KINDS.File)

    @override
    def icon(self, what: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        return super().icon(what)

    @override
    def type(self, info: QFileInfo) -> str:
        by_name = QMimeDatabase.MatchMode.MatchExtension
        return self._kinds.mimeTypeForFile(info, by_name).comment()


def file_dialog(parent: QWidget, title: str, *, name: str = "", kinds: str = "", to_save: bool = False) -> QFileDialog:
    """Return a dialog for one file, which is there already unless it is `to_save`."""
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(A_SAVE if to_save else AN_OPEN)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if to_save else QFileDialog.FileMode.ExistingFile)
    if name:
        dialog.setDirectory(QFileInfo(name).absolutePath())
        dialog.selectFile(QFileInfo(name).fileName())
    return dialog


def folder_dialog(parent: QWidget, title: str) -> QFileDialog:
    """Return a dialog for a folder that is there."""
    dialog = _dialog(parent, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def chosen(dialog: QFileDialog) -> Path | None:
    """Ask, and return what was chosen, or None; the dialog is gone afterwards."""
    try:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() and dialog.selectedFiles() else None
    finally:
        dialog.deleteLater()


def _dialog(parent: QWidget, title: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, "", kinds)
    if sys.platform.startswith("linux") and not any(name in os.environ for name in SANDBOXES):
        # The desktop's own runs inside this program here, and looks into files too.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setIconProvider(ByName())
    return dialog
