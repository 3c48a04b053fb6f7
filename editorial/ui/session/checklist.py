"""The quarterly relevance review: every question answered by yes or no, with what was said a quarter before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editorial.domain.planning_records import RelevanceReview
from editorial.domain.relevance import Question, questions
from editorial.language import _
from editorial.services import relevance
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import Typing
from editorial.ui.fields.texts import GrowingText
from editorial.ui.segmented import Segmented
from editorial.ui.session.gaps import muted

OPEN, YES, NO = "open", "yes", "no"


class Checklist(QWidget):
    """One row a question; a “no” is a decision to make, and can be noted below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.answers: dict[str, Segmented] = {}
        self._before: dict[str, QLabel] = {}
        self.head = muted("")
        self.note = GrowingText(_("What follows from it"))
        self.note.setProperty("quiet", False)
        self.note.setPlaceholderText(_("What follows from it: who does what, until when"))
        self._typing = Typing(self)
        self._typing.paused.connect(self._save_note)
        self.note.textChanged.connect(self._typing.touch)
        self.note.left.connect(self._typing.leave)
        self._arrange()
        desk.settle.connect(self._typing.settle)
        desk.unsaved_asked.connect(self._typing.hold)

    def show_review(self) -> None:
        """Show this quarter's answers beside those of the review before."""
        today = self._desk.today
        this, before = self._desk.ask(lambda w: relevance.current(w, today)) or (None, None)
        answers = dict(this.answers) if this else {}
        n, most = len(answers), len(self.answers)
        self.head.setText(_("{n} of {most} answered this quarter.").format(n=n, most=most))
        for key, box in self.answers.items():
            given = answers.get(key)
            box.blockSignals(True)
            box.choose(OPEN if given is None else YES if given else NO)
            box.blockSignals(False)
            box.setEnabled(not self._desk.readonly)
            self._before[key].setText(_said(before, key))
        if not self._typing.dirty:
            self.note.blockSignals(True)
            self.note.put(this.notes if this else "")
            self.note.blockSignals(False)
        self.note.setReadOnly(self._desk.readonly)

    def _answer(self, key: str, word: str) -> None:
        yes = {YES: True, NO: False}.get(word)
        today = self._desk.today
        self._desk.ask(lambda w: relevance.answer(w, key, yes, today=today))

    def _save_note(self, key: str) -> None:
        text, today = self.note.toPlainText(), self._desk.today
        if not self._desk.did(lambda w: relevance.note(w, text, today=today, joins=f"relevance-{key}")):
            self._typing.keep()

    def _row(self, grid: QGridLayout, place: int, question: Question) -> None:
        asked = QLabel(question.text)
        asked.setWordWrap(True)
        box = Segmented([(OPEN, _("Open")), (YES, _("Yes")), (NO, _("No"))], question.text)
        box.changed.connect(lambda word: self._answer(question.key, word))
        look = QPushButton(_("Look"))
        look.setObjectName("link")
        look.setAccessibleName(_("Look it up: {question}").format(question=question.text))
        look.clicked.connect(lambda: self._desk.place_wanted.emit(question.place, {}))
        before = QLabel()
        before.setObjectName("small")
        self.answers[question.key], self._before[question.key] = box, before
        for column, part in enumerate((asked, box, before, look)):
            grid.addWidget(part, place, column, Qt.AlignmentFlag.AlignVCenter)

    def _arrange(self) -> None:
        holder = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        for place, question in enumerate(questions()):
            self._row(grid, place, question)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(16, 12, 16, 16)
        inner.setSpacing(12)
        inner.addWidget(muted(_("Once a quarter, ask whether the calendar still reaches its readers.")))
        inner.addWidget(self.head)
        inner.addLayout(grid)
        inner.addWidget(self.note)
        inner.addStretch(1)
        area = QScrollArea()
        area.setObjectName("clear")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)


def _said(before: RelevanceReview | None, key: str) -> str:
    given = before.answers.get(key) if before else None
    if before is None or given is None:
        return ""
    word = _("yes") if given else _("no")
    return _("{period}: {answer}").format(period=before.name, answer=word)
