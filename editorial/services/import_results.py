"""What the import of a document did, or would do."""

from dataclasses import dataclass, field
from typing import Any

from editorial.domain.drafts import Question, Refusal


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One field of one record that a document changes."""

    of: str
    """The key of its list in the document; `workspace` for the settings themselves."""
    name: str
    field: str
    before: Any
    after: Any


@dataclass(slots=True)
class DocumentResult:
    """What the import of a document did, or would do."""

    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[Refusal] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    created: dict[str, list[str]] = field(default_factory=dict)
    changes: list[DocumentChange] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    applied: bool = False

    def why_not_apply(self, *, skip_bad: bool) -> bool:
        """Tell whether something keeps this from being applied."""
        return bool(self.questions) or (bool(self.refused) and not skip_bad)
