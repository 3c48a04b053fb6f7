"""Questions to the user, behind one small protocol that tests answer from a script."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from editorial.language import _

TITLE = "Editorial"
"""Of small dialogs: their question says what they are about; a topic is for scripts."""


class Prompts(Protocol):
    """What can be asked; every question names its topic so that a script can answer it."""

    def confirm(self, topic: str, question: str, consequence: str, yes: str) -> bool:
        """Return whether the user wants what cannot be undone."""

    def text(self, topic: str, question: str, value: str = "") -> str | None:
        """Return a line of text, or None when the user backs out."""

    def choose(self, topic: str, question: str, options: list[str], current: int = 0) -> int | None:
        """Return the place of the option chosen, or None."""

    def open_file(self, topic: str, title: str, kinds: str) -> Path | None:
        """Return an existing file, or None."""

    def save_file(self, topic: str, title: str, name: str, kinds: str) -> Path | None:
        """Return a file to write, or None."""

    def open_folder(self, topic: str, title: str) -> Path | None:
        """Return an existing folder, or None."""


class WindowPrompts:
    """Asks by dialogs above a window; their classes are loaded when something is asked."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def confirm(self, topic: str, question: str, consequence: str, yes: str) -> bool:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Question, TITLE, question, parent=self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(consequence)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        # What cannot be undone is not one careless Enter away.
        box.setDefaultButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is accept

    def text(self, topic: str, question: str, value: str = "") -> str | None:
        from PySide6.QtWidgets import QInputDialog, QLineEdit

        text, given = QInputDialog.getText(self._parent, TITLE, question, QLineEdit.EchoMode.Normal, value)
        return text.strip() if given and text.strip() else None

    def choose(self, topic: str, question: str, options: list[str], current: int = 0) -> int | None:
        from PySide6.QtWidgets import QInputDialog

        option, given = QInputDialog.getItem(self._parent, TITLE, question, options, current, editable=False)
        return options.index(option) if given else None

    def open_file(self, topic: str, title: str, kinds: str) -> Path | None:
        from editorial.ui.file_dialog import chosen, file_dialog

        return chosen(file_dialog(self._parent, title, kinds=kinds))

    def save_file(self, topic: str, title: str, name: str, kinds: str) -> Path | None:
        from editorial.ui.file_dialog import chosen, file_dialog

        return chosen(file_dialog(self._parent, title, name=name, kinds=kinds, to_save=True))

    def open_folder(self, topic: str, title: str) -> Path | None:
        from editorial.ui.file_dialog import chosen, folder_dialog

        return chosen(folder_dialog(self._parent, title))
