"""The window on the sample, its figures worked out."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from editorial.services.sample import make_sample
from editorial.store.workspace import Workspace
from editorial.ui.window import Window
from tests.ui.conftest import TODAY


@pytest.fixture
def sample_window(new_window: Callable[[], Window], workspace: Workspace, qtbot: QtBot) -> Window:
    """The window on the sample workspace, with the balance bar filled."""
    make_sample(workspace, TODAY)
    window = new_window()
    with qtbot.waitSignal(window.balance.shown):
        window.desk.open(workspace)
    return window
