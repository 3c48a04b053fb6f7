"""People's own calendars in a folder, and folders that come and go."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import AssignmentRole
from editorial.services import assignments, interviews, lists
from editorial.store.workspace import Workspace
from editorial.ui.desk import Notice
from editorial.ui.my_work.place import MyWorkPlace
from editorial.ui.onlooker import keeping
from editorial.ui.onlooker.dialog import ShareDialog
from editorial.ui.onlooker.keeping import Keeper, keeper_of
from editorial.ui.onlooker.kept import named_files
from editorial.ui.onlooker.opening import share_from
from editorial.ui.window import Window
from tests.builders import a_piece
from tests.ui.conftest import TODAY

Start = Callable[..., None]


@pytest.fixture
def ada(workspace: Workspace) -> int:
    """Somebody who writes one piece and owes another a review."""
    found = lists.add(workspace, "person", "Ada Byron")
    a_piece(workspace, "Hers", planned=date(2027, 3, 9), owner_id=found)
    later = a_piece(workspace, "Later", planned=date(2027, 5, 3))
    assignments.ask(workspace, later, found, AssignmentRole.REVIEWER, today=TODAY, due=date(2027, 4, 20))
    return found


@pytest.fixture
def dialog(qtbot: QtBot, ada: int, window: Window) -> ShareDialog:
    window.desk.preferences.put("onlooker-form", "ics")
    made = share_from(window)
    assert made is not None
    with qtbot.waitSignal(made.previewed):
        pass
    made.show_page("folder")
    return made


@pytest.fixture
def keeper(window: Window) -> Keeper:
    return keeper_of(window.desk)


@pytest.fixture
def start(qtbot: QtBot, dialog: ShareDialog, keeper: Keeper) -> Start:
    """Keep the own calendars of people in a folder, and other forms besides."""

    def starting(folder: Path, *people: int, forms: tuple[str, ...] = ()) -> None:
        page = dialog.folder
        page.folder.setText(str(folder))
        for form, box in page.forms.items():
            box.setChecked(form in forms)
        page.choose_people().picked.emit(people)
        with qtbot.waitSignal(keeper.said, timeout=20_000):
            page.start.click()

    return starting


def titles(folder: Path) -> list[str]:
    (path,) = folder.glob("*Ada*.ics")
    return [line[8:] for line in path.read_text("utf-8").splitlines() if line.startswith("SUMMARY:")]


def test_a_calendar_of_ones_own_holds_ones_pieces_and_what_is_wanted(start: Start, ada: int, tmp_path: Path) -> None:
    start(tmp_path, ada)
    assert titles(tmp_path) == ["Hers", "Asked of you: “Later”"]


def test_it_is_written_again_when_an_interview_is_arranged(
    qtbot: QtBot, start: Start, keeper: Keeper, workspace: Workspace, ada: int, tmp_path: Path
) -> None:
    start(tmp_path, ada)
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(ada,))
    interviews.arrange(workspace, talk, date(2027, 3, 19))
    qtbot.waitUntil(lambda: "Interview: Robots" in titles(tmp_path), timeout=10_000)


def test_what_is_not_theirs_writes_nothing(
    qtbot: QtBot, start: Start, keeper: Keeper, workspace: Workspace, ada: int, tmp_path: Path
) -> None:
    start(tmp_path, ada)
    (path,) = tmp_path.glob("*Ada*.ics")
    before = path.stat().st_mtime_ns
    with qtbot.waitSignal(keeper.said, timeout=10_000):
        a_piece(workspace, "Nobody’s", planned=date(2027, 3, 10))
    assert path.stat().st_mtime_ns == before


def test_a_file_somebody_removed_comes_back(
    start: Start, ada: int, tmp_path: Path, qtbot: QtBot, keeper: Keeper
) -> None:
    start(tmp_path, ada)
    next(tmp_path.glob("*Ada*.ics")).unlink()
    with qtbot.waitSignal(keeper.said, timeout=10_000):
        keeper.write()
    assert titles(tmp_path)


def test_the_whole_calendar_reaches_over_three_years(
    dialog: ShareDialog, start: Start, workspace: Workspace, ada: int, tmp_path: Path
) -> None:
    a_piece(workspace, "Far ahead", planned=date(2028, 11, 9))
    dialog.folder.days.choose("whole")
    start(tmp_path, forms=("ics",))
    assert "Far ahead" in next(tmp_path.glob("*calendar.ics")).read_text("utf-8")
    assert dialog.folder.what.text().startswith("Last year, this one and the next, for: team.")


def test_who_shares_a_name_has_a_file_of_their_own() -> None:
    (_one, first), (_two, second) = named_files("plan", [("uid-1", "Bo Lee"), ("uid-2", "Bo Lee")], [])
    assert (first, second) == ("plan Bo Lee.ics", "plan uid-2 Bo Lee.ics")


def test_long_names_that_begin_alike_have_files_of_their_own() -> None:
    people = [("uid-000001", f"{'Bo ' * 80}Lee"), ("uid-000002", f"{'Bo ' * 80}Ray")]
    (_one, first), (_two, second) = named_files("plan", people, [])
    assert first != second


def test_a_file_keeps_its_name_when_its_person_has_another() -> None:
    assert named_files("plan", [("1", "Bo Ray")], [("1", "plan Bo Lee.ics")]) == (("1", "plan Bo Lee.ics"),)


def test_nothing_is_written_of_somebody_who_is_gone(
    qtbot: QtBot, start: Start, keeper: Keeper, workspace: Workspace, tmp_path: Path, ada: int
) -> None:
    bo = lists.add(workspace, "person", "Bo Lee")
    start(tmp_path, bo, ada)
    with qtbot.waitSignal(keeper.said, timeout=10_000):
        lists.remove(workspace, "person", bo)
    assert keeper.trouble == ""


def test_what_is_kept_comes_back(
    window: Window, qtbot: QtBot, start: Start, dialog: ShareDialog, ada: int, tmp_path: Path
) -> None:
    start(tmp_path, ada)
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(ShareDialog) is None)
    again = share_from(window)
    assert again is not None
    assert again.folder.people.value == "Ada Byron"
    assert not again.folder.start.isEnabled()


def test_a_folder_that_comes_back_is_written_without_a_change(
    qtbot: QtBot,
    window: Window,
    start: Start,
    keeper: Keeper,
    ada: int,
    tmp_path: Path,
) -> None:
    notices: list[Notice] = []
    window.desk.notice.connect(notices.append)
    keeper._later.setInterval(50)
    folder = tmp_path / "usb"
    start(folder, ada)
    assert keeper.trouble.endswith("cannot be written: its folder is not there.")
    with qtbot.waitSignal(keeper.said, timeout=10_000):
        pass
    folder.mkdir()
    qtbot.waitUntil(lambda: keeper.trouble == "", timeout=10_000)
    assert titles(folder)
    assert len([one for one in notices if "not up to date" in one.text]) == 1
    assert notices[-1].text == "The shared calendar is up to date again."


def test_it_tries_again_within_minutes() -> None:
    assert keeping.AGAIN_MS <= 5 * 60_000


def test_one_file_that_cannot_be_written_keeps_no_other(
    start: Start, dialog: ShareDialog, keeper: Keeper, ada: int, tmp_path: Path
) -> None:
    stem = dialog._desk.workspace.path.stem  # type: ignore[union-attr]
    (tmp_path / f"{stem} calendar.ics").mkdir()
    start(tmp_path, ada, forms=("ics",))
    assert keeper.trouble.endswith("cannot be written: a folder has that name.")
    assert titles(tmp_path)


def test_my_work_leads_to_the_folder(qtbot: QtBot, window: Window, workspace: Workspace, ada: int) -> None:
    place = window.go("my_work", person_id=ada)
    assert isinstance(place, MyWorkPlace)
    next(one for one in place.commands() if one.word == "my-folder").run()
    dialog = window.findChild(ShareDialog)
    assert isinstance(dialog, ShareDialog)
    assert (dialog.page.chosen, dialog.folder.people.value) == ("folder", "Ada Byron")
    assert not dialog.folder.forms["ics"].isChecked()


def test_a_dialog_that_was_just_closed_is_not_shown_again(window: Window, dialog: ShareDialog) -> None:
    dialog.close()
    again = share_from(window)
    assert again is not None
    assert again is not dialog
    assert not again.left
    again.close()
    again.close()
