"""Bringing field notes in from a table, through the import assistant."""

from editorial.language import _
from editorial.ui.desk import Desk


def bring_notes(desk: Desk) -> None:
    """Ask for a table and show its columns; nothing is changed before that is wanted."""
    if desk.readonly or desk.workspace is None:
        return
    kinds = _("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.json)")
    path = desk.prompts.open_file("notes", _("Import field notes"), kinds)
    if path is not None:
        desk.place_wanted.emit("import", {"path": path, "holds": "field_notes"})
