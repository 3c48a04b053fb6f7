"""The window on the sample, its figures worked out."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from editorial.store.workspace import Workspace
from editorial.ui.window import Window


@pytest.fixture
def sample_window(new_window: Callable[[], Window], on_sample: None, workspace: Workspace, qtbot: QtBot) -> Window:
    """The window on the sample workspace, with the balance bar filled."""
    window = new_window()
    with qtbot.waitSignal(window.balance.shown):
        window.desk.open(workspace)
    return window
