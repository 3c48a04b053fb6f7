"""What the tests need from npm: a second reader of calendar files, where Node is there to run it."""

import shutil
import subprocess
import sys
from pathlib import Path

import dev

LOCKED = Path(dev.ROOT) / "packaging" / "node"
INSTALLED = Path(dev.VENV) / "node"


def install() -> None:
    """Put the locked packages beside the environment; without Node or npm, say what the tests will leave out."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        print("  without Node and npm the tests that read calendars back with ical.js are skipped", file=sys.stderr)
        return
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(LOCKED / name, INSTALLED / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=INSTALLED, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        print(f"  ical.js could not be installed, its tests are skipped: {done.stderr.strip()[-300:]}", file=sys.stderr)
