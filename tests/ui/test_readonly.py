"""A workspace opened for reading only: nothing in the window invites to write."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editorial.services.workspaces import open_workspace
from editorial.store.workspace import Workspace
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.ideas.place import IdeasPlace
from editorial.ui.segments.place import SegmentsPlace
from editorial.ui.settings.list_page import ListPage
from editorial.ui.settings.place import SettingsPlace
from editorial.ui.window import Window
from tests.builders import a_segment


@pytest.fixture
def locked(new_window: Callable[[], Window], workspace: Workspace, workspace_path: Path) -> Iterator[Window]:
    a_segment(workspace, "Buyers")
    window = new_window()
    window.desk.open(open_workspace(workspace_path, readonly=True))
    yield window
    window.desk.close()


def test_an_empty_calendar_offers_no_import(locked: Window) -> None:
    place = locked.go("calendar")
    assert isinstance(place, CalendarPlace)
    assert place.nothing.text.text() == "Nothing is planned yet."
    assert place.nothing.button.isHidden()


def test_no_idea_can_be_begun(locked: Window) -> None:
    place = locked.go("ideas")
    assert isinstance(place, IdeasPlace)
    assert place.all.quick_add.isHidden()
    assert place.all.empty.text() == "There are no ideas."
    assert not locked.header.new.isEnabled()


def test_the_key_for_a_new_piece_says_why_not(locked: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(locked.desk.notice) as told:
        locked.new_piece()
    assert told.args is not None
    assert "for reading only" in told.args[0].text


def test_lists_offer_no_new_entry(locked: Window) -> None:
    place = locked.go("settings", kind="campaign")
    assert isinstance(place, SettingsPlace)
    assert isinstance(place.page, ListPage)
    assert place.page.adding.isHidden()
    assert place.page.add.isHidden()


def test_the_fields_of_a_segment_can_only_be_read(locked: Window) -> None:
    place = locked.go("segments")
    assert isinstance(place, SegmentsPlace)
    assert all(box.isReadOnly() for box in place.profile._texts.values())
