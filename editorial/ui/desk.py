"""What every place works with: the open workspace, today, the day in view, and how trouble is told."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from editorial.errors import StoreUnavailable, Trouble
from editorial.ui.background import Background
from editorial.ui.preferences import Preferences
from editorial.ui.prompts import Prompts
from editorial.ui.theme import Theme
from editorial.ui.turns import Step, at_once

if TYPE_CHECKING:
    from editorial.domain.records import Lists
    from editorial.services.feed import Feed
    from editorial.services.glance import Glance
    from editorial.services.workspaces import Changed, Workspace

Answer = TypeVar("Answer")

FEED_MS = 250
MIDNIGHT_MS = 30_000
LIST_KINDS = frozenset(
    {"workspace", "segment", "stage", "status", "interest", "format", "channel", "campaign", "person", "day_note"}
)


class Notice(NamedTuple):
    """A sentence for the user, with the one thing to do about it."""

    text: str
    level: str = "info"
    """`info`, `warning` or `error`."""
    action: str = ""
    act: Callable[[], object] | None = None


class Desk(QObject):
    """Shared by the places of one window.

    Services are imported where they are called: the store's libraries load after the first paint.
    """

    opened = Signal()
    """A workspace is here, or another took its place: let go of what was of the one before."""
    ready = Signal()
    """Everything that is `shown_anew` shows the workspace that is here."""
    changed = Signal(object)
    """A `Changed`, from here or from another window; delivered on the GUI thread."""
    lists_changed = Signal()
    notice = Signal(object)
    """A `Notice` to be shown."""
    copy_wanted = Signal()
    """Save what is open as a copy: its own file is lost."""
    day_viewed = Signal(object)
    """The day in view moved (a date); the balance bar and the rail speak of its fiscal quarter."""
    piece_selected = Signal(object)
    """The piece to edit in the side panel by its id, a tuple of ids for several, or None."""
    piece_opened = Signal(int)
    """A piece id to open in the work area."""
    place_wanted = Signal(str, dict)
    """Go to a place, with what to show there."""
    day_changed = Signal()
    """It is past midnight."""
    settle = Signal()
    """Whatever is typed and not saved yet is to be saved now."""
    unsaved_asked = Signal(object)
    """Whoever holds what could not be saved adds itself to this list."""
    _told = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences, clock: Callable[[], date]) -> None:
        super().__init__()
        self.theme = theme
        self.preferences = preferences
        self.prompts: Prompts
        self.background = Background(self._bug, self)
        self.workspace: Workspace | None = None
        self._lists: Lists | None = None
        self.glance: Glance | None = None
        """A first look at the file, while the store is loading."""
        self._clock = clock
        self.today = clock()
        self.day = self.today
        self._feed: Feed | None = None
        self._shown_anew: list[Step] = []
        self._leave: Callable[[], None] = lambda: None
        self._told.connect(self._spread)
        self._poll = _every(self, FEED_MS, self._listen)
        self._midnight = _every(self, MIDNIGHT_MS, self._watch_clock)

    def shown_anew(self, show: Step) -> None:
        """Call this after `opened`, once for each workspace: it reads and shows what takes longer than to let go."""
        self._shown_anew.append(show)

    def open(
        self,
        workspace: "Workspace",
        lists: "Lists | None" = None,
        feed: "Feed | None" = None,
        turns: Callable[[Sequence[Step], QObject], None] = at_once,
    ) -> None:
        """Put a workspace on the desk, closing the one before; what is not handed over is read here.

        Everything shown is shown anew at once, or with `in_turn` each in a turn of the event loop.
        """
        from editorial.services.feed import Feed
        from editorial.services.lists import read_lists
        from editorial.ui.onlooker.keeping import keeper_of

        keeper_of(self)
        lists = lists or read_lists(workspace)
        self.close()
        self.workspace = workspace
        self._lists = lists
        self.glance = None
        self._leave = workspace.subscribe(self._told.emit)
        self._feed = feed or Feed(workspace)
        self._poll.start()
        self._midnight.start()
        # An id of the workspace before would be some other piece's here.
        self.piece_selected.emit(None)
        self.opened.emit()
        steps = [partial(self._show_anew, workspace, show) for show in self._shown_anew]
        turns([*steps, partial(self._show_anew, workspace, self.ready.emit)], self)

    def _show_anew(self, workspace: "Workspace", show: Step) -> None:
        # It may have been closed since the turn before.
        if self.workspace is workspace:
            show()

    def put_glance(self, glance: "Glance") -> None:
        """Show what a first look at the file found, until the workspace itself is there."""
        self.glance = glance
        self._lists = glance.lists
        self.lists_changed.emit()

    @property
    def lists(self) -> "Lists":
        """The lists and settings of the workspace; empty ones while there is none."""
        if self._lists is None:
            self._lists = no_lists()
        return self._lists

    @property
    def readonly(self) -> bool:
        """Whether the open workspace was opened for reading only."""
        return self.workspace is not None and self.workspace.readonly

    def close(self) -> None:
        """Take the workspace off the desk."""
        self.settle.emit()
        self._poll.stop()
        self._midnight.stop()
        self._leave()
        self._feed = None
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            self.background.wait()
            workspace.close()

    def ask(self, question: Callable[["Workspace"], Answer]) -> Answer | None:
        """Ask a service about the open workspace; trouble is told, and None returned, as without a workspace."""
        if self.workspace is None:
            return None
        try:
            return question(self.workspace)
        except Trouble as trouble:
            self.tell(trouble)
            return None

    def did(self, act: Callable[["Workspace"], object], refuse: Callable[[str], object] | None = None) -> bool:
        """Do something to the open workspace; trouble is told, or refused with its sentence, and False returned."""
        if self.workspace is None:
            return False
        try:
            act(self.workspace)
        except Trouble as trouble:
            if refuse is None:
                self.tell(trouble)
            else:
                refuse(str(trouble))
            return False
        return True

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed could not be saved, or was not taken."""
        holders: list[object] = []
        self.unsaved_asked.emit(holders)
        return bool(holders)

    def may_leave(self) -> bool:
        """Save what is typed; where that fails, ask whether the workspace is to be left without it."""
        from editorial.language import _

        self.settle.emit()
        if not self.has_unsaved:
            return True
        question = _("Something you typed could not be saved. Leave without it?")
        return self.prompts.confirm("unsaved", question, _("What was not saved is lost."), _("Leave"))

    def tell(self, trouble: Trouble) -> None:
        """Show what went wrong, with the way on where there is one."""
        from editorial.language import _

        if isinstance(trouble, StoreUnavailable) and trouble.copyable:
            self.notice.emit(Notice(str(trouble), "error", _("Save a copy…"), self.copy_wanted.emit))
        else:
            self.notice.emit(Notice(str(trouble), "error"))

    def warn(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence that stays until it is closed."""
        self.notice.emit(Notice(text, "warning", action, act))

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence, perhaps with something to do about it."""
        self.notice.emit(Notice(text, "info", action, act))

    def look_at(self, day: date) -> None:
        """Move the day in view."""
        if day != self.day:
            self.day = day
            self.day_viewed.emit(day)

    def undo(self) -> None:
        """Take back the newest change and say which."""
        from editorial.language import _
        from editorial.services import history

        self.settle.emit()
        if self.workspace is not None and self.ask(history.next_undo) is None:
            self.say(_("There is nothing left to undo."))
        elif (what := self.ask(history.undo)) is not None:
            self.say(_("Undone: {what}").format(what=what), _("Redo"), self.redo)

    def redo(self) -> None:
        """Make the newest undone change again and say which."""
        from editorial.language import _
        from editorial.services import history

        self.settle.emit()
        if self.workspace is not None and self.ask(history.next_redo) is None:
            self.say(_("There is nothing to redo."))
        elif (what := self.ask(history.redo)) is not None:
            self.say(_("Done again: {what}").format(what=what), _("Undo"), self.undo)

    def _listen(self) -> None:
        if self._feed is None:
            return
        try:
            for changed in self._feed.poll():
                self._spread(changed)
        except Trouble as trouble:
            self._poll.stop()
            self.tell(trouble)

    def _spread(self, changed: "Changed") -> None:
        if self.workspace is None:
            return
        if changed.kinds & LIST_KINDS:
            from editorial.services.lists import read_lists

            lists = self.ask(read_lists)
            if lists is not None:
                self._lists = lists
                self.lists_changed.emit()
        self.changed.emit(changed)

    def _watch_clock(self) -> None:
        if self._clock() != self.today:
            self.today = self._clock()
            self.day_changed.emit()

    def _bug(self, error: BaseException) -> None:
        import sys

        sys.excepthook(type(error), error, error.__traceback__)


def no_lists() -> "Lists":
    """Return the lists of no workspace. The records take 20 ms to import, which the first paint does not wait for."""
    from editorial.domain.records import Lists, Settings

    return Lists(
        settings=Settings(),
        segments={},
        stages={},
        statuses={},
        interests={},
        formats={},
        channels={},
        campaigns={},
        people={},
        targets={},
    )


def _every(owner: QObject, milliseconds: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
