"""Who the user is, followed through every change: their name in the journal, and how much waits for their answer."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from editorial.errors import Trouble
from editorial.ui.desk import Desk
from editorial.ui.my_work.me import author_of, follow, whose

if TYPE_CHECKING:
    from datetime import date

    from editorial.domain.records import Person
    from editorial.services.workspaces import Changed, Workspace
    from editorial.ui.background import Progress

KINDS = frozenset({"piece", "person", "interview", "quote", "workspace", "status"})


class Found(NamedTuple):
    """The people of a workspace, and how much waits for each answer of the user."""

    people: "list[Person]"
    waiting: int


class Myself(QObject):
    """Looks again whenever something about people changes; asks nothing where the user did not say who they are."""

    counted = Signal(int)
    """How much waits for the user's answer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        desk.opened.connect(lambda: self.counted.emit(0))
        desk.ready.connect(self.look)
        desk.changed.connect(self._changed)
        desk.day_changed.connect(self._soon.start)

    def look(self) -> None:
        """Find out how much waits for the user, without holding the window up."""
        workspace = self._desk.workspace
        uid = whose(self._desk.preferences, str(workspace.path))[0] if workspace is not None else ""
        if workspace is None or not uid:
            self.counted.emit(0)
            return
        work = partial(_find, workspace, uid, self._desk.today)
        self._desk.background.run("myself", work, partial(self._follow, workspace), _sorry)

    def _changed(self, notice: "Changed") -> None:
        if notice.kinds & KINDS:
            self._soon.start()

    def _follow(self, workspace: "Workspace", found: Found) -> None:
        if self._desk.workspace is not workspace:
            return
        from editorial.services.erasing import erased_name
        from editorial.services.workspaces import this_user

        path, preferences = str(workspace.path), self._desk.preferences
        before = whose(preferences, path)[0]
        follow(preferences, path, found.people, erased_name())
        workspace.author = author_of(preferences, path) or this_user()
        if whose(preferences, path)[0] == before:
            self.counted.emit(found.waiting)
        else:
            self.look()


def _find(workspace: "Workspace", uid: str, today: "date", _report: "Progress") -> Found:
    from editorial.services.lists import read_people
    from editorial.services.my_work import my_work

    people = read_people(workspace)
    mine = next((one for one in people if one.uid == uid), None)
    return Found(people, my_work(workspace, mine.id, today).waiting if mine else 0)


def _sorry(_trouble: Trouble) -> None:
    """Told where it matters: a count is not worth a message about a file that cannot be read."""


def myself_of(desk: Desk) -> Myself:
    """Return what follows the user of a desk, made when it is first asked for."""
    found = desk.findChild(Myself)
    return found if isinstance(found, Myself) else Myself(desk)
