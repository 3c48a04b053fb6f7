"""The way in looks at its arguments before it imports a front end."""

import os
import subprocess
import sys

import pytest

from editorial.__main__ import NO_SCREEN, has_screen, opens_window


@pytest.mark.parametrize("words", ["", "open", "open mine.editorial", "mine.editorial", "postgresql://host/plan"])
def test_window_is_asked_for(words: str) -> None:
    assert opens_window(words.split())


@pytest.mark.parametrize("words", ["--help", "open --help", "mix mine.editorial", "new mine.editorial"])
def test_command_line_is_asked_for(words: str) -> None:
    assert not opens_window(words.split())


def test_linux_without_a_display_has_no_screen() -> None:
    assert not has_screen({}, "linux")


def test_explicit_platform_is_believed() -> None:
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_have_a_screen(platform: str) -> None:
    assert has_screen({}, platform)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_window_without_a_screen_is_refused_in_one_sentence() -> None:
    bare = {"PATH": os.environ["PATH"]}
    done = subprocess.run([sys.executable, "-m", "editorial"], env=bare, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", NO_SCREEN + "\n")
