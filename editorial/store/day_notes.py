"""Day notes written many at once."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from editorial.domain.vocabulary import NoteKind
from editorial.store.bulk import insert_rows
from editorial.store.lists import TABLES
from editorial.store.workspace import new_uid


def insert_day_notes(connection: Connection, notes: Iterable[tuple[str, date, date]], kind: NoteKind) -> None:
    """Add day notes of a kind, given by name, first and last day, in a change that is open."""
    rows = [
        {"uid": new_uid(), "name": name, "first": first, "last": last, "kind": kind.value}
        for name, first, last in notes
    ]
    insert_rows(connection, TABLES["day_note"], rows)
