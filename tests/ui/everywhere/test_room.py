"""Nothing is cut in a small window or with large text."""

import pytest

from editorial.ui.window import Window
from tests.ui.everywhere import looking
from tests.ui.everywhere.scenes import every_scene


def found_in(window: Window) -> list[str]:
    """Return what is cut in any scene, painted texts included."""
    found: list[str] = []
    scenes = every_scene(window)
    with looking.painting() as heard:
        for scene in scenes:
            found += [f"{scene.name}: {one}" for one in [*looking.cut(scene.widget), *heard.cut]]
            heard.cut.clear()
    return found


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.0])
def test_nothing_is_cut_at_any_size_of_text(sample_window: Window, zoom: float) -> None:
    sample_window.desk.theme.enlarge(zoom)
    found = found_in(sample_window)
    assert not found, "\n".join(found)


def test_nothing_is_cut_where_the_text_grows_while_places_are_open(sample_window: Window) -> None:
    assert list(every_scene(sample_window))
    sample_window.desk.theme.enlarge(1.5)
    found = found_in(sample_window)
    assert not found, "\n".join(found)


def test_nothing_is_cut_in_a_small_window(sample_window: Window) -> None:
    sample_window.resize(1024, 700)
    found = found_in(sample_window)
    assert not found, "\n".join(found)


def test_every_place_fits_a_small_window(sample_window: Window) -> None:
    sample_window.resize(1024, 700)
    wide = {scene.name: sample_window.minimumSizeHint().width() for scene in every_scene(sample_window)}
    assert not {name: width for name, width in wide.items() if width > 1024}
