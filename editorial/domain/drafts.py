"""What a file holds before it meets the workspace: drafts of pieces, people and notes, refusals and questions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class DraftKind(StrEnum):
    """What the rows of a table are."""

    PIECES = "pieces"
    PEOPLE = "people"
    FIELD_NOTES = "field_notes"


PIECE_FIELDS = tuple(
    (
        "id title angle date time precision published_on kind stage further_stages segments interest "
        "further_interests format channel campaign status owner authors origin lead url timely exclusive_until "
        "exclusive_because evergreen review_date stale_on insight_belief insight_wrong insight_cost insight_new "
        "made_from companion next_piece tag tag_reason brief draft audit notes links outside_id change_level catalyst "
        "not_obvious marker trend meaning reaction trigger_date sales_tone is_relevant is_timely is_useful "
        "parked_until parked_because given_by"
    ).split()
)
"""Fields of a piece in files, in the order of their columns; from audit on those of a whole workspace."""

PERSON_FIELDS = tuple(
    "id name email organisation roles segments expertise capacity notes hours_a_quarter readiness outside_id".split()
)

NOTE_FIELDS = tuple("name day person segment interest account context source notes".split())

FIELDS: Mapping[DraftKind, tuple[str, ...]] = MappingProxyType(
    {DraftKind.PIECES: PIECE_FIELDS, DraftKind.PEOPLE: PERSON_FIELDS, DraftKind.FIELD_NOTES: NOTE_FIELDS}
)

WHOLE_KINDS = (DraftKind.PEOPLE, DraftKind.PIECES)
"""What a whole workspace carries as tables, in the order in which they come in."""

DATES = frozenset(
    {"date", "day", "published_on", "exclusive_until", "review_date", "stale_on", "trigger_date", "parked_until"}
)
FLAGS = frozenset({"timely", "evergreen", "is_relevant", "is_timely", "is_useful"})
LISTS = frozenset(
    {"segments", "further_stages", "further_interests", "interest", "authors", "roles", "expertise", "channel"}
)
"""Fields whose cell may name several; of a channel only the first is kept."""
WHOLE_NAMES = frozenset({"authors", "owner", "given_by"})
"""Lists that are never split at commas: `Scott Gottlieb, M.D.` is one person."""
LONG_TEXTS = frozenset(
    "angle origin exclusive_because insight_belief insight_wrong insight_cost insight_new tag_reason brief draft "
    "notes catalyst not_obvious trend meaning reaction parked_because".split()
)
"""Texts that keep their lines and outer spaces."""
PIECE_REFERENCES = frozenset({"made_from", "companion", "next_piece"})
"""Fields that name another piece by id, outside id or title."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_AROUND_BREAK = re.compile(r"[ \t]*\n\s*")


def without_controls(text: str) -> tuple[str, int]:
    """Return the text with one kind of line end, without control characters but tab and newline, and how many."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.subn("", text) if _CONTROL.search(text) else (text, 0)


def one_line(text: str) -> str:
    """Return a short text on one line, without outer spaces."""
    text = text.strip()
    return _AROUND_BREAK.sub(" ", text) if "\n" in text else text


def clean(name: str, text: str) -> str:
    """Return a text as a file carries it for this field: what is compared with what a workspace holds."""
    text = without_controls(text)[0]
    if name not in LONG_TEXTS:
        return one_line(text)
    return text if text.strip() else ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One row: only what it holds. Lists are tuples of names, references are names, days and words are typed."""

    line: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row cannot be taken; `line` as an editor counts lines, the row of a sheet, or the item from 1."""

    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can decide about a column, with the readings there are and values that show the doubt."""

    column: str
    readings: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafts:
    """Everything that was read from one table."""

    kind: DraftKind
    rows: tuple[Draft, ...]
    refused: tuple[Refusal, ...] = ()
    questions: tuple[Question, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Field → heading of its column."""
    ignored: tuple[str, ...] = ()
    """Headings that nothing was taken from."""
    notes: tuple[str, ...] = ()
    """Sentences on what was skipped, dropped or left out."""

    @property
    def read(self) -> int:
        return len(self.rows) + len(self.refused)
