"""Who the user is, through everything that happens to their record."""

import pytest
from pytestqt.qtbot import QtBot

from editorial.services import erasing, history, lists
from editorial.services.workspaces import Workspace, this_user
from editorial.ui.my_work import me
from editorial.ui.my_work.place import MyWorkPlace
from editorial.ui.window import Window
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def mine(place: MyWorkPlace) -> MyWorkPlace:
    """My work of Elena, who is the user."""
    place.this_is_me.click()
    return place


def kept(window: Window, workspace: Workspace) -> tuple[str, str]:
    return me.whose(window.desk.preferences, str(workspace.path))


def counted(window: Window) -> str:
    return window.rail._counts["my_work"].text()


def test_the_rail_counts_what_waits_for_the_user(qtbot: QtBot, mine: MyWorkPlace, window: Window) -> None:
    qtbot.waitUntil(lambda: counted(window) == "4")
    next(iter(mine.page.asked.rows.values())).buttons["accept"].click()
    qtbot.waitUntil(lambda: counted(window) == "3")


def test_a_new_name_is_the_users_in_the_journal(
    qtbot: QtBot, mine: MyWorkPlace, workspace: Workspace, elena: int
) -> None:
    lists.edit(workspace, "person", elena, name="Elena Ruiz-Moreno")
    qtbot.waitUntil(lambda: workspace.author == "Elena Ruiz-Moreno")


def test_merged_with_another_record_of_the_name_one_is_that(
    qtbot: QtBot, mine: MyWorkPlace, window: Window, workspace: Workspace, elena: int
) -> None:
    other = lists.add(workspace, "person", "E. Ruiz")
    lists.edit(workspace, "person", other, name="Elena Ruiz")
    lists.merge(workspace, "person", elena, other)
    qtbot.waitUntil(lambda: mine.work is not None and mine.work.person.id == other)
    uid = next(one.uid for one in lists.read_people(workspace) if one.id == other)
    qtbot.waitUntil(lambda: kept(window, workspace) == (uid, "Elena Ruiz"))


def test_the_name_of_somebody_erased_is_written_no_more(
    qtbot: QtBot, mine: MyWorkPlace, window: Window, workspace: Workspace, elena: int
) -> None:
    erasing.erase(workspace, elena)
    qtbot.waitUntil(lambda: workspace.author == this_user())
    assert kept(window, workspace) == ("", "")
    assert (mine.title(), mine.nobody.person.isHidden()) == ("My work", True)


def test_undo_brings_back_who_was_removed(qtbot: QtBot, window: Window, workspace: Workspace) -> None:
    bo = lists.add(workspace, "person", "Bo")
    place = window.go("my_work", person_id=bo)
    assert isinstance(place, MyWorkPlace)
    place.this_is_me.click()
    lists.remove(workspace, "person", bo)
    qtbot.waitUntil(place.nobody.isVisible)
    history.undo(workspace)
    qtbot.waitUntil(lambda: place.title() == "My work · Bo")


def test_a_name_typed_in_the_menu_is_the_person_of_that_name(
    qtbot: QtBot, place: MyWorkPlace, window: Window, prompts: ScriptedPrompts, elena: int
) -> None:
    prompts.answers["author"] = "elena ruiz"
    window.files.ask_author()
    assert place.me is not None
    assert place.me.id == elena
    qtbot.waitUntil(lambda: counted(window) == "4")
