"""What starting through dev.py adds to starting the program itself, once all is set up."""

import sys

from measuring import Figure, process_milliseconds

NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def measure() -> list[Figure]:
    """Time the program's shortest way, refusing to open a window where there is no screen, with and without dev.py."""
    python = getattr(sys, "_base_executable", sys.executable)
    direct, through = process_milliseconds(
        [sys.executable, "-m", "editorial", "open"],
        [python, "packaging/dev.py", "run", "open"],
        runs=21,
        environment=NO_SCREEN,
        status=2,
    )
    return [Figure("second start through dev.py, added", through - direct, "ms", target=100)]
