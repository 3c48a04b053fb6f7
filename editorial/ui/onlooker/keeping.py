"""Writes the shared calendar again into a folder a moment after something changed, as long as the window is open."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from editorial.errors import Trouble
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.onlooker.kept import Kept, Wish, kept_from, named_files, record_of

if TYPE_CHECKING:
    from editorial.ui.background import Progress
    from editorial.ui.onlooker.written import Outcome

KEY = "onlooker-folders"
"""Of the preferences: by the id of a workspace what is written for its file, and for each copy that was given one."""
MOMENT_MS = 2_000
AGAIN_MS = 60_000
"""How long it waits after it could not write."""


class Keeper(QObject):
    """One for a desk; writes only where the calendar reads differently from what was written last."""

    said = Signal()
    """What is known of the folder is another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._told = ""
        self._running = False
        self._again = False
        self.suggested: int | None = None
        """The id of a person whose own calendar somebody wants to keep there."""
        self.trouble = ""
        """Why it could not be written the last time, or nothing."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MOMENT_MS)
        self._timer.timeout.connect(self.write)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AGAIN_MS)
        self._later.timeout.connect(self.write)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        desk.day_changed.connect(self._changed)

    def kept(self) -> Kept | None:
        """Return what is written for the open workspace, or None."""
        record = self._record()
        return kept_from(record) if record is not None else None

    def start(self, wish: Wish) -> None:
        """Write at once, and again whenever something changes."""
        wanted = self.wanted(wish)
        if wanted is not None:
            self._keep(wanted)
            self.trouble = self._told = ""
            self.write()

    def wanted(self, wish: Wish) -> Kept | None:
        """Return what a wish comes to; files that are there keep their names."""
        workspace, before = self._desk.workspace, self.kept()
        if workspace is None:
            return None
        there = before if before is not None and before.folder == wish.folder else None
        stem = there.stem if there is not None else workspace.path.stem
        people = named_files(stem, wish.people, there.people if there is not None else ())
        return Kept(wish.folder, wish.forms, wish.shared, stem, whole=wish.whole, people=people)

    def stop(self) -> None:
        """Write no more; the files stay."""
        self._keep(None)
        self._later.stop()
        self.trouble = self._told = ""
        self.said.emit()

    def write(self) -> None:
        """Write now, in the background, what reads differently."""
        workspace, kept = self._desk.workspace, self.kept()
        if workspace is None or kept is None:
            return
        if self._running:
            self._again = True
            return
        self._running = True
        self._later.stop()
        today = self._desk.today

        def work(_report: "Progress") -> "Outcome":
            from editorial.ui.onlooker.written import written

            return written(workspace, kept, today)

        self._desk.background.run(KEY, work, lambda outcome: self._written(kept, outcome), self._sorry)

    def _written(self, before: Kept, outcome: "Outcome") -> None:
        now = self.kept()
        if now is not None and now.same(before) and outcome.digests != dict(now.digests):
            moment = datetime.now().astimezone().isoformat(timespec="seconds")
            self._keep(now._replace(digests=outcome.digests, written=moment))
        if outcome.trouble is not None:
            self._sorry(outcome.trouble)
            return
        if self.trouble:
            self._desk.say(_("The shared calendar is up to date again."))
        self.trouble = self._told = ""
        self._over()

    def _sorry(self, trouble: Trouble) -> None:
        """Say once why it cannot be written, and try again before long: folders go and come back."""
        self.trouble = str(trouble)
        if self.trouble != self._told:
            self._told = self.trouble
            said = _("The shared calendar is not up to date: {reason}").format(reason=trouble)
            self._desk.warn(said, _("Choose another folder…"), self._show)
        self._later.start()
        self._over()

    def _over(self) -> None:
        self._running = False
        if self._again:
            self._again = False
            self._timer.start()
        self.said.emit()

    def _show(self) -> None:
        self._desk.place_wanted.emit("calendar", {"share": "folder"})

    def _opened(self) -> None:
        # What ran for the workspace before was cancelled, its answer never comes.
        self._running = self._again = False
        self._later.stop()
        self.trouble = self._told = ""
        self._timer.start()
        self.said.emit()

    def _changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _record(self) -> dict[str, Any] | None:
        """Return what is kept for this very file, or for one of the same workspace that is no longer where it was."""
        workspace, every = self._desk.workspace, self._desk.preferences.get(KEY, {})
        if workspace is None or not every:
            return None
        from editorial.services.onlooker import identity

        records = every.get(self._desk.ask(identity), [])
        here = str(workspace.path)
        own = [record for record in records if record.get("path") == here]
        gone = [record for record in records if not Path(record.get("path", ".")).exists()]
        return next(iter([*own, *gone]), None)

    def _keep(self, kept: Kept | None) -> None:
        workspace = self._desk.workspace
        if workspace is None:
            return
        from editorial.services.onlooker import identity

        preferences, uid, before = self._desk.preferences, self._desk.ask(identity), self._record()
        if uid is None:
            return
        every = preferences.get(KEY, {})
        records = [record for record in every.get(uid, []) if record != before]
        if kept is not None:
            records.append(record_of(kept, workspace.path))
        preferences.put(KEY, {**every, uid: records})
        preferences.sync()


def keeper_of(desk: Desk) -> Keeper:
    """Return the keeper of a desk, made when it is first asked for."""
    found = desk.findChild(Keeper)
    return found if isinstance(found, Keeper) else Keeper(desk)
