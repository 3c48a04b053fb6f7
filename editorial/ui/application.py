"""Starting the window: what was asked for, the first paint, then the store."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from editorial.language import _
from editorial.ui.moments import locale
from editorial.ui.preferences import Preferences
from editorial.ui.program import Program

STYLE = "Fusion"


class Asked(NamedTuple):
    """What the program was started with."""

    workspace: Path | None = None
    today: date | None = None


class BadArguments(Exception):
    """The arguments mean nothing; `str()` says why."""


def main(arguments: Sequence[str]) -> int:
    """Open the window, run until the last one is closed, and return the exit status."""
    try:
        asked = read_arguments(arguments)
    except BadArguments as error:
        sys.stderr.write(f"{error}\n")
        return 2
    application = make_application()
    program = start(asked, Preferences())
    status = application.exec()
    program.end()
    return status


def start(asked: Asked, preferences: Preferences) -> Program:
    """Show the first window; the store loads after its first paint."""
    fixed = asked.today
    program = Program(preferences, date.today if fixed is None else lambda: fixed)
    program.catch_bugs()
    program.open_window(asked.workspace)
    return program


def read_arguments(arguments: Sequence[str]) -> Asked:
    """Read an optional workspace and `--today DATE`. Raises BadArguments."""
    workspace, today = None, None
    words = [part for word in arguments for part in (word.split("=", 1) if word.startswith("--") else [word])]
    while words:
        word = words.pop(0)
        if word == "--today":
            today = _read_day(words.pop(0) if words else "")
        elif word.startswith("postgresql://"):
            raise BadArguments(_("Team databases cannot be opened in a window yet; give a workspace file."))
        elif word.startswith("-") or workspace is not None:
            raise BadArguments(_("“{word}” is not understood; see: editorial --help").format(word=word))
        else:
            workspace = Path(word).expanduser().absolute()
    return Asked(workspace, today)


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadArguments(_("--today takes a day such as 2027-03-10, not “{text}”.").format(text=text)) from None


def make_application() -> QApplication:
    """Return the application, named and in the style that every system shows alike."""
    existing = QApplication.instance()
    # Named here the style is made once; setStyle would hand it to Python, which costs 6 ms before the first paint.
    application = existing if isinstance(existing, QApplication) else QApplication(["editorial", "-style", STYLE])
    application.setApplicationName("Editorial")
    application.setDesktopFileName("editorial")
    if application is existing:
        application.setStyle(STYLE)
    QLocale.setDefault(locale())
    return application
