"""The page during and after an interview: questions at the left, notes and transcripts at the right, nothing else."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from editorial.domain.people_records import Transcript
from editorial.domain.planning_records import Interview
from editorial.domain.transcripts import mark_at
from editorial.domain.vocabulary import InterviewStatus
from editorial.language import _, ngettext
from editorial.services import interviews, lists, quotes
from editorial.ui.cards import told
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import Typing
from editorial.ui.interviews.passages import Passages
from editorial.ui.interviews.stopwatch import Stopwatch
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.records.act_bar import small_label
from editorial.ui.safe_text import SafeText

QUOTE_KEY, IDEA_KEY, TIMER_KEY = "F8", "F9", "F7"
OPEN = (InterviewStatus.TO_ARRANGE, InterviewStatus.ARRANGED)


class TalkPlace(Place):
    """One interview: what is typed is saved at every pause."""

    plans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.interview: Interview | None = None
        self.transcripts: list[Transcript] = []
        self.questions = SafeText(desk.theme)
        self.questions.setAccessibleName(_("Questions"))
        self.source = QComboBox()
        self.source.setAccessibleName(_("Notes or a transcript"))
        self.speaker = QComboBox()
        self.speaker.setAccessibleName(_("Who says it"))
        self.text = Passages(_("Notes"))
        self.watch = Stopwatch()
        self.taken = small_label()
        self.quote = QPushButton(_("Quote ({key})").format(key=QUOTE_KEY))
        self.idea = QPushButton(_("Idea ({key})").format(key=IDEA_KEY))
        self.done = QPushButton(_("It was held"))
        self.back = QPushButton(_("To the interviews"))
        self._typing = Typing(self)
        self._arrange()
        self._connect()

    @override
    def title(self) -> str:
        return self.interview.name if self.interview else _("Interview")

    @override
    def controls(self) -> list[QWidget]:
        return [self.watch, self.done, self.back]

    @override
    def status(self) -> str:
        return _("What is typed is saved at every pause.")

    @override
    def arrive(self, **wanted: Any) -> None:
        if isinstance(found := wanted.get("interview_id"), int):
            self._let_go()
            self._read(found)
            self._offer(wanted.get("transcript_id"))
        self._show()
        if self.interview is not None:
            self.text.setFocus()

    @property
    def transcript(self) -> Transcript | None:
        """The transcript that is shown, or None for the notes."""
        chosen = self.source.currentData()
        return next((one for one in self.transcripts if one.id == chosen), None)

    def take_quote(self) -> None:
        """Keep the passage as a quote, with its time mark."""
        interview, passage = self.interview, self.text.passage
        if interview is None or not self._may_take(passage):
            return
        shown = self.transcript
        mark = mark_at(shown.text, self.text.at) if shown is not None else self.watch.mark
        person = self.speaker.currentData()
        made = self.desk.ask(
            lambda w: quotes.take_down(w, passage, person_id=person, interview_id=interview.id, mark=mark)
        )
        if made is not None:
            self.desk.say(_("The quote is in the bank. Nobody was asked to clear it yet."), _("Undo"), self.desk.undo)

    def take_idea(self) -> None:
        """Make an idea of the passage; the interview is its evidence."""
        interview, passage = self.interview, self.text.passage
        if interview is None or not self._may_take(passage):
            return
        person = self.speaker.currentData()
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

    def _read(self, interview: int) -> None:
        self.interview = self.desk.ask(lambda w: interviews.read(w, interview))
        self.transcripts = (self.desk.ask(lambda w: interviews.transcripts(w, interview)) or []) if interview else []

    def _offer(self, transcript: Any = None) -> None:
        """Offer notes, transcripts and speakers of the interview."""
        self.source.blockSignals(True)
        self.source.clear()
        self.source.addItem(_("Notes"), None)
        for one in self.transcripts:
            self.source.addItem(_("Transcript: {name}").format(name=one.name), one.id)
        self.source.setCurrentIndex(max(0, self.source.findData(transcript)) if transcript else 0)
        self.source.blockSignals(False)
        self.speaker.clear()
        people = self.interview.person_ids if self.interview else ()
        if len(people) != 1:
            self.speaker.addItem(_("Nobody named"), None)
        for person in people:
            self.speaker.addItem(self.desk.lists.people.get(person, "?"), person)
        self.watch.begin_anew(self.interview.minutes if self.interview else 0)

    def _show(self) -> None:
        interview = self.interview
        self._none.setVisible(interview is None)
        self._split.setVisible(interview is not None)
        for part in (self.watch, self.done):
            part.setVisible(interview is not None and interview.status in OPEN and not self.desk.readonly)
        if interview is not None:
            nothing = _("No questions yet. They are written in the form of the interview, or taken from a template.")
            self.questions.show_markdown(interview.questions or nothing)
            self.text.setReadOnly(self.desk.readonly)
            self._show_text(interview)
            self._count(interview)
            for part in (self.quote, self.idea):
                part.setEnabled(not self.desk.readonly)
        self.retitled.emit()

    def _show_text(self, interview: Interview) -> None:
        if self._typing.dirty:
            return
        shown = self.transcript
        self.text.blockSignals(True)
        self.text.put(shown.text if shown is not None else interview.notes)
        self.text.blockSignals(False)
        self.text.setAccessibleName(self.source.currentText())

    def _count(self, interview: Interview) -> None:
        n = len(self.desk.ask(lambda w: quotes.bank(w, interview_id=interview.id)) or ())
        told_ = ngettext("{n} quote from this interview", "{n} quotes from this interview", n).format(n=n)
        hint = _("Select a passage: {quote} makes a quote of it, {idea} an idea.")
        self.taken.setText(f"{told_}. {hint.format(quote=QUOTE_KEY, idea=IDEA_KEY)}")

    def _chosen(self) -> None:
        self._typing.leave()
        if self.interview is not None:
            self._show_text(self.interview)

    def _save(self, key: str) -> None:
        interview, shown, text = self.interview, self.transcript, self.text.toPlainText()
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
            self.desk.say(_("“{name}” was held.").format(name=interview.name), _("Undo"), self.desk.undo)

    def _leave_for_list(self) -> None:
        wanted = {"page": "interviews", "id": self.interview.id} if self.interview else {}
        self.desk.place_wanted.emit("interviews", wanted)

    def _let_go(self) -> None:
        self._typing.leave()

    def _opened(self) -> None:
        self._typing.forget()
        self.interview, self.transcripts = None, []
        self._show()

    def _refresh(self) -> None:
        """Read anew what may have changed elsewhere; what is being typed stays."""
        if self.interview is None:
            return
        shown = self.source.currentData()
        before = len(self.transcripts)
        self._read(self.interview.id)
        if len(self.transcripts) != before:
            self._offer(shown)
        self._show()

    def _arrange(self) -> None:
        self._none = told(_("Choose an interview in the list of interviews, then “Begin the talk”."))
        left, right = QWidget(), QWidget()
        for side, parts in ((left, (_section(_("Questions")), self.questions)), (right, ())):
            column = QVBoxLayout(side)
            column.setContentsMargins(0 if side is left else 8, 0, 8 if side is left else 0, 0)
            for part in parts:
                column.addWidget(part)
        head = QHBoxLayout()
        for box in (self.source, self.speaker):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
            head.addWidget(box, 1)
        head.addWidget(self.quote)
        head.addWidget(self.idea)
        writing = right.layout()
        assert isinstance(writing, QVBoxLayout)
        writing.addLayout(head)
        writing.addWidget(self.text, 1)
        writing.addWidget(self.taken)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(left)
        self._split.addWidget(right)
        self._split.setSizes([4_000, 6_000])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.quote.clicked.connect(self.take_quote)
        self.idea.clicked.connect(self.take_idea)
        self.done.clicked.connect(self._hold)
        self.back.clicked.connect(self._leave_for_list)
        self.source.currentIndexChanged.connect(self._chosen)
        self.text.on_key(QUOTE_KEY, self.take_quote)
        self.text.on_key(IDEA_KEY, self.take_idea)
        self.text.on_key(TIMER_KEY, self.watch.run)
        self._typing.paused.connect(self._save)
        self.text.textChanged.connect(self._typing.touch)
        self.text.left.connect(self._typing.leave)
        self.desk.settle.connect(self._typing.settle)
        self.desk.unsaved_asked.connect(self._typing.hold)
        self.desk.opened.connect(self._opened)
        self.desk.changed.connect(
            lambda notice: self._refresh() if notice.kinds & {"interview", "transcript", "quote"} else None
        )


def _section(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("section")
    return label
