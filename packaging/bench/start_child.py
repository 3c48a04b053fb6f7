"""One start of a window, bare or the program's, up to a point named on the command line; then this process ends."""

import gc

gc.disable()

import os  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtGui import QPaintEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget  # noqa: E402

from editorial.ui.overriding import override  # noqa: E402

SIZE = (1200, 800)
WATCHED_MS = 1_500
"""How long after the first paint the event loop is watched."""


def leave() -> None:
    """End at once: what is timed is the way here."""
    sys.stdout.flush()
    os._exit(0)


def resident() -> float:
    """Return the memory of this process in MB."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


class Bare(QMainWindow):
    """A window with nothing in it."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then: Callable[[], None] | None = then
        self.resize(*SIZE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._then is not None:
            QTimer.singleShot(0, self._then)
            self._then = None


def bare(then: Callable[[], None]) -> None:
    """Show a bare window and go on after its first paint."""
    application = QApplication([])
    window = Bare(then)
    window.show()
    application.exec()


def import_and_query(path: str) -> None:
    """Import sqlmodel and ask a workspace one question through it."""
    from sqlmodel import Session, create_engine, text

    with Session(create_engine(f"sqlite:///{path}")) as session:
        session.connection().execute(text("SELECT id, title FROM piece WHERE publish_date > '2026' LIMIT 200")).all()


def report(path: str) -> None:
    """Print the memory after the import and the query, and end."""
    import_and_query(path)
    print(resident())
    leave()


def query(path: str) -> None:
    """End after the import and the query."""
    import_and_query(path)
    leave()


def program(path: str, painted: bool, watch: bool, weigh: bool) -> None:
    """Start the program on a workspace up to the first paint, the filled calendar, or until it has settled."""
    from editorial.ui.application import Asked, make_application, start
    from editorial.ui.preferences import Preferences

    application = make_application()
    running = start(Asked(workspace=Path(path)), Preferences())
    window = running.windows[0]
    if painted:
        window.painted.connect(lambda: QTimer.singleShot(0, leave))
    elif watch:
        window.painted.connect(watch_loop)
    elif weigh:
        running.filled.connect(lambda _window: QTimer.singleShot(1_000, weigh_and_leave))
    else:
        running.filled.connect(repaint_and_leave)
    application.exec()


def repaint_and_leave(shown: QWidget) -> None:
    """Paint what has changed and end."""
    shown.repaint()
    leave()


def weigh_and_leave() -> None:
    """Print the memory and end."""
    print(resident())
    leave()


def watch_loop() -> None:
    """Print the worst time (ms) between two turns of the event loop from the first paint on, and end."""
    began = time.perf_counter()
    seen = [began, 0.0]

    def turn() -> None:
        now = time.perf_counter()
        seen[1] = max(seen[1], now - seen[0])
        seen[0] = now
        if now - began > WATCHED_MS / 1000:
            print(seen[1] * 1000)
            leave()

    timer = QTimer(QApplication.instance())
    timer.setInterval(2)
    timer.timeout.connect(turn)
    timer.start()


def main(what: str, path: str) -> None:
    """Do one of the starts."""
    if what == "bare":
        bare(leave)
    elif what == "bare-query":
        bare(lambda: query(path))
    elif what == "bare-memory":
        bare(lambda: report(path))
    else:
        program(path, painted=what == "painted", watch=what == "gaps", weigh=what == "memory")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
