"""Everybody can use every place: names for screen readers, tooltips for marks, the keyboard reaches all."""

from editorial.ui.window import Window
from tests.ui.everywhere import looking
from tests.ui.everywhere.scenes import every_scene

LOOKS = (looking.nameless, looking.silent_marks, looking.out_of_reach)


def test_everything_is_named_explained_and_within_reach(sample_window: Window) -> None:
    found = [
        f"{scene.name}: {look.__name__}: {one}"
        for scene in every_scene(sample_window)
        for look in LOOKS
        for one in look(scene.widget)
    ]
    assert not found, "\n".join(found)
