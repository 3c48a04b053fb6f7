"""What follows from writing fields of a record: an invitation's next version, a quote to be cleared anew."""

from collections.abc import Mapping
from typing import Any

from editorial.domain.invitations import TOLD, next_sequence
from editorial.domain.vocabulary import Clearance

DECISIVE: Mapping[str, frozenset[str]] = {"interview": TOLD, "quote": frozenset({"name"})}
"""Fields by kind of record that something follows from."""


def consequences(kind: str, before: Any, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is to be written besides these fields of a record; nothing for kinds that are not decisive."""
    if kind == "interview":
        sequence = next_sequence(before, fields)
        return {} if sequence == before.sequence else {"sequence": sequence}
    if kind == "quote" and "clearance" not in fields and fields.get("name", before.name) != before.name:
        return {"clearance": Clearance.NOT_ASKED, "asked_on": None, "answered_on": None, "answered_by": ""}
    return {}
