from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editorial.domain.conditions import Group, Mode, Operator, Test, operators_of
from editorial.domain.fields import FIELDS, Field, FieldType
from editorial.domain.vocabulary import Kind
from editorial.services import calendar, views
from editorial.store.workspace import Workspace
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.sheet import View
from editorial.ui.desk import Desk
from editorial.ui.fields.options import options_of
from editorial.ui.filters.asking import TestSheet
from editorial.ui.filters.chips import chip_words
from editorial.ui.filters.row import FilterRow
from editorial.ui.preferences import Preferences
from editorial.ui.theme import Theme
from editorial.ui.window import Window
from tests.builders import a_campaign, a_person, a_piece, a_segment, an_interest, named
from tests.ui.scripted import ScriptedPrompts

PRACTICAL = Test("kind", Operator.IS, (Kind.PRACTICAL,))
TITLED = Test("title", Operator.CONTAINS, ("pump",))


@pytest.fixture
def row(qtbot: QtBot, desk: Desk) -> FilterRow:
    made = FilterRow(desk, "test")
    qtbot.addWidget(made)
    return made


def values_for(field: Field, operator: Operator, desk: Desk, piece: int) -> tuple[Any, ...]:
    """Return values that fit a field, as many as the operator wants."""
    if operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return ()
    several = operator is Operator.BETWEEN
    if field.type is FieldType.DATE:
        return (date(2027, 3, 1), date(2027, 3, 31))[: 1 + several]
    if field.type is FieldType.TIME:
        return (time(9), time(17, 30))[: 1 + several]
    if field.type is FieldType.PIECE:
        return (piece,)
    if field.words is not None or field.kind or field.type in (FieldType.FLAG, FieldType.STARS):
        return (options_of(field, desk.lists)[0].value,)
    return ("pump",)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_column_can_be_asked_by_every_operator_that_fits(
    qtbot: QtBot, desk: Desk, workspace: Workspace, field: Field
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    piece = a_piece(workspace, "Pump guide")
    a_segment(workspace), an_interest(workspace), a_person(workspace), a_campaign(workspace)
    for operator in operators_of(field):
        asked = Test(field.name, operator, values_for(field, operator, desk, piece))
        sheet = TestSheet(owner, desk, field.name, asked)
        assert sheet.test() == asked
        assert chip_words(asked, desk)
        calendar.everything(workspace, asked)


def test_a_filter_is_made_by_keyboard(qtbot: QtBot, row: FilterRow, desk: Desk) -> None:
    row.show()
    sheet = row.ask("kind", None, row.more)
    assert sheet.test() is None
    assert not sheet.act.isEnabled()
    line = sheet.box.line  # type: ignore[attr-defined]
    qtbot.keyClicks(line, "pract")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    with qtbot.waitSignal(row.changed) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == [Group(Mode.ALL, (PRACTICAL,))]


def test_a_chip_says_what_it_asks_and_takes_itself_away(qtbot: QtBot, row: FilterRow) -> None:
    row.set_condition(Group(Mode.ALL, (PRACTICAL, TITLED)))
    assert row.chips[0].words.text() == "Kind is practical"
    qtbot.keyClick(row.chips[0], Qt.Key.Key_Delete)
    assert row.condition() == Group(Mode.ALL, (TITLED,))
    row.chips[0].remove.click()
    assert row.condition() is None
    assert row.isHidden()


def test_a_filter_of_another_piece_shows_its_title(row: FilterRow, desk: Desk, workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pump guide")
    row.set_condition(Test("made_from", Operator.IS, (piece,)))
    assert row.chips[0].words.text() == "Made from is “Pump guide”"


def test_all_any_or_none_of_the_conditions(row: FilterRow) -> None:
    row.set_condition(Group(Mode.ALL, (PRACTICAL, TITLED)))
    row.choose_mode(Mode.NONE)
    assert row.condition() == Group(Mode.NONE, (PRACTICAL, TITLED))
    assert row.modes.text() == "None of these ▾"


def test_what_is_hidden_is_said(row: FilterRow) -> None:
    row.set_condition(PRACTICAL)
    row.show_hidden(12)
    assert row.hidden.text() == "12 hidden"


def test_a_filter_comes_back_at_the_next_start_of_its_workspace(
    qtbot: QtBot, row: FilterRow, desk: Desk, preferences: Preferences
) -> None:
    row.set_condition(TITLED)
    again = FilterRow(desk, "test")
    qtbot.addWidget(again)
    desk.opened.emit()
    assert again.condition() == Group(Mode.ALL, (TITLED,))


def test_the_calendar_shows_what_passes_and_says_what_is_hidden(window: Window, workspace: Workspace) -> None:
    shown = a_piece(workspace, "Pump guide", planned=date(2027, 3, 9))
    a_piece(workspace, "Valve guide", planned=date(2027, 3, 9))
    place = window.go("calendar")
    assert isinstance(place, CalendarPlace)
    place.filter.set_condition(TITLED)
    assert place.sheet is not None
    assert [entry.id for entry in place.sheet.entries] == [shown]
    assert place.filter.hidden.text() == "1 hidden"
    assert "1 hidden" in place.status()


def test_a_saved_view_brings_filter_and_look_back(
    window: Window, workspace: Workspace, prompts: ScriptedPrompts
) -> None:
    place = window.go("calendar")
    assert isinstance(place, CalendarPlace)
    prompts.answers["save-view"] = "Practical weeks"
    place.choose(view=View.WEEK)
    place.filter.set_condition(PRACTICAL)
    place.filter.saved.save()
    place.filter.clear()
    place.choose(view=View.MONTH)
    [saved] = views.read_views(workspace, "calendar")
    place.filter.apply(saved)
    assert place.look.view is View.WEEK
    assert place.where == Group(Mode.ALL, (PRACTICAL,))


def test_saved_views_are_renamed_and_removed(row: FilterRow, workspace: Workspace, prompts: ScriptedPrompts) -> None:
    prompts.answers |= {"save-view": "One", "rename-view": "Two"}
    row.saved.save()
    row.saved.rename(row.saved.read()[0])
    assert [view.name for view in row.saved.read()] == ["Two"]
    row.saved.remove(row.saved.read()[0])
    assert row.saved.read() == []


def test_saved_views_can_be_started_from_the_search_box(
    row: FilterRow, workspace: Workspace, prompts: ScriptedPrompts
) -> None:
    prompts.answers["save-view"] = "Pumps"
    row.set_condition(TITLED)
    row.saved.save()
    row.clear()
    next(command for command in row.commands() if command.label == "View: Pumps").run()
    assert row.condition() == Group(Mode.ALL, (TITLED,))


def test_a_filter_survives_a_merge_of_what_it_names(workspace: Workspace, desk: Desk, row: FilterRow) -> None:
    stage = named(workspace, "stage", "Interest")
    row.set_condition(Test("stage", Operator.IS, (stage,)))
    desk.lists_changed.emit()
    assert row.chips[0].words.text() == "Stage is Interest"


def test_chips_follow_the_theme(row: FilterRow, theme: Theme) -> None:
    row.set_condition(PRACTICAL)
    theme.choose("dark")
    assert len(row.chips) == 1


def test_tab_goes_round_inside_the_sheet(qtbot: QtBot, window: Window) -> None:
    place = window.go("calendar")
    assert isinstance(place, CalendarPlace)
    sheet = place.filter.ask("stage", None, place.filter.button)
    sheet.box.put((next(iter(window.desk.lists.stages)),))
    sheet.box.changed.emit()
    stops = []
    for _press in range(4):
        focus = window.focusWidget()
        assert focus is not None
        stops.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert sheet.act in stops
    assert len(set(map(id, stops))) == 4
    assert window.focusWidget() is stops[0]


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, window: Window) -> None:
    place = window.go("calendar")
    assert isinstance(place, CalendarPlace)
    stage = next(iter(window.desk.lists.stages))
    sheet = place.filter.ask("stage", None, place.filter.button)
    sheet.box.put((stage,))
    sheet.box.changed.emit()
    sheet.act.setFocus()
    qtbot.keyClick(sheet.act, Qt.Key.Key_Return)
    assert place.filter.condition() == Group(Mode.ALL, (Test("stage", Operator.IS, (stage,)),))
