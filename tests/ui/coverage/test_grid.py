"""What the cells of the matrix say."""

from datetime import date

import pytest

from editorial.domain.period import quarter_of
from editorial.services import coverage as service
from editorial.services import lists as list_service
from editorial.services.workspaces import Workspace
from editorial.ui.coverage.grid import Face, Grid, coverage_grid, format_grid

TODAY = date(2027, 3, 10)


@pytest.fixture
def sampled(on_sample: None, workspace: Workspace) -> Workspace:
    return workspace


def grid_of(workspace: Workspace, *, compare: bool = False, on: date | None = None) -> Grid:
    lists = list_service.read_lists(workspace)
    period = quarter_of(TODAY, lists.settings)
    before = quarter_of(date(2026, 12, 1), lists.settings)
    shown = service.coverage(workspace, period, on=on)
    other = service.comparison(workspace, period, before) if compare else None
    return coverage_grid(shown, lists.targets, other)


def faces_on(grid: Grid, tone: str) -> list[Face]:
    return [face for row in grid.faces for face in row if face.tone == tone]


def test_every_cell_says_figures_target_and_level(sampled: Workspace) -> None:
    cells = [face for row in grid_of(sampled).faces for face in row if face.target is not None]
    assert len(cells) == 20
    assert all(face.word and face.told.endswith(".") for face in cells)


def test_an_empty_cell_shows_nought_of_its_target(sampled: Workspace) -> None:
    empty = faces_on(grid_of(sampled), "empty")
    assert len(empty) >= 3
    assert all(face.figure == "0" and face.beside.startswith("/ ") and face.word == "empty" for face in empty)


def test_a_cell_that_is_not_targeted_says_so(sampled: Workspace) -> None:
    (off,) = faces_on(grid_of(sampled), "off")
    assert (off.word, off.line, off.beside, off.target) == ("off", "not targeted", "", 0)


def test_untagged_pieces_have_a_row_and_a_column(sampled: Workspace) -> None:
    loose = faces_on(grid_of(sampled), "loose")
    assert {None in (face.key or ()) for face in loose} == {True}
    assert sum(int(face.figure) for face in loose) == 2


def test_rows_add_up_to_the_total_of_pieces(sampled: Workspace) -> None:
    grid = grid_of(sampled)
    totals = grid.faces[len(grid.rows) - 3]
    assert sum(int(face.figure) for face in totals[:-1]) == int(totals[-1].figure)


def test_a_comparison_tells_what_each_cell_was(sampled: Workspace) -> None:
    cells = [face for row in grid_of(sampled, compare=True).faces for face in row if face.target is not None]
    assert all("was " in face.line for face in cells)


def test_on_a_day_each_cell_tells_what_is_live_and_agreed(sampled: Workspace) -> None:
    cells = [face for row in grid_of(sampled, on=TODAY).faces for face in row if face.target is not None]
    assert all("live" in face.line and "agreed" in face.line for face in cells)


def test_an_empty_workspace_has_no_cells_but_all_its_strips(workspace: Workspace) -> None:
    grid = grid_of(workspace)
    assert [head.name for head in grid.rows] == ["Untagged", "Total", "Share", "Exclusive"]


def test_formats_add_up_in_both_directions(sampled: Workspace) -> None:
    lists = list_service.read_lists(sampled)
    grid = format_grid(service.format_coverage(sampled, quarter_of(TODAY, lists.settings)))
    last = [int(face.figure or 0) for face in grid.faces[-1]]
    assert sum(last[:-1]) == last[-1] == sum(int(row[-1].figure or 0) for row in grid.faces[:-1])
