"""Nothing is cut in a small window or with large text."""

from collections.abc import Callable

import pytest

from editorial.ui.window import Window
from tests.ui.everywhere import looking
from tests.ui.everywhere.scenes import Scene, every_scene


def found_in(window: Window, look: Callable[[Scene], object] = lambda _scene: None) -> list[str]:
    """Look at every scene and return what is cut, painted texts included."""
    found: list[str] = []
    scenes = every_scene(window)
    with looking.painting() as heard:
        for scene in scenes:
            found += [f"{scene.name}: {one}" for one in [*looking.cut(scene.widget), *heard.cut]]
            heard.cut.clear()
            look(scene)
    return found


@pytest.mark.parametrize("zoom", [0.8, 1.5, 2.0])
def test_nothing_is_cut_at_any_size_of_text(sample_window: Window, zoom: float) -> None:
    sample_window.desk.theme.enlarge(zoom)
    found = found_in(sample_window)
    assert not found, "\n".join(found)


def test_nothing_is_cut_before_and_after_text_grows_while_places_are_open(sample_window: Window) -> None:
    found = found_in(sample_window)
    assert not found, "\n".join(found)
    sample_window.desk.theme.enlarge(1.5)
    found = found_in(sample_window)
    assert not found, "\n".join(found)


def test_every_place_fits_a_small_window_with_nothing_cut(sample_window: Window) -> None:
    sample_window.resize(1024, 700)
    widths = dict[str, int]()
    found = found_in(sample_window, lambda scene: widths.update({scene.name: sample_window.minimumSizeHint().width()}))
    assert not found, "\n".join(found)
    assert not {name: width for name, width in widths.items() if width > 1024}
