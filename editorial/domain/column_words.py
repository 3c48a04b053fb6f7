"""What people call the fields of lists and settings, where a history tells of them by their columns."""

from collections.abc import Mapping

from editorial.language import _

_COLUMNS: Mapping[str, str] = {
    "archetype": _("Who they are"),
    "approach": _("Suggested approach"),
    "avoid": _("What not to do"),
    "binned": _("In the bin"),
    "colour": _("Colour"),
    "country": _("Country"),
    "currency": _("Currency"),
    "definition": _("Definition"),
    "effort_days": _("Effort"),
    "email": _("E-mail"),
    "ends": _("End"),
    "external_launch": _("External launch"),
    "first": _("First day"),
    "fiscal_month": _("Fiscal year starts in"),
    "floor": _("Floor"),
    "gate": _("What must hold to leave it"),
    "hours_a_quarter": _("Hours a quarter"),
    "internal_launch": _("Internal launch"),
    "interviews_a_month": _("Interviews a month"),
    "kind": _("Kind"),
    "last": _("Last day"),
    "length": _("Length"),
    "longest_gap": _("Longest gap"),
    "longest_silence": _("Longest silence"),
    "medium": _("Medium"),
    "mix_target": _("Aspirational share"),
    "mix_tolerance": _("Tolerance either way"),
    "name": _("Name"),
    "natural_kind": _("Natural kind"),
    "notes": _("Notes"),
    "onsite": _("Onsite"),
    "organisation": _("Organisation"),
    "outside_id": _("Outside id"),
    "owner_id": _("Owner"),
    "phase": _("Phase"),
    "place": _("Place"),
    "position": _("Order"),
    "question": _("The buyer’s question"),
    "ranking_weights": _("Weights of the ranking"),
    "readiness": _("Readiness"),
    "retired": _("Retired"),
    "rung": _("Rung on the ladder"),
    "sales_objective": _("Sales objective"),
    "sales_ready": _("Sales-ready"),
    "sample": _("Sample"),
    "signal": _("Signal to sales"),
    "starts": _("Start"),
    "strategic_objective": _("Business objective"),
    "subdivision": _("State or region"),
    "target": _("Target"),
    "time_zone": _("Time zone"),
    "view": _("View"),
    "week_start": _("Week starts on"),
    "weekend": _("Weekend"),
    "weight": _("Weight"),
    "why_them": _("Why them"),
    "wip_limit": _("Most at once"),
    "worries": _("What worries them"),
}
_RECORDS: Mapping[str, str] = {
    "campaign": _("campaign"),
    "channel": _("channel"),
    "day_note": _("day note"),
    "format": _("format"),
    "interest": _("interest"),
    "person": _("person"),
    "piece": _("piece"),
    "saved_view": _("saved view"),
    "segment": _("segment"),
    "stage": _("stage"),
    "status": _("status"),
    "workspace": _("workspace"),
}


def column_word(column: str) -> str:
    """Return what people call a column of a list or of the settings; one that nobody should see keeps its name."""
    return _COLUMNS.get(column, column)


def record_word(kind: str) -> str:
    """Return what one record of a kind is called."""
    return _RECORDS.get(kind, kind)
