"""A calendar file through the import assistant."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.services import history, lists
from editorial.services.workspaces import Workspace
from editorial.ui.importing.place import ImportPlace
from editorial.ui.importing.preview_page import CREATED
from editorial.ui.importing.steps import Step
from editorial.ui.window import Window

EVENT = ("BEGIN:VEVENT", "UID:1", "SUMMARY:Fair", "DTSTART;VALUE=DATE:{day}", "DTEND;VALUE=DATE:{end}", "END:VEVENT")


def a_calendar(folder: Path, window: Window) -> Path:
    """Write a calendar of one event this year."""
    year = window.desk.today.year
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", *EVENT, "END:VCALENDAR", "")
    path = folder / "days.ics"
    path.write_text("\r\n".join(lines).format(day=f"{year}0310", end=f"{year}0312"))
    return path


def look(qtbot: QtBot, window: Window, path: Path) -> ImportPlace:
    place = window.go("import")
    assert isinstance(place, ImportPlace)
    with qtbot.waitSignal(place.input.looked):
        window.go("import", path=path)
    return place


def test_its_dates_are_shown_before_they_come_in(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path
) -> None:
    place = look(qtbot, window, a_calendar(tmp_path, window))
    assert place.step is Step.PREVIEW
    rows = place.preview.tables[CREATED].rows
    year = window.desk.today.year
    assert [rows.row(n)[1] for n in range(rows.rowCount())] == [f"Fair, 10 March {year} to 11 March {year}"]
    assert lists.read_lists(workspace).notes == ()


def test_they_come_in_as_one_change_and_stand_on_the_calendar(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path
) -> None:
    place = look(qtbot, window, a_calendar(tmp_path, window))
    with qtbot.waitSignal(place.applying.applied):
        qtbot.mouseClick(place.foot.next, Qt.MouseButton.LeftButton)
    assert [note.name for note in lists.read_lists(workspace).notes] == ["Fair"]
    assert history.next_undo(workspace) == "Import 1 date from days.ics"
    assert place.applying.done is not None
    assert place.applying.done.place == "calendar"


def test_a_damaged_calendar_is_refused_in_one_sentence(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "broken.ics"
    path.write_text("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")
    place = window.go("import")
    assert isinstance(place, ImportPlace)
    with qtbot.waitSignal(place.input.failed):
        window.go("import", path=path)
    assert place.choosing.reason.text() == "broken.ics is damaged: VEVENT, which begins at line 2, has no end."
