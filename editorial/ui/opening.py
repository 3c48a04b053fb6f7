"""Bringing a workspace onto a desk: off the GUI thread, the last one, a new one, or the sample of a first start."""

from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, QTimeZone, Signal

from editorial.errors import StoreUnavailable, Trouble
from editorial.language import _
from editorial.locations import data_folder
from editorial.ui.background import Progress
from editorial.ui.desk import Desk
from editorial.ui.my_work.me import author_of
from editorial.ui.turns import at_once, in_turn

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from editorial.domain.records import Lists
    from editorial.services.feed import Feed
    from editorial.services.workspaces import Workspace

    Work = Callable[[], "Loaded"]
    Then = Callable[[], None]

SAMPLE = "sample.editorial"
LONG_MS = 1_500
"""After how long it is said that a workspace is still being opened."""
SERVICES = (
    "agreement",
    "backups",
    "calendar",
    "coverage",
    "feed",
    "history",
    "layers",
    "lists",
    "mix",
    "parking",
    "pieces",
    "rotation",
    "schedule",
    "search",
    "slots",
    "tasks",
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a workspace could not be opened, and whether reading it would work."""

    path: Path
    sentence: str
    readable: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workspace that was opened in the background."""

    workspace: "Workspace"
    lists: "Lists"
    feed: "Feed"
    warnings: list[str]


class Opening(QObject):
    """Opens one workspace at a time; the one before stays on the desk until the next is there."""

    refused = Signal(object)
    """A `Refusal`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._name = ""
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(LONG_MS)
        self._long.timeout.connect(lambda: self._desk.say(_("Opening {name}…").format(name=self._name)))
        desk.opened.connect(self._long.stop)

    def begin(self, path: Path | None) -> None:
        """Open what was asked for, else the last workspace, else the sample, which is made on the first start."""
        if path := path or self.last():
            self.open(path)
        else:
            self.open_sample()

    def last(self) -> Path | None:
        """Return the workspace that was open last, if there is any."""
        recent = self._desk.preferences.recent
        return Path(recent[0]) if recent else None

    def open(self, path: Path, *, readonly: bool = False, then: "Then | None" = None) -> None:
        """Open a workspace file in place of the one on the desk."""
        author = author_of(self._desk.preferences, str(path))
        self._run(path, lambda: opened(path, author, readonly=readonly), then)

    def open_sample(self) -> None:
        """Open the sample workspace, made new where there is none."""
        path, today = data_folder() / SAMPLE, self._desk.today
        author = author_of(self._desk.preferences, str(path))
        self._run(path, lambda: opened(path, author) if path.exists() else sample(path, today, author))

    def create(self, path: Path, *, lists_from: Path | None = None, then: "Then | None" = None) -> None:
        """Make a workspace with everyday lists, or with those of another, and open it."""
        author = self.author
        self._run(path, lambda: created(path, author, lists_from), then)

    @property
    def author(self) -> str:
        """Who the user said to be; empty: the user of the operating system."""
        return str(self._desk.preferences.get("author", ""))

    def _run(self, path: Path, work: "Work", then: "Then | None" = None) -> None:
        def sorry(trouble: Trouble) -> None:
            self._long.stop()
            readable = isinstance(trouble, StoreUnavailable) and trouble.readable
            self.refused.emit(Refusal(path, str(trouble), readable))

        if not self._desk.may_leave():
            return
        self._name = path.name
        self._long.start()
        self._desk.background.run("open", lambda _report: work(), lambda loaded: self._put(path, loaded, then), sorry)

    def _put(self, path: Path, loaded: Loaded, then: "Then | None") -> None:
        self._desk.preferences.opened(str(path))
        # Nothing of a workspace before may be left to act upon; a first look at the same one may.
        turns = in_turn if self._desk.workspace is None else at_once
        self._desk.open(loaded.workspace, loaded.lists, loaded.feed, turns)
        for warning in loaded.warnings:
            self._desk.warn(warning)
        if then is not None:
            then()
        if not loaded.workspace.readonly:
            work = backing_up(loaded.workspace)
            self._desk.background.run("backup", work, lambda _path: None, self._desk.tell, patient=True)


def opened(path: Path, author: str, *, readonly: bool = False) -> Loaded:
    """Open a file with everything that its first screen needs. Raises Trouble."""
    from editorial.services.workspaces import open_workspace

    return _loaded(open_workspace(path, author=author, readonly=readonly))


def created(path: Path, author: str, lists_from: Path | None = None) -> Loaded:
    """Make a file and open it. Raises Trouble."""
    from editorial.services.workspaces import create_workspace

    path.parent.mkdir(parents=True, exist_ok=True)
    made = create_workspace(path, time_zone=zone(), country=country(), lists_from=lists_from, author=author)
    return _loaded(made)


def sample(path: Path, today: "date", author: str) -> Loaded:
    """Make the sample workspace around today and open it; where it cannot be made, no half of it is left."""
    from editorial.services.sample import make_sample
    from editorial.services.workspaces import create_workspace

    path.parent.mkdir(parents=True, exist_ok=True)
    workspace = create_workspace(path, name=_("Sample"), time_zone=zone(), author=author)
    try:
        make_sample(workspace, today)
    except BaseException:
        workspace.close()
        path.unlink(missing_ok=True)
        raise
    return _loaded(workspace)


def zone() -> str:
    """Return the name of this computer's time zone."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace") or "UTC"


def country() -> str:
    """Return the two letters of this user's country, or nothing."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 and code.isalpha() else ""


def backing_up(workspace: "Workspace") -> "Callable[[Progress], object]":
    """Return the work of keeping today's copy of a workspace, where one is due."""

    def work(_report: Progress) -> object:
        from editorial.services.backups import backup_if_due

        return backup_if_due(workspace, datetime.now().astimezone())

    return work


def _loaded(workspace: "Workspace") -> Loaded:
    import_services()
    _ask_once(workspace)
    from editorial.services.feed import Feed
    from editorial.services.lists import read_lists
    from editorial.services.workspaces import warnings

    return Loaded(workspace, read_lists(workspace), Feed(workspace), warnings(workspace))


def _ask_once(workspace: "Workspace") -> None:
    """Ask here what the first screen will ask: composing a question for the first time takes milliseconds."""
    from editorial.domain.layers import Layer
    from editorial.services import calendar, layers, parking, slots, tasks

    today = datetime.now().astimezone().date()
    with workspace.read(), workspace.read():
        # Opening the file takes milliseconds: there is a connection for the window and one for its threads.
        pass
    calendar.between(workspace, today, today)
    calendar.ideas(workspace)
    parking.parked_ids(workspace, today)
    # The public holidays of the country are loaded with the first working day that is counted.
    tasks.late(workspace, today)
    slots.to_release(workspace, today)
    layers.between(workspace, today, today, frozenset(Layer))


def import_services() -> None:
    """Import here, off the GUI thread, what the screens will ask for."""
    for name in SERVICES:
        import_module(f"editorial.services.{name}")
