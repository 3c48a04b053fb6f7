"""What is said of a question: how far its answer is, how often it is asked, until when stories are wanted, replies."""

from collections.abc import Mapping, Sequence
from datetime import date

from editorial.domain.people_records import Question
from editorial.domain.planning_records import FieldNote
from editorial.domain.questions import Answered
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext

REPLIES_TOLD = 5


def answered_word(state: Answered) -> str:
    """Say how far the answer to a question is."""
    words = {
        Answered.UNANSWERED: _("Unanswered"),
        Answered.PLANNED: _("A piece will answer it"),
        Answered.ANSWERED: _("Answered by a published piece"),
    }
    return words[state]


def listed_answer(question: Question, state: Answered, today: date) -> str:
    """Return what a list says of the answer: of an open call for stories how long it is open."""
    if question.due is not None and question.due >= today and state is Answered.UNANSWERED:
        left = (question.due - today).days
        return ngettext("call, {n} day left", "call, {n} days left", left).format(n=left) if left else _("call, today")
    words = {
        Answered.UNANSWERED: _("unanswered"),
        Answered.PLANNED: _("planned"),
        Answered.ANSWERED: _("answered"),
    }
    return words[state]


def standing_line(question: Question, state: Answered) -> str:
    """Say how far the answer is, and how often the question was asked."""
    n = question.votes
    often = ngettext("asked {n} time", "asked {n} times", n).format(n=n)
    return _("{answer}; {often}").format(answer=answered_word(state), often=often) if n else answered_word(state)


def call_line(question: Question, today: date) -> str:
    """Say how long replies are still wanted; empty where the question is no call for stories."""
    if question.due is None:
        return ""
    day, left = spoken_day(question.due), (question.due - today).days
    if left < 0:
        return _("The call for stories ended on {day}.").format(day=day)
    if left == 0:
        return _("Call for stories: replies are wanted until today.")
    said = ngettext("Call for stories until {day}: {n} day left.", "Call for stories until {day}: {n} days left.", left)
    return said.format(day=day, n=left)


def reply_lines(notes: Sequence[FieldNote], names: Mapping[int, str]) -> list[str]:
    """Return how many replies there are, and the last of them: who gave each, of which account, and when."""
    if not notes:
        return [_("No replies yet.")]
    n, told = len(notes), notes[-REPLIES_TOLD:]
    head = ngettext("{n} reply", "{n} replies", n).format(n=n)
    if n > len(told):
        head = _("{replies}, the last of them:").format(replies=head)
    return [head, *(_reply(note, names) for note in told)]


def _reply(note: FieldNote, names: Mapping[int, str]) -> str:
    name = names.get(note.person_id, "") if note.person_id is not None else ""
    parts = [part for part in (name, note.account, spoken_day(note.day)) if part]
    return _("– {words} ({source})").format(words=note.name, source=", ".join(parts))
