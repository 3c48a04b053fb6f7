"""The fields of field notes, answer cards and tips, declared as those of the lists are."""

from editorial.language import _
from editorial.ui.settings.declared import FormField, ListForm, Shape


def field_note_form() -> ListForm:
    """Return what a field note holds."""
    return ListForm("field_note", _("Field notes"), _("field note"), "message-square-quote", _(
        "What customers and readers say, in their words. A note becomes an idea in one step and stays its evidence; "
        "whoever gave it is told what came of it."
    ), (
        FormField("name", _("What was said"), Shape.TEXT, needed=True),
        FormField("person_id", _("Heard by"), Shape.ENTRY, kind="person", note=_("Nobody"), heading=_("Heard by")),
        FormField("account", _("Account"), heading=_("Account")),
        FormField("day", _("On"), Shape.DAY, heading=_("On"), needed=True),
        FormField("segment_id", _("Segment"), Shape.ENTRY, kind="segment", note=_("None")),
        FormField("interest_id", _("Interest"), Shape.ENTRY, kind="interest", note=_("None"), heading=_("Interest")),
        FormField("context", _("What lies behind it"), Shape.TEXT, note=_("beyond this account")),
        FormField("source", _("Source")),
        FormField("piece_id", _("Idea made from it"), Shape.PIECE),
        FormField("done", _("What was done"), Shape.TEXT),
        FormField("told_back_on", _("Told back on"), Shape.DAY),
        FormField("notes", _("Notes"), Shape.TEXT),
    ), ordered=False, merges=False)  # fmt: skip


def answer_card_form() -> ListForm:
    """Return what an answer card holds."""
    return ListForm("answer_card", _("Answer cards"), _("answer card"), "book-open-text", _(
        "Answers to “what are you hearing from others?” A claim rests on two sources that are independent of each "
        "other; sources of one account are not."
    ), (
        FormField("name", _("Claim"), Shape.TEXT, needed=True),
        FormField("sources", _("Sources"), Shape.SOURCES, heading=_("Sources")),
        FormField("segment_id", _("Segment"), Shape.ENTRY, kind="segment", note=_("All readers"),
                  heading=_("Segment")),
        FormField("interest_id", _("Interest"), Shape.ENTRY, kind="interest", note=_("None")),
        FormField("day", _("Made on"), Shape.DAY, needed=True),
        FormField("expires", _("Good until"), Shape.DAY, note=_("no end"), heading=_("Good until")),
        FormField("notes", _("Notes"), Shape.TEXT),
    ), ordered=False, merges=False)  # fmt: skip


def tip_form() -> ListForm:
    """Return what a tip holds."""
    return ListForm("tip", _("Tips that worked"), _("tip"), "sparkles", _(
        "What worked in which situation, what did not, and the proof."
    ), (
        FormField("name", _("What worked"), Shape.TEXT, needed=True),
        FormField("situation", _("Situation"), Shape.TEXT),
        FormField("failed", _("What did not work"), Shape.TEXT),
        FormField("proof", _("Proof"), Shape.TEXT),
        FormField("person_id", _("From"), Shape.ENTRY, kind="person", note=_("Nobody"), heading=_("From")),
        FormField("segment_id", _("Segment"), Shape.ENTRY, kind="segment", note=_("None"), heading=_("Segment")),
        FormField("stage_id", _("Stage"), Shape.ENTRY, kind="stage", note=_("None")),
        FormField("day", _("On"), Shape.DAY, needed=True),
        FormField("notes", _("Notes"), Shape.TEXT),
    ), ordered=False, merges=False)  # fmt: skip
