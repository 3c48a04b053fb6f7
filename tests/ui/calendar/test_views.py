"""Every view shows exactly the pieces of its range."""

import random
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from editorial.domain.conditions import Operator
from editorial.domain.conditions import Test as Condition
from editorial.domain.vocabulary import Kind, Precision
from editorial.services import calendar
from editorial.services.workspaces import open_workspace
from editorial.store.workspace import Workspace
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.sheet import Density, View
from editorial.ui.window import Window
from tests.builders import a_person, a_piece, a_segment, named

DAYS = [date(2026, 12, 15) + timedelta(days=n) for n in range(480)]


@pytest.fixture(scope="module")
def many_template(workspace_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with pieces of all precisions, phases and segments over sixteen months, many on one day."""
    path = Path(shutil.copyfile(workspace_template, tmp_path_factory.mktemp("many") / "many.editorial"))
    workspace = open_workspace(path, author="Ada")
    dice = random.Random(7)
    segments = [a_segment(workspace, name) for name in ("Operations", "Finance")]
    for number in range(220):
        day = dice.choice(DAYS) if number % 4 else date(2027, 3, 12)
        precision = dice.choice([*[Precision.DAY] * 6, Precision.WEEK, Precision.MONTH, Precision.QUARTER])
        a_piece(
            workspace,
            f"Piece {number}",
            planned=_first(day, precision),
            precision=precision,
            kind=dice.choice([*Kind, None]),
            stage=dice.choice(["Epiphany", "Interest", None]),
            status=dice.choice(["Idea", "Drafting", "Dropped"]),
            segment_ids=tuple(dice.sample(segments, dice.randrange(3))),
        )
    workspace.close()
    return path


@pytest.fixture
def workspace_path(many_template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(many_template, tmp_path / "plan.editorial"))


@pytest.fixture
def many(place: CalendarPlace) -> CalendarPlace:
    return place


def _first(day: date, precision: Precision) -> date:
    if precision is Precision.WEEK:
        return day - timedelta(days=day.weekday())
    month = day.month - (day.month - 1) % 3 if precision is Precision.QUARTER else day.month
    return day if precision is Precision.DAY else date(day.year, month, 1)


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("day", [date(2027, 3, 10), date(2027, 1, 1), date(2028, 2, 29)], ids=str)
def test_a_view_shows_what_lies_in_its_range(many: CalendarPlace, workspace: Workspace, view: View, day: date) -> None:
    many.desk.look_at(day)
    many.choose(view=view)
    assert many.sheet is not None
    there = calendar.between(workspace, many.sheet.range.first, many.sheet.range.last)
    assert many.view.shown_ids() == {entry.id for entry in there}


@pytest.mark.parametrize("view", View)
def test_a_filter_leaves_out_the_same_everywhere(many: CalendarPlace, workspace: Workspace, view: View) -> None:
    where = Condition("stage", Operator.IS, (named(workspace, "stage", "Interest"),))
    many.choose(view=view)
    many.filter_by(where)
    assert many.sheet is not None
    there = calendar.between(workspace, many.sheet.range.first, many.sheet.range.last, where)
    assert many.view.shown_ids() == {entry.id for entry in there}
    assert f"{many.hidden} hidden" in many.status()


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("size", [QSize(1440, 900), QSize(1024, 700)], ids=["large", "small"])
def test_more_tells_the_exact_number(many: CalendarPlace, window: Window, density: Density, size: QSize) -> None:
    many.choose(density=density)
    window.resize(size)
    board = many.view
    assert isinstance(board, Board)
    for place, cell in board.scene.cells.items():
        over = {tile.entry.id for tile in board.scene.tiles if board.spans_cell(tile.entry, cell)}
        shown = over & {entry.id for entry in cell.entries}
        more = sum(more.count for more in board.scene.mores if more.place == place)
        assert len(shown) + more == len(cell.entries), cell.first


def test_lanes_split_into_now_and_next_lose_nothing(many: CalendarPlace) -> None:
    many.choose(view=View.QUARTER)
    whole = many.view.shown_ids()
    many.choose(split=True)
    assert many.view.shown_ids() == whole


def test_the_list_groups_by_anything_without_loss(many: CalendarPlace) -> None:
    many.choose(view=View.LIST)
    whole = many.view.shown_ids()
    for group in ("", "week", "quarter", "segment", "kind", "campaign"):
        many.choose(group=group)
        assert many.view.shown_ids() == whole, group


def test_a_look_comes_back_at_the_next_start(many: CalendarPlace) -> None:
    many.choose(view=View.QUARTER, split=True, density=Density.COMPACT)
    again = CalendarPlace(many.desk)
    assert again.look == replace(many.look)
    again.deleteLater()


@pytest.mark.parametrize("back", [0, 1, 2])
def test_the_month_may_begin_with_the_weeks_before(many: CalendarPlace, workspace: Workspace, back: int) -> None:
    many.choose(back=back)
    assert many.sheet is not None
    assert many.sheet.range.first == date(2027, 3, 8) - timedelta(weeks=back)
    there = calendar.between(workspace, many.sheet.range.first, many.sheet.range.last)
    assert many.view.shown_ids() == {entry.id for entry in there}


def test_days_can_be_ordered_by_owner(many: CalendarPlace, workspace: Workspace) -> None:
    ada, zoe = a_person(workspace, "Ada Byron"), a_person(workspace, "Zoe Young")
    ids = [a_piece(workspace, f"By {owner}", planned=date(2028, 6, 14), owner_id=owner) for owner in (zoe, ada)]
    many.desk.look_at(date(2028, 6, 10))
    many.choose(people=True, density=Density.COMPACT)
    board = many.view
    assert isinstance(board, Board)
    order = [id_ for id_ in board.scene.in_order() if id_ in ids]
    assert order == ids[::-1]


def test_a_low_window_scrolls_the_month_instead_of_writing_days_over_each_other(
    window: Window, many: CalendarPlace
) -> None:
    many.choose(view=View.MONTH)
    view = many.view
    assert isinstance(view, Board)
    window.resize(700, 420)
    assert view.rowHeight(0) >= 2 * view.fontMetrics().height()
    assert view.verticalScrollBar().maximum() > 0
