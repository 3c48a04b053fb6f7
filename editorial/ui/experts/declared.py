"""The fields of a person in the register, in the order in which they are asked for."""

from dataclasses import replace

from editorial.domain.vocabulary import BlogPlace
from editorial.language import _
from editorial.ui.settings.declared import FormField, ListForm, Shape, list_forms

_FIRST = ("name", "email", "organisation", "roles", "segment_ids", "interest_ids", "readiness")
_ROOM = ("interviews_a_month", "hours_a_quarter")


def expert_form() -> ListForm:
    """Return what the register knows of a person; what a list of people knows comes from its own declaration."""
    people = list_forms()["person"]
    known = {field.name: field for field in people.fields}
    fields = (
        *(known[name] for name in _FIRST),
        FormField("last_contact", _("Last contact"), Shape.DAY, heading=_("Last contact")),
        *(known[name] for name in _ROOM),
        FormField("place", _("Where they are"), note=_("a town or an office")),
        FormField("time_zone", _("Time zone"), Shape.ENTRY, note=_("that of the workspace")),
        FormField("weekdays", _("Works on"), Shape.ENTRIES, note=_("all but the weekend")),
        FormField("works_from", _("Works from"), Shape.TIME, note=_("such as 9:00")),
        FormField("works_until", _("Works until"), Shape.TIME, note=_("such as 17:00")),
        known["away"],
        FormField("blog", _("Blog"), Shape.WORD, BlogPlace, heading=_("Blog"), note=_("None"), letters=20),
        FormField("blog_address", _("Its address"), note="https://"),
        FormField("blog_last_post", _("Last post"), Shape.DAY),
        FormField("successor_id", _("Successor"), Shape.ENTRY, kind="person", note=_("Nobody")),
        FormField("reach", _("Reach"), Shape.WHOLE, note=_("people who read them, or unknown")),
        FormField("policy_signed_on", _("Policy signed on"), Shape.DAY, note=_("not signed")),
        known["outside_id"],
        known["notes"],
    )
    return replace(people, title=_("Experts"), icon="user", fields=fields)
