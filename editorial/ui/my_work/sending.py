"""What is given out of somebody's work: a calendar file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editorial.domain.my_work import MyWork
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.folders import show_folder

if TYPE_CHECKING:
    from pathlib import Path


class Sending(QObject):
    """Asks for a file and writes what is wanted of one person to it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def save_calendar(self, work: MyWork) -> None:
        """Write what is wanted of somebody to a calendar file."""
        from editorial.exchange.ics_writing import write_ics
        from editorial.services.invitations import wanted_calendar

        name, today = work.person.name, self._desk.today
        path = self._ask(_("Save as a calendar file"), f"{file_name(name)}.ics", _("Calendar file (*.ics)"))
        if path and self._desk.did(lambda w: write_ics(wanted_calendar(w, work.person.id, today=today), path)):
            self._written(path)

    def _ask(self, title: str, name: str, kinds: str) -> "Path | None":
        return self._desk.prompts.save_file("my-work", title, name, kinds)

    def _written(self, path: "Path") -> None:
        said = _("Written: {name}").format(name=path.name)
        self._desk.say(said, _("Show in its folder"), lambda: show_folder(self._desk, path.parent))


def file_name(name: str) -> str:
    """Return a name as it can stand in the name of a file."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in name)[:60].strip("-")
    return kept or "person"
