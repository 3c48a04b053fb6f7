"""The fields of interviews, quotes, questions and question templates, declared as those of the lists are."""

from collections.abc import Callable
from typing import Any

from editorial.domain.interview_words import listed_when
from editorial.domain.people_records import Quote
from editorial.domain.vocabulary import Clearance, InterviewStatus, Kind, PersonRole
from editorial.language import _, ngettext
from editorial.ui.settings.declared import FormField, ListForm, Shape


def interview_form() -> ListForm:
    """Return what an interview holds; its status changes by what is done with it."""
    return ListForm("interview", _("Interviews"), _("interview"), "mic", _(
        "Conversations that feed pieces. One that was held with a customer tells what a segment needs."
    ), (
        FormField("name", _("About"), needed=True),
        FormField("status", _("Status"), Shape.WORD, InterviewStatus, heading=_("Status"), told_only=True, letters=12),
        FormField("when", _("When"), heading=_("When"), told_only=True, told=listed_when, letters=24),
        FormField("person_ids", _("People asked"), Shape.ENTRIES, kind="person", note=_("Nobody yet"),
                  heading=_("Asked")),
        FormField("interviewer_id", _("Interviewer"), Shape.ENTRY, kind="person", note=_("Nobody")),
        FormField("day", _("Day"), Shape.DAY),
        FormField("time", _("Time"), Shape.TIME, note=_("none")),
        FormField("minutes", _("Minutes"), Shape.WHOLE, needed=True),
        FormField("place", _("Place or link")),
        FormField("piece_ids", _("Pieces it serves"), Shape.PIECES),
        FormField("asked_on", _("Waits since"), Shape.DAY),
        FormField("questions", _("Questions"), Shape.TEXT, note=_("In Markdown; a template is a good start")),
        FormField("notes", _("Notes"), Shape.TEXT),
    ), ordered=False, merges=False)  # fmt: skip


def quote_form() -> ListForm:
    """Return what a quote holds; whether it may be used, and where it is, is said beside the form."""
    return ListForm("quote", _("Quotes"), _("quote"), "message-square-quote", _(
        "What people said. A quote is used once the person quoted has cleared it; other words ask again."
    ), (
        FormField("name", _("Words"), Shape.TEXT, needed=True),
        FormField("clearance", _("Cleared for use"), Shape.WORD, Clearance, heading=_("Cleared?"), told_only=True,
                  letters=13),
        FormField("person_id", _("Said by"), Shape.ENTRY, kind="person", note=_("Nobody named"), heading=_("Said by")),
        FormField("used", _("Used in"), heading=_("Used in"), told_only=True, told=_used, letters=12),
        FormField("mark", _("Time mark"), note=_("00:12:03, or none")),
        FormField("notes", _("Notes"), Shape.TEXT),
    ), ordered=False, merges=False)  # fmt: skip


def _used(quote: Quote) -> str:
    n = len(quote.piece_ids)
    return ngettext("{n} piece", "{n} pieces", n).format(n=n) if n else ""


def question_form(answer: Callable[[Any], str]) -> ListForm:
    """Return what a question of the bank holds; `answer` says how far its answer is."""
    return ListForm("question", _("Question bank"), _("question"), "circle-help", _(
        "What readers and customers ask, unanswered questions first. With a day until which replies are wanted, a "
        "question is a call for stories: field notes reply to it."
    ), (
        FormField("name", _("Question"), Shape.TEXT, needed=True),
        FormField("answer", _("Answer"), heading=_("Answer"), told_only=True, told=answer, letters=17),
        FormField("asks", _("Who asks"), heading=_("Who asks")),
        FormField("votes", _("Asked how often"), Shape.WHOLE, heading=_("Asked"), needed=True),
        FormField("segment_id", _("Segment"), Shape.ENTRY, kind="segment", note=_("None"), heading=_("Segment")),
        FormField("stage_id", _("Stage"), Shape.ENTRY, kind="stage", note=_("None")),
        FormField("interest_id", _("Interest"), Shape.ENTRY, kind="interest", note=_("None")),
        FormField("day", _("Heard on"), Shape.DAY, needed=True),
        FormField("due", _("Replies wanted until"), Shape.DAY),
        FormField("piece_ids", _("Pieces answering it"), Shape.PIECES),
        FormField("notes", _("Notes"), Shape.TEXT),
    ), ordered=False, merges=False)  # fmt: skip


def template_form() -> ListForm:
    """Return what a template of questions holds."""
    return ListForm("question_template", _("Question templates"), _("question template"), "clipboard-list", _(
        "Questions to begin an interview with, for a kind of piece and a role, or for all."
    ), (
        FormField("name", _("Name"), needed=True),
        FormField("kind", _("Kind of piece"), Shape.WORD, Kind, note=_("Every kind"), heading=_("Kind")),
        FormField("role", _("Role of the person"), Shape.WORD, PersonRole, note=_("Every role"), heading=_("Role")),
        FormField("questions", _("Questions"), Shape.TEXT, note=_("One a line, in Markdown")),
    ), merges=False)  # fmt: skip
