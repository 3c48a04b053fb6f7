"""The main job without a screen, as somebody runs it."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from editorial.cli.headless import main, main_job
from editorial.services.lists import read_lists
from editorial.services.workspaces import create_workspace, open_workspace

TODAY = date(2027, 2, 10)


def test_it_prints_what_is_missing_and_writes_three_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main_job(tmp_path / "out", TODAY) == 0
    said = capsys.readouterr().out
    for part in ("Add 4 practical pieces.", "turn 3 aspirational", "Finance leaders × Loyalty", "10. "):
        assert part in said
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == ["coverage-review.html", "coverage-review.png", "sample.editorial"]
    assert all(name in said for name in written)
    assert QImage(str(tmp_path / "out" / "coverage-review.png")).width() == 1440


def test_an_earlier_sample_is_replaced(tmp_path: Path) -> None:
    assert main(["--out", str(tmp_path), "--today", "2026-05-01"]) == 0
    first = (tmp_path / "sample.editorial").stat().st_ino
    assert main(["--out", str(tmp_path), "--today", "2027-02-10"]) == 0
    assert (tmp_path / "sample.editorial").stat().st_ino != first
    workspace = open_workspace(tmp_path / "sample.editorial")
    assert read_lists(workspace).settings.sample
    workspace.close()


def test_a_workspace_of_ones_own_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    create_workspace(tmp_path / "sample.editorial", name="Mine").close()
    before = shutil.copyfile(tmp_path / "sample.editorial", tmp_path / "kept")
    assert main(["--out", str(tmp_path), "--today", "2027-02-10"]) == 2
    assert "not a sample" in capsys.readouterr().err
    assert (tmp_path / "sample.editorial").read_bytes() == before.read_bytes()
