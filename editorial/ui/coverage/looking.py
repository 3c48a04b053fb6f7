"""What this user last saw of coverage: kept for each workspace and period, and when it counts as seen."""

from typing import Any

from PySide6.QtCore import QObject, QTimer

from editorial.domain.coverage import Coverage
from editorial.domain.since import Since, Snapshot, as_plain, from_plain, since, snapshot
from editorial.services import history
from editorial.ui.desk import Desk

KEY = "coverage/seen"
LONG_ENOUGH_MS = 5_000
"""What was on screen as long as this was looked at."""
PERIODS, WORKSPACES = 12, 8
"""How many are kept, the latest ones."""


class Looking(QObject):
    """Compares a matrix with the last look at it; leaving it after a while makes it the last look."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._about: tuple[str, str] | None = None
        self._before: Snapshot | None = None
        self._now: Snapshot | None = None
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.setInterval(LONG_ENOUGH_MS)
        self._watch.timeout.connect(self.looked)
        self.was_looked_at = False
        """Whether it was on screen long enough to be the last look once it is left."""

    def look(self, coverage: Coverage) -> Since | None:
        """Return what changed since the last look at this period; None where there was none, or nothing happened."""
        workspace = self._desk.workspace
        if workspace is None:
            return None
        about = (str(workspace.path), f"{coverage.period.first}..{coverage.period.last}")
        if about != self._about:
            self.leave()
            self._about, self._before = about, self._kept(*about)
            self._watch.start()
        newest = self._desk.ask(lambda w: history.changes(w, limit=1)) or []
        self._now = snapshot(coverage, self._desk.today, newest[0].id if newest else 0)
        if self._before is None or self._before.change == self._now.change:
            return None
        found = since(coverage, self._before)
        return found if found.cells or found.day != self._desk.today else None

    def looked(self) -> None:
        """It was on screen long enough."""
        self.was_looked_at = True

    def mark_seen(self) -> None:
        """Let what is on screen be the last look."""
        self._before = self._now
        self._keep()

    def leave(self) -> None:
        """The matrix is left: what was looked at is the last look from now on."""
        if self.was_looked_at:
            self._keep()
        self._watch.stop()
        self.was_looked_at, self._about, self._before, self._now = False, None, None, None

    def _kept(self, path: str, period: str) -> Snapshot | None:
        known: dict[str, Any] = self._desk.preferences.get(KEY, {})
        of = known.get(path)
        return from_plain(of.get(period)) if isinstance(of, dict) else None

    def _keep(self) -> None:
        if self._about is None or self._now is None:
            return
        path, period = self._about
        known: dict[str, Any] = dict(self._desk.preferences.get(KEY, {}))
        of = known.pop(path, {})
        periods = dict(of) if isinstance(of, dict) else {}
        periods.pop(period, None)
        periods[period] = as_plain(self._now)
        known[path] = dict(list(periods.items())[-PERIODS:])
        self._desk.preferences.put(KEY, dict(list(known.items())[-WORKSPACES:]))
