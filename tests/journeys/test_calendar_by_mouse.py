"""Planning with a real mouse: every drag of the calendar, then all of it undone."""

import json
import os
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from editorial.domain.vocabulary import Kind, Precision
from editorial.locations import HOME_VARIABLE
from editorial.services import slot_series
from editorial.services.workspaces import open_workspace
from tests.builders import a_piece, a_segment
from virtual_screen import NoVirtualScreen, virtual_screen

ROOT = Path(__file__).resolve().parents[2]
START = date(2027, 3, 12)


@pytest.fixture(scope="module")
def journey(workspace_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the window with the mouse in it told of each drag."""
    folder = tmp_path_factory.mktemp("mouse")
    path = folder / "plan.editorial"
    path.write_bytes(workspace_template.read_bytes())
    with closing(open_workspace(path, author="Ada")) as workspace:
        a_segment(workspace, "Readers")
        a_piece(workspace, "Idea")
        a_piece(workspace, "Another idea")
        a_piece(workspace, "Slot idea")
        a_piece(workspace, "Some day in March", planned=date(2027, 3, 1), precision=Precision.MONTH)
        rule, kind = "FREQ=DAILY;COUNT=1", Kind.PRACTICAL
        slot_series.add(workspace, "Monday slot", rule=rule, first=date(2027, 3, 29), kind=kind)
        a_piece(workspace, "Out", published_on=date(2027, 3, 9), status="Published")
        for number in range(1, 7):
            a_piece(workspace, f"Piece {number}", planned=date(2027, 3, 14 + number))
        a_piece(workspace, "Piece 7", planned=START)
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "xcb", HOME_VARIABLE: str(folder), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "tests.journeys.by_mouse", str(path)]
    try:
        with virtual_screen() as display:
            done = subprocess.run(
                command,
                check=False,
                env={**surroundings, "DISPLAY": display},
                cwd=ROOT,
                capture_output=True,
                text=True,
                timeout=120,
            )
    except NoVirtualScreen as reason:
        pytest.skip(str(reason))
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.mark.parametrize(
    ("what", "day"),
    [
        ("idea to day", "2027-03-25"),
        ("piece to day", "2027-03-19"),
        ("piece to small calendar", "2027-04-07"),
        ("back to ideas", ""),
        ("dropped outside", "2027-03-12"),
        ("idea to slot", "2027-03-29"),
        ("kind of the slot", "practical"),
        ("band to day", "2027-03-26"),
        ("from a day's list", "2027-04-09"),
    ],
)
def test_a_drag_plans(journey: dict[str, Any], what: str, day: str) -> None:
    assert journey[what] == day


def test_five_pieces_move_at_once(journey: dict[str, Any]) -> None:
    assert journey["five to day"] == ["2027-03-24"] * 5


def test_what_was_published_stays(journey: dict[str, Any]) -> None:
    assert journey["published"]


def test_an_idea_dragged_onto_a_cell_gets_its_tags(journey: dict[str, Any]) -> None:
    assert journey["idea to cell"]


def test_all_of_it_is_undone(journey: dict[str, Any]) -> None:
    assert journey["after undo"] == journey["before"]
