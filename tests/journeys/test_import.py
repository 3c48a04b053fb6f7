"""A real list of posts comes in through the assistant, stands on the calendar, and one undo takes all of it back."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.services import calendar, history, lists
from editorial.services.workspaces import Workspace
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.sheet import View
from editorial.ui.importing.place import ImportPlace
from editorial.ui.importing.steps import Step
from editorial.ui.settings.list_page import ListPage
from editorial.ui.settings.place import SettingsPlace
from editorial.ui.window import Window
from tests.ui.scripted import ScriptedPrompts

INVENTORY = Path(__file__).parents[1] / "data" / "blog-inventory.csv"
EVER = date(2000, 1, 1), date(2040, 1, 1)


def bring_in(qtbot: QtBot, window: Window, prompts: ScriptedPrompts) -> ImportPlace:
    """Go through the assistant by keyboard alone, leaving out what is refused."""
    prompts.answers["import"] = INVENTORY
    place = window.go("import")
    assert isinstance(place, ImportPlace)
    with qtbot.waitSignal(place.input.was_read):
        qtbot.keyClick(place.choosing.choose, Qt.Key.Key_Space)
    with qtbot.waitSignal(place.input.looked):
        qtbot.keyClick(place.foot.next, Qt.Key.Key_Space)
    if place.preview.skip.isVisible():
        qtbot.keyClick(place.preview.skip, Qt.Key.Key_Space)
    return place


def days_shown(place: CalendarPlace) -> set[date | None]:
    return {entry.day for entry in place.sheet.entries} if place.sheet is not None else set()


def test_a_list_of_posts_comes_in_and_goes_again(
    qtbot: QtBot, window: Window, workspace: Workspace, prompts: ScriptedPrompts
) -> None:
    place = bring_in(qtbot, window, prompts)
    assert place.input.preview is not None
    taken = place.input.preview.read - len(place.input.preview.refused)
    with qtbot.waitSignal(place.applying.applied):
        qtbot.keyClick(place.foot.next, Qt.Key.Key_Space)
    assert place.step is Step.DONE
    found = calendar.between(workspace, *EVER)
    assert len(found) == taken

    qtbot.keyClick(place.done.show_button, Qt.Key.Key_Space)
    assert window.word == "calendar"
    shown = window.place
    assert isinstance(shown, CalendarPlace)
    assert shown.look.view is View.MONTH
    newest = max(entry.day for entry in found if entry.day)
    assert (window.desk.day.year, window.desk.day.month) == (newest.year, newest.month)
    qtbot.waitUntil(lambda: newest in days_shown(shown))

    window.desk.undo()
    assert calendar.between(workspace, *EVER) == []
    assert lists.read_lists(workspace).people == {}
    assert history.next_undo(workspace) is None
    qtbot.waitUntil(lambda: not days_shown(shown))


def test_the_lists_it_added_can_be_tidied(
    qtbot: QtBot, window: Window, workspace: Workspace, prompts: ScriptedPrompts
) -> None:
    place = bring_in(qtbot, window, prompts)
    with qtbot.waitSignal(place.applying.applied):
        qtbot.keyClick(place.foot.next, Qt.Key.Key_Space)
    settings = window.go("settings", kind="interest")
    assert isinstance(settings, SettingsPlace)
    page = settings.page
    assert isinstance(page, ListPage)
    before = len(page.model.rows)
    kept, gone = page.model.rows[0], page.model.rows[1]
    used = lists.usage(workspace, "interest", gone.id)
    page.table.choose(gone.id)
    page.editor.propose(kept.id)
    assert f"{used} piece" in page.editor.strip.text.text()
    qtbot.keyClick(page.editor.strip.merge, Qt.Key.Key_Space)
    assert len(page.model.rows) == before - 1
    assert lists.usage(workspace, "interest", kept.id) >= used


def test_the_same_list_again_changes_nothing(
    qtbot: QtBot, window: Window, workspace: Workspace, prompts: ScriptedPrompts
) -> None:
    place = bring_in(qtbot, window, prompts)
    with qtbot.waitSignal(place.applying.applied):
        qtbot.keyClick(place.foot.next, Qt.Key.Key_Space)
    again = bring_in(qtbot, window, prompts)
    assert again.input.changes_nothing
    assert again.foot.next.text() == "Import another file"
