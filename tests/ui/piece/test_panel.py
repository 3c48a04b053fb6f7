from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from editorial.domain.fields import BY_NAME
from editorial.domain.records import Link
from editorial.domain.vocabulary import Kind, Precision, Tag
from editorial.services import history, pieces
from editorial.store.workspace import Workspace
from editorial.ui.desk import Desk
from editorial.ui.fields.choices import ChoiceEditor, ChoicesEditor, FlagEditor
from editorial.ui.fields.days import DayEditor, TimeEditor
from editorial.ui.fields.links import LinksEditor
from editorial.ui.fields.texts import TextEditor
from editorial.ui.piece.panel import PiecePanel
from editorial.ui.piece.parts import groups
from tests.builders import a_piece, a_segment, an_interest, named


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> PiecePanel:
    made = PiecePanel(desk)
    qtbot.addWidget(made)
    made.resize(360, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(panel: PiecePanel, piece_id: int) -> PiecePanel:
    panel.show_selected(piece_id)
    return panel


def text_of(panel: PiecePanel, name: str) -> TextEditor:
    editor = panel.form.editors[name]
    assert isinstance(editor, TextEditor)
    return editor


def type_into(qtbot: QtBot, editor: TextEditor, text: str) -> None:
    editor.box.selectAll()
    qtbot.keyClicks(editor.box, text)


def choose(qtbot: QtBot, panel: PiecePanel, name: str, words: str) -> None:
    editor = panel.form.editors[name]
    assert isinstance(editor, (ChoiceEditor, ChoicesEditor))
    picker = editor.choose()
    qtbot.keyClicks(picker.line, words)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    picker.close()


def test_every_declared_field_that_is_edited_has_an_editor() -> None:
    grouped = {name for group in groups() for name in group.names} | {"title"}
    editable = {name for name, field in BY_NAME.items() if field.editable}
    assert editable - grouped == {"brief", "draft"}


def test_what_is_typed_is_saved_after_a_pause(qtbot: QtBot, panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace, "Old")
    type_into(qtbot, text_of(shown(panel, piece), "title"), "New")
    qtbot.waitUntil(lambda: pieces.read(workspace, piece).title == "New")


def test_typing_joins_into_one_change_until_the_field_is_left(
    qtbot: QtBot, panel: PiecePanel, workspace: Workspace
) -> None:
    piece = a_piece(workspace, "Old")
    editor = text_of(shown(panel, piece), "notes")
    for word in ("one", "two", "three"):
        qtbot.keyClicks(editor.box, word)
        panel.form.settle()
    history.undo(workspace)
    assert pieces.read(workspace, piece).notes == ""


def test_the_change_names_field_and_piece(qtbot: QtBot, panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pump guide")
    choose(qtbot, shown(panel, piece), "stage", "Aware")
    assert history.next_undo(workspace) == "Set stage of ‘Pump guide’ to Awareness"


def test_undo_takes_back_what_was_typed_a_moment_ago(
    qtbot: QtBot, panel: PiecePanel, desk: Desk, workspace: Workspace
) -> None:
    piece = a_piece(workspace, "Old")
    type_into(qtbot, text_of(shown(panel, piece), "title"), "New")
    desk.undo()
    assert pieces.read(workspace, piece).title == "Old"
    assert text_of(panel, "title").text == "Old"


def test_switching_to_another_piece_saves_what_is_typed(qtbot: QtBot, panel: PiecePanel, workspace: Workspace) -> None:
    one, other = a_piece(workspace, "One"), a_piece(workspace, "Other")
    type_into(qtbot, text_of(shown(panel, one), "angle"), "From the shop floor")
    panel.show_selected(other)
    assert pieces.read(workspace, one).angle == "From the shop floor"


def test_an_empty_title_goes_back_to_what_it_was(qtbot: QtBot, panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace, "Kept")
    editor = text_of(shown(panel, piece), "title")
    type_into(qtbot, editor, " ")
    panel.form.settle()
    editor.box.left.emit()
    assert (editor.text, pieces.read(workspace, piece).title) == ("Kept", "Kept")


def test_a_stage_is_suggested_by_the_kind_and_not_forced(panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace, kind=Kind.ASPIRATIONAL.value)
    stage = shown(panel, piece).form.editors["stage"]
    assert isinstance(stage, ChoiceEditor)
    assert pieces.read(workspace, piece).stage_id is None
    stage._suggestion.click()
    assert pieces.read(workspace, piece).stage_id == named(workspace, "stage", "Epiphany")


def test_another_stage_makes_the_tag_proposed(qtbot: QtBot, panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace, stage="Epiphany", tag=Tag.AGREED.value)
    choose(qtbot, shown(panel, piece), "stage", "Loyalty")
    assert pieces.read(workspace, piece).tag is Tag.PROPOSED


def test_a_new_segment_is_added_and_chosen_in_one_change(
    qtbot: QtBot, panel: PiecePanel, desk: Desk, workspace: Workspace
) -> None:
    piece = a_piece(workspace)
    choose(qtbot, shown(panel, piece), "segments", "Founders")
    assert [segment.name for segment in desk.lists.segments.values()] == ["Founders"]
    assert len(pieces.read(workspace, piece).segment_ids) == 1
    desk.undo()
    assert (desk.lists.segments, pieces.read(workspace, piece).segment_ids) == ({}, ())


def test_segments_ticked_in_one_go_are_one_change(qtbot: QtBot, panel: PiecePanel, workspace: Workspace) -> None:
    one, two = a_segment(workspace, "Founders"), a_segment(workspace, "Boards")
    piece = a_piece(workspace)
    panel.desk.lists_changed.emit()
    editor = shown(panel, piece).form.editors["segments"]
    assert isinstance(editor, ChoicesEditor)
    picker = editor.choose()
    qtbot.keyClicks(picker.line, "found")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.keyClicks(picker.line, "board")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    picker.close()
    assert pieces.read(workspace, piece).segment_ids == (one, two)
    history.undo(workspace)
    assert pieces.read(workspace, piece).segment_ids == ()


@pytest.mark.parametrize(
    ("typed", "day", "precision"),
    [
        ("2027-03-11", date(2027, 3, 11), Precision.DAY),
        ("11 March 2027", date(2027, 3, 11), Precision.DAY),
        ("11 Mar", date(2027, 3, 11), Precision.DAY),
        ("tomorrow", date(2027, 3, 11), Precision.DAY),
        ("March 2027", date(2027, 3, 1), Precision.MONTH),
        ("2027-W10", date(2027, 3, 8), Precision.WEEK),
        ("FY2027 Q2", date(2027, 4, 1), Precision.QUARTER),
    ],
)
def test_days_are_typed_as_people_write_them(
    qtbot: QtBot, panel: PiecePanel, workspace: Workspace, typed: str, day: date, precision: Precision
) -> None:
    piece = a_piece(workspace)
    editor = shown(panel, piece).form.editors["date"]
    assert isinstance(editor, DayEditor)
    qtbot.keyClicks(editor.box.line, typed)
    qtbot.keyClick(editor.box.line, Qt.Key.Key_Return)
    read = pieces.read(workspace, piece)
    assert (read.planned, read.precision) == (day, precision)


def test_the_day_that_is_shown_can_be_typed_again(panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace, planned=date(2027, 3, 9))
    editor = shown(panel, piece).form.editors["date"]
    assert isinstance(editor, DayEditor)
    assert editor.box.read().day == date(2027, 3, 9)


def test_a_planned_day_stands_whole_in_a_narrow_panel(panel: PiecePanel, workspace: Workspace) -> None:
    panel.resize(300, 300)
    editor = shown(panel, a_piece(workspace, planned=date(2026, 9, 30))).form.editors["date"]
    assert isinstance(editor, DayEditor)
    line = editor.box.line
    assert line.text() in ("Wed 30 Sept 2026", "Wed 30 Sep 2026")
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width()
    assert line.fontMetrics().horizontalAdvance(line.text()) + 4 <= room


def test_a_day_that_is_none_is_kept_and_explained(qtbot: QtBot, panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace, planned=date(2027, 3, 9))
    editor = shown(panel, piece).form.editors["date"]
    assert isinstance(editor, DayEditor)
    editor.box.line.selectAll()
    qtbot.keyClicks(editor.box.line, "soonish")
    qtbot.keyClick(editor.box.line, Qt.Key.Key_Return)
    assert editor.box.line.text() == "soonish"
    assert editor.box.wrong.isVisible()
    assert pieces.read(workspace, piece).planned == date(2027, 3, 9)


def test_a_time_is_typed_and_taken_away(qtbot: QtBot, panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace)
    editor = shown(panel, piece).form.editors["time"]
    assert isinstance(editor, TimeEditor)
    qtbot.keyClicks(editor.line, "9.30 pm")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert f"{pieces.read(workspace, piece).time:%H:%M}" == "21:30"
    editor.line.selectAll()
    qtbot.keyClick(editor.line, Qt.Key.Key_Delete)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert pieces.read(workspace, piece).time is None


def test_a_flag_is_ticked(panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace)
    editor = shown(panel, piece).form.editors["evergreen"]
    assert isinstance(editor, FlagEditor)
    editor.box.click()
    assert pieces.read(workspace, piece).evergreen


def test_a_link_is_added(qtbot: QtBot, panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace)
    editor = shown(panel, piece).form.editors["links"]
    assert isinstance(editor, LinksEditor)
    editor.add.click()
    qtbot.keyClicks(editor.rows[0].title, "Survey")
    qtbot.keyClicks(editor.rows[0].address, "https://example.org")
    panel.form.settle()
    assert pieces.read(workspace, piece).links == (Link(title="Survey", address="https://example.org"),)


def test_a_piece_thrown_away_elsewhere_leaves_the_panel(
    qtbot: QtBot, panel: PiecePanel, desk: Desk, workspace: Workspace
) -> None:
    piece = a_piece(workspace)
    panel.show_selected(piece)
    with qtbot.waitSignal(desk.piece_selected) as told:
        pieces.bin(workspace, [piece])
    assert told.args == [None]


def test_values_chosen_elsewhere_are_shown(panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace, "Old")
    panel.show_selected(piece)
    pieces.edit(workspace, piece, title="New")
    assert text_of(panel, "title").text == "New"


def test_several_pieces_get_a_value_as_one_change(
    qtbot: QtBot, panel: PiecePanel, desk: Desk, workspace: Workspace
) -> None:
    ids = (a_piece(workspace, "One"), a_piece(workspace, "Two"))
    panel.show_selected(ids)
    picker = panel.bulk.choose(BY_NAME["kind"])
    qtbot.keyClicks(picker.line, "practical")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert {entry.kind for entry in pieces.read_entries(workspace, ids)} == {Kind.PRACTICAL}
    assert panel.bulk.buttons["kind"].value == "▪ Practical"
    assert history.next_undo(workspace) == "Set kind of 2 pieces to practical"


def test_a_segment_is_added_to_several_and_removed_again(
    qtbot: QtBot, panel: PiecePanel, desk: Desk, workspace: Workspace
) -> None:
    one, two = a_segment(workspace, "Founders"), a_segment(workspace, "Boards")
    ids = (a_piece(workspace, "One", segment_ids=(two,)), a_piece(workspace, "Two"))
    panel.show_selected(ids)
    for way, left in (("add", [(two, one), (one,)]), ("remove", [(two,), ()])):
        picker = panel.bulk.choose_segments(way)
        qtbot.keyClicks(picker.line, "Founders")
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
        assert [entry.segment_ids for entry in pieces.read_entries(workspace, ids)] == left


def test_a_long_list_is_narrowed_by_typing(qtbot: QtBot, panel: PiecePanel, workspace: Workspace) -> None:
    for n in range(30):
        an_interest(workspace, f"Interest {n}")
    piece = a_piece(workspace)
    choose(qtbot, shown(panel, piece), "interest", "27")
    assert panel.desk.lists.interests[pieces.read(workspace, piece).interest_id or 0].name == "Interest 27"


def test_only_what_has_a_date_goes_back_to_the_ideas(panel: PiecePanel, workspace: Workspace) -> None:
    ideas = (a_piece(workspace, "One"), a_piece(workspace, "Two"))
    dated = a_piece(workspace, "Three", planned=date(2027, 3, 12))
    panel.show_selected(ideas)
    assert panel.bulk.acts["ideas"].isHidden()
    panel.show_selected((*ideas, dated))
    assert not panel.bulk.acts["ideas"].isHidden()
