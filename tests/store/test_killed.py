import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("killing.py")
KILLS = 100


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_a_killed_writer_loses_nothing_it_acknowledged(workspace_template: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, PROGRAM, workspace_template, tmp_path, str(KILLS)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["wrong"] == []
    assert told["acknowledged"] >= KILLS
