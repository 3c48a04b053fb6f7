"""Lists in the settings through the real window."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.services import history, lists
from editorial.services.workspaces import Workspace, open_workspace
from editorial.ui.experts.place import ExpertsPlace
from editorial.ui.settings.editors import LineEditor, LongEditor
from editorial.ui.settings.list_page import ListPage
from editorial.ui.settings.place import SettingsPlace
from editorial.ui.settings.swatches import ColourEditor
from editorial.ui.window import Window
from tests.builders import a_person, a_piece, an_interest
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def place(window: Window, workspace: Workspace) -> SettingsPlace:
    for name in ("Cost", "Risk", "Talent"):
        an_interest(workspace, name, position=len(window.desk.lists.interests))
    shown = window.go("settings", kind="interest")
    assert isinstance(shown, SettingsPlace)
    return shown


@pytest.fixture
def page(place: SettingsPlace) -> ListPage:
    assert isinstance(place.page, ListPage)
    return place.page


def names(page: ListPage) -> list[str]:
    return [record.name for record in page.model.rows]


def type_into(qtbot: QtBot, editor: Any, text: str) -> None:
    editor.line.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, text)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)


def test_every_list_has_a_page(place: SettingsPlace) -> None:
    for word in place.words():
        assert place.show_page(word) is place.page


def test_a_name_is_saved_at_once(qtbot: QtBot, page: ListPage, workspace: Workspace) -> None:
    type_into(qtbot, page.editor.editors["name"], "Costs")
    assert names(page) == ["Costs", "Risk", "Talent"]
    assert history.next_undo(workspace) == "Rename interest ‘Cost’ to ‘Costs’"


def test_a_name_that_is_taken_is_refused_beside_the_field_and_stays(qtbot: QtBot, page: ListPage) -> None:
    editor = page.editor.editors["name"]
    type_into(qtbot, editor, "risk")
    assert isinstance(editor, LineEditor)
    assert "already among the interests" in editor.reason.text()
    assert editor.line.text() == "risk"
    assert names(page)[0] == "Cost"


def test_the_next_try_takes_the_refusal_away(qtbot: QtBot, page: ListPage) -> None:
    editor = page.editor.editors["name"]
    type_into(qtbot, editor, "risk")
    type_into(qtbot, editor, "Price")
    assert editor.reason.text() == ""
    assert names(page)[0] == "Price"


@pytest.mark.parametrize("typed", ["-1", "many"])
def test_a_wrong_weight_is_refused_and_stays(qtbot: QtBot, page: ListPage, typed: str) -> None:
    editor = page.editor.editors["weight"]
    type_into(qtbot, editor, typed)
    assert isinstance(editor, LineEditor)
    assert typed in editor.reason.text()
    assert editor.line.text() == typed
    assert page.editor.record.weight == 1


def test_a_weight_may_be_typed_with_a_comma(qtbot: QtBot, page: ListPage) -> None:
    type_into(qtbot, page.editor.editors["weight"], "2,5")
    assert page.editor.record.weight == Decimal("2.5")


def test_a_long_text_is_saved_after_a_pause(qtbot: QtBot, page: ListPage) -> None:
    editor = page.editor.editors["notes"]
    assert isinstance(editor, LongEditor)
    editor.box.setFocus()
    qtbot.keyClicks(editor.box, "Ask twice")
    qtbot.waitUntil(lambda: page.editor.record.notes == "Ask twice")


def test_what_is_typed_is_saved_before_another_entry_is_shown(qtbot: QtBot, page: ListPage) -> None:
    editor = page.editor.editors["notes"]
    assert isinstance(editor, LongEditor)
    qtbot.keyClicks(editor.box, "Ask twice")
    page.table.choose(page.model.rows[1].id)
    assert page.model.rows[0].notes == "Ask twice"
    assert page.editor.record.name == "Risk"
    assert editor.box.toPlainText() == ""


def test_a_colour_is_chosen_from_the_patches(qtbot: QtBot, page: ListPage) -> None:
    editor = page.editor.editors["colour"]
    assert isinstance(editor, ColourEditor)
    colour = list(editor.patches)[3]
    qtbot.mouseClick(editor.patches[colour], Qt.MouseButton.LeftButton)
    assert page.editor.record.colour == colour
    assert "chosen" in editor.patches[colour].accessibleName()


def test_a_colour_that_is_none_is_refused(qtbot: QtBot, page: ListPage) -> None:
    editor = page.editor.editors["colour"]
    type_into(qtbot, editor, "reddish")
    assert "reddish" in editor.reason.text()


def test_names_are_added_one_after_the_other(qtbot: QtBot, page: ListPage) -> None:
    page.adding.start()
    for name in ("Rules", "Energy"):
        qtbot.keyClicks(page.adding.line, name)
        qtbot.keyClick(page.adding.line, Qt.Key.Key_Return)
    assert names(page)[-2:] == ["Rules", "Energy"]
    assert page.editor.record.name == "Energy"


def test_a_name_that_cannot_be_added_stays_with_the_reason(qtbot: QtBot, page: ListPage) -> None:
    page.adding.start()
    qtbot.keyClicks(page.adding.line, "COST")
    qtbot.keyClick(page.adding.line, Qt.Key.Key_Return)
    assert page.adding.line.text() == "COST"
    assert "already among" in page.adding.reason.text()


def test_alt_and_arrows_reorder(qtbot: QtBot, page: ListPage, workspace: Workspace) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(page) == ["Risk", "Cost", "Talent"]
    qtbot.keyClick(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(page) == ["Cost", "Risk", "Talent"]
    assert page.editor.record.name == "Cost"


def test_dropping_a_row_reorders_once_the_drag_has_ended(qtbot: QtBot, page: ListPage) -> None:
    model = page.model
    carried = model.mimeData([model.index(2, 0)])
    model.dropMimeData(carried, Qt.DropAction.MoveAction, 0, 0, model.index(-1, -1))
    assert names(page) == ["Cost", "Risk", "Talent"]
    qtbot.waitUntil(lambda: names(page) == ["Talent", "Cost", "Risk"])


def test_while_searching_the_order_stays(qtbot: QtBot, page: ListPage) -> None:
    page.search.setText("r")
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    page.search.clear()
    assert names(page) == ["Cost", "Risk", "Talent"]


def test_searching_narrows_the_list(page: ListPage) -> None:
    page.search.setText("ris")
    assert names(page) == ["Risk"]
    assert page.editor.record.name == "Risk"


def test_a_search_that_finds_nothing_says_so(page: ListPage) -> None:
    page.search.setText("weather")
    assert page.none.text() == "Nothing matches “weather”."
    page.search.clear()
    assert page.none.isHidden()


def test_the_use_of_every_entry_is_counted(qtbot: QtBot, page: ListPage, workspace: Workspace) -> None:
    a_piece(workspace, interest_id=page.model.rows[0].id)
    last = page.model.columnCount() - 1
    qtbot.waitUntil(lambda: page.model.index(0, last).data() == "1")
    assert page.editor.used.text() == "Used by 1 piece."


def test_what_is_used_cannot_be_removed_and_the_count_is_said(page: ListPage, workspace: Workspace) -> None:
    a_piece(workspace, interest_id=page.model.rows[0].id)
    page.editor.remove_it()
    assert "is used by 1 piece" in page.editor.reason.text()
    assert names(page)[0] == "Cost"


def test_what_nothing_uses_is_removed_and_comes_back(qtbot: QtBot, page: ListPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert names(page) == ["Risk", "Talent"]
    page.desk.undo()
    assert names(page) == ["Cost", "Risk", "Talent"]


def test_a_merge_is_said_before_it_is_done(page: ListPage, workspace: Workspace) -> None:
    cost, risk, _talent = (record.id for record in page.model.rows)
    a_piece(workspace, interest_id=cost)
    page.editor.propose(risk)
    assert "1 piece would move to “Risk”" in page.editor.strip.text.text()
    assert names(page) == ["Cost", "Risk", "Talent"]


def test_a_proposed_merge_goes_when_its_entry_is_another(page: ListPage, workspace: Workspace) -> None:
    cost, risk, _talent = (record.id for record in page.model.rows)
    page.editor.propose(risk)
    lists.edit(workspace, "interest", cost, name="Costs")
    assert page.editor.strip.isHidden()


def test_a_merge_is_one_change_that_can_be_undone(qtbot: QtBot, page: ListPage, workspace: Workspace) -> None:
    page.editor.propose(page.model.rows[1].id)
    qtbot.mouseClick(page.editor.strip.merge, Qt.MouseButton.LeftButton)
    assert names(page) == ["Risk", "Talent"]
    assert page.editor.record.name == "Risk"
    page.desk.undo()
    assert names(page) == ["Cost", "Risk", "Talent"]


def test_people_are_searched_by_organisation_too(window: Window, workspace: Workspace) -> None:
    a_person(workspace, "Ada Byron", organisation="Analytical Engines")
    a_person(workspace, "Grace Hopper")
    place = window.go("experts")
    assert isinstance(place, ExpertsPlace)
    page = place.page
    page.search.setText("engines ada")
    assert names(page) == ["Ada Byron"]


def test_days_are_added_today_and_their_order_is_held(qtbot: QtBot, place: SettingsPlace) -> None:
    page = place.show_page("day_note")
    assert isinstance(page, ListPage)
    page._add("Works outing")
    editor = page.editor.editors["last"]
    editor.box.line.setText("2027-03-01")  # type: ignore[attr-defined]
    editor.box.line.setModified(True)  # type: ignore[attr-defined]
    editor.settle()
    assert "end lies before the start" in editor.reason.text()


def test_a_first_day_moved_past_the_last_takes_it_along(place: SettingsPlace) -> None:
    page = place.show_page("day_note")
    assert isinstance(page, ListPage)
    page._add("Works outing")
    page.editor.editors["first"].give(date(2027, 5, 3))
    assert page.editor.record.last == date(2027, 5, 3)


def test_an_empty_list_asks_for_its_first_entry(window: Window) -> None:
    place = window.go("settings", kind="segment")
    assert isinstance(place, SettingsPlace)
    page = place.page
    assert isinstance(page, ListPage)
    assert page.adding.isVisible()
    assert page.adding.line.hasFocus() or not window.isActiveWindow()


def test_escape_leaves_the_adding_line_of_an_empty_list(qtbot: QtBot, window: Window) -> None:
    place = window.go("settings", kind="segment")
    assert isinstance(place, SettingsPlace)
    page = place.page
    assert isinstance(page, ListPage)
    qtbot.keyClick(page.adding.line, Qt.Key.Key_Escape)
    assert page.adding.isVisible()


def test_another_workspace_lets_go_of_what_was_refused(
    qtbot: QtBot, page: ListPage, workspace_template: Path, tmp_path: Path
) -> None:
    type_into(qtbot, page.editor.editors["name"], "risk")
    other = Path(shutil.copyfile(workspace_template, tmp_path / "other.editorial"))
    page.desk.open(open_workspace(other))
    assert page.editor.record is None
    assert page.editor.editors["name"].reason.text() == ""


def test_dates_come_in_from_a_calendar_file(
    qtbot: QtBot, window: Window, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    path = tmp_path / "company.ics"
    event = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Town hall\r\nDTSTART;VALUE=DATE:20270407\r\nEND:VEVENT\r\n"
    path.write_bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\n{event}END:VCALENDAR\r\n".encode())
    prompts.answers["dates"] = path
    place = window.go("settings", kind="day_note")
    assert isinstance(place, SettingsPlace)
    assert isinstance(place.page, ListPage)
    with qtbot.waitSignal(window.arrived):
        place.page.bring.click()
    assert window.places["import"].isVisible()
    window.places["import"].desk.background.wait()
