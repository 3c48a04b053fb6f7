"""The fields of requests, declared as those of the lists are."""

from editorial.domain.vocabulary import RequestOutcome
from editorial.language import _
from editorial.ui.settings.declared import FormField, ListForm, Shape


def request_form() -> ListForm:
    """Return what a request holds; its outcome and answer are given beside the form."""
    return ListForm("request", _("Requests"), _("request"), "inbox", _(
        "Wishes from outside the plan. What comes in names what leaves, or takes a slot that is kept for timely work."
    ), (
        FormField("name", _("What is wanted"), needed=True),
        FormField("person_id", _("Who asks"), Shape.ENTRY, kind="person", note=_("Nobody we know")),
        FormField("asked_by", _("Or by name"), heading=_("Asked by")),
        FormField("day", _("Asked on"), Shape.DAY, needed=True),
        FormField("wanted_on", _("Wanted on"), Shape.DAY, heading=_("Wanted on")),
        FormField("outcome", _("Outcome"), Shape.WORD, RequestOutcome, heading=_("Outcome"), told_only=True),
        FormField("segment_id", _("Segment"), Shape.ENTRY, kind="segment", note=_("None")),
        FormField("stage_id", _("Stage"), Shape.ENTRY, kind="stage", note=_("None")),
        FormField("interest_id", _("Interest"), Shape.ENTRY, kind="interest", note=_("None")),
        FormField("piece_id", _("Piece"), Shape.PIECE),
        FormField("notes", _("Notes"), Shape.TEXT),
    ), ordered=False, merges=False)  # fmt: skip
