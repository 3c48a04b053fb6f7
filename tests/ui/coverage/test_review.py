"""The coverage review: likely, agreed, need unknown, exclusives, and what changed since the last look."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from editorial.domain.coverage import CoverageCell
from editorial.domain.planning_records import Interview
from editorial.services import needs, planning
from editorial.ui.coverage.faces import Face, Head
from editorial.ui.coverage.need_card import need_card
from editorial.ui.coverage.place import CoveragePlace
from editorial.ui.interviews.place import InterviewsPlace
from editorial.ui.window import Window
from tests.ui.conftest import TODAY


@pytest.fixture
def place(on_sample: None, window: Window) -> CoveragePlace:
    shown = window.go("coverage")
    assert isinstance(shown, CoveragePlace)
    return shown


def cells(place: CoveragePlace) -> list[CoverageCell]:
    assert place.coverage is not None
    return list(place.coverage.cells.values())


def face(place: CoveragePlace, cell: CoverageCell) -> Face:
    row, column = place.matrix.cells.grid.at(cell.key) or (0, 0)
    return place.matrix.cells.grid.faces[row][column]


def foot(place: CoveragePlace, cell: CoverageCell) -> str:
    return " / ".join(text for _tone, text in face(place, cell).more)


def fill_worst(place: CoveragePlace) -> tuple[int, int]:
    assert place.coverage is not None
    assert place.desk.workspace is not None
    gap = place.coverage.gaps[0]
    idea = planning.ideas_for(place.desk.workspace, *gap.key)[0].idea.id
    planning.plan_into(place.desk.workspace, idea, *gap.key, TODAY)
    return gap.key


def leave_and_come_back(window: Window, place: CoveragePlace) -> None:
    place.looking.looked()
    window.go("interests")
    window.go("coverage")


def test_a_cell_with_pieces_says_what_is_likely_and_agreed(place: CoveragePlace) -> None:
    planned = [cell for cell in cells(place) if cell.planned]
    assert planned
    assert all("likely" in foot(place, cell) and "agreed" in foot(place, cell) for cell in planned)


def test_likely_gives_figure_and_level_by_forecast(place: CoveragePlace) -> None:
    place._likely.setChecked(True)
    other = next(cell for cell in cells(place) if cell.planned and cell.likely != cell.planned)
    shown = face(place, other)
    assert other.likely is not None
    assert float(shown.figure) == pytest.approx(float(other.likely), abs=0.06)
    assert shown.tone == other.likely_level.value
    assert f"{other.planned} planned" in foot(place, other)


def test_the_legend_counts_by_forecast(place: CoveragePlace) -> None:
    place._likely.setChecked(True)
    thin = sum(cell.likely_level.value == "thin" for cell in cells(place))
    assert f"{thin} thin" in place._legend.text()


def test_an_unknown_need_marks_row_and_cells(place: CoveragePlace) -> None:
    unknown = next(cell for cell in cells(place) if cell.need_unknown and cell.target)
    head = next(each for each in place.matrix.cells.grid.rows if each.name == unknown.segment.name)
    assert "need unknown" in head.more[0][1]
    assert "interview" in head.told
    assert "? need" in foot(place, unknown)


def interviews(place: CoveragePlace, cell: CoverageCell) -> tuple[Interview, ...]:
    assert place.desk.workspace is not None
    return needs.need(place.desk.workspace, cell.segment.id).ahead


def test_an_unknown_need_offers_an_interview(qtbot: QtBot, place: CoveragePlace) -> None:
    unknown = next(cell for cell in cells(place) if cell.need_unknown and cell.target and not interviews(place, cell))
    place.matrix.choose(unknown.key)
    buttons = place.panel.findChildren(QPushButton)
    button = next(each for each in buttons if each.text() == "Plan an interview…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    assert len(interviews(place, unknown)) == 1
    said = [label.text() for label in place.panel.findChildren(QLabel)]
    assert any("is to be arranged" in text for text in said)
    place.desk.undo()
    assert not interviews(place, unknown)


def stage_heads(place: CoveragePlace) -> tuple[Head, ...]:
    return place.matrix.cells.grid.columns[: len(place.desk.lists.stages)]


def test_heads_of_stages_say_what_sales_has_agreed_to(place: CoveragePlace) -> None:
    assert all(head.more and head.told for head in stage_heads(place))
    assert any(" of " in text and text.endswith("agreed") for head in stage_heads(place) for _tone, text in head.more)


def test_an_exclusive_says_until_when_and_lists_its_piece(place: CoveragePlace) -> None:
    strip = place.matrix.cells.grid.faces[-1]
    column = next(n for n, each in enumerate(strip) if each.stage is not None)
    assert "until" in strip[column].figure
    place.matrix.setCurrentIndex(place.matrix.cells.index(len(place.matrix.cells.grid.rows) - 1, column))
    said = " ".join(label.text() for label in place.panel.findChildren(QLabel))
    assert "ours alone until" in said


def test_the_first_look_compares_with_nothing(place: CoveragePlace) -> None:
    assert place.since_line.isHidden()


def test_the_next_look_says_what_changed(window: Window, place: CoveragePlace) -> None:
    leave_and_come_back(window, place)
    key = fill_worst(place)
    assert place.coverage is not None
    assert "1 cell better" in place.since_line.said.text()
    assert face(place, place.coverage.cells[key]).mark == "+1"


def test_what_changed_is_listed(qtbot: QtBot, window: Window, place: CoveragePlace) -> None:
    leave_and_come_back(window, place)
    fill_worst(place)
    qtbot.mouseClick(place.since_line.show_list, Qt.MouseButton.LeftButton)
    said = " ".join(label.text() for label in place.panel.findChildren(QLabel))
    assert "better: was 0, empty" in said


def test_mark_as_seen_compares_with_now(qtbot: QtBot, window: Window, place: CoveragePlace) -> None:
    leave_and_come_back(window, place)
    fill_worst(place)
    qtbot.mouseClick(place.since_line.mark, Qt.MouseButton.LeftButton)
    assert place.since_line.isHidden()
    window.go("interests")
    window.go("coverage")
    assert place.since_line.isHidden()


def test_a_glance_is_no_look(window: Window, place: CoveragePlace) -> None:
    leave_and_come_back(window, place)
    fill_worst(place)
    window.go("interests")
    window.go("coverage")
    assert "1 cell better" in place.since_line.said.text()


def test_leaving_after_a_look_makes_it_the_last(window: Window, place: CoveragePlace) -> None:
    leave_and_come_back(window, place)
    fill_worst(place)
    leave_and_come_back(window, place)
    assert place.since_line.isHidden()


def test_an_interview_that_is_ahead_opens_from_its_card(qtbot: QtBot, window: Window, place: CoveragePlace) -> None:
    unknown = next(cell for cell in cells(place) if cell.need_unknown and cell.target)
    workspace = place.desk.workspace
    assert workspace is not None
    made = needs.plan_interview(workspace, unknown.segment.id)
    card = need_card(place.desk, unknown.segment)
    qtbot.addWidget(card)
    buttons = card.findChildren(QPushButton)
    links = [each for each in buttons if each.text() == "Open the interview"]
    with qtbot.waitSignal(window.arrived):
        links[-1].click()
    shown = window.place
    assert isinstance(shown, InterviewsPlace)
    assert (window.word, shown.page.entry) == ("interviews", made)
