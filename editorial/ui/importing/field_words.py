"""What the fields of files are called, and what their values read like."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QLocale

from editorial.domain.columns import word
from editorial.domain.drafts import FIELDS, DraftKind
from editorial.domain.fields import BY_NAME
from editorial.domain.settings_documents import LISTED_KINDS
from editorial.language import _
from editorial.ui.field_notes.declared import field_note_form
from editorial.ui.settings.declared import list_forms
from editorial.ui.settings.workspace_fields import workspace_fields


def field_labels(kind: DraftKind) -> Mapping[str, str]:
    """Return every field that a file may carry with its label."""
    if kind is DraftKind.PIECES:
        return {name: BY_NAME[name].label for name in FIELDS[kind]} | {"date": _("Date")}
    if kind is DraftKind.FIELD_NOTES:
        labels = {field.name.removesuffix("_id"): field.label for field in field_note_form().fields}
        return {name: labels[name] for name in FIELDS[kind]}
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


def document_labels(of: str) -> Mapping[str, str]:
    """Return the labels of the fields of a list of a document, by its key there."""
    if of in set(DraftKind):
        return field_labels(DraftKind(of))
    if of == "workspace":
        return {field.name: field.label for _heading, fields in workspace_fields() for field in fields}
    if of == "away":
        return {"last": _("Last day")}
    if of == "targets":
        return {"target": _("Target")}
    return {field.name: field.label for field in list_forms()[LISTED_KINDS[of][0]].fields}


def value_words(value: Any) -> str:
    """Return the value of a field on one line."""
    if isinstance(value, frozenset):
        return ", ".join(QLocale().standaloneDayName(day + 1) for day in sorted(value))
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {weight}" for name, weight in value.items())
    if isinstance(value, tuple):
        return "; ".join(" ".join(filter(None, one)) if isinstance(one, tuple) else word(one) for one in value)
    return " ".join(word(value).split())


def list_words() -> Mapping[str, str]:
    """Return what the lists are called that an import may add to or change."""
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
        "away": _("Days away"),
        "workspace": _("Workspace"),
        "targets": _("Targets"),
        "pieces": _("Pieces"),
    }
