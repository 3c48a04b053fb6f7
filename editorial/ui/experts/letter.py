"""The letter that thanks a person, written where the user wants it."""

from datetime import date
from pathlib import Path

from editorial.domain.letters import recognition_letter
from editorial.domain.records import Person
from editorial.exchange.letter_files import write_letter
from editorial.language import _
from editorial.services.lists import read_lists
from editorial.services.recognition import recognition
from editorial.services.workspaces import Workspace
from editorial.ui.desk import Desk


def write_for(desk: Desk, person: Person) -> None:
    """Ask for a file, write the letter of thanks for a person there, and say so."""
    workspace, today = desk.workspace, desk.today
    if workspace is None:
        return
    name = _("Thanks to {name}").format(name=person.name).replace("/", "-") + ".pdf"
    path = desk.prompts.save_file("letter", _("Letter of thanks"), name, _("Letters (*.pdf *.docx)"))
    if path is None:
        return
    wanted = path if path.suffix else path.with_suffix(".pdf")

    def work(_report: object) -> Path:
        return _write(workspace, person.id, wanted, today)

    desk.background.run("letter of thanks", work, lambda made: _tell(desk, made), desk.tell)


def _write(workspace: Workspace, person_id: int, path: Path, today: date) -> Path:
    named = read_lists(workspace).settings.name
    letter = recognition_letter(
        recognition(workspace, person_id), workspace=named, today=today, signed=workspace.author
    )
    write_letter(letter, path, today)
    return path


def _tell(desk: Desk, path: Path) -> None:
    from editorial.ui.pack.export import open_file

    desk.say(_("Saved {name}.").format(name=path.name), _("Open"), lambda: open_file(path))
