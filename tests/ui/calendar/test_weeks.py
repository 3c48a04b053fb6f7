"""Weeks that the quarter or the year only touches, and the names and dates beside narrow cells."""

from datetime import date

import pytest
from PySide6.QtCore import QSize

from editorial.domain.legend import Attribute
from editorial.store.workspace import Workspace
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.quarter import QuarterBoard
from editorial.ui.calendar.sheet import View
from editorial.ui.calendar.year import YearBoard
from editorial.ui.window import Window
from tests.builders import a_piece, a_segment
from tests.ui.calendar.conftest import planned

SPRING = date(2027, 5, 12)
"""In a quarter that begins on a Thursday and ends on a Wednesday."""


@pytest.fixture
def quarter(place: CalendarPlace) -> QuarterBoard:
    place.desk.look_at(SPRING)
    place.choose(view=View.QUARTER)
    assert isinstance(place.view, QuarterBoard)
    return place.view


@pytest.mark.parametrize(
    ("column", "before", "after"),
    [
        (0, None, date(2027, 4, 1)),
        (0, date(2027, 5, 10), date(2027, 4, 1)),
        (0, date(2027, 5, 14), date(2027, 4, 2)),
        (-1, date(2027, 5, 14), date(2027, 6, 30)),
        (1, date(2027, 5, 8), date(2027, 4, 10)),
        (1, None, date(2027, 4, 5)),
    ],
)
def test_what_is_put_into_a_week_is_seen_there(
    place: CalendarPlace, quarter: QuarterBoard, workspace: Workspace, column: int, before: date | None, after: date
) -> None:
    piece = a_piece(workspace, planned=before)
    row = max(row for row, _column in quarter.scene.cells)
    cell = quarter.scene.cells[row, column % quarter.cells.columnCount()]
    place.acts.put(place.acts.entries([piece]), lambda entry: quarter.day_for(cell, entry))
    assert planned(workspace, piece) == after
    assert piece in quarter.shown_ids()


def test_a_week_of_the_year_names_the_days_it_counts(place: CalendarPlace) -> None:
    place.choose(view=View.YEAR)
    assert isinstance(place.view, YearBoard)
    ends = [place.view.cell_name(place.view.scene.cells[at]) for at in ((0, 0), (11, 3))]
    assert ends == ["Week of 1 – 3 Jan", "Week of 27 – 31 Dec"]


def test_a_long_name_of_a_lane_leaves_room_for_its_count(
    place: CalendarPlace, quarter: QuarterBoard, workspace: Workspace
) -> None:
    a_segment(workspace, "Heads of operations in regional hospitals")
    place.choose(lanes=Attribute.SEGMENT)
    heights = [quarter.rowHeight(row) for row in range(quarter.cells.rowCount())]
    assert all(quarter._names.least_height(row) <= height for row, height in enumerate(heights))
    assert heights[1] > 4 * quarter.fontMetrics().height()


def test_dates_and_counts_stand_whole_in_a_narrow_quarter(
    window: Window, place: CalendarPlace, quarter: QuarterBoard, workspace: Workspace
) -> None:
    for number in range(9):
        a_piece(workspace, f"Piece {number}", planned=SPRING)
    window.resize(1000, 700)
    head = quarter.horizontalHeader()
    assert all(head.sectionSizeHint(column) <= head.sectionSize(column) for column in range(head.count()))
    assert [more.text.text() for more in quarter.scene.mores] in (["+ 3 more"], ["+ 3"])


def test_fourteen_weeks_fit_beside_the_ideas(window: Window, quarter: QuarterBoard) -> None:
    window.resize(1440, 900)
    assert quarter.cells.columnCount() == 14
    assert window.side.isVisible()
    assert not quarter.horizontalScrollBar().isVisible()


def test_where_the_weeks_scroll_they_have_more_room(quarter: QuarterBoard) -> None:
    assert quarter.sheet is not None
    least, _rows = quarter.measure(quarter.sheet, QSize(14 * quarter.fontMetrics().averageCharWidth() * 8, 400))
    scrolled, _rows = quarter.measure(quarter.sheet, QSize(200, 400))
    assert sum(scrolled) >= sum(least)
