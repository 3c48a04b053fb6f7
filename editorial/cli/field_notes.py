"""`import field-notes`."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace


def take_in_field_notes(
    workspace: "Workspace",
    path: Path,
    mapping: Mapping[str, str],
    date_order: str,
    sheet: str,
    today: date,
    *,
    skip_bad: bool,
    dry_run: bool,
) -> tuple[dict[str, Any], list[str]]:
    """Bring field notes in. Return what happened in the keys of every import, and sentences on what was left out."""
    from editorial.exchange.field_notes import read_field_notes
    from editorial.services import import_field_notes
    from editorial.services.lists import read_lists

    settings = read_lists(workspace).settings
    drafts = read_field_notes(path, settings, given=mapping, date_order=date_order, sheet=sheet)
    found = import_field_notes.preview(workspace, drafts)
    applied = False
    if not dry_run and not drafts.readings:
        done = import_field_notes.apply(workspace, drafts, today=today, source=path.name, skip_bad=skip_bad)
        applied = done is not None
    refused = [
        {"line": one.line, "column": one.column, "value": one.value, "reason": one.reason} for one in found.refused
    ]
    day = dict(drafts.mapping).get("day", "")
    return {
        "read": found.read,
        "added": len(found.new),
        "updated": 0,
        "unchanged": found.unchanged,
        "refused": refused,
        "applied": applied,
        "created": {},
        "mapping": dict(drafts.mapping),
        "ignored": list(drafts.ignored),
        "questions": [{"column": day, "readings": list(drafts.readings), "examples": []}] if drafts.readings else [],
    }, []
