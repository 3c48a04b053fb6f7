"""What the tests need from npm, and a set-up that goes on without it."""

import json
import shutil
from pathlib import Path

import node_packages
import pytest


def test_every_package_is_locked_by_a_digest_and_names_no_server() -> None:
    locked = json.loads((node_packages.LOCKED / "package-lock.json").read_text("utf-8"))["packages"]
    found = {name: package for name, package in locked.items() if name}
    assert found
    assert all(package["integrity"].startswith("sha512-") for package in found.values())
    assert not any("resolved" in package for package in found.values())


def test_without_npm_the_set_up_goes_on(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    node_packages.install()
    assert "ical.js are skipped" in capsys.readouterr().err


def test_an_npm_that_fails_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho no way >&2\nexit 1\n")
    npm.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(npm))
    monkeypatch.setattr(node_packages, "INSTALLED", tmp_path / "node")
    node_packages.install()
    assert "its tests are skipped: no way" in capsys.readouterr().err
