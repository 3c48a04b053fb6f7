"""A desk and a window on a real workspace, the clock fixed, questions answered from a script."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editorial.store.workspace import Workspace
from editorial.ui.desk import Desk
from editorial.ui.preferences import Preferences
from editorial.ui.theme import Theme
from editorial.ui.window import Window
from tests.ui.scripted import ScriptedPrompts

TODAY = date(2027, 3, 10)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme; text that a test enlarges is as before for the next one."""
    qapp.setStyle("Fusion")
    made = Theme("light")
    made.apply()
    yield made
    if made.zoom != 1:
        # Windows that were closed are gone before everything is dressed anew.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        made.enlarge(1)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def prompts() -> ScriptedPrompts:
    """Answers are put into `answers` by the topic of the question."""
    return ScriptedPrompts()


@pytest.fixture
def bare_desk(theme: Theme, preferences: Preferences, prompts: ScriptedPrompts) -> Iterator[Desk]:
    """A desk without a workspace."""
    made = Desk(theme, preferences, lambda: TODAY)
    made.prompts = prompts
    yield made
    made.close()
    # What is connected to its signals holds the window, which holds the desk: only Qt can end that.
    made.deleteLater()


@pytest.fixture
def desk(bare_desk: Desk, workspace: Workspace) -> Desk:
    """A desk with the test's workspace on it, for a widget alone."""
    bare_desk.open(workspace)
    return bare_desk


@pytest.fixture
def new_window(qtbot: QtBot, bare_desk: Desk, prompts: ScriptedPrompts) -> Callable[[], Window]:
    """Make a window without a workspace, shown at 1440 × 900; the test opens one with `window.desk.open`."""

    def make() -> Window:
        made = Window(bare_desk)
        bare_desk.prompts = prompts
        qtbot.addWidget(made)
        made.resize(1440, 900)
        made.equip()
        made.visit("calendar")
        with qtbot.waitExposed(made):
            made.show()
        return made

    return make


@pytest.fixture
def window(new_window: Callable[[], Window], workspace: Workspace) -> Window:
    """The window on the test's workspace, at the calendar where there is one; `window.go(word)` reaches the others."""
    made = new_window()
    made.desk.open(workspace)
    return made
