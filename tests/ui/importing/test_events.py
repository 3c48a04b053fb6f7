"""A calendar file through the import assistant: as dates, as pieces, as days away."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editorial.domain.records import Person
from editorial.services import history, lists
from editorial.services.workspaces import Workspace
from editorial.ui.importing.events import EVERYBODY, EventsResult, TakenAs
from editorial.ui.importing.place import ImportPlace
from editorial.ui.importing.preview_page import CHANGED, CREATED, NEW, REFUSED
from editorial.ui.importing.steps import Step
from editorial.ui.importing.taking_strip import DayBox
from editorial.ui.window import Window
from tests.ui.conftest import TODAY

YEAR = TODAY.year


def an_event(name: str, day: str, end: str = "", uid: str = "") -> tuple[str, ...]:
    last = (f"DTEND;VALUE=DATE:{YEAR}{end}",) if end else ()
    return (
        "BEGIN:VEVENT",
        f"UID:{uid or name}",
        f"SUMMARY:{name}",
        f"DTSTART;VALUE=DATE:{YEAR}{day}",
        *last,
        "END:VEVENT",
    )


FAIR = an_event("Fair", "0310", "0312")


def a_calendar(folder: Path, *lines: str, called: str = "") -> Path:
    """Write a calendar, by default of one event this year."""
    head = (f"X-WR-CALNAME:{called}",) if called else ()
    path = folder / "days.ics"
    path.write_text("\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *head, *(lines or FAIR), "END:VCALENDAR", "")))
    return path


@pytest.fixture
def place(window: Window) -> ImportPlace:
    found = window.go("import")
    assert isinstance(found, ImportPlace)
    return found


@pytest.fixture
def ada(workspace: Workspace) -> int:
    return lists.add(workspace, "person", "Ada Byron", email="ada@example.com")


def look(qtbot: QtBot, place: ImportPlace, path: Path) -> None:
    with qtbot.waitSignal(place.input.looked):
        place.arrive(path=path)


def take_as(qtbot: QtBot, place: ImportPlace, word: TakenAs) -> None:
    with qtbot.waitSignal(place.input.looked):
        place.taking.taken_as.choose(word)


def bring(qtbot: QtBot, place: ImportPlace) -> None:
    with qtbot.waitSignal(place.applying.applied):
        qtbot.mouseClick(place.foot.next, Qt.MouseButton.LeftButton)


def type_day(qtbot: QtBot, box: DayBox, text: str) -> None:
    box.line.selectAll()
    box.line.setFocus()
    box.line.selectAll()
    qtbot.keyClicks(box.line, text)
    qtbot.keyClick(box.line, Qt.Key.Key_Return)


def rows(place: ImportPlace, tab: int = NEW) -> list[tuple[str, ...]]:
    table = place.preview.tables[tab].rows
    return [table.row(n) for n in range(table.rowCount())]


def person(workspace: Workspace, id_: int) -> Person:
    return next(one for one in lists.read_people(workspace) if one.id == id_)


def test_its_dates_are_shown_before_they_come_in(
    qtbot: QtBot, place: ImportPlace, workspace: Workspace, tmp_path: Path
) -> None:
    look(qtbot, place, a_calendar(tmp_path))
    assert (place.step, place.taking.taken_as.chosen) == (Step.PREVIEW, TakenAs.DATES)
    assert rows(place) == [("Fair", f"10 March {YEAR}", f"11 March {YEAR}")]
    assert not place.preview.tabs.isTabVisible(CREATED)
    assert lists.read_lists(workspace).notes == ()


def test_they_come_in_as_one_change_and_stand_on_the_calendar(
    qtbot: QtBot, place: ImportPlace, workspace: Workspace, tmp_path: Path
) -> None:
    look(qtbot, place, a_calendar(tmp_path))
    assert place.foot.next.text() == "Import 1 date"
    bring(qtbot, place)
    assert [note.name for note in lists.read_lists(workspace).notes] == ["Fair"]
    assert history.next_undo(workspace) == "Import 1 date from days.ics"
    assert place.done.said.text() == "1 date came in from days.ics."
    done = place.applying.done
    assert done is not None
    assert (done.place, done.day) == ("calendar", date(YEAR, 3, 10))


def test_the_same_again_changes_nothing(qtbot: QtBot, place: ImportPlace, tmp_path: Path) -> None:
    look(qtbot, place, a_calendar(tmp_path))
    bring(qtbot, place)
    look(qtbot, place, a_calendar(tmp_path))
    assert place.foot.next.text() == "Import another file"
    assert place.preview.empty.text() == "The event is known already, just so."


def test_an_event_that_grew_is_a_change(qtbot: QtBot, place: ImportPlace, tmp_path: Path) -> None:
    look(qtbot, place, a_calendar(tmp_path))
    bring(qtbot, place)
    look(qtbot, place, a_calendar(tmp_path, *an_event("Fair", "0310", "0314")))
    (row,) = rows(place, CHANGED)
    assert row[1:] == ("Fair", "Last day", f"11 March {YEAR}", f"→ 13 March {YEAR}")


def test_the_events_become_pieces_where_that_is_wanted(
    qtbot: QtBot, place: ImportPlace, workspace: Workspace, tmp_path: Path
) -> None:
    look(qtbot, place, a_calendar(tmp_path))
    take_as(qtbot, place, TakenAs.PIECES)
    assert place.foot.next.text() == "Import 1 piece"
    bring(qtbot, place)
    assert history.next_undo(workspace) == "Import 1 piece from days.ics"
    assert lists.read_lists(workspace).notes == ()


def test_whose_days_away_must_be_said(qtbot: QtBot, place: ImportPlace, ada: int, tmp_path: Path) -> None:
    look(qtbot, place, a_calendar(tmp_path))
    take_as(qtbot, place, TakenAs.AWAY)
    assert place.preview.empty.text() == "Say who is away."
    assert not place.foot.next.isEnabled()
    with qtbot.waitSignal(place.input.looked):
        place.taking.choose_whose().picked.emit(ada)
    assert rows(place) == [("Ada Byron", f"10 March {YEAR}", f"11 March {YEAR}", "Fair")]


def test_days_away_come_in_as_one_change(
    qtbot: QtBot, place: ImportPlace, workspace: Workspace, ada: int, tmp_path: Path
) -> None:
    look(qtbot, place, a_calendar(tmp_path, called="ada byron: time off"))
    assert (place.taking.taken_as.chosen, place.taking.whose.value) == (TakenAs.AWAY, "Ada Byron")
    bring(qtbot, place)
    assert [one.reason for one in person(workspace, ada).away] == ["Fair"]
    assert history.next_undo(workspace) == "Import 1 stretch of days away of ‘Ada Byron’ from days.ics"
    place.done.undo.click()
    assert person(workspace, ada).away == ()


def test_each_event_may_name_who_is_away(
    qtbot: QtBot, place: ImportPlace, workspace: Workspace, ada: int, tmp_path: Path
) -> None:
    bo = lists.add(workspace, "person", "Bo Lee")
    events = (an_event("Ada Byron – Holiday", "0401"), an_event("Vacation: Bo Lee", "0402"), an_event("Picnic", "0403"))
    look(qtbot, place, a_calendar(tmp_path, *(line for one in events for line in one)))
    take_as(qtbot, place, TakenAs.AWAY)
    with qtbot.waitSignal(place.input.looked):
        place.taking.choose_whose().picked.emit(EVERYBODY)
    assert [(row[0], row[3]) for row in rows(place)] == [("Ada Byron", "Holiday"), ("Bo Lee", "Vacation")]
    assert [row[2:] for row in rows(place, REFUSED)] == [("Picnic", "it names nobody known here, or several")]
    place.preview.skip.setChecked(True)
    bring(qtbot, place)
    assert [one.reason for id_ in (ada, bo) for one in person(workspace, id_).away] == ["Holiday", "Vacation"]
    assert history.next_undo(workspace) == "Import 2 stretches of days away of 2 people from days.ics"


def test_only_days_that_are_asked_for_are_taken(qtbot: QtBot, place: ImportPlace, tmp_path: Path) -> None:
    look(qtbot, place, a_calendar(tmp_path))
    with qtbot.waitSignal(place.input.looked):
        type_day(qtbot, place.taking.first, f"{YEAR}-03-12")
    assert place.preview.empty.text() == "Nothing in this calendar falls into these days."
    with qtbot.waitSignal(place.input.looked):
        type_day(qtbot, place.taking.last, f"{YEAR}-01-01")
    assert place.preview.empty.text() == "The last day lies before the first."


def test_what_is_no_day_is_said_and_a_blank_line_filled_again(qtbot: QtBot, place: ImportPlace, tmp_path: Path) -> None:
    look(qtbot, place, a_calendar(tmp_path))
    box = place.taking.first
    type_day(qtbot, box, "soon")
    assert not box.wrong.isHidden()
    box.line.selectAll()
    qtbot.keyClick(box.line, Qt.Key.Key_Delete)
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert (box.line.text(), box.wrong.isHidden()) == (f"1 January {YEAR - 1}", True)


def test_a_choice_by_keyboard_keeps_the_focus(qtbot: QtBot, place: ImportPlace, tmp_path: Path) -> None:
    look(qtbot, place, a_calendar(tmp_path))
    button = place.taking.taken_as._buttons[TakenAs.DATES]
    button.setFocus()
    with qtbot.waitSignal(place.input.looked):
        qtbot.keyClick(button, Qt.Key.Key_Left)
    assert place.taking.taken_as.chosen == TakenAs.PIECES
    focus = QApplication.focusWidget()
    assert focus is not None
    assert place.taking.isAncestorOf(focus)


def test_more_than_can_be_taken_is_said_beside_the_days(qtbot: QtBot, place: ImportPlace, tmp_path: Path) -> None:
    daily = [an_event(f"E{n}", "0101", uid=str(n)) for n in range(80)]
    lines = [line for one in daily for line in (*one[:-1], "RRULE:FREQ=DAILY", one[-1])]
    look(qtbot, place, a_calendar(tmp_path, *lines))
    assert place.preview.empty.text() == "days.ics brings more than 50,000 dates; ask for fewer years."
    assert isinstance(place.input.preview, EventsResult)
    assert not place.foot.next.isEnabled()


def test_a_calendar_on_the_clipboard_is_one(qtbot: QtBot, place: ImportPlace, tmp_path: Path) -> None:
    with qtbot.waitSignal(place.input.looked):
        place.arrive(text=a_calendar(tmp_path).read_text())
    assert rows(place) == [("Fair", f"10 March {YEAR}", f"11 March {YEAR}")]


def test_its_steps_are_three(qtbot: QtBot, place: ImportPlace, tmp_path: Path) -> None:
    look(qtbot, place, a_calendar(tmp_path))
    assert place.line.accessibleName() == "Step 2 of 3: Preview"


def test_a_damaged_calendar_is_refused_in_one_sentence(qtbot: QtBot, place: ImportPlace, tmp_path: Path) -> None:
    path = tmp_path / "broken.ics"
    path.write_text("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")
    with qtbot.waitSignal(place.input.failed):
        place.arrive(path=path)
    assert place.choosing.reason.text() == "broken.ics is damaged: VEVENT, which begins at line 2, has no end."
