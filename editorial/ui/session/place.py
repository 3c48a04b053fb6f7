"""The planning session place: gaps beside a line for ideas, the decisions, and the relevance review."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from editorial.domain.period import quarter_of
from editorial.domain.planning_records import PlanningSession
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext
from editorial.services import lists, sessions
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import Typing
from editorial.ui.fields.texts import GrowingText
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.segmented import Segmented
from editorial.ui.session.capture import Capture
from editorial.ui.session.checklist import Checklist
from editorial.ui.session.gaps import Gaps, muted
from editorial.ui.settings.declared import FormField, Shape
from editorial.ui.settings.making import add_row, form_grid, make_editor

IDEAS, REVIEW = "ideas", "review"


class SessionPlace(Place):
    """One session at a time; what is missing stands at the right while ideas are written down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.session: PlanningSession | None = None
        self._sessions: list[PlanningSession] = []
        self._stale = True
        self.page = Segmented([(IDEAS, _("Session")), (REVIEW, _("Relevance review"))], _("What to look at"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Planning session"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.start = QPushButton(_("New session"))
        self.capture = Capture(desk)
        self.gaps = Gaps(desk)
        self.checklist = Checklist(desk)
        self.people = make_editor(_people(), desk)
        self.decisions = GrowingText(_("Decisions"))
        self.decisions.setProperty("quiet", False)
        self.decisions.setPlaceholderText(_("What was decided, and who does it"))
        self._typing = Typing(self)
        self._arrange()
        self._connect()

    @override
    def title(self) -> str:
        return _("Planning session")

    @override
    def controls(self) -> list[QWidget]:
        return [self.page, self.choice, self.start]

    @override
    def side(self) -> QWidget | None:
        return self.gaps

    @override
    def status(self) -> str:
        n = len(self._sessions)
        return ngettext("{n} planning session", "{n} planning sessions", n).format(n=n)

    @override
    def arrive(self, **wanted: Any) -> None:
        if self._stale:
            self.reload()
        if wanted.get("page") == REVIEW:
            self.page.choose(REVIEW)
        if self.session is not None:
            self.capture.line.setFocus()

    @override
    def commands(self) -> list[Command]:
        return [Command("new-session", _("New planning session"), self._start, icon="clipboard-list")]

    def reload(self) -> None:
        """Read the sessions anew; the one that was shown stays."""
        self._stale = False
        found = self.desk.ask(lambda w: lists.read_records(w, "planning_session")) or []
        self._sessions = sorted(found, key=lambda one: (one.day, one.id), reverse=True)
        shown = self.session.id if self.session else None
        self.session = next((one for one in self._sessions if one.id == shown), None) or next(
            iter(self._sessions), None
        )
        self.choice.blockSignals(True)
        self.choice.clear()
        for one in self._sessions:
            self.choice.addItem(f"{one.name} · {spoken_day(one.day)}", one.id)
        self.choice.setCurrentIndex(self._sessions.index(self.session) if self.session else -1)
        self.choice.blockSignals(False)
        self.choice.setVisible(bool(self._sessions))
        self.start.setEnabled(not self.desk.readonly)
        self._show()

    def _show(self) -> None:
        session = self.session
        self._none.setVisible(session is None)
        self._whole.setVisible(session is not None)
        self.capture.show_session(session.id if session else None)
        self.people.accept(session.person_ids if session else ())
        self.people.lock(self.desk.readonly)
        if not self._typing.dirty:
            self.decisions.blockSignals(True)
            self.decisions.put(session.decisions if session else "")
            self.decisions.blockSignals(False)
        self.decisions.setReadOnly(self.desk.readonly)
        self.gaps.show_period(quarter_of(self.desk.today, self.desk.lists.settings))
        self.checklist.show_review()
        self.retitled.emit()

    def _start(self) -> None:
        today = self.desk.today
        made = self.desk.ask(lambda w: sessions.start(w, today))
        if made is not None:
            self.page.choose(IDEAS)
            self._sessions = []
            self.session = PlanningSession(id=made, uid="", name="", day=today)
            self.reload()
            self.capture.line.setFocus()

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self._sessions):
            self._typing.settle()
            self.session = self._sessions[place]
            self._show()

    def _save(self, key: str) -> None:
        session, text = self.session, self.decisions.toPlainText()
        if session is None or text == session.decisions:
            return
        joins = f"decisions-{key}"
        if not self.desk.did(lambda w: lists.edit(w, "planning_session", session.id, joins=joins, decisions=text)):
            self._typing.keep()

    def _bring(self, people: tuple[int, ...]) -> None:
        """Keep who takes part."""
        session = self.session
        if session is not None:
            self.desk.ask(lambda w: lists.edit(w, "planning_session", session.id, person_ids=people))

    def _opened(self) -> None:
        self.session = None
        self._refresh()

    def _refresh(self) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    def _arrange(self) -> None:
        self._none = muted(
            _("No planning session yet. Begin one: the gaps stand beside you while ideas are written down.")
        )
        self._whole = QWidget()
        inner = QVBoxLayout(self._whole)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        with_ = QWidget()
        grid = form_grid(with_)
        add_row(grid, self.people.field.label, self.people)
        inner.addWidget(with_)
        inner.addWidget(self.capture, 1)
        label = QLabel(_("Decisions"))
        label.setObjectName("section")
        label.setBuddy(self.decisions)
        inner.addWidget(label)
        inner.addWidget(self.decisions)
        ideas = QWidget()
        column = QVBoxLayout(ideas)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._whole, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(ideas)
        self._pages.addWidget(self.checklist)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._pages)

    def _connect(self) -> None:
        self.page.changed.connect(lambda word: self._pages.setCurrentIndex(int(word == REVIEW)))
        self.choice.currentIndexChanged.connect(self._chosen)
        self.start.clicked.connect(self._start)
        self.people.given.connect(lambda people, _joins: self._bring(people))
        self._typing.paused.connect(self._save)
        self.decisions.textChanged.connect(self._typing.touch)
        self.decisions.left.connect(self._typing.leave)
        self.desk.settle.connect(self._typing.settle)
        self.desk.unsaved_asked.connect(self._typing.hold)
        self.desk.opened.connect(self._opened)
        self.desk.lists_changed.connect(self._refresh)
        self.desk.changed.connect(lambda _notice: self._refresh())


def _people() -> FormField:
    return FormField("person_ids", _("People"), Shape.ENTRIES, kind="person", note=_("Who takes part?"))
