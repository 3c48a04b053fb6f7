"""What a workspace gives out: records with names in place of keys, and what a team configures."""

from collections.abc import Collection
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from editorial.domain.conditions import Condition
from editorial.domain.drafts import PERSON_FIELDS, PIECE_FIELDS
from editorial.domain.period import Period
from editorial.domain.records import Lists
from editorial.domain.settings_documents import LISTED_KINDS, OWN_WORKSPACE_KEYS, WEIGHTS
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.calendar import between
from editorial.services.workspaces import Workspace
from editorial.store import carrying
from editorial.store.exporting import person_values, piece_values
from editorial.store.importing import known_pieces
from editorial.store.lists import read_lists

_SHOWN_OF_ID = 6
_LEFT_OUT = frozenset({"id", "uid", "position", "owner_id"})
PLANNING_KEYS = {f"{table}s": table for table in carrying.RECORDS}
"""Key of a whole workspace's `planning` → table."""


def piece_records(
    workspace: Workspace,
    period: Period | None = None,
    where: Condition | None = None,
    ids: Collection[int] | None = None,
) -> list[dict[str, Any]]:
    """Return pieces by field in order of creation: all, those named, or those a view of this range and filter shows."""
    if period is not None:
        ids = {entry.id for entry in between(workspace, period.first, period.last, where)}
    with workspace.read() as connection:
        return [values for _id, values in piece_values(connection, read_lists(connection), PIECE_FIELDS, ids)]


def piece_id(workspace: Workspace, text: str) -> int:
    """Return the key of the piece with this id, outside id, or end of an id. Raises RuleBroken where it is not one."""
    with workspace.read() as connection:
        known = known_pieces(connection)
    found = [piece.id for piece in known if text in (piece.uid, piece.outside_id)]
    if not found and len(text) >= _SHOWN_OF_ID:
        found = [piece.id for piece in known if piece.uid.endswith(text)]
    if len(found) != 1:
        raise RuleBroken(_("There is no piece with the id “{text}”.").format(text=text))
    return found[0]


def person_records(workspace: Workspace) -> list[dict[str, Any]]:
    """Return every person by field, in order of creation."""
    with workspace.read() as connection:
        return [values for _id, values in person_values(connection, read_lists(connection), PERSON_FIELDS)]


def planning_document(workspace: Workspace) -> dict[str, Any]:
    """Return what a whole workspace holds besides settings, people and pieces, by the keys of its `planning`."""
    with workspace.read() as connection:
        return {
            **{key: carrying.read_records(connection, table) for key, table in PLANNING_KEYS.items()},
            "of_people": carrying.read_person_parts(connection),
            "of_pieces": carrying.read_piece_parts(connection),
        }


def settings_document(workspace: Workspace) -> dict[str, Any]:
    """Return everything a team configures, in the keys of the settings document."""
    with workspace.read() as connection:
        return document_of(read_lists(connection))


def document_of(lists: Lists) -> dict[str, Any]:
    """Return lists and settings as a document; every record with its own fields, in the team's order."""
    settings = lists.settings
    return {
        "workspace": {name: _plain(getattr(settings, name)) for name in OWN_WORKSPACE_KEYS},
        "mix": {"target": str(settings.mix_target), "tolerance": str(settings.mix_tolerance)},
        **{kind: [_entry(record, lists) for record in _records(lists, kind)] for kind in LISTED_KINDS},
        "targets": _targets(lists),
        **{
            name: {key: format(weight, "f") for key, weight in getattr(settings, name).items()}
            for name in sorted(WEIGHTS)
        },
        "reminders": dict(settings.reminders),
    }


def _records(lists: Lists, kind: str) -> Collection[Any]:
    return lists.notes if kind == "day_notes" else getattr(lists, kind).values()


def _entry(record: Any, lists: Lists) -> dict[str, Any]:
    entry = {one.name: _plain(getattr(record, one.name)) for one in fields(record) if one.name not in _LEFT_OUT}
    if hasattr(record, "owner_id"):
        entry["owner"] = lists.people.get(record.owner_id) if record.owner_id is not None else None
    return entry


def _targets(lists: Lists) -> list[dict[str, Any]]:
    return [
        {"segment": segment.name, "stage": stage.name, "target": lists.targets.get((segment.id, stage.id), 1)}
        for segment in lists.segments.values()
        for stage in lists.stages.values()
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [{one.name: _plain(getattr(part, one.name)) for one in fields(part)} for part in value]
    return sorted(value) if isinstance(value, frozenset) else value
