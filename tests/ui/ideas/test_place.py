from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editorial.domain.conditions import Operator, Test
from editorial.domain.vocabulary import Kind
from editorial.services import history, pieces
from editorial.store.lists import read_settings
from editorial.store.pieces import insert_piece
from editorial.store.workspace import Workspace
from editorial.ui.fields.picker import Picker
from editorial.ui.ideas.place import IdeasPlace
from editorial.ui.ideas.table import EntryTable
from editorial.ui.window import Window
from tests.builders import a_piece, a_segment, an_interest, named

SELECT_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def place(window: Window) -> IdeasPlace:
    shown = window.go("ideas")
    assert isinstance(shown, IdeasPlace)
    return shown


def titles(place: IdeasPlace) -> list[str]:
    table = place.page.table
    assert isinstance(table, EntryTable)
    return [entry.title for entry in table.rows.entries]


def test_a_new_piece_is_written_down_here(qtbot: QtBot, window: Window, place: IdeasPlace) -> None:
    window.new_piece()
    qtbot.keyClicks(place.all.quick_add.line, "Pump guide")
    qtbot.keyClick(place.all.quick_add.line, Qt.Key.Key_Return)
    assert titles(place) == ["Pump guide"]


def test_a_click_on_a_heading_sorts_both_ways(place: IdeasPlace, workspace: Workspace) -> None:
    for title in ("Beta", "Alpha", "Gamma"):
        a_piece(workspace, title)
    table = place.all.table
    table.rows.sort_by("title")
    assert titles(place) == ["Alpha", "Beta", "Gamma"]
    table.rows.sort_by("title")
    assert titles(place) == ["Gamma", "Beta", "Alpha"]


def test_the_filter_narrows_the_ideas(place: IdeasPlace, workspace: Workspace) -> None:
    a_piece(workspace, "Pump guide")
    a_piece(workspace, "Valve guide")
    place.filter.set_condition(Test("title", Operator.CONTAINS, ("pump",)))
    assert titles(place) == ["Pump guide"]
    assert place.filter.hidden.text() == "1 hidden"


def test_several_selected_ideas_are_edited_together(window: Window, place: IdeasPlace, workspace: Workspace) -> None:
    a_piece(workspace, "One"), a_piece(workspace, "Two")
    place.all.table.selectAll()
    assert window.side.shows_piece
    assert window._panel is not None
    assert len(window._panel.bulk.ids) == 2


def test_rows_are_copied_as_a_spreadsheet_takes_them(qtbot: QtBot, place: IdeasPlace, workspace: Workspace) -> None:
    a_piece(workspace, "Pump guide", kind=Kind.PRACTICAL.value)
    place.all.table.selectAll()
    qtbot.keyClick(place.all.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Pump guide" in QGuiApplication.clipboard().text().splitlines()[1].split("\t")


def test_ideas_are_duplicated(qtbot: QtBot, place: IdeasPlace, workspace: Workspace) -> None:
    a_piece(workspace, "Pump guide")
    place.all.table.selectRow(0)
    qtbot.keyClick(place.all.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert sorted(titles(place)) == ["Pump guide", "Pump guide (copy)"]


def test_the_bin_is_restored_from_and_emptied_by_hand(place: IdeasPlace, workspace: Workspace) -> None:
    one, two = a_piece(workspace, "One"), a_piece(workspace, "Two")
    pieces.bin(workspace, [one, two])
    place.choice.choose("bin")
    place.bin.table.go_to(one)
    place.bin.restore.click()
    assert titles(place) == ["Two"]
    place.bin.clean.click()
    assert titles(place) == []
    history.undo(workspace)
    assert titles(place) == ["Two"]


def picker_of(place: IdeasPlace, typed: str = "") -> Picker:
    picker = place.blanks.blanks.fill(typed)
    assert picker is not None
    return picker


def give(qtbot: QtBot, picker: Picker, words: str) -> None:
    qtbot.keyClicks(picker.line, words)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)


@pytest.fixture
def blanks(place: IdeasPlace) -> IdeasPlace:
    place.choice.choose("blanks")
    return place


def test_blanks_list_what_lacks_a_tag_planned_or_not(blanks: IdeasPlace, workspace: Workspace) -> None:
    segment, interest = a_segment(workspace), an_interest(workspace)
    a_piece(workspace, "Idea")
    a_piece(workspace, "Planned", planned=date(2027, 3, 9))
    a_piece(workspace, "Parked", status="On hold")
    a_piece(workspace, "Out", status="Published", published_on=date(2027, 3, 1))
    tagged = {"kind": Kind.PRACTICAL.value, "interest_id": interest, "stage": "Interest"}
    a_piece(workspace, "Tagged", segment_ids=(segment,), **tagged)  # type: ignore[arg-type]
    assert titles(blanks) == ["Planned", "Idea"]
    blanks.blanks.scope.choose("out")
    assert titles(blanks) == ["Out"]


def test_blanks_are_filled_one_after_the_other(qtbot: QtBot, blanks: IdeasPlace, workspace: Workspace) -> None:
    a_segment(workspace, "Founders"), an_interest(workspace, "Cost")
    piece = a_piece(workspace, "Pump guide")
    table = blanks.blanks.blanks
    table.next_blank((-1, -1))
    for words in ("practical", "Interest", "Founders", "Cost"):
        give(qtbot, picker_of(blanks), words)
    read = pieces.read(workspace, piece)
    assert (read.kind, read.stage_id) == (Kind.PRACTICAL, named(workspace, "stage", "Interest"))
    assert titles(blanks) == []


def test_several_cells_of_a_column_get_one_value_at_once(
    qtbot: QtBot, blanks: IdeasPlace, workspace: Workspace
) -> None:
    ids = [a_piece(workspace, "One"), a_piece(workspace, "Two")]
    table = blanks.blanks.blanks
    column = table.columns().index("kind")
    for row in (0, 1):
        table.selectionModel().select(table.rows.index(row, column), QItemSelectionModel.SelectionFlag.Select)
    table.selectionModel().setCurrentIndex(table.rows.index(0, column), QItemSelectionModel.SelectionFlag.NoUpdate)
    give(qtbot, picker_of(blanks), "aspir")
    assert {entry.kind for entry in pieces.read_entries(workspace, ids)} == {Kind.ASPIRATIONAL}
    assert history.next_undo(workspace) == "Set kind of 2 pieces to aspirational"


def test_a_name_the_list_lacks_is_added_where_it_is_missing(
    qtbot: QtBot, blanks: IdeasPlace, workspace: Workspace
) -> None:
    piece = a_piece(workspace, "One")
    table = blanks.blanks.blanks
    table.setCurrentIndex(table.rows.index(0, table.columns().index("interest")))
    give(qtbot, picker_of(blanks), "Energy costs")
    interest = pieces.read(workspace, piece).interest_id
    assert blanks.desk.lists.interests[interest or 0].name == "Energy costs"


def test_tab_goes_to_the_next_blank(qtbot: QtBot, blanks: IdeasPlace, workspace: Workspace) -> None:
    blanks.blanks.blanks.setFocus()
    a_piece(workspace, "One", kind=Kind.PRACTICAL.value)
    table = blanks.blanks.blanks
    table.setCurrentIndex(table.rows.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert table.field_at(table.currentIndex().column()).name == "stage"


def test_thousands_of_ideas_are_listed_without_a_widget_each(
    qtbot: QtBot, place: IdeasPlace, workspace: Workspace
) -> None:
    one = pieces.create(workspace, "One")
    before = len(place.findChildren(QWidget))
    sample = pieces.read(workspace, one)
    with workspace.change("Many") as session:
        settings = read_settings(session.connection())
        for n in range(1_000):
            insert_piece(session.connection(), {"title": f"Idea {n}", "status_id": sample.status_id}, settings)
    assert len(titles(place)) == 1_001
    assert len(place.findChildren(QWidget)) == before
