"""Field notes that a table brings, before and after they meet the workspace."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from editorial.domain.drafts import Refusal
from editorial.domain.matching import title_key
from editorial.domain.planning_records import FieldNote


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """One row: what was said, and the names it came with; a day that is not told is the day of the import."""

    line: int
    name: str
    day: date | None = None
    person: str = ""
    segment: str = ""
    interest: str = ""
    account: str = ""
    context: str = ""
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class NoteDrafts:
    """What was read from a table; `readings` are the orders of day and month that are all possible."""

    rows: tuple[NoteDraft, ...]
    refused: tuple[Refusal, ...] = ()
    mapping: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotesPreview:
    """What an import of field notes would do; read = new + unchanged + refused."""

    new: tuple[NoteDraft, ...]
    unchanged: int = 0
    refused: tuple[Refusal, ...] = ()

    @property
    def read(self) -> int:
        return len(self.new) + self.unchanged + len(self.refused)


def compared(rows: Iterable[NoteDraft], refused: tuple[Refusal, ...], present: Iterable[FieldNote]) -> NotesPreview:
    """Return what rows would do beside the notes that are there: the same words of the same day are one note.

    A row without a day is the note of the same words of any day.
    """
    days: dict[str, set[date | None]] = {}
    for note in present:
        days.setdefault(title_key(note.name), set()).add(note.day)
    new: list[NoteDraft] = []
    unchanged = 0
    for row in rows:
        there = days.setdefault(title_key(row.name), set())
        if row.day in there or (row.day is None and there):
            unchanged += 1
        else:
            new.append(row)
            there.add(row.day)
    return NotesPreview(tuple(new), unchanged, refused)
