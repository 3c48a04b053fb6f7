"""Close a second window whose every place was visited, and print what of it is still held.

Started by test_start.py in a process of its own: only there does nothing else keep the collector.
"""

import gc
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from weakref import ref

from PySide6.QtCore import QEventLoop, QSettings, QTimer, SignalInstance

from editorial.ui.application import Asked, make_application, start
from editorial.ui.places import every_place
from editorial.ui.preferences import Preferences
from editorial.ui.window import Window

PATIENCE_MS = 20_000
LOOK_MS = 50


def wait_for(signal: SignalInstance) -> None:
    """Let the program run until a signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()


def wait_until(come_true: Callable[[], bool]) -> None:
    """Let the program run until something is true, or patience ends."""
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if come_true() else None)
    look.start(LOOK_MS)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()


def held_by(window: Window) -> list[ref[object]]:
    """Visit every place of a window, then close it; what it held is told by references that do not hold it."""
    for spot in every_place():
        window.go(spot.entry.word)
        wait_until(lambda: not window.desk.background.busy)
    held: list[ref[object]] = [ref(window), ref(window.desk), ref(window.desk.workspace)]
    window.close()
    return held


def main(path: Path, today: date) -> None:
    application = make_application()
    preferences = Preferences(QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat))
    program = start(Asked(path, today), preferences)
    wait_for(program.windows[0].desk.ready)
    program.windows[0].files.open_in_another()
    wait_for(program.windows[1].desk.ready)
    held = held_by(program.windows[1])

    def gone() -> bool:
        gc.unfreeze()  # what is there when the start has settled is kept from the collector
        gc.collect()
        return all(still() is None for still in held)

    wait_until(gone)
    sys.stdout.write(" ".join(type(still()).__name__ for still in held if still() is not None))
    program.end()
    application.closeAllWindows()


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
