"""Bringing text or files into a real workspace the way every front end does."""

from datetime import date
from pathlib import Path

from editorial.domain.drafts import DraftKind, Drafts
from editorial.domain.imports import ImportResult, Preview
from editorial.exchange import people, pieces
from editorial.exchange.columns import match
from editorial.exchange.tables import read_table, read_text
from editorial.services.importing import apply, preview
from editorial.services.lists import read_lists
from editorial.services.workspaces import Workspace

TODAY = date(2026, 11, 21)
DATA = Path(__file__).parent / "data"


def drafts_of(workspace: Workspace, source: str | Path, kind: DraftKind = DraftKind.PIECES, **given: str) -> Drafts:
    table = read_text(source) if isinstance(source, str) else read_table(source)
    matching = match(table.headings, kind, given=given)
    read = pieces.drafts if kind is DraftKind.PIECES else people.drafts
    return read(table, matching, read_lists(workspace).settings)


def look(
    workspace: Workspace, source: str | Path, kind: DraftKind = DraftKind.PIECES, equal_names: str = ""
) -> Preview:
    return preview(workspace, drafts_of(workspace, source, kind), TODAY, equal_names)


def bring(
    workspace: Workspace, source: str | Path, kind: DraftKind = DraftKind.PIECES, skip_bad: bool = False
) -> ImportResult:
    return apply(workspace, look(workspace, source, kind), skip_bad)
