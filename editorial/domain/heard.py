"""What was heard on each interest: field notes rolled up, from how many accounts and people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from editorial.domain.folding import fold
from editorial.domain.planning_records import FieldNote


@dataclass(frozen=True, slots=True)
class Heard:
    """The field notes of one interest, the newest first; `interest_id` is None for those of none."""

    interest_id: int | None
    interest: str
    notes: tuple[FieldNote, ...]

    @property
    def accounts(self) -> int:
        """How many accounts they come from, letter case aside."""
        return len({fold(note.account.strip()) for note in self.notes if note.account.strip()})

    @property
    def people(self) -> int:
        """How many people heard them."""
        return len({note.person_id for note in self.notes if note.person_id is not None})

    @property
    def first(self) -> date:
        return self.notes[-1].day

    @property
    def last(self) -> date:
        return self.notes[0].day

    @property
    def unused(self) -> int:
        """How many of them did not become an idea."""
        return sum(note.piece_id is None for note in self.notes)


def heard(notes: Iterable[FieldNote], interests: Mapping[int, str]) -> tuple[Heard, ...]:
    """Roll notes up: what most was heard on comes first, then the newest; notes of no interest come last."""
    listed: dict[int | None, list[FieldNote]] = {}
    for note in sorted(notes, key=lambda one: (one.day, one.id), reverse=True):
        listed.setdefault(note.interest_id if note.interest_id in interests else None, []).append(note)
    found = [Heard(key, interests.get(key or 0, ""), tuple(those)) for key, those in listed.items()]
    return tuple(sorted(found, key=lambda one: (one.interest_id is None, -len(one.notes), -one.last.toordinal())))


def with_words(
    notes: Iterable[FieldNote], words: str, interests: Mapping[int, str], people: Mapping[int, str]
) -> list[FieldNote]:
    """Return the notes that hold every one of these words, in what was said or where it comes from."""
    terms = fold(words).split()

    def says(note: FieldNote) -> str:
        names = interests.get(note.interest_id or 0, ""), people.get(note.person_id or 0, "")
        return fold(" ".join((note.name, note.account, note.context, note.source, *names)))

    if not terms:
        return list(notes)
    told = ((note, says(note)) for note in notes)
    return [note for note, said in told if all(term in said for term in terms)]


def shared(ids: Iterable[int | None]) -> int | None:
    """Return the one id that all agree on, or None."""
    found = set(ids)
    return found.pop() if len(found) == 1 else None
