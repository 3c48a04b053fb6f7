"""The coverage place through the real window."""

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from editorial.domain.period import quarter_of
from editorial.domain.vocabulary import Level
from editorial.services import history, pieces
from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.coverage.place import CoveragePlace
from editorial.ui.style import SMALL
from editorial.ui.window import Window
from tests.ui.conftest import TODAY


@pytest.fixture
def place(on_sample: None, window: Window) -> CoveragePlace:
    shown = window.go("coverage")
    assert isinstance(shown, CoveragePlace)
    return shown


def worst(place: CoveragePlace) -> tuple[int, int]:
    assert place.coverage is not None
    return place.coverage.gaps[0].key


def click_first(qtbot: QtBot, place: CoveragePlace, start: str) -> None:
    def shown() -> list[QPushButton]:
        buttons = place.panel.findChildren(QPushButton)
        return [button for button in buttons if button.text().startswith(start) and button.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)


def test_the_gaps_stand_beside_the_matrix_by_severity(place: CoveragePlace) -> None:
    assert place.coverage is not None
    shown = [gap.severity for gap in place.coverage.gaps]
    assert shown == sorted(shown, reverse=True)
    assert len(shown) >= 5


def test_a_gap_is_filled_in_two_clicks(qtbot: QtBot, place: CoveragePlace) -> None:
    key = worst(place)
    assert place.coverage is not None
    assert place.coverage.cells[key].level is Level.EMPTY
    place.matrix.choose(key)
    click_first(qtbot, place, "Plan it")
    assert place.coverage.cells[key].planned == 1


def test_what_was_planned_is_taken_back(qtbot: QtBot, place: CoveragePlace) -> None:
    key = worst(place)
    place.matrix.choose(key)
    click_first(qtbot, place, "Plan it")
    place.desk.undo()
    assert place.coverage is not None
    assert place.coverage.cells[key].planned == 0


def test_a_target_is_typed_into_its_cell(qtbot: QtBot, place: CoveragePlace) -> None:
    key = worst(place)
    place.matrix.choose(key)
    place.matrix.setFocus()
    qtbot.keyClick(place.matrix, Qt.Key.Key_F2)
    box = place.matrix.findChild(QSpinBox)
    assert isinstance(box, QSpinBox)
    box.setValue(7)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.desk.lists.targets.get(key) == 7)


def test_an_idea_dropped_on_a_cell_gets_its_tags(qtbot: QtBot, place: CoveragePlace) -> None:
    workspace = place.desk.workspace
    assert workspace is not None
    idea = pieces.create(workspace, "Dropped")
    segment, stage = worst(place)
    row, column = place.matrix.cells.grid.at((segment, stage)) or (0, 0)
    at = place.matrix.visualRect(place.matrix.cells.index(row, column)).center()
    with qtbot.waitSignal(place.matrix.dropped):
        drop(place, idea, at)
    assert pieces.read(workspace, idea).segment_ids == (segment,)
    assert pieces.read(workspace, idea).stage_id == stage


def drop(place: CoveragePlace, idea: int, at: QPoint) -> None:
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    mime = PieceDrag((idea,)).to_mime()
    viewport, none = place.matrix.viewport(), Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(at, move, mime, left, none),
        QDragMoveEvent(at, move, mime, left, none),
        QDropEvent(QPointF(at), move, mime, left, none),
    ):
        QApplication.sendEvent(viewport, event)


def test_another_quarter_is_one_click_away(qtbot: QtBot, place: CoveragePlace) -> None:
    qtbot.mouseClick(place.turning.after, Qt.MouseButton.LeftButton)
    assert place.period.first == date(2027, 4, 1)
    assert "FY2027 Q2" in place.title()


def test_it_compares_with_the_quarter_before(place: CoveragePlace) -> None:
    place._compare_with(place.period.__class__("FY2026 Q4", date(2026, 10, 1), date(2026, 12, 31)))
    texts = [face.line for row in place.matrix.cells.grid.faces for face in row if face.target is not None]
    assert all("was" in text for text in texts)


def test_on_a_day_takes_the_line_of_the_comparison(place: CoveragePlace) -> None:
    before = quarter_of(date(2026, 10, 1), place.desk.lists.settings)
    place._compare_with(before)
    place._on.setChecked(True)
    assert place.compared is None
    assert "live" in place.matrix.cells.grid.faces[0][0].line
    place._compare_with(before)
    assert not place._on.isChecked()
    assert "was" in place.matrix.cells.grid.faces[0][0].line


def test_formats_stand_in_the_rows_of_the_second_matrix(place: CoveragePlace) -> None:
    place.choose_rows("formats")
    names = {head.name for head in place.matrix.cells.grid.rows}
    assert {made_as.name for made_as in place.desk.lists.formats.values()} <= names


def test_a_cell_of_formats_lists_its_pieces(place: CoveragePlace) -> None:
    place.choose_rows("formats")
    faces = [face for row in place.matrix.cells.grid.faces for face in row]
    face = next(face for face in faces if face.key is not None and None not in face.key and face.figure.isdigit())
    assert face.key is not None
    place.matrix.choose(face.key)
    opens = [each for each in place.panel.findChildren(QPushButton) if each.accessibleName().startswith("Open ")]
    assert len(opens) == int(face.figure)
    assert place.desk.lists.formats[face.key[0] or 0].name in place.panel.findChildren(QLabel)[0].text()


def test_no_idea_is_dropped_on_a_format(place: CoveragePlace) -> None:
    place.choose_rows("formats")
    model = place.matrix.cells
    cells = [model.index(r, c) for r in range(model.rowCount()) for c in range(model.columnCount())]
    assert not any(model.flags(index) & Qt.ItemFlag.ItemIsDropEnabled for index in cells)


def pass_by(place: CoveragePlace) -> None:
    """Do what Qt does where the focus comes in."""
    first, only = place.matrix.cells.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    place.matrix.selectionModel().setCurrentIndex(first, only)


def test_focus_that_passes_by_chooses_no_cell(place: CoveragePlace) -> None:
    pass_by(place)
    assert place.matrix.chosen is None


def test_enter_chooses_the_cell_the_focus_is_on(qtbot: QtBot, place: CoveragePlace) -> None:
    pass_by(place)
    qtbot.keyClick(place.matrix, Qt.Key.Key_Return)
    assert place.matrix.chosen == place.matrix.cells.grid.faces[0][0].key


def test_arrows_go_on_from_a_total(qtbot: QtBot, place: CoveragePlace) -> None:
    last = place.matrix.cells.columnCount() - 1
    place.matrix.setCurrentIndex(place.matrix.cells.index(1, last))
    qtbot.keyClick(place.matrix, Qt.Key.Key_Left)
    qtbot.keyClick(place.matrix, Qt.Key.Key_Left)
    assert place.matrix.chosen == place.matrix.cells.grid.faces[1][last - 2].key


def test_a_narrow_cell_takes_more_lines_for_what_it_says(window: Window, place: CoveragePlace) -> None:
    window.resize(1024, 700)
    small = place.matrix.fontMetrics().height()
    assert place.matrix.painter.stacked
    assert place.matrix.rowHeight(0) > 5 * small
    shares = [row for row, head in enumerate(place.matrix.cells.grid.rows) if head.name == "Share"]
    assert place.matrix.rowHeight(shares[0]) > 2 * small


def test_words_of_a_heading_stay_whole(qtbot: QtBot, window: Window, place: CoveragePlace) -> None:
    window.desk.theme.enlarge(1.4)
    window.resize(1024, 700)
    across = place.matrix._across
    least = max(across.least_for(head) for head in place.matrix.cells.grid.columns[:-2])
    qtbot.waitUntil(lambda: min(map(place.matrix.columnWidth, range(5))) >= least)


def test_marks_of_narrow_headings_stand_alike(window: Window, place: CoveragePlace) -> None:
    window.resize(1024, 700)
    across = place.matrix._across
    heads, metrics = place.matrix.cells.grid.columns[:-2], across._metrics(SMALL)
    lines = [across._lines(head, metrics, QRect(0, 0, 62, 60)) for head in heads if head.mark]
    assert len(lines) > 2
    assert len({len(each) for each in lines}) == 1


def test_turning_names_what_it_compares_with(qtbot: QtBot, place: CoveragePlace) -> None:
    place._compare_with(quarter_of(date(2026, 10, 1), place.desk.lists.settings))
    qtbot.mouseClick(place.turning.after, Qt.MouseButton.LeftButton)
    assert place._compare.text() == "With FY2027 Q1 ▾"


def test_a_screen_reader_hears_the_whole_cell(place: CoveragePlace) -> None:
    row, column = place.matrix.cells.grid.at(worst(place)) or (0, 0)
    spoken = place.matrix.cells.data(place.matrix.cells.index(row, column), Qt.ItemDataRole.AccessibleTextRole)
    assert "empty" in spoken
    assert "planned" in spoken


def test_a_change_elsewhere_shows_at_once(place: CoveragePlace) -> None:
    assert place.desk.workspace is not None
    assert place.coverage is not None
    before = place.coverage.totals.pieces
    pieces.create(place.desk.workspace, "New", planned=TODAY)
    assert place.coverage.totals.pieces == before + 1
    history.undo(place.desk.workspace)
    assert place.coverage.totals.pieces == before


def test_several_ideas_are_tagged_by_one_change(qtbot: QtBot, place: CoveragePlace) -> None:
    workspace = place.desk.workspace
    assert workspace is not None
    ids = [pieces.create(workspace, title) for title in ("One", "Two")]
    place.matrix.dropped.emit(tuple(ids), worst(place))
    history.undo(workspace)
    assert [pieces.read(workspace, id_).stage_id for id_ in ids] == [None, None]


def test_the_ideas_stand_beside_the_matrix(qtbot: QtBot, place: CoveragePlace) -> None:
    place.beside.show_ideas()
    qtbot.waitUntil(lambda: bool(place.beside.ideas.shown()))
    assert place.beside.ideas.list.model().flags(place.beside.ideas.list.model().index(0, 0)) & (
        Qt.ItemFlag.ItemIsDragEnabled
    )


def test_what_a_drop_would_do_is_said(qtbot: QtBot, place: CoveragePlace) -> None:
    assert place.desk.workspace is not None
    idea = pieces.create(place.desk.workspace, "Held")
    place.matrix.held.emit((idea,), worst(place))
    assert "Drop here: adds the segment" in place._hint.text()
    place.matrix.held.emit((), None)
    assert "Drop here" not in place._hint.text()


def test_untagged_pieces_are_called_by_what_they_lack(place: CoveragePlace) -> None:
    segment = next(iter(place.desk.lists.segments.values()))
    place.matrix.choose((segment.id, None))
    said = [label.text() for label in place.panel.findChildren(QLabel)]
    assert f"{segment.name}, without a stage" in said


def test_an_idea_is_tagged_for_a_cell_by_its_button(qtbot: QtBot, place: CoveragePlace) -> None:
    workspace = place.desk.workspace
    assert workspace is not None
    idea = pieces.create(workspace, "A first thought")
    segment, stage = worst(place)
    place.matrix.choose((segment, stage))
    button = next(
        each for each in place.panel.findChildren(QPushButton) if each.accessibleName().startswith("Tag A first")
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    tagged = pieces.read(workspace, idea)
    assert (tagged.segment_ids, tagged.stage_id, tagged.planned) == ((segment,), stage, None)


def test_tab_leads_from_the_matrix_into_the_cards(qtbot: QtBot, place: CoveragePlace) -> None:
    with qtbot.waitActive(place.window()):
        place.window().activateWindow()
    place.matrix.choose(worst(place))
    place.matrix.setFocus()

    def reached() -> bool:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        return focused is not None and place.panel.isAncestorOf(focused)

    qtbot.waitUntil(place.panel.findChildren(QPushButton)[-1].isVisible)
    assert [reached(), reached()] == [False, True]
