"""Everybody can use every place: names for screen readers, tooltips for marks, the keyboard reaches all."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from editorial.ui.window import Window
from tests.ui.everywhere import looking
from tests.ui.everywhere.scenes import every_scene


@pytest.mark.parametrize("look", [looking.nameless, looking.silent_marks, looking.out_of_reach])
def test_nothing_is_found_anywhere(sample_window: Window, look: Callable[[QWidget], list[str]]) -> None:
    found = [f"{scene.name}: {one}" for scene in every_scene(sample_window) for one in look(scene.widget)]
    assert not found, "\n".join(found)
