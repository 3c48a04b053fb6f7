"""Start the program on the screen given by DISPLAY, visit its places by their shortcuts, and save what is seen."""

import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from editorial.ui.places import every_place
from editorial.ui.preferences import Preferences

PATIENCE = 15.0
"""How long (s) a picture may keep changing before it is taken as it is."""
STILL = 4
"""How many pictures in a row, 150 ms apart, must be the same."""


def main(theme: str, workspace: str, folder: str, words: list[str]) -> int:
    """Take one picture a place and return 0, or 1 when the program ended by itself."""
    preferences = Preferences()
    preferences.put("theme", theme)
    preferences.sync()
    app = QGuiApplication([])
    program = subprocess.Popen([sys.executable, "-m", "editorial", workspace])
    try:
        fill_screen(app)
        still_picture(app)
        for spot in every_place():
            if spot.entry.shortcut and (not words or spot.entry.word in words):
                xdotool("key", "--clearmodifiers", spot.entry.shortcut.replace("Ctrl", "ctrl"))
                image = still_picture(app)
                image.save(str(Path(folder) / f"{spot.entry.word}-{theme}-{image.width()}x{image.height()}.png"))
        return 0 if program.poll() is None else 1
    except subprocess.CalledProcessError:
        return 1
    finally:
        program.terminate()
        program.wait()


def fill_screen(app: QGuiApplication) -> None:
    """Wait for the window and let it fill the screen with the keyboard's focus: nobody manages windows here."""
    size = app.primaryScreen().size()
    window = xdotool("search", "--sync", "--onlyvisible", "--name", "Editorial").split()[-1]
    xdotool("windowmove", window, "0", "0", "windowsize", window, str(size.width()), str(size.height()))
    xdotool("windowfocus", "--sync", window)


def still_picture(app: QGuiApplication) -> QImage:
    """Return the picture of the whole screen, once it has stopped changing."""
    ends, same = time.monotonic() + PATIENCE, 0
    before = QImage()
    while same < STILL and time.monotonic() < ends:
        pause(150)
        now = app.primaryScreen().grabWindow(0).toImage()
        same = same + 1 if now == before else 0
        before = now
    return before


def pause(milliseconds: int) -> None:
    """Wait without keeping a processor busy."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def xdotool(*words: str) -> str:
    """Drive the keyboard and the window as a person would; raises CalledProcessError after 30 s without a window."""
    return subprocess.run(["timeout", "30", "xdotool", *words], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]))
