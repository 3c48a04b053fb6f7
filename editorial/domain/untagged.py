"""Pieces that lack a kind, stage, segment or interest, and which of them they lack."""

from collections.abc import Iterable
from dataclasses import dataclass

from editorial.domain.records import Entry, Piece

TAGS = ("kind", "stage", "segments", "interest")
"""What every piece should carry, in the order in which it is said."""


@dataclass(frozen=True, slots=True)
class Untagged:
    """A piece that lacks at least one tag."""

    id: int
    uid: str
    title: str
    missing: tuple[str, ...]


def missing_tags(piece: Entry | Piece) -> tuple[str, ...]:
    """Return which of kind, stage, segments and interest a piece lacks, in that order."""
    has = (piece.kind is not None, piece.stage_id is not None, bool(piece.segment_ids), piece.interest_id is not None)
    return tuple(tag for tag, there in zip(TAGS, has, strict=True) if not there)


def untagged(pieces: Iterable[Entry | Piece]) -> tuple[Untagged, ...]:
    """Return the pieces that lack a tag, in the order given."""
    lacking = ((piece, missing_tags(piece)) for piece in pieces)
    return tuple(Untagged(piece.id, piece.uid, piece.title, missing) for piece, missing in lacking if missing)
