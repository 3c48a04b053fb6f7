"""Reordering a list with a real mouse."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from editorial.locations import HOME_VARIABLE
from editorial.services.workspaces import open_workspace
from tests.builders import an_interest
from virtual_screen import NoVirtualScreen, virtual_screen

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def orders(workspace_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the window with the mouse in it told after each drag."""
    folder = tmp_path_factory.mktemp("mouse")
    path = folder / "plan.editorial"
    path.write_bytes(workspace_template.read_bytes())
    with closing(open_workspace(path, author="Ada")) as workspace:
        for place, name in enumerate(("Cost", "Risk", "Talent")):
            an_interest(workspace, name, position=place)
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "xcb", HOME_VARIABLE: str(folder), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "tests.ui.settings.by_mouse", str(path)]
    try:
        with virtual_screen() as display:
            surroundings["DISPLAY"] = display
            done = subprocess.run(
                command, check=False, env=surroundings, cwd=ROOT, capture_output=True, text=True, timeout=120
            )
    except NoVirtualScreen as reason:
        pytest.skip(str(reason))
    assert done.returncode == 0, done.stderr
    told: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_a_row_is_dragged_to_the_top(orders: dict[str, list[str]]) -> None:
    assert orders["to the top"] == ["Talent", "Cost", "Risk"]


def test_a_row_is_dragged_below_another(orders: dict[str, list[str]]) -> None:
    assert orders["below the second"] == ["Cost", "Talent", "Risk"]


def test_both_drags_are_undone(orders: dict[str, list[str]]) -> None:
    assert orders["after undo"] == orders["before"] == ["Cost", "Risk", "Talent"]
