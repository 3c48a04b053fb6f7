"""What an import would do, and what it did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from editorial.domain.drafts import Draft, DraftKind, Question, Refusal

CREATED_KINDS = ("segments", "interests", "people", "channels", "campaigns")
"""Lists that an import adds to, by the key they are reported under."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record: what it holds and what it would hold, as a file carries it."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record that a row changes."""

    line: int
    id: int
    title: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything an import would do; `read` = new + changed + unchanged + refused."""

    kind: DraftKind
    read: int
    new: tuple[Draft, ...]
    changed: tuple[ChangedRecord, ...]
    unchanged: int
    refused: tuple[Refusal, ...]
    created: Mapping[str, tuple[str, ...]]
    """List (see CREATED_KINDS) → names that would be added to it."""
    questions: tuple[Question, ...]
    mapping: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    references: Mapping[str, int | str] = field(default_factory=lambda: MappingProxyType({}))
    """How the file names other pieces → the key of one that exists, or the line of a new one as `line n`."""
    today: date | None = None
    as_of: int = 0
    """The newest change when this was found out."""

    @property
    def changed_ids(self) -> list[int]:
        return [record.id for record in self.changed]

    def why_not_apply(self, *, skip_bad: bool) -> str | None:
        """Return why this cannot be applied as it is, or None."""
        from editorial.domain.import_words import open_sentence

        return open_sentence(self, skip_bad=skip_bad)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did; nothing is `applied` while rows are refused or questions open."""

    preview: Preview
    applied: bool
    change_id: int | None = None
    """The change that was made; None where nothing had to change."""
