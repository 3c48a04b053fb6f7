"""The way in looks at its arguments before it imports a front end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editorial.__main__ import COMMANDS, NO_SCREEN, has_screen, opens_window
from editorial.cli.application import application


@pytest.mark.parametrize("words", ["", "open", "open mine.editorial", "mine.editorial", "postgresql://host/plan"])
def test_window_is_asked_for(words: str) -> None:
    assert opens_window(words.split())


@pytest.mark.parametrize("words", ["--help", "open --help", "mix mine.editorial", "new mine.editorial"])
def test_command_line_is_asked_for(words: str) -> None:
    assert not opens_window(words.split())


def test_every_command_is_known_at_the_way_in() -> None:
    assert {command.name for command in application.registered_commands} == COMMANDS


def test_whatever_exists_opens_the_window(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    assert not opens_window([str(plan)])
    plan.touch()
    assert opens_window([str(plan)])


def test_a_command_goes_before_a_file_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "check").touch()
    monkeypatch.chdir(tmp_path)
    assert not opens_window(["check", "mine.editorial"])


def test_linux_without_a_display_has_no_screen() -> None:
    assert not has_screen({}, "linux")


def test_explicit_platform_is_believed() -> None:
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_have_a_screen(platform: str) -> None:
    assert has_screen({}, platform)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
@pytest.mark.parametrize("words", [[], ["open"], [__file__]])
def test_window_without_a_screen_is_refused_in_one_sentence(words: list[str]) -> None:
    bare = {"PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "editorial", *words]
    done = subprocess.run(command, env=bare, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", NO_SCREEN + "\n")
