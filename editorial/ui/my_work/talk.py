"""The card of the next interview: when, with whom, where, and its questions."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.invitations import ends_at, starts_at
from editorial.domain.my_work import MyInterview, MyWork
from editorial.domain.my_work_words import with_words
from editorial.domain.packet import question_lines
from editorial.domain.purpose import answer_words, serves_words
from editorial.domain.records import Settings
from editorial.domain.spans import zone_of
from editorial.domain.vocabulary import AssignmentStatus
from editorial.language import _
from editorial.ui.calendar.words import clock, long_day, short_month
from editorial.ui.cards import told
from editorial.ui.desk import Desk
from editorial.ui.labels import breakable
from editorial.ui.my_work.answering import Answering
from editorial.ui.my_work.beside import Beside
from editorial.ui.my_work.card import WorkCard
from editorial.ui.my_work.lines import Act, Form, Given
from editorial.ui.my_work.row import wrapped


class DayTile(QFrame):
    """Shows a day like a leaf of a calendar: the month, and the day of it large."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.month, self.day = QLabel(), QLabel()
        self.day.setObjectName("title")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(0)
        for label in (self.month, self.day):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.month.setText(short_month(day))
        self.day.setText(str(day.day))
        self.setAccessibleName(long_day(day))


class TalkCard(WorkCard):
    """Shows the next interview, or that there is none."""

    interview_wanted = Signal(int)
    calendar_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Next interview"))
        self._desk = desk
        self._one: MyInterview | None = None
        self._declined: Callable[[Given], object] = lambda _given: None
        self.answering: Answering | None = None
        self.empty = told(_("No interview is arranged."))
        self.date = DayTile()
        self.name, self.when, self.why = wrapped("", "strong"), wrapped("", "small"), wrapped("", "small")
        self.open = QPushButton(_("Open questions"))
        self.open.setObjectName("primary")
        self.save = QPushButton(_("Add to my calendar…"))
        self.save.setToolTip(_("Save what is wanted as a calendar file (ICS)"))
        self.cannot = QPushButton(_("I cannot come…"))
        self.cannot.setObjectName("quiet")
        self.questions = QLabel()
        self.questions.setTextFormat(Qt.TextFormat.PlainText)
        self.questions.setWordWrap(True)
        self._ground = self._make_ground()
        self._arrange()
        self.open.clicked.connect(self._open)
        self.save.clicked.connect(self.calendar_wanted)
        self.cannot.clicked.connect(self.ask_why)

    def show_work(self, work: MyWork, settings: Settings, declined: Callable[[Given], object], *, locked: bool) -> None:
        """Show the next interview of somebody, by the workspace's clock and by theirs where it differs.

        `declined` is called with the reason where they take back a yes.
        """
        if self._one is None or work.next is None or self._one.interview.id != work.next.interview.id:
            self.put_away()
        one = self._one = work.next
        self._declined = declined
        said_yes = one is not None and one.answer is not None and one.answer.answer is AssignmentStatus.ACCEPTED
        self.cannot.setVisible(said_yes and not locked)
        self.empty.setVisible(one is None)
        self._talk.setVisible(one is not None)
        if one is None or one.interview.day is None:
            return
        day = one.interview.day
        self.date.show_day(day)
        self.name.setText(breakable(one.interview.name))
        self.when.setText(breakable(" · ".join(part for part in _when(one, work, settings) if part)))
        why = " · ".join(part for part in (serves_words(one), answer_words(one)) if part)
        self.why.setText(breakable(why))
        self.why.setVisible(bool(why))
        asked = question_lines(one.interview.questions)
        self._ground.setVisible(bool(asked))
        self.questions.setText(breakable("\n".join(f"{n}. {text}" for n, text in enumerate(asked, start=1))))

    def ask_why(self) -> None:
        """Ask for the reason of a no that comes after a yes."""
        if self._one is None:
            return
        self.put_away()
        act = Act("cannot", self.cannot.text(), self._declined, Form.REASON)
        self.answering = Answering(self._desk, act, self._one.interview.name)
        self.answering.given.connect(self._declined)
        self.answering.left.connect(self._back)
        self._asking.addWidget(self.answering)
        before: QWidget = self.open
        for field in (self.answering.text, self.answering.back, self.answering.send):
            self.setTabOrder(before, field)
            before = field
        self.answering.first.setFocus()

    def put_away(self) -> None:
        """Ask for nothing any more."""
        if self.answering is not None:
            self.answering.hide()
            self.answering.deleteLater()
            self.answering = None

    def _back(self) -> None:
        self.put_away()
        self.cannot.setFocus()

    def _open(self) -> None:
        if self._one is not None:
            self.interview_wanted.emit(self._one.interview.id)

    def _make_ground(self) -> QFrame:
        ground = QFrame()
        ground.setObjectName("ground")
        heading = QLabel(_("Questions to think about"))
        heading.setObjectName("strong")
        column = QVBoxLayout(ground)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(heading)
        column.addWidget(self.questions)
        return ground

    def _arrange(self) -> None:
        told_ = QVBoxLayout()
        told_.setSpacing(2)
        for label in (self.name, self.when, self.why):
            told_.addWidget(label)
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.date, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(told_, 1)
        self._talk = QFrame()
        talk = QVBoxLayout(self._talk)
        talk.setContentsMargins(0, 0, 0, 0)
        talk.setSpacing(10)
        talk.addWidget(Beside(words, None, [self.cannot, self.save, self.open]))
        self._asking = QVBoxLayout()
        talk.addLayout(self._asking)
        talk.addWidget(self._ground)
        self.column.addWidget(self.empty)
        self.column.addWidget(self._talk)
        self.column.addStretch(1)


def _when(one: MyInterview, work: MyWork, settings: Settings) -> list[str]:
    starts, ends = starts_at(one.interview, settings), ends_at(one.interview, settings)
    said = [with_words(one)]
    if starts is None or ends is None:
        return [*said, one.interview.place]
    said.append(f"{clock(starts.time())}–{clock(ends.time())}")
    there = starts.astimezone(zone_of(work.person, settings))
    if there.utcoffset() != starts.utcoffset():
        said.append(_own_clock(there, work))
    return [*said, one.interview.place]


def _own_clock(there: datetime, work: MyWork) -> str:
    """Say when it begins where the person is; their zone differs from the workspace's."""
    said = _("{time} in {zone}").format(time=clock(there.time()), zone=work.person.time_zone.replace("_", " "))
    return said if work.next and there.date() == work.next.interview.day else f"{long_day(there.date())}, {said}"
