"""Writes the shared calendar again into a folder a moment after something changed, as long as the window is open."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from editorial.errors import RuleBroken, Trouble
from editorial.language import _
from editorial.ui.desk import Desk

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace
    from editorial.ui.background import Progress
    from editorial.ui.onlooker.wanted import Shared

KEY = "onlooker-folders"
"""Of the preferences: by the id of a workspace what is written for its file, and for each copy that was given one."""
MOMENT_MS = 2_000


class Kept(NamedTuple):
    """What is written where."""

    folder: Path
    forms: tuple[str, ...]
    shared: "Shared"
    stem: str
    """The name of the workspace's file when this began; the files keep it, so that links to them stay good."""
    digest: str = ""
    """Of what was written last."""
    written: str = ""
    """When that was, in ISO 8601, or nothing."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that are written."""
        from editorial.ui.onlooker.wanted import file_name

        return tuple(self.folder / file_name(self.stem, self.shared, form, _("calendar")) for form in self.forms)


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
        self.trouble = ""
        """Why it could not be written the last time, or nothing."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MOMENT_MS)
        self._timer.timeout.connect(self.write)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        desk.day_changed.connect(self._changed)

    def kept(self) -> Kept | None:
        """Return what is written for the open workspace, or None."""
        record = self._record()
        return _kept(record) if record is not None else None

    def start(self, folder: Path, forms: tuple[str, ...], shared: "Shared") -> None:
        """Write at once, and again whenever something changes."""
        workspace = self._desk.workspace
        if workspace is not None:
            before = self.kept()
            stem = before.stem if before is not None and before.folder == folder else workspace.path.stem
            self._keep(Kept(folder, forms, shared, stem))
            self.trouble = self._told = ""
            self.write()

    def stop(self) -> None:
        """Write no more; the files stay."""
        self._keep(None)
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
        today = self._desk.today

        def work(_report: "Progress") -> str:
            return written(workspace, kept, today)

        self._desk.background.run(KEY, work, lambda digest: self._written(kept, digest), self._sorry)

    def _written(self, before: Kept, digest: str) -> None:
        now = self.kept()
        if now is not None and now.shared == before.shared and now[:2] == before[:2] and digest:
            moment = datetime.now().astimezone().isoformat(timespec="seconds")
            self._keep(now._replace(digest=digest, written=moment))
        self.trouble = self._told = ""
        self._over()

    def _sorry(self, trouble: Trouble) -> None:
        self.trouble = str(trouble)
        if self.trouble != self._told:
            self._told = self.trouble
            said = _("The shared calendar is not up to date: {reason}").format(reason=trouble)
            self._desk.warn(said, _("Choose another folder…"), self._show)
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
            records.append(_record(kept, workspace.path))
        preferences.put(KEY, {**every, uid: records})
        preferences.sync()


def keeper_of(desk: Desk) -> Keeper:
    """Return the keeper of a desk, made when it is first asked for."""
    found = desk.findChild(Keeper)
    return found if isinstance(found, Keeper) else Keeper(desk)


def written(workspace: "Workspace", kept: Kept, today: date) -> str:
    """Write the files where they are not there or would read differently; return what tells that, or nothing.

    The day on which a calendar is made does not count, nor does a change that nobody is told of.
    """
    from dataclasses import replace
    from hashlib import sha256

    from editorial.exchange.whole_file import write_whole
    from editorial.ui.onlooker.wanted import calendar_of, form_of

    calendar = calendar_of(workspace, kept.shared, today)
    told = repr((replace(calendar, made_on=date.min), kept.shared.paper, kept.shared.layout.value, sorted(kept.forms)))
    digest = sha256(told.encode()).hexdigest()
    if digest == kept.digest and all(path.is_file() for path in kept.paths):
        return ""
    for path in kept.paths:
        write_whole(path, form_of(workspace, calendar, path, kept.shared))
    return digest


def _record(found: Kept, path: Path) -> dict[str, Any]:
    from editorial.ui.onlooker.wanted import kept

    said = found._asdict() | {"folder": str(found.folder), "forms": list(found.forms), "path": str(path)}
    return {**said, "shared": kept(found.shared)}


def _kept(record: dict[str, Any]) -> Kept | None:
    """Read a record of the preferences; one that cannot be read counts as none."""
    from editorial.ui.onlooker.wanted import FORMS, shared_from

    try:
        forms = tuple(form for form in record["forms"] if form in FORMS)
        shared = shared_from(record["shared"])
        return Kept(Path(record["folder"]), forms, shared, record["stem"], record["digest"], record["written"])
    except (KeyError, TypeError, ValueError, RuleBroken):
        return None
