"""What can be done with an interview: find a time, invite, talk, and bring in what was said."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtWidgets import QMenu, QVBoxLayout

from editorial.domain.interview_words import (
    answer_words,
    local_words,
    span_words,
    standing_words,
    when_words,
)
from editorial.domain.load_words import conflict_sentence
from editorial.domain.people_records import QuestionTemplate
from editorial.domain.planning_records import Interview
from editorial.domain.spans import Span
from editorial.domain.vocabulary import AssignmentStatus, InterviewStatus
from editorial.language import _
from editorial.services import interviews, lists, load, questions, spans
from editorial.ui.desk import Desk
from editorial.ui.fields.links import open_address
from editorial.ui.interviews.bringing import bring_transcript
from editorial.ui.interviews.finding_time import FindingTime
from editorial.ui.interviews.inviting import Inviting
from editorial.ui.overriding import override
from editorial.ui.records.act_bar import ActBar, make_primary, small_label, standing_label
from editorial.ui.records.page import Acts

TO_ARRANGE, ARRANGED = InterviewStatus.TO_ARRANGE, InterviewStatus.ARRANGED
HELD, CANCELLED = InterviewStatus.HELD, InterviewStatus.CANCELLED


class InterviewActs(Acts):
    """How the interview stands, and the next steps from there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.interview: Interview | None = None
        self.standing, self.answers = standing_label(), small_label()
        self.elsewhere, self.warnings = small_label(), small_label()
        self.warnings.setObjectName("bad")
        self.bar = ActBar()
        self.find_time = self.bar.add(_("Find a time…"), self._find)
        self.arrange = self.bar.add(_("Arrange it for then"), self._arrange)
        self.talk = self.bar.add(_("Begin the talk"), self._talk)
        self.held = self.bar.add(_("It was held"), self._hold)
        self.link = self.bar.add(_("Open the link"), self._open_link)
        self.invite = self.bar.add(_("Invitation (ICS)…"), self._invite)
        self.template = self.bar.add(_("Questions from a template…"), self._offer_templates)
        self.bring = self.bar.add(_("Bring in a transcript…"), self._bring)
        self.cancel = self.bar.add(_("Cancel it"), self._cancel)
        self.again = self.bar.add(_("Arrange it again"), self._again)
        self.inviting = Inviting(desk)
        self.time = FindingTime(desk)
        self.time.chosen.connect(self._arrange_for)
        self.time.left.connect(self.find_time.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        for part in (self.standing, self.elsewhere, self.answers, self.warnings, self.bar, self.time):
            column.addWidget(part)

    @override
    def show_record(self, record: Any) -> None:
        """Show an interview and what comes next for it."""
        if self.interview is None or _meeting(self.interview) != _meeting(record):
            self.time.clear()
        self.interview = record
        self.standing.setText(standing_words(record, self._desk.lists.settings))
        people = self._desk.ask(lists.read_people) or ()
        said, no = self._answers(record)
        for label, words in (
            (self.elsewhere, local_words(record, people, self._desk.lists.settings)),
            (self.answers, said),
            (self.warnings, "\n".join(filter(None, (no, self._conflicts(record))))),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        locked, status = self._desk.readonly, record.status
        open_ = status in (TO_ARRANGE, ARRANGED)
        shown = {
            self.find_time: open_ and not locked,
            self.arrange: status is TO_ARRANGE and record.day is not None and not locked,
            self.link: open_ and record.place.startswith(("https://", "http://")),
            self.held: open_ and not locked,
            self.invite: status in (ARRANGED, CANCELLED) and record.day is not None,
            self.template: open_ and not locked,
            self.bring: status is HELD and not locked,
            self.cancel: open_ and not locked,
            self.again: not open_ and not locked,
            self.talk: status is not CANCELLED,
        }
        for button, wanted in shown.items():
            button.setVisible(wanted)
        self.invite.setText(_("Cancellation (ICS)…") if status is CANCELLED else _("Invitation (ICS)…"))
        self.talk.setText(_("Begin the talk") if open_ else _("Notes and transcripts"))
        make_primary(self.find_time, status is TO_ARRANGE and record.day is None)
        make_primary(self.arrange, True)
        make_primary(self.talk, status is not TO_ARRANGE)

    def _answers(self, record: Interview) -> tuple[str, str]:
        """Return what those who are asked said, a line each, and apart from it who said no."""
        found = self._desk.ask(lambda w: interviews.answers(w, [record.id])) or {}
        names = self._desk.lists.people
        asked = [one for one in found.get(record.id, ()) if one.person_id in record.person_ids]
        if record.status is HELD:
            return "", ""
        told: dict[bool, list[str]] = {True: [], False: []}
        for one in asked:
            told[one.answer is AssignmentStatus.DECLINED].append(answer_words(one, names.get(one.person_id, "?")))
        return "\n".join(told[False]), "\n".join(told[True])

    def _conflicts(self, record: Interview) -> str:
        """Return what cannot be as it is entered, a sentence a line; nothing of what is over."""
        if record.status not in (TO_ARRANGE, ARRANGED):
            return ""
        entered = replace(record, status=ARRANGED)
        found = self._desk.ask(lambda w: load.conflicts_of(w, entered)) or []
        resting = self._desk.ask(lambda w: spans.not_working(w, record)) or []
        said = [*map(conflict_sentence, found), *(_("{name} does not work then.").format(name=o.name) for o in resting)]
        return "\n".join(dict.fromkeys(said))

    def _find(self) -> None:
        if self.interview is not None:
            self._desk.settle.emit()
            self.time.offer(self.interview)
            for before, after in pairwise((self.again, *self.time.buttons)):
                self.setTabOrder(before, after)

    def _arrange_for(self, span: Span) -> None:
        interview = self.interview
        if interview is None:
            return
        self.time.clear()
        if self._desk.did(lambda w: interviews.arrange(w, interview.id, span.day, span.time)):
            self._tell_arranged(interview, span_words(span))

    def _arrange(self) -> None:
        """Take the day and time that were typed."""
        self._desk.settle.emit()
        interview = self.interview
        if interview is None or (day := interview.day) is None:
            return
        if self._desk.did(lambda w: interviews.arrange(w, interview.id, day, interview.time)):
            self._tell_arranged(interview, when_words(interview, self._desk.lists.settings))

    def _tell_arranged(self, interview: Interview, when: str) -> None:
        self.invite.setFocus()
        said = _("“{name}” is arranged for {when}.").format(name=interview.name, when=when)
        self._desk.say(said, _("Undo"), self._desk.undo)

    def _open_link(self) -> None:
        if self.interview is not None:
            open_address(self.interview.place)

    def _hold(self) -> None:
        interview, today = self.interview, self._desk.today
        if interview is not None and self._desk.did(lambda w: interviews.hold(w, interview.id, today=today)):
            self._desk.say(_("“{name}” was held.").format(name=interview.name), _("Undo"), self._desk.undo)

    def _cancel(self) -> None:
        interview = self.interview
        if interview is not None and self._desk.did(lambda w: interviews.cancel(w, interview.id)):
            said = _("“{name}” is cancelled. Send the cancellation to those who were invited.")
            self._desk.say(said.format(name=interview.name), _("Undo"), self._desk.undo)

    def _again(self) -> None:
        interview = self.interview
        if interview is not None:
            self._desk.did(lambda w: interviews.edit(w, interview.id, status=TO_ARRANGE))

    def _talk(self) -> None:
        if self.interview is not None:
            self._desk.place_wanted.emit("interview", {"interview_id": self.interview.id})

    def _invite(self) -> None:
        if self.interview is not None:
            self._desk.settle.emit()
            self.inviting.save(self.interview.id)

    def _offer_templates(self) -> None:
        interview = self.interview
        if interview is None:
            return
        self._desk.settle.emit()
        found = self._desk.ask(lambda w: questions.templates_for(w, interview)) or []
        fitting = {one.id for one in found}
        every = self._desk.ask(lambda w: lists.read_records(w, "question_template")) or ()
        others = [one for one in every if one.id not in fitting]
        menu = QMenu(self)
        self._list(menu, found)
        if not found:
            menu.addAction(_("No template fits")).setEnabled(False)
        if others:
            self._list(menu.addMenu(_("Other templates")), others)
        menu.addSeparator()
        menu.addAction(_("Edit the templates…")).triggered.connect(
            lambda: self._desk.place_wanted.emit("interviews", {"page": "templates"})
        )
        menu.popup(self.template.mapToGlobal(self.template.rect().bottomLeft()))

    def _list(self, menu: QMenu, templates: Sequence[QuestionTemplate]) -> None:
        for one in templates:
            action = menu.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(lambda _c=False, text=one.questions: self._take_questions(text))

    def _take_questions(self, text: str) -> None:
        """Put the questions of a template after those that are there."""
        interview = self.interview
        if interview is None:
            return
        before = self._desk.ask(lambda w: interviews.read(w, interview.id))
        whole = "\n\n".join(part for part in (before.questions.strip() if before else "", text) if part)
        self._desk.did(lambda w: interviews.edit(w, interview.id, questions=whole))

    def _bring(self) -> None:
        if self.interview is not None:
            bring_transcript(self._desk, self.interview)


def _meeting(interview: Interview) -> tuple[object, ...]:
    """Return what times are looked for by: other people, or another length, and what was offered no longer holds."""
    return interview.id, interview.person_ids, interview.interviewer_id, interview.minutes
