"""The slots in the settings: added, their rule edited as a form and as text, scopes asked, exceptions put back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.planning_records import Slot
from editorial.domain.slot_forms import Every
from editorial.domain.slots import Scope
from editorial.domain.vocabulary import Kind
from editorial.services import history, slot_series, slots
from editorial.store.workspace import Workspace
from editorial.ui.settings.editors import DayFieldEditor
from editorial.ui.settings.place import SettingsPlace
from editorial.ui.slots.page import SlotsPage
from editorial.ui.window import Window
from tests.builders import a_piece

FIRST = date(2027, 3, 2)


@pytest.fixture
def slot(workspace: Workspace) -> int:
    return slot_series.add(workspace, "Blog slot", rule="FREQ=WEEKLY;BYDAY=TU", first=FIRST)


@pytest.fixture
def page(window: Window, slot: int) -> SlotsPage:
    place = window.go("settings", kind="slot", id=slot)
    assert isinstance(place, SettingsPlace)
    assert isinstance(place.page, SlotsPage)
    return place.page


def listed(workspace: Workspace) -> list[Slot]:
    return slots.every(workspace)


def test_a_slot_is_listed_with_its_rule_in_words(page: SlotsPage) -> None:
    assert page.list.item(0).text() == "○ Blog slot\nEvery Tuesday, from 2 March 2027"


def test_the_form_says_the_next_five_days(page: SlotsPage) -> None:
    assert page.form.next.text() == "Next: Tue 16 Mar · Tue 23 Mar · Tue 30 Mar · Tue 6 Apr · Tue 13 Apr"


def test_a_slot_is_added_by_its_name(qtbot: QtBot, page: SlotsPage, workspace: Workspace) -> None:
    page.add.click()
    qtbot.keyClicks(page.adding.line, "Friday note")
    qtbot.keyClick(page.adding.line, Qt.Key.Key_Return)
    assert [slot.name for slot in listed(workspace)] == ["Blog slot", "Friday note"]
    assert page.form.editors["name"].value == "Friday note"


def test_a_changed_rule_is_asked_about_before_it_is_written(page: SlotsPage, workspace: Workspace) -> None:
    page.form.rule.days[3].click()
    assert page.form.bar.isVisible()
    assert page.form.rule.text.text() == "FREQ=WEEKLY;BYDAY=TU,TH"
    assert listed(workspace)[0].rule == "FREQ=WEEKLY;BYDAY=TU"


def test_cancel_leaves_the_series_alone(qtbot: QtBot, page: SlotsPage, workspace: Workspace) -> None:
    page.form.rule.days[3].click()
    qtbot.keyClick(page.form.bar, Qt.Key.Key_Escape)
    assert page.form.bar.isHidden()
    assert page.form.rule.rule == listed(workspace)[0].rule == "FREQ=WEEKLY;BYDAY=TU"


def test_this_and_later_cuts_the_series(page: SlotsPage, workspace: Workspace) -> None:
    page.form.rule.days[3].click()
    page.form.bar.choose(Scope.LATER)
    page.form.bar.act.click()
    before, after = listed(workspace)
    assert (before.last, after.first, after.rule) == (date(2027, 3, 15), date(2027, 3, 16), "FREQ=WEEKLY;BYDAY=TU,TH")
    assert page.entry == after.id


def test_one_undo_takes_the_cut_back(page: SlotsPage, workspace: Workspace) -> None:
    page.form.rule.days[3].click()
    page.form.bar.choose(Scope.LATER)
    page.form.bar.act.click()
    history.undo(workspace)
    assert [(slot.rule, slot.last) for slot in listed(workspace)] == [("FREQ=WEEKLY;BYDAY=TU", None)]


def test_the_count_that_is_touched_is_said(page: SlotsPage, workspace: Workspace) -> None:
    filled = a_piece(workspace, "There")
    slots.fill(workspace, filled, page.entry or 0, date(2027, 3, 16))
    page.form.ask_remove()
    page.form.bar.choose(Scope.THIS)
    assert page.form.bar.told.text().startswith("This touches 1 day. 1 of them holds a piece")


def test_one_occurrence_is_left_out_and_put_back(page: SlotsPage, workspace: Workspace) -> None:
    page.form.ask_remove()
    page.form.bar.choose(Scope.THIS)
    page.form.bar.act.click()
    assert [one.day for one in listed(workspace)[0].exceptions] == [date(2027, 3, 16)]
    page.form.exceptions.backs[0].click()
    assert listed(workspace)[0].exceptions == ()


def test_one_occurrence_is_moved_to_another_day(qtbot: QtBot, page: SlotsPage, workspace: Workspace) -> None:
    qtbot.keyClicks(page.form.exceptions.to.line, "2027-03-18")
    page.form.exceptions.move_one.click()
    assert listed(workspace)[0].exceptions[0].moved_to == date(2027, 3, 18)


def test_a_name_is_saved_at_once(qtbot: QtBot, page: SlotsPage, workspace: Workspace) -> None:
    line = page.form.editors["name"].line  # type: ignore[attr-defined]
    line.selectAll()
    qtbot.keyClicks(line, "Weekly post")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert listed(workspace)[0].name == "Weekly post"
    assert page.form.bar.isHidden()


def test_a_rule_may_be_typed(qtbot: QtBot, page: SlotsPage) -> None:
    text = page.form.rule.text
    text.selectAll()
    qtbot.keyClicks(text, "RRULE:FREQ=MONTHLY;BYDAY=1MO")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert page.form.rule.unit.currentData() == Every.MONTH_WEEKDAY.value
    assert page.form.words.text().startswith("Every month on the first Monday")


def test_a_rule_that_is_none_is_refused_in_a_sentence(qtbot: QtBot, page: SlotsPage) -> None:
    text = page.form.rule.text
    text.selectAll()
    qtbot.keyClicks(text, "FREQ=NEVER")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert page.form.rule.reason.text() == "A rule says FREQ=DAILY, WEEKLY, MONTHLY or YEARLY."


def test_what_the_slot_gives_may_be_chosen(page: SlotsPage, workspace: Workspace) -> None:
    page.form.editors["kind"].given.emit(Kind.PRACTICAL, "")
    page.form.bar.choose(Scope.LATER)
    page.form.bar.act.click()
    assert listed(workspace)[-1].kind is Kind.PRACTICAL


def test_every_month_on_a_day_is_a_form_of_its_own(page: SlotsPage) -> None:
    rule = page.form.rule
    rule.unit.setCurrentIndex(rule.unit.findData(Every.MONTH_DAY.value))
    rule.unit.activated.emit(rule.unit.currentIndex())
    assert rule.rule == "FREQ=MONTHLY;BYMONTHDAY=2"
    assert rule.month_day.isVisible()


def test_a_new_slot_begins_on_a_working_day(page: SlotsPage, workspace: Workspace, window: Window) -> None:
    window.desk.today = date(2027, 3, 6)
    page.adding.named.emit("Monday note")
    assert (listed(workspace)[-1].first, listed(workspace)[-1].rule) == (date(2027, 3, 8), "FREQ=WEEKLY;BYDAY=MO")


def test_an_open_end_is_called_for_good(page: SlotsPage) -> None:
    editor = page.form.editors["last"]
    assert isinstance(editor, DayFieldEditor)
    assert editor.box.line.placeholderText() == "for good"


def test_moving_one_asks_for_the_day(page: SlotsPage, workspace: Workspace) -> None:
    page.form.exceptions.move_one.click()
    assert page.form.exceptions.to.wrong.text() == "Say to which day it moves."
    assert listed(workspace)[0].exceptions == ()


def test_all_of_a_series_needs_no_day(page: SlotsPage) -> None:
    page.form.rule.days[3].click()
    page.form.bar.choose(Scope.LATER)
    assert page.form.bar.day.isVisible()
    page.form.bar.choose(Scope.ALL)
    assert page.form.bar.day.isHidden()


@pytest.mark.parametrize("name", ["每周专栏与客户来信" * 6, "A very long name " * 6])
def test_a_long_name_leaves_the_rule_its_line(page: SlotsPage, workspace: Workspace, name: str) -> None:
    slot_series.add(workspace, name, rule="FREQ=WEEKLY;BYDAY=TU", first=FIRST)
    page.list.setFixedWidth(260)
    rows = page.list.count()
    line = page.list.fontMetrics().lineSpacing()
    short, long = (page.list.sizeHintForRow(row) for row in (rows - 2, rows - 1))
    assert long - short == line
