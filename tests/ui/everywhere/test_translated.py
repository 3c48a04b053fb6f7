"""In a language longer than English every text is translated and nothing is cut."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import translations

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 700)])
def test_a_longer_language_fits_and_leaves_no_english(tmp_path: Path, width: int, height: int) -> None:
    translations.write_pseudo(tmp_path)
    roots = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    chosen = {"EDITORIAL_LANGUAGE": translations.PSEUDO, "EDITORIAL_LOCALES": str(tmp_path), "PYTHONPATH": roots}
    command = [sys.executable, "-m", "tests.ui.everywhere.walk", str(tmp_path), str(width), str(height)]
    plain = {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    every = {**os.environ, **plain, **chosen}
    done = subprocess.run(command, cwd=ROOT, env=every, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
