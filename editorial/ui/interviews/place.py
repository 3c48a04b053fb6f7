"""The place of interviews: the list by state, the quote bank, the question bank, and the templates."""

from collections.abc import Mapping, Sequence
from typing import Any

from editorial.domain.people_records import Question, QuestionTemplate, Quote
from editorial.domain.planning_records import Interview
from editorial.domain.question_words import listed_answer
from editorial.domain.questions import Answered
from editorial.domain.vocabulary import Clearance, InterviewStatus
from editorial.language import _
from editorial.services import questions, quotes
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.interviews.declared import interview_form, question_form, quote_form, template_form
from editorial.ui.interviews.interview_acts import InterviewActs
from editorial.ui.interviews.question_acts import QuestionActs
from editorial.ui.interviews.quote_acts import QuoteActs
from editorial.ui.overriding import override
from editorial.ui.records.page import EVERY, Groups, RecordsPage
from editorial.ui.records.paged import Listed, PagedPlace

INTERVIEWS, QUOTES, QUESTIONS, TEMPLATES = "interviews", "quotes", "questions", "templates"
CALLS = "calls"
"""Questions for which stories are wanted until a day."""


class InterviewsPage(RecordsPage):
    """What is to be arranged, the longest waiting first, then what is arranged, and what is over."""

    def __init__(self, desk: Desk) -> None:
        options = (
            (EVERY, _("All")),
            (InterviewStatus.TO_ARRANGE.value, _("To arrange")),
            (InterviewStatus.ARRANGED.value, _("Arranged")),
            (InterviewStatus.HELD.value, _("Held")),
            (InterviewStatus.CANCELLED.value, _("Cancelled")),
        )
        groups = Groups(options, lambda record: str(record.status.value))
        super().__init__(desk, interview_form(), interview_order, InterviewActs(desk), groups)
        self.model.told = self._findable

    def _findable(self, record: Interview) -> str:
        """Return what the search looks through: what it is about, who takes part, and where."""
        names = self.desk.lists.people
        people = (names.get(id_, "") for id_ in (*record.person_ids, record.interviewer_id or 0))
        return " ".join((record.name, record.place, *people))

    @override
    def _beginning(self) -> Mapping[str, Any]:
        return {"asked_on": self.desk.today}


class QuotesPage(RecordsPage):
    """The quote bank: searched by words, person, interview, and the pieces that use a quote."""

    def __init__(self, desk: Desk) -> None:
        options = (
            (EVERY, _("All")),
            (Clearance.NOT_ASKED.value, _("To ask")),
            (Clearance.ASKED.value, _("Asked")),
            (Clearance.CLEARED.value, _("Cleared")),
            (Clearance.REFUSED.value, _("Refused")),
        )
        groups = Groups(options, lambda record: str(record.clearance.value))
        self._findable: dict[int, str] = {}
        super().__init__(desk, quote_form(), _newest, QuoteActs(desk), groups)
        self.model.told = lambda record: self._findable.get(record.id, record.name)

    @override
    def arrive(self, **wanted: Any) -> None:
        super().arrive(**wanted)
        if isinstance(words := wanted.get("words"), str):
            self.search.setText(words)

    @override
    def _read(self) -> Sequence[Any]:
        found = self.desk.ask(quotes.bank) or []
        self._findable = {
            one.quote.id: " ".join((one.quote.name, one.quote.notes, one.person, one.interview, *one.used_in.values()))
            for one in found
        }
        return [one.quote for one in found]


class QuestionsPage(RecordsPage):
    """The question bank, unanswered questions first."""

    def __init__(self, desk: Desk) -> None:
        self._answered: dict[int, Answered] = {}
        options = (
            (EVERY, _("All")),
            (Answered.UNANSWERED.value, _("Unanswered")),
            (Answered.PLANNED.value, _("Planned")),
            (Answered.ANSWERED.value, _("Answered")),
            (CALLS, _("Calls")),
        )
        groups = Groups(options, lambda record: self._state(record).value)
        super().__init__(desk, question_form(self._told), _newest, QuestionActs(desk), groups)
        self.model.told = lambda record: f"{record.name} {record.asks} {record.notes}"
        by_state = self.model.fits
        self.model.fits = lambda record: record.due is not None if self._calls else by_state(record)

    @property
    def _calls(self) -> bool:
        return self.parts is not None and self.parts.chosen == CALLS

    @override
    def _read(self) -> Sequence[Any]:
        bank = self.desk.ask(questions.bank) or []
        self._answered = {one.question.id: one.answered for one in bank}
        return [one.question for one in bank]

    def _state(self, question: Question) -> Answered:
        return self._answered.get(question.id, Answered.UNANSWERED)

    def _told(self, question: Question) -> str:
        return listed_answer(question, self._state(question), self.desk.today)


def interview_order(interview: Interview) -> tuple[int, int, int]:
    """Sort what is to be arranged by how long it waits, then what is arranged by day, then the newest."""
    if interview.status is InterviewStatus.TO_ARRANGE:
        return 0, interview.asked_on.toordinal() if interview.asked_on else 0, interview.id
    day = interview.day.toordinal() if interview.day else 0
    if interview.status is InterviewStatus.ARRANGED:
        return 1, day, interview.id
    return 2, -day, interview.id


def _newest(record: Quote | Question) -> int:
    return -record.id


def _position(record: QuestionTemplate) -> tuple[int, int]:
    return record.position, record.id


class InterviewsPlace(PagedPlace):
    """Interviews, quotes, questions and templates."""

    def __init__(self, desk: Desk) -> None:
        listed = (
            Listed(INTERVIEWS, _("Interviews"), InterviewsPage(desk)),
            Listed(QUOTES, _("Quotes"), QuotesPage(desk), frozenset({"piece", "interview", "person"})),
            Listed(QUESTIONS, _("Questions"), QuestionsPage(desk), frozenset({"piece", "field_note"})),
            Listed(TEMPLATES, _("Templates"), RecordsPage(desk, template_form(), _position)),
        )
        super().__init__(desk, _("Interviews"), listed)

    @override
    def commands(self) -> list[Command]:
        said = _("Add the usual question templates")
        usual = Command("usual-templates", said, self._add_usual, "", "clipboard-list", self.why_not_write)
        return [*super().commands(), usual]

    def _add_usual(self) -> None:
        n = self.desk.ask(questions.add_usual_templates)
        self.choice.choose(TEMPLATES)
        if n:
            self.desk.say(_("The usual templates are in the list."), _("Undo"), self.desk.undo)
        elif n == 0:
            self.desk.say(_("The usual templates are all there."))
