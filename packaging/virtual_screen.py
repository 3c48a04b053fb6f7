"""A virtual X screen of its own for as long as it is needed, on a display number that nobody else has."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator


class NoVirtualScreen(Exception):
    """Xvfb is not there or did not start."""


@contextlib.contextmanager
def virtual_screen(width: int = 1920, height: int = 1200) -> Iterator[str]:
    """Yield the name of the display (":57"); the server ends with the block. Raises NoVirtualScreen."""
    if not shutil.which("Xvfb"):
        raise NoVirtualScreen("Xvfb is not installed.")
    reading, writing = os.pipe()
    size = f"{width}x{height}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            # The server writes the number when it accepts connections, and closes the pipe when it cannot start.
            number = answer.readline().strip()
        if not number:
            raise NoVirtualScreen("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
