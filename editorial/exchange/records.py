"""A table of any kind into drafts."""

from editorial.domain.drafts import DraftKind, Drafts
from editorial.domain.records import Settings
from editorial.exchange import field_notes, people, pieces
from editorial.exchange.columns import Matching
from editorial.exchange.rows import Table

_READERS = {
    DraftKind.PIECES: pieces.drafts,
    DraftKind.PEOPLE: people.drafts,
    DraftKind.FIELD_NOTES: field_notes.drafts,
}


def drafts_of(table: Table, matching: Matching, settings: Settings, date_order: str = "") -> Drafts:
    """Read every row as what the columns were matched for. Raises RuleBroken where a needed column is missing."""
    return _READERS[matching.kind](table, matching, settings, date_order)
