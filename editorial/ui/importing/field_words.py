"""What the fields of files are called, and what their values read like."""

from collections.abc import Mapping
from typing import Any

from editorial.domain.columns import word
from editorial.domain.drafts import FIELDS, DraftKind
from editorial.domain.fields import BY_NAME
from editorial.language import _


def field_labels(kind: DraftKind) -> Mapping[str, str]:
    """Return every field that a file may carry with its label."""
    if kind is DraftKind.PIECES:
        return {name: BY_NAME[name].label for name in FIELDS[kind]} | {"date": _("Date")}
    people = {
        "id": _("Id"),
        "name": _("Name"),
        "email": _("E-mail"),
        "organisation": _("Organisation"),
        "roles": _("Roles"),
        "segments": _("Segments"),
        "expertise": _("Expertise"),
        "capacity": _("Interviews a month"),
        "notes": _("Notes"),
        "hours_a_quarter": _("Hours a quarter"),
        "readiness": _("Readiness"),
        "outside_id": _("Outside id"),
    }
    return {name: people[name] for name in FIELDS[kind]}


def value_words(value: Any) -> str:
    """Return the value of a field of a draft on one line."""
    if isinstance(value, tuple):
        return "; ".join(" ".join(filter(None, one)) if isinstance(one, tuple) else word(one) for one in value)
    return " ".join(word(value).split())


def list_words() -> Mapping[str, str]:
    """Return what the lists are called that an import adds to."""
    return {
        "segments": _("Segments"),
        "interests": _("Interests"),
        "people": _("People"),
        "channels": _("Channels"),
        "campaigns": _("Campaigns"),
        "stages": _("Stages"),
        "statuses": _("Statuses"),
        "formats": _("Formats"),
        "day_notes": _("Days"),
    }
