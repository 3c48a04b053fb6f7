"""The way in: opens the window or hands over to the command line, and imports only the one it needs."""

import gc

gc.disable()  # A collection while libraries load stalls the first paint by 30 ms; the window enables it when filled.

import os  # noqa: E402
import sys  # noqa: E402
from collections.abc import Mapping, Sequence  # noqa: E402

COMMANDS = frozenset(
    "open new import export mix coverage rotation variety rank load agreement plan pack "
    "check history undo redo backup restore".split()
)
"""What the command line does; listed here because importing it takes time the window does not have."""
NO_SCREEN = "There is no screen to open the window on. Set DISPLAY, or use the commands shown by: editorial --help"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments (by default those it was started with) and return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if not opens_window(arguments):
        return _command_line(arguments)
    if not has_screen(os.environ, sys.platform):
        sys.stderr.write(NO_SCREEN + "\n")
        return 2
    from editorial.ui.application import main as window

    return window([word for word in arguments if word != "open"])


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether these arguments ask for the window: none, `open …`, or a workspace first.

    A workspace may have any name: whatever exists and is not called like a command is taken for one.
    """
    if not arguments:
        return True
    if "--help" in arguments:
        return False
    first = arguments[0]
    if first in COMMANDS:
        return first == "open"
    return first.endswith(".editorial") or first.startswith(("postgresql://", "--today")) or _exists(first)


def _exists(name: str) -> bool:
    return os.path.exists(name)  # noqa: PTH110 (pathlib takes longer to import than the rest of this)


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window can be shown; an explicit Qt platform is believed."""
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _command_line(arguments: Sequence[str]) -> int:
    from editorial.cli.application import main as commands

    gc.freeze()
    gc.enable()
    return commands(arguments)


if __name__ == "__main__":
    sys.exit(main())
