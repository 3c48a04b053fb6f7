"""What a change did to a record, said for people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowChange:
    """One field of one record before and after a change; of a record that came or went, its name alone."""

    kind: str
    """The kind of record: piece, segment, person, …"""
    id: int
    title: str
    op: str
    """insert, update or delete, of the record itself."""
    field: str
    """Which field differs, as people call it; empty where the record came or went."""
    before: str
    """In words; of links the names that went."""
    after: str
    """In words; of links the names that came."""
