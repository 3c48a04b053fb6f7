"""A screen of its own for pictures and for dragging with a real mouse."""

import shutil
import subprocess

import pytest

import virtual_screen


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not installed")
def test_two_screens_do_not_meet() -> None:
    with virtual_screen.virtual_screen(320, 200) as first, virtual_screen.virtual_screen(320, 200) as second:
        assert first != second


def test_a_missing_server_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(virtual_screen.NoVirtualScreen, match="not installed"), virtual_screen.virtual_screen():
        pass


def test_a_server_that_does_not_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    started = subprocess.Popen
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/true")
    monkeypatch.setattr(subprocess, "Popen", lambda *_, pass_fds, **rest: started(["true"], pass_fds=pass_fds))
    with pytest.raises(virtual_screen.NoVirtualScreen, match="did not start"), virtual_screen.virtual_screen():
        pass
