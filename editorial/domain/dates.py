"""Dates that a calendar file brings: company events and key dates, before and after they meet the workspace."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from editorial.domain.drafts import Refusal
from editorial.domain.matching import title_key
from editorial.domain.records import DayNote


@dataclass(frozen=True, slots=True)
class DateDraft:
    """One date of a file: what it is called, and its days, both included."""

    name: str
    first: date
    last: date
    item: int = 0
    """The event of the file it comes from, counted from 1."""


@dataclass(frozen=True, slots=True)
class DateDrafts:
    """What was read from a calendar file."""

    dates: tuple[DateDraft, ...]
    refused: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences on what was left out."""


@dataclass(frozen=True, slots=True)
class DatesPreview:
    """What an import of dates would do; read = new + changed + unchanged + refused."""

    new: tuple[DateDraft, ...]
    changed: tuple[tuple[DayNote, DateDraft], ...] = ()
    unchanged: int = 0
    refused: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def read(self) -> int:
        return len(self.new) + len(self.changed) + self.unchanged + len(self.refused)


def compared(drafts: DateDrafts, present: Iterable[DayNote]) -> DatesPreview:
    """Return what dates would do beside the notes that are there: an equal name and first day is the same note."""
    there = {_key(note): note for note in present}
    new: list[DateDraft] = []
    changed: list[tuple[DayNote, DateDraft]] = []
    unchanged = 0
    for draft in drafts.dates:
        note = there.get(_key(draft))
        if note is None:
            new.append(draft)
        elif note.last != draft.last:
            changed.append((note, draft))
        else:
            unchanged += 1
    return DatesPreview(tuple(new), tuple(changed), unchanged, drafts.refused, drafts.notes)


def without_repeats(dates: Sequence[DateDraft]) -> list[DateDraft]:
    """Return dates in order of their days; of those of one name and first day the longest alone."""
    longest: dict[tuple[str, date], DateDraft] = {}
    for draft in dates:
        known = longest.get(_key(draft))
        if known is None or draft.last > known.last:
            longest[_key(draft)] = draft
    return sorted(longest.values(), key=lambda draft: (draft.first, draft.name))


def _key(one: DateDraft | DayNote) -> tuple[str, date]:
    return title_key(one.name), one.first
