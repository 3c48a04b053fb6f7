"""The page during and after an interview: questions at the left, notes and transcripts at the right, nothing else."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from editorial.domain.people_records import Quote, Transcript
from editorial.domain.planning_records import Interview
from editorial.domain.vocabulary import InterviewStatus
from editorial.language import _
from editorial.services import interviews, lists, quotes
from editorial.ui.cards import told
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import Typing
from editorial.ui.interviews.bringing import bring_transcript
from editorial.ui.interviews.spoken import IDEA_KEY, QUOTE_KEY, TIMER_KEY, Spoken
from editorial.ui.interviews.stopwatch import Stopwatch
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.safe_text import SafeText, html_of

OPEN = (InterviewStatus.TO_ARRANGE, InterviewStatus.ARRANGED)
APART = '<li style="margin-bottom: 8px">'


class TalkPlace(Place):
    """One interview: what is typed is saved at every pause."""

    plans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.interview: Interview | None = None
        self.transcripts: list[Transcript] = []
        self.questions = SafeText(desk.theme)
        self.questions.setAccessibleName(_("Questions"))
        self.spoken = Spoken(desk)
        self.text = self.spoken.text
        self.watch = Stopwatch()
        self.done = QPushButton(_("It was held"))
        self.bring = QPushButton(_("Bring in a transcript…"))
        self.back = QPushButton(_("To the interviews"))
        self._typing = Typing(self)
        self._arrange()
        self._connect()

    @override
    def title(self) -> str:
        return self.interview.name if self.interview else _("Interview")

    @override
    def controls(self) -> list[QWidget]:
        return [self.watch, self.done, self.bring, self.back]

    @override
    def status(self) -> str:
        return _("What is typed is saved at every pause.")

    @override
    def commands(self) -> list[Command]:
        return [
            Command("quote-passage", _("Quote the passage"), self.take_quote, QUOTE_KEY, "message-square-quote",
                    self._why_not),
            Command("passage-idea", _("Make an idea of the passage"), self.take_idea, IDEA_KEY, "lightbulb",
                    self._why_not),
            Command("timer", _("Start or stop the timer"), self._time, TIMER_KEY, "clock", self._why_not),
            Command("bring-transcript", _("Bring in a transcript…"), self._bring, "", "import", self._why_not),
        ]  # fmt: skip

    @override
    def arrive(self, **wanted: Any) -> None:
        if isinstance(found := wanted.get("interview_id"), int):
            self._typing.leave()
            another = self.interview is None or self.interview.id != found
            self._read(found)
            self.spoken.show_people(self.interview)
            self.spoken.show_sources(self.transcripts, wanted.get("transcript_id"))
            if another:
                self.watch.begin_anew(self.interview.minutes if self.interview else 0)
        self._show()
        if isinstance(quote := wanted.get("quote"), Quote):
            self.spoken.go_to(quote)
        if self.interview is not None:
            self.text.setFocus()

    def take_quote(self) -> None:
        """Keep the passage as a quote, with its time mark."""
        interview, passage, person = self.interview, self.text.passage, self.spoken.person
        if interview is None or not self._may_take(passage):
            return
        mark = self.text.mark or ("" if self.spoken.transcript else self.watch.mark)
        made = self.desk.ask(
            lambda w: quotes.take_down(w, passage, person_id=person, interview_id=interview.id, mark=mark)
        )
        if made is not None:
            whose = self.desk.lists.people.get(person, "") if person is not None else ""
            said = _("A quote of {name} is in the bank.").format(name=whose) if whose else _("It is in the quote bank.")
            self.desk.say(_("{said} Nobody was asked to clear it yet.").format(said=said), _("Undo"), self.desk.undo)

    def take_idea(self) -> None:
        """Make an idea of the passage; the interview is its evidence."""
        interview, passage, person = self.interview, self.text.passage, self.spoken.person
        if interview is None or not self._may_take(passage):
            return
        made = self.desk.ask(lambda w: interviews.make_idea(w, interview.id, passage, person_id=person))
        if made is not None:
            self.desk.say(_("It is among the ideas now."), _("Undo"), self.desk.undo)

    def _may_take(self, passage: str) -> bool:
        self._typing.settle()
        if self.desk.readonly:
            return False
        if not passage:
            self.desk.say(_("Select a passage first, or put the cursor into its paragraph."))
        return bool(passage)

    def _why_not(self) -> str | None:
        if self.desk.readonly:
            return _("This workspace was opened for reading only.")
        return None if self.interview else _("No interview is open here.")

    def _read(self, interview: int, texts: bool = True) -> None:
        """Read the interview, and its transcripts, which can be long, where they may be others."""
        self.interview = self.desk.ask(lambda w: interviews.read(w, interview))
        if texts:
            self.transcripts = self.desk.ask(lambda w: interviews.transcripts(w, interview)) or []

    def _show(self) -> None:
        interview = self.interview
        self._none.setVisible(interview is None)
        self._split.setVisible(interview is not None)
        held = interview is not None and interview.status not in OPEN
        for part in (self.watch, self.done):
            part.setVisible(interview is not None and not held and not self.desk.readonly)
        self.bring.setVisible(held and not self.desk.readonly)
        if interview is not None:
            nothing = _("No questions yet. They are written in the form of the interview, or taken from a template.")
            self.questions.show_html(html_of(interview.questions or nothing).replace("<li>", APART))
            self.spoken.lock(self.desk.readonly)
            self._show_text(interview)
            self.spoken.count(len(self.desk.ask(lambda w: quotes.bank(w, interview_id=interview.id)) or ()))
        self.retitled.emit()

    def _show_text(self, interview: Interview) -> None:
        if not self._typing.dirty:
            self.spoken.show_text(interview)

    def _turn(self) -> None:
        self._typing.leave()
        if self.interview is not None:
            self._show_text(self.interview)

    def _save(self, key: str) -> None:
        interview, shown, text = self.interview, self.spoken.transcript, self.text.toPlainText()
        if interview is None:
            return
        if shown is None:
            joins = f"interview-notes-{key}"
            kept = self.desk.did(lambda w: interviews.edit(w, interview.id, joins=joins, notes=text))
        else:
            joins = f"transcript-{key}"
            kept = self.desk.did(lambda w: lists.edit(w, "transcript", shown.id, joins=joins, text=text))
        if not kept:
            self._typing.keep()

    def _hold(self) -> None:
        interview, today = self.interview, self.desk.today
        self._typing.settle()
        if interview is not None and self.desk.did(lambda w: interviews.hold(w, interview.id, today=today)):
            self.watch.stop()
            self.desk.say(_("“{name}” was held.").format(name=interview.name), _("Undo"), self.desk.undo)

    def _time(self) -> None:
        if self.watch.isVisible():
            self.watch.run()

    def _bring(self) -> None:
        if self.interview is not None:
            bring_transcript(self.desk, self.interview)

    def _remove_transcript(self) -> None:
        shown = self.spoken.transcript
        self._typing.leave()
        if shown is not None and self.desk.did(lambda w: lists.remove(w, "transcript", shown.id)):
            self.desk.say(_("“{name}” is removed.").format(name=shown.name), _("Undo"), self.desk.undo)

    def _leave_for_list(self) -> None:
        wanted = {"page": "interviews", "id": self.interview.id} if self.interview else {}
        self.desk.place_wanted.emit("interviews", wanted)

    def _leave_for_quotes(self) -> None:
        if self.interview is not None:
            self.desk.place_wanted.emit("interviews", {"page": "quotes", "words": self.interview.name})

    def _opened(self) -> None:
        self._typing.forget()
        self.interview, self.transcripts = None, []
        self._show()

    def _refresh(self, kinds: frozenset[str]) -> None:
        """Read anew what may have changed elsewhere; what is being typed stays."""
        if self.interview is None:
            return
        shown = self.spoken.source.currentData()
        self._read(self.interview.id, "transcript" in kinds)
        self.spoken.show_people(self.interview)
        if "transcript" in kinds:
            if shown is not None and shown not in {one.id for one in self.transcripts}:
                self._typing.forget()
            self.spoken.show_sources(self.transcripts, shown)
        self._show()

    def _arrange(self) -> None:
        self._none = told(_("Choose an interview in the list of interviews, then “Begin the talk”."))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(_section(_("Questions")))
        column.addWidget(self.questions)
        self.questions.document().setIndentWidth(self.fontMetrics().height() * 1.3)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(left)
        self._split.addWidget(self.spoken)
        self._split.setSizes([4_000, 6_000])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.spoken.quote.clicked.connect(self.take_quote)
        self.spoken.idea.clicked.connect(self.take_idea)
        self.spoken.taken.clicked.connect(self._leave_for_quotes)
        self.spoken.remove.clicked.connect(self._remove_transcript)
        self.spoken.turned.connect(self._turn)
        self.done.clicked.connect(self._hold)
        self.bring.clicked.connect(self._bring)
        self.back.clicked.connect(self._leave_for_list)
        for keys, act in ((QUOTE_KEY, self.take_quote), (IDEA_KEY, self.take_idea), (TIMER_KEY, self._time)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._typing.paused.connect(self._save)
        self.text.textChanged.connect(self._typing.touch)
        self.text.left.connect(self._typing.leave)
        self.desk.settle.connect(self._typing.settle)
        self.desk.unsaved_asked.connect(self._typing.hold)
        self.desk.opened.connect(self._opened)
        self.desk.changed.connect(
            lambda notice: (
                self._refresh(notice.kinds) if notice.kinds & {"interview", "transcript", "quote", "person"} else None
            )
        )


def _section(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("section")
    return label
