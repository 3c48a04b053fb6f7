"""Looking at what is to be brought in, without Qt: every function here runs off the GUI thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from editorial.domain.drafts import FIELDS, DraftKind
from editorial.domain.imports import Preview
from editorial.errors import BadFile
from editorial.exchange.cells import as_text
from editorial.exchange.columns import Matching, match
from editorial.exchange.documents import read_document
from editorial.exchange.records import drafts_of
from editorial.exchange.rows import Table, is_blank
from editorial.exchange.tables import read_bytes, read_table, read_text
from editorial.exchange.whole_documents import is_document, is_whole, reader_of, settings_of
from editorial.language import _
from editorial.services import importing
from editorial.services.import_documents import import_document
from editorial.services.import_results import DocumentResult
from editorial.services.lists import read_lists
from editorial.services.workspaces import Workspace
from editorial.ui.importing.events import BEGINS, Taking, bring_events, look_at_events, proposed
from editorial.ui.importing.pasting import CALENDARS

EXAMPLES = 3
LOOKED_AT = 300
"""Rows in which examples of a column are looked for."""


class Holds(StrEnum):
    """What a file holds."""

    PIECES = "pieces"
    PEOPLE = "people"
    FIELD_NOTES = "field_notes"
    SETTINGS = "settings"
    ALL = "all"
    CALENDAR = "calendar"
    """The events of a calendar file; it tells by its ending, or by how it begins."""

    @property
    def tabular(self) -> bool:
        return self in (Holds.PIECES, Holds.PEOPLE, Holds.FIELD_NOTES)


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from: a file, or text that was pasted."""

    path: Path | None = None
    text: str = ""

    @property
    def name(self) -> str:
        return self.path.name if self.path is not None else _("pasted rows")


@dataclass(frozen=True, slots=True)
class Found:
    """What was read: a table, or a document of settings or of a whole workspace."""

    source: Source
    holds: Holds
    table: Table | None = None
    document: Mapping[str, Any] | None = None
    calendar: bytes | None = None
    taking: Taking | None = None
    """What a calendar most likely holds."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the user decided: field → heading (empty: left out), and the answers to questions."""

    mapping: Mapping[str, str]
    date_order: str = ""
    equal_names: str = ""
    taking: Taking | None = None
    """What the events of a calendar become."""


def read_for(workspace: Workspace | None, source: Source, holds: Holds | None, sheet: str, today: date) -> Found:
    """Read a source that is to be brought into a workspace. Raises BadFile with one sentence."""
    found = read_source(source, holds, sheet)
    if found.calendar is None or workspace is None:
        return found
    told = holds.value if holds else ""
    return replace(found, taking=proposed(workspace, found.calendar, source.name, today, told))


def read_source(source: Source, holds: Holds | None, sheet: str = "", named: Sequence[str] = ()) -> Found:
    """Read a source; what it holds is found out where it is not told. Raises BadFile with one sentence."""
    if source.path is None:
        if source.text.lstrip("\ufeff \t\r\n").upper().startswith(BEGINS):
            return Found(source, Holds.CALENDAR, calendar=source.text.encode("utf-8", "replace"))
        return _tabled(source, holds, read_text(source.text, frozenset(named)))
    if source.path.suffix.lower() in CALENDARS:
        return Found(source, Holds.CALENDAR, calendar=read_bytes(source.path))
    if source.path.suffix.lower() == ".json":
        read = read_document(read_bytes(source.path))
        told = holds is None or not holds.tabular
        if told and is_document(read):
            return Found(source, Holds.ALL if is_whole(read) else Holds.SETTINGS, document=read)
    if holds is not None and not holds.tabular:
        raise BadFile(_("{name} is not a document of settings.").format(name=source.name))
    key = holds.value if holds else Holds.PIECES.value
    return _tabled(source, holds, read_table(source.path, sheet or None, named, key))


def _tabled(source: Source, holds: Holds | None, table: Table) -> Found:
    return Found(source, holds or likely_holds(table.headings), table=table)


def likely_holds(headings: Sequence[str]) -> Holds:
    """Return what the headings speak of most: pieces, people, or field notes, which say who or which account."""
    sure = {kind: sum(column.confidence for column in match(headings, kind).columns) for kind in DraftKind}
    told = match(headings, DraftKind.FIELD_NOTES).mapping.keys()
    if "name" not in told or not told & {"person", "account"}:
        sure[DraftKind.FIELD_NOTES] = 0
    return Holds(max(sure, key=lambda kind: sure[kind]).value)


def matching_of(found: Found, mapping: Mapping[str, str]) -> Matching:
    """Return which column is which field; an empty mapping lets the headings speak."""
    assert found.table is not None
    return match(found.table.headings, DraftKind(found.holds.value), given=mapping)


def whole_mapping(matching: Matching) -> dict[str, str]:
    """Return a mapping that names every field, those without a column too: nothing is guessed again."""
    return {name: matching.mapping.get(name, "") for name in FIELDS[matching.kind]}


def examples(table: Table) -> list[str]:
    """Return a few different values of each column, as the file writes them."""
    found: list[dict[str, None]] = [{} for _heading in table.headings]
    for _line, cells in table.rows[:LOOKED_AT]:
        for values, cell in zip(found, cells, strict=False):
            if len(values) < EXAMPLES and not is_blank(cell):
                values.setdefault(" ".join(as_text(cell).split())[:60])
    return [" · ".join(values) for values in found]


def look(workspace: Workspace, found: Found, answers: Answers, today: date) -> Preview | DocumentResult:
    """Find out what bringing it in would do; nothing is written. Raises RuleBroken or BadFile."""
    if found.calendar is not None and answers.taking is not None:
        return look_at_events(workspace, found.calendar, found.source.name, answers.taking, today)
    if found.document is not None:
        return bring_document(workspace, found, answers, today, dry_run=True)
    settings = read_lists(workspace).settings
    matching = matching_of(found, answers.mapping)
    assert found.table is not None
    drafts = drafts_of(found.table, matching, settings, answers.date_order)
    return importing.preview(workspace, drafts, today, answers.equal_names)


def bring_document(
    workspace: Workspace, found: Found, answers: Answers, today: date, *, skip_bad: bool = False, dry_run: bool = False
) -> DocumentResult:
    """Bring in settings, a whole workspace or a calendar, as one change; or only say what that would do."""
    name = found.source.name
    if found.calendar is not None and answers.taking is not None:
        return bring_events(workspace, found.calendar, name, answers.taking, skip_bad=skip_bad, dry_run=dry_run)
    assert found.document is not None
    document = found.document
    kinds = (DraftKind.PEOPLE, DraftKind.PIECES)
    read_people, read_pieces = (
        reader_of(document, kind, answers.date_order) if is_whole(document) else None for kind in kinds
    )
    return import_document(
        workspace,
        settings_of(document, name),
        read_people,
        read_pieces,
        today,
        planning=document.get("planning"),
        skip_bad=skip_bad,
        dry_run=dry_run,
        source=name,
    )
