"""The Tab key goes round every place without being caught, and stops at all that takes part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editorial.ui.window import Window
from tests.ui.everywhere import looking
from tests.ui.everywhere.scenes import Scene, every_scene

PATIENCE = 100
"""Presses that may stay within one widget, as from link to link of a page."""


def round_of(qtbot: QtBot, window: QWidget) -> list[QWidget]:
    """Press Tab until the focus is back at a widget it was at, and return the stops in order."""
    stops: list[QWidget] = []
    while (at := window.focusWidget()) not in stops:
        stops.append(at)
        for _press in range(PATIENCE):
            qtbot.keyClick(at, Qt.Key.Key_Tab)
            if window.focusWidget() is not at:
                break
    return stops


def missed(qtbot: QtBot, scene: Scene) -> list[str]:
    """Return the controls of a scene that no round of Tab stops at."""
    stops = round_of(qtbot, scene.widget)
    wanted = [one for one in looking.seen(scene.widget) if stops_tab(one)]
    return [looking.told(one) for one in wanted if one not in stops]


def stops_tab(widget: QWidget) -> bool:
    """Tell whether Tab must stop at a widget."""
    if not widget.isEnabled() or looking.is_inner(widget) or widget.focusProxy() is not None:
        return False
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes and isinstance(widget, looking.CONTROLS) and not looking.has_key(widget)


def test_tab_goes_round_every_place(sample_window: Window, qtbot: QtBot) -> None:
    scenes = (scene for scene in every_scene(sample_window) if scene.widget is sample_window)
    found = [f"{scene.name}: {one}" for scene in scenes for one in missed(qtbot, scene)]
    assert not found, "\n".join(found)
