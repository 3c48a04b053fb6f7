"""Writing pieces, people, settings or everything to a file, from the menu."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from editorial.domain.drafts import DraftKind
from editorial.language import _

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace

RECORDS = ("pieces", "people")


def endings(kind: str) -> str:
    """Return the kinds of file that a kind of export can be written as, for a file dialog."""
    if kind in RECORDS:
        return _("Spreadsheet (*.xlsx);;Comma-separated values (*.csv);;JSON (*.json)")
    return _("JSON (*.json)")


def named(workspace: "Workspace", kind: str) -> Path:
    """Return the file that is proposed: beside the workspace, named after it."""
    ending = ".xlsx" if kind in RECORDS else ".json"
    return workspace.path.with_name(f"{workspace.path.stem} {kind}{ending}")


def write(workspace: "Workspace", kind: str, path: Path) -> None:
    """Write the file whole or not at all. Raises BadFile with one sentence."""
    from editorial.exchange.writing import write_document, write_records
    from editorial.services.exporting import person_records, piece_records, settings_document

    if kind == "pieces":
        write_records(DraftKind.PIECES, piece_records(workspace), path)
    elif kind == "people":
        write_records(DraftKind.PEOPLE, person_records(workspace), path)
    else:
        settings = settings_document(workspace)
        write_document(settings if kind == "settings" else _everything(workspace, settings), path)


def _everything(workspace: "Workspace", settings: dict[str, Any]) -> dict[str, Any]:
    from editorial.exchange.writing import json_records
    from editorial.services.exporting import person_records, piece_records, planning_document

    return {
        "settings": settings,
        "people": json_records(DraftKind.PEOPLE, person_records(workspace)),
        "pieces": json_records(DraftKind.PIECES, piece_records(workspace)),
        "planning": planning_document(workspace),
    }
