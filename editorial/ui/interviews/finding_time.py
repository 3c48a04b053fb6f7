"""The first spans of time in which everybody of an interview can meet, each one click from being arranged."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editorial.domain.interview_words import elsewhere_words, span_words
from editorial.domain.load_words import conflict_sentence
from editorial.domain.planning_records import Interview
from editorial.domain.spans import Span, zone_named
from editorial.domain.vocabulary import InterviewStatus
from editorial.language import _
from editorial.services import lists, spans
from editorial.services.load import conflicts_of
from editorial.ui.cards import told
from editorial.ui.desk import Desk
from editorial.ui.elide import ElidedLabel
from editorial.ui.overriding import override


class FindingTime(QWidget):
    """Five buttons at most; below each the time for those on another clock."""

    chosen = Signal(object)
    """A span."""
    left = Signal()
    """The offer was put away without a choice."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(4)
        self.hide()

    def offer(self, interview: Interview) -> None:
        """Look for spans from now on and show them."""
        self.clear()
        asked = [*interview.person_ids, *((interview.interviewer_id,) if interview.interviewer_id else ())]
        if not asked:
            self._say(_("Say first who is asked, and who asks."))
            return
        since, minutes = self._now(), interview.minutes
        found = self._desk.ask(lambda w: spans.offer(w, asked, minutes, since=since, interview_id=interview.id)) or []
        if not found:
            self._say(_("In the next 90 days there is no time at which all of them work and are free."))
            return
        zone = self._desk.lists.settings.time_zone or "UTC"
        self._say(_("Everybody works and is free then; nobody is away. Times of {zone}:").format(zone=zone))
        self._warn(interview, found)
        people = [one for one in self._desk.ask(lists.read_people) or () if one.id in asked]
        for span in found:
            self._add(span, elsewhere_words(span, people, self._desk.lists.settings))
        self.buttons[0].setFocus()

    def _warn(self, interview: Interview, offered: list[Span]) -> None:
        """Say of whom it would be more than they can give, a sentence each."""
        entered = [replace(interview, status=InterviewStatus.ARRANGED, day=one.day, time=one.time) for one in offered]
        found = self._desk.ask(lambda w: [one for each in entered for one in conflicts_of(w, each)]) or []
        for said in dict.fromkeys(map(conflict_sentence, found)):
            label = told(said)
            label.setObjectName("bad")
            self._column.addWidget(label)

    def clear(self) -> None:
        """Take back what was offered."""
        self.buttons = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self.clear()
        self.left.emit()

    def _now(self) -> datetime:
        """Return this moment on the desk's day."""
        zone = zone_named(self._desk.lists.settings.time_zone)
        return datetime.combine(self._desk.today, datetime.now(UTC).astimezone(zone).time(), zone)

    def _add(self, span: Span, elsewhere: str) -> None:
        button = QPushButton(span_words(span))
        button.setAccessibleDescription(elsewhere)
        button.clicked.connect(lambda: self.chosen.emit(span))
        self._column.addWidget(button)
        if elsewhere:
            self._column.addWidget(ElidedLabel("small", elsewhere))
        self.buttons.append(button)

    def _say(self, text: str) -> None:
        self._column.addWidget(told(text))
        self.show()
