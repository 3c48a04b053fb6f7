"""Guards over every test: nothing may block, linger, warn or touch what belongs to the user."""

import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMainWindow,
    QMessageBox,
    QWidget,
)

import virtual_screen
from editorial.locations import HOME_VARIABLE
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace, create_workspace, open_workspace

# Windows of tests stay off the developer's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

hypothesis.settings.register_profile("commit", max_examples=50, deadline=None, derandomize=True)
hypothesis.settings.register_profile("nightly", max_examples=2000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "commit"))

SAMPLE_DAY = date(2027, 3, 10)
BLOCKING = {
    QColorDialog: ("getColor",),
    QDialog: ("exec",),
    QFileDialog: ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
    QInputDialog: ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    QMessageBox: ("about", "critical", "exec", "information", "question", "warning"),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the files that tests compare with anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compare what is written with the committed file of that name; `--update-golden` writes it anew."""

    def compare(name: str, written: bytes) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(written)
        assert written == path.read_bytes(), f"{name} differs; look at it, then run with --update-golden"

    return compare


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep preferences, recent workspaces, backups and logs of each test in a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    return home


@pytest.fixture(autouse=True)
def nothing_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that opens a dialog which would wait for a person; menus pop up instead (test_layers.py)."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("A dialog would have blocked the test.")

    for widget, names in BLOCKING.items():
        for name in names:
            monkeypatch.setattr(widget, name, refuse)


@pytest.fixture(autouse=True)
def no_window_survives() -> Iterator[None]:
    """Fail a test that leaves a window behind; those handed to qtbot are closed by then."""
    yield
    if not isinstance(QApplication.instance(), QApplication):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if survives(widget)]
    for widget in left:
        widget.close()
        widget.deleteLater()
    assert not left, f"These windows outlived the test: {left}"


def survives(widget: QWidget) -> bool:
    """Tell whether a top-level widget is a window somebody forgot, not one of Qt's own hidden ones."""
    return widget.isVisible() or (isinstance(widget, (QMainWindow, QDialog)) and widget.parent() is None)


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which a warning or worse is logged that no `expects_log` mark matches."""
    yield
    expected = [mark.args[0] for mark in request.node.iter_markers("expects_log")]
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    serious = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    unexpected = [message for message in serious if not any(re.search(pattern, message) for pattern in expected)]
    assert not unexpected, f"Logged without being expected: {unexpected}"


@pytest.fixture(scope="session")
def workspace_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one workspace with everyday lists; tests get copies of its file, which take no time to make."""
    path = tmp_path_factory.mktemp("template") / "template.editorial"
    create_workspace(path, name="Test").close()
    return path


@pytest.fixture(scope="session")
def sample_template(workspace_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one sample workspace around SAMPLE_DAY; tests that ask for `on_sample` get copies of its file."""
    path = Path(shutil.copyfile(workspace_template, tmp_path_factory.mktemp("sample") / "sample.editorial"))
    with closing(open_workspace(path, author="Ada")) as workspace:
        make_sample(workspace, SAMPLE_DAY)
    return path


@pytest.fixture
def on_sample() -> None:
    """Let the workspace of the test, or of the fixture that asks for this, be the sample around SAMPLE_DAY."""


@pytest.fixture
def workspace_path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the file of a workspace of this test's own, not opened yet: a new one, or the sample."""
    template = "sample_template" if "on_sample" in request.fixturenames else "workspace_template"
    return Path(shutil.copyfile(request.getfixturevalue(template), tmp_path / "plan.editorial"))


@pytest.fixture
def workspace(workspace_path: Path) -> Iterator[Workspace]:
    """Open a new workspace of this test's own, with the everyday lists and nothing else."""
    opened = open_workspace(workspace_path, author="Ada")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """Return the display of a real X server, for programs whose mouse must drag: no drop ever lands offscreen."""
    try:
        with virtual_screen.virtual_screen() as display:
            yield display
    except virtual_screen.NoVirtualScreen as error:
        pytest.skip(str(error))
