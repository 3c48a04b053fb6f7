"""Where the focus is can be seen on every control."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from editorial.ui.window import Window
from tests.ui.everywhere import looking
from tests.ui.everywhere.scenes import Scene, every_scene


def unmarked(scene: Scene) -> list[str]:
    """Return the controls that look the same with and without the focus."""
    controls = [one for one in looking.seen(scene.widget) if is_worth_a_look(one)]
    return [looking.told(one) for one in controls if looks_alike(one)]


def is_worth_a_look(widget: QWidget) -> bool:
    """Leave out parts of others, and texts and lists, which show a cursor of their own."""
    takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled() and not looking.is_inner(widget)
    return takes and isinstance(widget, QAbstractButton)


def looks_alike(widget: QWidget) -> bool:
    """Compare pictures of a widget before and after it gets the focus by Tab."""
    widget.clearFocus()
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.hasFocus()
    return widget.grab().toImage() == before


def test_the_focus_is_seen_on_every_button(sample_window: Window, qtbot: QtBot) -> None:
    with qtbot.waitActive(sample_window):
        sample_window.activateWindow()
    scenes = (scene for scene in every_scene(sample_window) if scene.widget is sample_window)
    found = [f"{scene.name}: {one}" for scene in scenes for one in unmarked(scene)]
    assert not found, "\n".join(found)
