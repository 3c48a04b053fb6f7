"""The place My work: what is wanted of one person, who the user is among them, and what is sent to them."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from editorial.domain.my_work import MyWork
from editorial.domain.records import Person
from editorial.language import _, ngettext
from editorial.services import lists as list_service
from editorial.services import pieces
from editorial.services.erasing import erased_name
from editorial.services.my_work import my_work
from editorial.services.workspaces import Workspace
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.my_work import me
from editorial.ui.my_work.myself import myself_of
from editorial.ui.my_work.nobody import Nobody
from editorial.ui.my_work.page import WorkPage
from editorial.ui.my_work.sending import Sending
from editorial.ui.my_work.who import WhoButton
from editorial.ui.overriding import override
from editorial.ui.place import Place

KINDS = frozenset({"piece", "person", "interview", "quote", "workspace", "status", "day_note"})
"""What it shows: a change of anything else leaves it as it is."""


class MyWorkPlace(Place):
    """Shows the user's own work; somebody else's on demand."""

    plans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.work: MyWork | None = None
        self._people: dict[int, Person] = {}
        self._stale = True
        self.person = WhoButton(desk.theme, _("Somebody’s work"))
        self.this_is_me = QPushButton(_("This is me"))
        self.this_is_me.hide()
        self.page = WorkPage(desk)
        self.nobody = Nobody(desk.theme)
        self.sending = Sending(desk, self, lambda: self.work)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._arrange()
        self._connect()

    @override
    def title(self) -> str:
        return _("My work · {name}").format(name=self.work.person.name) if self.work else _("My work")

    @override
    def controls(self) -> list[QWidget]:
        return [self.person, self.this_is_me, self.sending.button]

    @override
    def status(self) -> str:
        if self.work is None:
            return ""
        n = self.work.waiting
        return ngettext("{n} waits for an answer", "{n} wait for an answer", n).format(n=n)

    @override
    def arrive(self, **wanted: Any) -> None:
        if isinstance(person := wanted.get("person_id"), int):
            self.work, self._stale = None, True
            self._show_person(person)
        elif self._stale:
            self.reload()
        if self.work is not None:
            self.page.first().setFocus()
        else:
            (self.nobody.person if self._people else self.nobody.add).setFocus()

    @override
    def commands(self) -> list[Command]:
        this = Command("my-work-me", _("This is me"), self._be_shown, icon="user", why_not=self._why_not_me)
        return [this, *self.sending.commands()]

    @property
    def me(self) -> Person | None:
        """The person who the user is in this workspace."""
        if self.desk.workspace is None:
            return None
        return me.mine(self.desk.preferences, str(self.desk.workspace.path), list(self._people.values()))

    def reload(self) -> None:
        """Ask again and show what came; nobody chosen, it asks who the user is."""
        self._read_people()
        shown = self.work.person.id if self.work else None
        mine = self.me
        person = shown if shown in self._people else mine.id if mine else None
        if person is None:
            self._show_nobody()
        else:
            self._show_person(person)

    def _read_people(self) -> None:
        people = [one for one in self.desk.ask(list_service.read_people) or [] if one.name != erased_name()]
        self._people = {one.id: one for one in people}
        self.person.show_people(people)
        self.nobody.show_people(people)

    def _show_nobody(self) -> None:
        self._stale, self.work = False, None
        self._pages.setCurrentWidget(self.nobody)
        self.person.setVisible(bool(self._people))
        self.person.show_chosen(None, _("Somebody’s work"))
        self.this_is_me.hide()
        self.retitled.emit()

    def _show_person(self, person_id: int) -> None:
        if person_id not in self._people:
            self._read_people()
        today = self.desk.today
        found = self.desk.ask(lambda w: my_work(w, person_id, today))
        self._stale = False
        if found is None:
            self._show_nobody()
            return
        self.work = found
        self.person.show_chosen(found.person, "")
        mine = self.me
        self.person.show()
        self.this_is_me.setVisible(mine is None or mine.id != person_id)
        self.page.show_work(found, self.desk.did)
        self._pages.setCurrentWidget(self._area)
        self.retitled.emit()

    def _look_at(self, person_id: int) -> None:
        """Show somebody's work, the keyboard on it."""
        self._show_person(person_id)
        self.page.first().setFocus()

    def _be(self, person_id: int | None = None) -> None:
        """The user is the person chosen, or the one who is shown."""
        shown = person_id if person_id is not None else self.work.person.id if self.work else None
        person, workspace = self._people.get(shown or 0), self.desk.workspace
        if person is None or workspace is None:
            return
        me.keep(self.desk.preferences, str(workspace.path), person.uid, person.name)
        workspace.author = person.name
        self._show_person(person.id)
        self.page.first().setFocus()
        myself_of(self.desk).look()
        self.desk.say(_("From now on changes are written down as {name}’s.").format(name=person.name))

    def _be_shown(self) -> None:
        self._be()

    def _why_not_me(self) -> str | None:
        return None if self.work else _("Choose a person first.")

    def _offer(self, title: str) -> None:
        work = self.work
        if work is None:
            return

        def add(workspace: Workspace) -> None:
            pieces.create(workspace, title, given_by_id=work.person.id)

        if self.desk.did(add):
            self.page.idea.line.clear()
            self.desk.say(_("“{title}” is among the ideas.").format(title=title), _("Undo"), self.desk.undo)

    def _arrange(self) -> None:
        self._area = QScrollArea()
        self._area.setObjectName("clear")
        self._area.setWidget(self.page)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(_("My work"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._area)
        self._pages.addWidget(self.nobody)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        desk = self.desk
        self._soon.timeout.connect(self.reload)
        self.person.chosen.connect(self._look_at)
        self.this_is_me.clicked.connect(self._be_shown)
        self.nobody.chosen.connect(self._be)
        self.nobody.people_wanted.connect(lambda: desk.place_wanted.emit("experts", {"add": True}))
        self.page.talk.calendar_wanted.connect(self.sending.save_calendar)
        self.page.idea.offered.connect(self._offer)
        self.page.talk.interview_wanted.connect(
            lambda interview: desk.place_wanted.emit("interview", {"interview_id": interview})
        )
        desk.opened.connect(self._opened)
        desk.changed.connect(lambda notice: self._outdate() if notice.kinds & KINDS else None)
        desk.day_changed.connect(self._outdate)

    def _opened(self) -> None:
        self.work = None
        self._outdate()

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()
