"""The running program: its windows, and what they share."""

import gc
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal

from editorial.ui.beginning import Beginning
from editorial.ui.desk import Desk
from editorial.ui.preferences import Preferences
from editorial.ui.theme import Theme
from editorial.ui.window import Window

SETTLED_MS = 400
"""After the first workspace is shown: by then everything that stays has been loaded."""


class Program(QObject):
    """Opens windows; theme, zoom and preferences are common to them."""

    filled = Signal(object)
    """A window shows its workspace."""

    def __init__(self, preferences: Preferences, clock: Callable[[], date]) -> None:
        super().__init__()
        self.preferences = preferences
        self.windows: list[Window] = []
        self._clock = clock
        self._settled = False
        self._hook: Callable[..., object] | None = None
        choice = preferences.get("theme", "system")
        self.theme = Theme(choice if choice in ("light", "dark") else "system")
        self.theme.enlarge(float(preferences.get("zoom", 1.0)))

    def open_window(self, workspace: Path | None = None) -> Window:
        """Show another window on a workspace, or on the last one; it is painted before anything is read."""
        window = Window(Desk(self.theme, self.preferences, self._clock))
        window.another_wanted.connect(self.open_window)
        window.closed.connect(lambda: self._forget(window))
        window.desk.opened.connect(self._opened)
        window.come_back(beside=len(self.windows))
        Beginning(window, workspace).filled.connect(lambda: self.filled.emit(window))
        self.windows.append(window)
        window.show()
        return window

    def catch_bugs(self) -> None:
        """Log whatever nobody caught and show it as one report that can be copied."""
        self._hook = sys.excepthook
        sys.excepthook = self._caught

    def end(self) -> None:
        """Close every window and give back what was taken."""
        for window in list(self.windows):
            window.close()
        if self._hook is not None:
            sys.excepthook, self._hook = self._hook, None

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from editorial.ui.reports import note_bug, show_bug

        if isinstance(error, KeyboardInterrupt):
            self.end()
            return
        sys.__excepthook__(kind, error, trace)
        note_bug(kind, error, trace)
        if self.windows:
            show_bug(self.windows[-1], kind, error, trace)

    def _opened(self) -> None:
        if not self._settled:
            self._settled = True
            QTimer.singleShot(SETTLED_MS, _settle)

    def _forget(self, window: Window) -> None:
        if window in self.windows:
            self.windows.remove(window)
            window.deleteLater()
            window.desk.deleteLater()


def _settle() -> None:
    """Let the collector run again, but never over what the start left behind."""
    gc.freeze()
    gc.enable()
