"""Starting the window and what it weighs, as whole processes; and how soon a second window sees a change."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime
from pathlib import Path

import figure_coverage
from PySide6.QtCore import QEventLoop, QTimer

from editorial.services.sample import make_sample
from editorial.services.workspaces import create_workspace
from editorial.ui.application import make_application
from editorial.ui.desk import Desk
from editorial.ui.preferences import Preferences
from editorial.ui.theme import Theme
from measuring import RUNS, Figure, process_milliseconds

CHILD = str(Path(__file__).with_name("start_child.py"))
STARTS = 11
MANY = 10_000
TODAY = datetime.now().astimezone().date()
PATIENCE_MS = 5_000


def measure() -> list[Figure]:
    """Measure on the sample of today and on 10,000 pieces, with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        os.environ.update(EDITORIAL_HOME=home, QT_QPA_PLATFORM="offscreen")
        sample, many = made_sample(folder), made_many(folder)
        return [*_starts(sample), _gap(sample), _memory(many), _second_window(sample)]


def made_sample(folder: Path) -> Path:
    """Make the sample workspace of a first start."""
    path = folder / "sample.editorial"
    workspace = create_workspace(path)
    make_sample(workspace, TODAY)
    workspace.close()
    return path


def made_many(folder: Path) -> Path:
    """Make a workspace with 10,000 pieces."""
    path = folder / "many.editorial"
    workspace = create_workspace(path)
    figure_coverage.fill(workspace, MANY)
    workspace.close()
    return path


def _starts(sample: Path) -> list[Figure]:
    bare, painted, query, filled = process_milliseconds(
        *(_child(what, sample) for what in ("bare", "painted", "bare-query", "filled")), runs=STARTS
    )
    return [
        Figure("first paint", painted, "ms", bare, ratio=1.6, note="floor: bare QMainWindow"),
        Figure("calendar filled", filled, "ms", query, ratio=1.3, note="floor: bare, import sqlmodel, one query"),
    ]


def _gap(sample: Path) -> Figure:
    worst = statistics.median(_printed("gaps", sample) for _ in range(RUNS))
    return Figure("worst gap of the event loop while starting", worst, "ms", target=20)


def _memory(many: Path) -> Figure:
    floor = statistics.median(_printed("bare-memory", many) for _ in range(RUNS))
    value = statistics.median(_printed("memory", many) for _ in range(RUNS))
    return Figure(f"memory with {MANY:,} pieces open", value, "MB", floor, ratio=1.5, note="floor: bare, sqlmodel")


def _child(what: str, workspace: Path) -> list[str]:
    return [sys.executable, CHILD, what, str(workspace)]


def _printed(what: str, workspace: Path) -> float:
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = _child(what, workspace)
    return float(subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, text=True, check=True).stdout)


def _second_window(sample: Path) -> Figure:
    """Time from the commit of a change on one desk to the notice on another, both in this process."""
    from editorial.services.workspaces import open_workspace

    make_application()
    theme = Theme("light")
    here, there = (Desk(theme, Preferences(), date.today) for _ in range(2))
    for desk in (here, there):
        desk.open(open_workspace(sample))
    taken = [_seen_after(here, there, number) for number in range(RUNS)]
    for desk in (here, there):
        desk.close()
    return Figure("a change in another window is seen", statistics.median(taken), "ms", target=600)


def _seen_after(here: Desk, there: Desk, number: int) -> float:
    from editorial.services.lists import update_settings

    workspace = here.workspace
    assert workspace is not None
    loop = QEventLoop()
    there.changed.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    # Changes fall at any moment between two looks of the other window.
    QTimer.singleShot(37 * number, lambda: update_settings(workspace, name=f"Plan {number}"))
    began = time.perf_counter() + 0.037 * number
    loop.exec()
    there.changed.disconnect(loop.quit)
    return (time.perf_counter() - began) * 1000
