"""What the workspace menu does with files: new, open, copy, back up, restore, a second window."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editorial.errors import Trouble
from editorial.language import _
from editorial.locations import data_folder
from editorial.ui.background import Progress
from editorial.ui.folders import show_folder
from editorial.ui.my_work.me import keep_name
from editorial.ui.my_work.myself import myself_of
from editorial.ui.opening import Refusal

if TYPE_CHECKING:
    from editorial.services.backups import Backup
    from editorial.services.workspaces import Workspace
    from editorial.ui.window import Window

SUFFIX = ".editorial"


class Files(QObject):
    """Acts for one window; asks through its prompts and works off the GUI thread."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._opening = window.opening

    def new(self) -> None:
        """Ask for a name and make a workspace with everyday lists."""
        if path := self._new_name(_("New workspace")):
            self._opening.create(path)

    def new_with_lists(self) -> None:
        """Ask for a name and make a workspace with the lists and settings of this one, and none of its pieces."""
        workspace = self._desk.workspace
        if workspace is not None and (path := self._new_name(_("New workspace with these lists"))):
            self._opening.create(path, lists_from=workspace.path)

    def start_empty(self, then: Callable[[], None] | None = None) -> None:
        """Make an empty workspace without asking, under a name nobody has yet."""
        self._opening.create(free_path(data_folder() / (_("My calendar") + SUFFIX)), then=then)

    def open(self) -> None:
        """Ask for a workspace and open it."""
        if path := self._desk.prompts.open_file("open", _("Open a workspace"), kinds()):
            self._opening.open(path)

    def open_path(self, path: Path) -> None:
        """Open a workspace that is known."""
        self._opening.open(path)

    def open_sample(self) -> None:
        """Open the sample, made anew where there is none any more."""
        self._opening.open_sample()

    def open_in_another(self) -> None:
        """Show a second window on this workspace."""
        if self._desk.workspace is not None:
            self._window.another_wanted.emit(self._desk.workspace.path)

    def save_copy(self) -> None:
        """Ask for a name and copy the workspace there, its history included."""
        workspace = self._desk.workspace
        if workspace is None:
            return
        name = f"{workspace.path.stem} {self._desk.today.isoformat()}{SUFFIX}"
        path = self._desk.prompts.save_file("copy", _("Save a copy"), str(workspace.path.with_name(name)), kinds())
        if path is not None:
            target = with_suffix(path)
            self._run("copy", lambda: _save_copy(workspace, target), lambda _made: self._copied(target))

    def export(self, kind: str) -> None:
        """Ask for a file and write pieces, people, settings or all to it."""
        from editorial.ui.exporting import endings, named, write

        workspace = self._desk.workspace
        if workspace is None:
            return
        proposed = str(named(workspace, kind))
        path = self._desk.prompts.save_file(f"export {kind}", _("Export"), proposed, endings(kind))
        if path is not None:
            target = path if path.suffix else path.with_suffix(Path(proposed).suffix)
            self._run("export", lambda: write(workspace, kind, target), lambda _done: self._exported(target))

    def back_up(self) -> None:
        """Keep a copy of the workspace as it is now."""
        workspace = self._desk.workspace
        if workspace is not None:
            self._run("back up", lambda: _back_up(workspace), self._backed_up)

    def ask_author(self) -> None:
        """Ask under which name changes are written down from now on, in every workspace."""
        from editorial.services.lists import read_people

        desk = self._desk
        now = desk.workspace.author if desk.workspace is not None else self._opening.author
        name = desk.prompts.text("author", _("Your name, as the history shows it"), now)
        if name is None:
            return
        desk.preferences.put("author", name)
        if desk.workspace is not None:
            desk.workspace.author = name
            keep_name(desk.preferences, str(desk.workspace.path), name, desk.ask(read_people) or [])
            myself_of(desk).look()
        desk.say(_("From now on changes are written down as {name}’s.").format(name=name))

    def backups(self) -> "list[Backup]":
        """Return the copies kept of the open workspace, newest first."""
        return _listed(self._desk.workspace.path) if self._desk.workspace is not None else []

    def restore(self, copy: Path, to: Path) -> None:
        """Put a copy in the place of a workspace and open it; what is there now is kept beside it."""
        workspace = self._desk.workspace
        if workspace is not None and workspace.path == to:
            self._desk.close()
        self._run("restore", lambda: _restore(copy, to), lambda aside: self._restored(to, aside))

    def refused(self, refusal: Refusal) -> None:
        """Show why a workspace could not be opened, and the ways on."""
        from editorial.ui.trouble import TroublePage

        page = TroublePage(self._desk)
        page.show_refusal(refusal, _listed(refusal.path))
        page.open_wanted.connect(self.open)
        page.sample_wanted.connect(self._opening.open_sample)
        page.again_wanted.connect(self._opening.open)
        page.read_wanted.connect(lambda path: self._opening.open(path, readonly=True))
        page.restore_wanted.connect(self.restore)
        page.back_wanted.connect(self._window.leave_trouble)
        self._window.show_trouble(page)

    def _new_name(self, title: str) -> Path | None:
        proposed = free_path(data_folder() / (_("My calendar") + SUFFIX))
        path = self._desk.prompts.save_file("new", title, str(proposed), kinds())
        return with_suffix(path) if path else None

    def _run(self, question: str, work: Callable[[], object], then: Callable[..., None]) -> None:
        def job(_report: Progress) -> object:
            return work()

        self._desk.background.run(question, job, then, self._sorry)

    def _sorry(self, trouble: Trouble) -> None:
        self._desk.tell(trouble)

    def _copied(self, path: Path) -> None:
        self._desk.say(
            _("A copy was saved as {name}.").format(name=path.name), _("Open it"), lambda: self.open_path(path)
        )

    def _exported(self, path: Path) -> None:
        text = _("Written: {name}").format(name=path.name)
        self._desk.say(text, _("Show the folder"), lambda: show_folder(self._desk, path.parent))

    def _backed_up(self, path: Path) -> None:
        self._desk.say(_("A backup was kept: {name}").format(name=path.name))

    def _restored(self, to: Path, aside: Path | None) -> None:
        self._opening.open(to, then=lambda: self._say_restored(aside))

    def _say_restored(self, aside: Path | None) -> None:
        if aside is None:
            self._desk.say(_("The backup is restored."))
            return
        text = _("The backup is restored. What was there is kept as {name}.").format(name=aside.name)
        self._desk.say(text, _("Open it"), lambda: self.open_path(aside))


def kinds() -> str:
    """Return the kinds of file that a file dialog offers."""
    return _("Editorial workspaces (*.editorial);;All files (*)")


def with_suffix(path: Path) -> Path:
    """Return the path with the suffix of a workspace."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def free_path(path: Path) -> Path:
    """Return the path, or the same with the first number that nobody has yet."""
    tried, number = path, 1
    while tried.exists():
        number += 1
        tried = path.with_stem(f"{path.stem} {number}")
    return tried


def _listed(path: Path) -> "list[Backup]":
    from editorial.services.backups import list_backups

    return list_backups(path)


def _save_copy(workspace: "Workspace", target: Path) -> None:
    from editorial.services.workspaces import save_copy

    save_copy(workspace, target)


def _back_up(workspace: "Workspace") -> Path:
    from editorial.services.backups import backup

    return backup(workspace)


def _restore(copy: Path, to: Path) -> Path | None:
    from datetime import UTC

    from editorial.services.backups import restore

    return restore(copy, to, datetime.now(UTC))
