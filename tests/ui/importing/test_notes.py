"""Field notes through the import assistant: columns, preview, one change, and the way back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editorial.services import lists
from editorial.services.workspaces import Workspace
from editorial.ui.field_notes.place import FieldNotesPlace
from editorial.ui.importing.looking import Holds, likely_holds
from editorial.ui.importing.place import ImportPlace
from editorial.ui.importing.steps import Step
from editorial.ui.window import Window
from tests.ui.scripted import ScriptedPrompts

HEARD = "Date;Voice;Sales rep;Company;Topic\n"
ROWS = "01.03.2027;They ask for proof;Ada;Globex;Cost\n22.03.2027;Price comes last;Bob;Initech;\n"


def bring(qtbot: QtBot, window: Window, prompts: ScriptedPrompts, folder: Path, text: str) -> ImportPlace:
    """Choose a table by the button of the field notes."""
    prompts.answers["notes"] = path = folder / "notes.csv"
    path.write_text(text, encoding="utf-8")
    notes, place = window.go("field_notes"), window.go("import")
    assert isinstance(notes, FieldNotesPlace)
    assert isinstance(place, ImportPlace)
    with qtbot.waitSignal(place.input.was_read):
        notes.bring.click()
    return place


def look(qtbot: QtBot, place: ImportPlace) -> None:
    with qtbot.waitSignal(place.input.looked):
        place.foot.next.click()


def apply(qtbot: QtBot, place: ImportPlace) -> None:
    with qtbot.waitSignal(place.applying.applied):
        place.foot.next.click()


def test_columns_are_corrected_before_notes_come_in(
    qtbot: QtBot, window: Window, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    place = bring(qtbot, window, prompts, tmp_path, HEARD + ROWS)
    assert place.columns.holds.chosen == Holds.FIELD_NOTES
    assert place.foot.why_not.text() == "No column holds what was said yet. Say which one does."
    place.input.correct("Voice", "name")
    look(qtbot, place)
    assert place.preview.summary.text() == "2 read: 2 new, 0 changed, 0 unchanged, 0 refused."
    assert place.foot.next.text() == "Import 2 field notes"
    apply(qtbot, place)
    notes = lists.read_records(workspace, "field_note")
    assert [(note.name, note.account) for note in notes] == [
        ("They ask for proof", "Globex"), ("Price comes last", "Initech")
    ]  # fmt: skip


def test_what_came_in_is_shown_and_taken_back(
    qtbot: QtBot, window: Window, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    place = bring(qtbot, window, prompts, tmp_path, "Note;Heard by\nProof wins;Ada\n")
    look(qtbot, place)
    apply(qtbot, place)
    assert place.applying.done is not None
    assert place.applying.done.said == "1 field note came in from notes.csv."
    place.applying.show()
    assert isinstance(window.place, FieldNotesPlace)
    place.applying.undo()
    assert not lists.read_records(workspace, "field_note")
    assert not lists.read_people(workspace)


def test_the_same_notes_again_change_nothing(
    qtbot: QtBot, window: Window, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    text = "Note;Heard by\nProof wins;Ada\n"
    place = bring(qtbot, window, prompts, tmp_path, text)
    look(qtbot, place)
    apply(qtbot, place)
    place = bring(qtbot, window, prompts, tmp_path, text)
    look(qtbot, place)
    assert place.input.changes_nothing
    assert place.step is Step.PREVIEW


def test_rows_without_words_or_with_no_day_are_listed(
    qtbot: QtBot, window: Window, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    text = "Note;Date;Heard by\nProof;2027-03-01;Ada\n;2027-03-01;Ada\nPrice;soon;Ada\nCost;March 2027;Ada\n"
    place = bring(qtbot, window, prompts, tmp_path, text)
    look(qtbot, place)
    found = [(one.line, one.column, one.value, one.reason) for one in place.preview.refused]
    assert found[0] == (3, "Note", "", "a field note needs its words")
    assert found[1][:3] == (4, "Date", "soon")
    assert found[2] == (5, "Date", "March 2027", "a field note is of one day")


@pytest.mark.parametrize(
    ("headings", "holds"),
    [
        ("Date;Note;Salesperson;Segment;Company", Holds.FIELD_NOTES),
        ("What was said;Heard by", Holds.FIELD_NOTES),
        ("Title;Date;Author;Topic;Segment;Notes", Holds.PIECES),
        ("Name;Email;Company;Role;Notes", Holds.PEOPLE),
        ("Content;Publish date;Author;Comments", Holds.PIECES),
    ],
)
def test_what_a_table_holds_is_told_by_its_headings(headings: str, holds: Holds) -> None:
    assert likely_holds(headings.split(";")) is holds
