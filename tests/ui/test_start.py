"""Starting the program: arguments, what is loaded before the first paint, and the report of a fault."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from editorial.services.sample import make_sample
from editorial.store.workspace import Workspace
from editorial.ui.application import Asked, BadArguments, main, make_application, read_arguments, start
from editorial.ui.calendar.mini import MiniBoard
from editorial.ui.preferences import Preferences
from editorial.ui.program import Program
from editorial.ui.reports import ReportSheet, facts, show_bug
from editorial.ui.window import Window
from tests.builders import a_piece

LATE = ("sqlmodel", "sqlalchemy", "pydantic", "holidays", "rapidfuzz", "openpyxl", "markdown", "dateutil")


def test_window_imports_nothing_heavy() -> None:
    program = f"import sys, editorial.ui.application; print([name for name in {LATE!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_first_place_imports_nothing_of_the_store() -> None:
    program = f"import sys, editorial.ui.calendar.place; print([name for name in {LATE!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


UNTIL_PAINTED = """
import os, PySide6.QtCore as core
from editorial.ui.application import Asked, make_application, start
from editorial.ui.preferences import Preferences
application = make_application()
running = start(Asked(), Preferences())
def leave():
    print("Qt" in vars(core), flush=True)
    os._exit(0)
running.windows[0].painted.connect(lambda: core.QTimer.singleShot(0, leave))
application.exec()
"""


def test_the_first_paint_does_not_wait_for_the_qt_namespace() -> None:
    """Python's class of it takes a tenth of the time to the first paint (editorial/ui/early.py)."""
    done = subprocess.run([sys.executable, "-c", UNTIL_PAINTED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_arguments_name_a_workspace_and_a_day() -> None:
    asked = read_arguments(["plan.editorial", "--today", "2027-03-10"])
    assert asked == Asked(Path("plan.editorial").absolute(), date(2027, 3, 10))
    assert read_arguments(["--today=2027-03-10"]).today == date(2027, 3, 10)


@pytest.mark.parametrize("words", [["--today", "soon"], ["--today"], ["--fast"], ["a.editorial", "b.editorial"]])
def test_bad_arguments_are_refused_in_a_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BadArguments):
        read_arguments(words)
    assert main(words) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.fixture
def program(workspace: Workspace, preferences: Preferences, qtbot: QtBot) -> Program:
    make_sample(workspace, date(2027, 3, 10))
    make_application()
    return start(Asked(workspace.path, date(2027, 3, 10)), preferences)


def test_calendar_is_filled_before_the_store_is_there(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.filled):
        pass
    window = program.windows[0]
    sheet = window.places["calendar"].sheet  # type: ignore[attr-defined]
    assert sheet.entries
    assert window.desk.workspace is None
    with qtbot.waitSignal(window.desk.opened):
        pass
    assert window.places["calendar"].sheet.entries == sheet.entries  # type: ignore[attr-defined]
    program.end()


def test_a_second_window_shows_the_same_workspace(program: Program, qtbot: QtBot) -> None:
    first = program.windows[0]
    with qtbot.waitSignal(first.desk.opened):
        pass
    first.files.open_in_another()
    second = program.windows[1]
    with qtbot.waitSignal(second.desk.opened):
        pass
    assert first.desk.workspace is not None
    with qtbot.waitSignal(second.desk.changed, timeout=600):
        a_piece(first.desk.workspace, "From the first window")
    program.end()
    assert program.windows == []


def test_a_closed_window_is_let_go_of_with_all_its_places(workspace: Workspace) -> None:
    """What Qt holds of Python's, in a circle through a signal, no collector ever finds: QObjects need an owner."""
    make_sample(workspace, date(2027, 3, 10))
    command = [sys.executable, "-m", "tests.ui.let_go", str(workspace.path), "2027-03-10"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_a_fault_is_shown_once_and_can_be_copied(window: Window) -> None:
    try:
        raise ZeroDivisionError("no titles here")
    except ZeroDivisionError as error:
        fault = error
    for _ in range(2):
        show_bug(window, type(fault), fault, fault.__traceback__)
    sheets = window.findChildren(ReportSheet)
    assert len(sheets) == 1
    sheets[0].copy.click()
    assert QGuiApplication.clipboard().text().count("ZeroDivisionError") >= 2
    sheets[0].close()


def test_report_holds_no_texts_of_the_workspace(window: Window, workspace: Workspace) -> None:
    a_piece(workspace, "Very secret title")
    told = facts(window.desk)
    assert "Python" in told
    assert "secret" not in told
    assert str(workspace.path) not in told


def test_small_calendar_shows_all_its_weeks_from_the_start(program: Program, qtbot: QtBot) -> None:
    window = program.windows[0]
    with qtbot.waitSignal(window.desk.opened):
        pass
    qtbot.waitUntil(lambda: bool(window.findChildren(MiniBoard)))
    board = window.findChildren(MiniBoard)[0]
    qtbot.waitUntil(lambda: bool(board.scene.cells) and board.height() == board.sizeHint().height())
    assert board.scene.cells[5, 6].rect.bottom() <= board.viewport().height()
    program.end()


def test_an_empty_calendar_explains_itself_from_the_start(
    workspace: Workspace, preferences: Preferences, qtbot: QtBot
) -> None:
    a_piece(workspace, planned=date(2019, 12, 11))
    make_application()
    program = start(Asked(workspace.path, date(2027, 3, 10)), preferences)
    with qtbot.waitSignal(program.windows[0].desk.opened):
        pass
    nothing = program.windows[0].places["calendar"].nothing  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "December 2019" in nothing.text.text())
    program.end()
