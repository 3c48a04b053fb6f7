"""JSON documents of settings, or of a whole workspace, into what an import takes."""

from collections.abc import Callable, Mapping
from typing import Any

from editorial.domain.drafts import WHOLE_KINDS, DraftKind, Drafts
from editorial.domain.records import Settings
from editorial.domain.settings_documents import LISTED_KINDS, WEIGHTS, SettingsDraft, settings_draft
from editorial.errors import BadFile
from editorial.exchange import people, pieces
from editorial.exchange.columns import match
from editorial.exchange.documents import records_table
from editorial.language import _

SETTINGS_KEYS = frozenset({"workspace", "mix", "targets", "settings", *WEIGHTS, *LISTED_KINDS})


def is_document(found: Any) -> bool:
    """Tell whether a JSON file holds settings or a whole workspace, not a table of records alone."""
    return isinstance(found, Mapping) and bool(SETTINGS_KEYS & found.keys())


def is_whole(found: Mapping[str, Any]) -> bool:
    """Tell whether a document brings pieces, people or the records of planning besides settings."""
    return bool({"planning", *(kind.value for kind in WHOLE_KINDS)} & found.keys())


def settings_of(found: Any, name: str) -> SettingsDraft | None:
    """Return the settings of a document, or None where it has none. Raises BadFile where it is no document."""
    if not isinstance(found, Mapping):
        raise BadFile(_("{name} is not a document of settings.").format(name=name))
    settings = found.get("settings") if is_whole(found) or "settings" in found else found
    return None if settings is None else settings_draft(settings)


def reader_of(found: Mapping[str, Any], kind: DraftKind, date_order: str = "") -> Callable[[Settings], Drafts] | None:
    """Return what reads the pieces or people of a document once its settings are known, or None where it has none."""
    if found.get(kind.value) is None:
        return None
    table = records_table(found[kind.value])
    read = pieces.drafts if kind is DraftKind.PIECES else people.drafts
    return lambda settings: read(table, match(table.headings, kind), settings, date_order)
