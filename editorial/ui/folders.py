"""Showing a folder in the file manager, or saying where it is where the system has none."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from editorial.language import _
from editorial.ui.desk import Desk


def show_folder(desk: Desk, folder: Path) -> None:
    """Show a folder; where nothing can, say its path."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        desk.say(_("The folder is {folder}").format(folder=folder))
