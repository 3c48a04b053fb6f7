"""Settings of the workspace and its targets through the real window."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.services import lists
from editorial.services.workspaces import Workspace
from editorial.ui.settings.choosing import PickEditor
from editorial.ui.settings.editors import LineEditor
from editorial.ui.settings.place import SettingsPlace
from editorial.ui.settings.reminder_editor import ReminderEditor
from editorial.ui.settings.targets_page import TargetsPage
from editorial.ui.settings.workspace_page import WorkspacePage
from editorial.ui.window import Window
from tests.builders import a_segment, named


@pytest.fixture
def page(window: Window) -> WorkspacePage:
    place = window.go("settings")
    assert isinstance(place, SettingsPlace)
    assert isinstance(place.page, WorkspacePage)
    return place.page


@pytest.fixture
def targets(window: Window, workspace: Workspace) -> TargetsPage:
    a_segment(workspace, "Founders")
    place = window.go("settings", kind="targets")
    assert isinstance(place, SettingsPlace)
    assert isinstance(place.page, TargetsPage)
    return place.page


def type_into(qtbot: QtBot, page: WorkspacePage, name: str, text: str) -> LineEditor:
    editor = page.editors[name]
    assert isinstance(editor, LineEditor)
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, text)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    return editor


def pick(page: WorkspacePage, name: str) -> PickEditor:
    editor = page.editors[name]
    assert isinstance(editor, PickEditor)
    return editor


def test_the_mix_aimed_for_is_typed_as_per_cent(qtbot: QtBot, page: WorkspacePage, workspace: Workspace) -> None:
    editor = type_into(qtbot, page, "mix_target", "60")
    assert lists.read_lists(workspace).settings.mix_target == Decimal("0.6")
    assert editor.line.text() == "60 %"


def test_a_share_above_all_is_refused_and_stays(qtbot: QtBot, page: WorkspacePage) -> None:
    editor = type_into(qtbot, page, "mix_target", "120")
    assert "120" in editor.reason.text()
    assert editor.line.text() == "120"


def test_a_name_is_needed(qtbot: QtBot, page: WorkspacePage) -> None:
    assert type_into(qtbot, page, "name", " ").reason.text() == "A name is needed."


def test_a_currency_has_three_letters(qtbot: QtBot, page: WorkspacePage, workspace: Workspace) -> None:
    assert "euro" in type_into(qtbot, page, "currency", "euro").reason.text()
    type_into(qtbot, page, "currency", "gbp")
    assert lists.read_lists(workspace).settings.currency == "GBP"


def test_a_country_brings_its_holidays_and_regions(page: WorkspacePage, workspace: Workspace) -> None:
    pick(page, "country").give("DE")
    assert "Easter" in page.holidays.text()
    pick(page, "subdivision").give("BY")
    assert lists.read_lists(workspace).settings.subdivision == "BY"
    assert pick(page, "subdivision").button.value == "Bayern"


def test_another_country_has_other_regions(page: WorkspacePage, workspace: Workspace) -> None:
    pick(page, "country").give("DE")
    pick(page, "subdivision").give("BY")
    pick(page, "country").give("FR")
    assert lists.read_lists(workspace).settings.subdivision == ""


def test_a_week_without_a_working_day_is_refused(page: WorkspacePage, workspace: Workspace) -> None:
    editor = pick(page, "weekend")
    editor.give(tuple(range(7)))
    assert editor.reason.text() == "A week needs at least one working day."
    assert lists.read_lists(workspace).settings.weekend == {5, 6}


def test_the_fiscal_year_is_chosen_by_its_month(page: WorkspacePage, workspace: Workspace) -> None:
    pick(page, "fiscal_month").give(7)
    assert pick(page, "fiscal_month").button.value == "July"
    page.desk.undo()
    assert pick(page, "fiscal_month").button.value == "January"


def test_a_zone_is_searched_in_a_list(qtbot: QtBot, page: WorkspacePage, workspace: Workspace) -> None:
    picker = pick(page, "time_zone").choose("b")
    picker.line.setText("europe berlin")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert lists.read_lists(workspace).settings.time_zone == "Europe/Berlin"


def test_a_target_is_typed_into_its_cell(targets: TargetsPage, workspace: Workspace) -> None:
    assert targets.model.setData(targets.model.index(0, 1), "3")
    cell = named(workspace, "segment", "Founders"), named(workspace, "stage", "Awareness")
    assert lists.read_lists(workspace).targets[cell] == 3
    assert targets.model.index(0, 1).data() == "3"


def test_what_is_no_target_stays_with_the_reason(targets: TargetsPage, workspace: Workspace) -> None:
    targets.model.setData(targets.model.index(0, 0), "two")
    assert targets.model.index(0, 0).data() == "two"
    assert "two" in targets.reason.text()
    assert lists.read_lists(workspace).targets == {}


def test_without_segments_the_targets_offer_the_first(qtbot: QtBot, window: Window) -> None:
    place = window.go("settings", kind="targets")
    assert isinstance(place, SettingsPlace)
    assert isinstance(place.page, TargetsPage)
    qtbot.mouseClick(place.page.add, Qt.MouseButton.LeftButton)
    assert place.word == "segment"


def test_a_weight_of_the_forecast_is_typed_as_per_cent(qtbot: QtBot, page: WorkspacePage, workspace: Workspace) -> None:
    editor = type_into(qtbot, page, "likely_weights/ready", "90")
    assert lists.read_lists(workspace).settings.likely_weights == {"ready": Decimal("0.9")}
    assert editor.line.text() == "90 %"


def test_a_weight_of_the_forecast_left_blank_is_the_usual_one(
    qtbot: QtBot, page: WorkspacePage, workspace: Workspace
) -> None:
    type_into(qtbot, page, "likely_weights/open", "40")
    editor = page.editors["likely_weights/open"]
    assert isinstance(editor, LineEditor)
    editor.line.clear()
    editor.line.setModified(True)
    editor.settle()
    assert lists.read_lists(workspace).settings.likely_weights == {}
    assert editor.line.text() == "25 %"


def test_places_kept_for_timely_work_are_a_share(qtbot: QtBot, page: WorkspacePage, workspace: Workspace) -> None:
    type_into(qtbot, page, "timely_share", "30 %")
    assert lists.read_lists(workspace).settings.timely_share == Decimal("0.3")


def reminder(page: WorkspacePage, name: str) -> ReminderEditor:
    editor = page.editors[f"reminders/{name}"]
    assert isinstance(editor, ReminderEditor)
    return editor


def test_the_days_of_a_reminder_are_typed(qtbot: QtBot, page: WorkspacePage, workspace: Workspace) -> None:
    editor = reminder(page, "owed")
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "5")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert lists.read_lists(workspace).settings.reminders == {"owed": 5}
    assert editor.words.text() == "working days before it is due"
    page.desk.undo()
    assert editor.line.text() == "2"


def test_a_reminder_is_turned_off_and_on(page: WorkspacePage, workspace: Workspace) -> None:
    editor = reminder(page, "interview")
    editor.tick.click()
    assert lists.read_lists(workspace).settings.reminders == {"interview": -1}
    assert (editor.line.isHidden(), editor.words.text()) == (True, "no reminder")
    editor.tick.click()
    assert lists.read_lists(workspace).settings.reminders == {}
    assert editor.words.text() == "working day before an interview"


@pytest.mark.parametrize("typed", ["soon", "261", ""])
def test_days_that_cannot_be_are_refused(qtbot: QtBot, page: WorkspacePage, workspace: Workspace, typed: str) -> None:
    editor = reminder(page, "unanswered")
    editor.line.clear()
    editor.line.setModified(True)
    qtbot.keyClicks(editor.line, typed)
    editor.settle()
    assert editor.reason.text()
    assert lists.read_lists(workspace).settings.reminders == {}


def test_the_tray_is_turned_off_here_and_in_the_menu(page: WorkspacePage, window: Window) -> None:
    page.tray.box.click()
    assert not window.reminding.wanted
    window.reminding.turn()
    assert page.tray.box.isChecked()
