"""The first second of a window: painted empty, filled at a first look at the file, then the store behind it.

Each step is a turn of the event loop of its own, so that the window answers all the while.
"""

import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontMetrics

from editorial.ui.background import Progress
from editorial.ui.desk import Desk
from editorial.ui.turns import in_turn, next_turn

if TYPE_CHECKING:
    from editorial.domain.records import Entry
    from editorial.services.glance import Glance
    from editorial.ui.window import Window

HOME = "calendar"
NEXT = ("calendar.place", "window_commands", "files", "keys", "importing.pasting", "opening")
"""What the window needs next; loaded off the GUI thread."""
SWITCH_SECONDS = 0.0002
"""How long a thread that works may keep the window waiting."""


class Beginning(QObject):
    """Brings a window that was painted to its place and its workspace."""

    filled = Signal()
    """The place is shown with its pieces."""

    def __init__(self, window: "Window", path: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk = window.desk
        self._path = path
        self._word = window.last_place()
        window.painted.connect(lambda: in_turn([_make_namespace, self._look_ahead], self))

    def _look_ahead(self) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        if self._word != HOME:
            in_turn([self._window.equip, self._open], self)
            return
        looked = self._path or self._window.opening.last()

        if self._is_filtered(looked):
            looked = None

        day, look, font = self._desk.day, self._desk.preferences.get(HOME, {}), self._window.font()

        def work(_report: Progress) -> "Glance | None":
            seen = ahead(looked)
            if seen is not None:
                _load_letters(font, _read_ahead(seen, day, look))
            return seen

        self._desk.background.run("ahead", work, self._prepare, self._desk.tell)

    def _is_filtered(self, path: Path | None) -> bool:
        """Tell whether a filter of the last time comes back with this workspace: a first look would show too much."""
        kept = self._desk.preferences.get(f"filter/{HOME}", {})
        return bool(kept.get("where")) and kept.get("workspace") == str(path)

    def _prepare(self, glance: "Glance | None") -> None:
        steps = [*self._window.preparing(HOME), lambda: self._window.go(HOME)]
        if glance is not None:
            steps = [lambda: self._desk.put_glance(glance), *steps, self.filled.emit]
        in_turn([*steps, self._window.equip, lambda: self._open(tell=glance is None)], self)

    def _open(self, *, tell: bool = True) -> None:
        if tell:
            self._desk.ready.connect(self._tell_filled)
        if self._word != HOME:
            self._window.visit(self._word)
        self._window.opening.begin(self._path)

    def _tell_filled(self) -> None:
        self._desk.ready.disconnect(self._tell_filled)
        next_turn(self.filled.emit, self)


def ahead(path: Path | None) -> "Glance | None":
    """Load what the first place needs and look at the file; off the GUI thread."""
    _load_widgets()
    for name in NEXT:
        import_module(f"editorial.ui.{name}")
    from editorial.services.glance import glance

    return glance(path) if path is not None else None


def _read_ahead(seen: "Glance", day: date, kept: dict[str, Any]) -> "list[Entry]":
    """Read what the calendar will ask for first."""
    from editorial.ui.calendar.looks import look_of
    from editorial.ui.calendar.sheet import range_of

    wanted = range_of(look_of(kept), day, seen.lists.settings)
    return seen.between(wanted.first, wanted.last)


def _load_letters(font: QFont, entries: "list[Entry]") -> None:
    """Let Qt find the fonts of every script in the titles here: each new one takes it milliseconds."""
    QFontMetrics(font).horizontalAdvance("".join(entry.title for entry in entries))


def _load_widgets() -> None:
    """Let Qt's classes come into being here: the first object it returns makes all of them, 10 ms at once."""
    for name in dir(QtWidgets):
        getattr(QtWidgets, name)


def _make_namespace() -> None:
    """Let Python make its class of the Qt namespace, in a turn of its own (editorial/ui/early.py)."""
    from PySide6 import QtCore

    _touched = QtCore.Qt
