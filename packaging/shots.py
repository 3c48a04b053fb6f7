"""Photograph every place of the real program on a virtual screen: `dev.py shots`, in light and dark at two sizes.

The program runs on the sample workspace, in a home of its own, and is driven from outside by its keyboard shortcuts.
Pictures land in `out/shots/`, named by place, theme and size. Words choose places.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from virtual_screen import NoVirtualScreen, virtual_screen

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "out" / "shots"
THEMES = ("light", "dark")
SIZES = ((1440, 900), (1024, 700))


def main(words: list[str]) -> int:
    """Take the pictures and say where they are; end with status 1 when the program failed, 2 without a screen."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for word in words or [""]:
        for old in FOLDER.glob(f"{word}*.png"):
            old.unlink()
    try:
        with tempfile.TemporaryDirectory() as home:
            make_sample(home)
            failed = [status for size in SIZES for status in photograph(home, size, words) if status]
    except NoVirtualScreen as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(list(FOLDER.glob('*.png')))} pictures are in {FOLDER}.")
    return 1 if failed else 0


def make_sample(home: str) -> None:
    """Make the sample workspace that is photographed."""
    command = [sys.executable, "-m", "editorial", "new", f"{home}/sample.editorial", "--sample"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def photograph(home: str, size: tuple[int, int], words: list[str]) -> list[int]:
    """Visit the places in both themes on a screen of this size (px); return the statuses of the visits."""
    with virtual_screen(*size) as display:
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "EDITORIAL_HOME": home}
        where = [f"{home}/sample.editorial", str(FOLDER)]
        visits = [[sys.executable, str(HERE / "visit.py"), theme, *where, *words] for theme in THEMES]
        return [subprocess.call(visit, env={**os.environ, **own}) for visit in visits]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
