"""What sales answered on stage tags, as a file holds it, and what each answer means for its piece."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from editorial.domain.agreement import TaggedPiece
from editorial.domain.agreement_words import reason_of
from editorial.domain.drafts import Refusal
from editorial.domain.folding import fold
from editorial.domain.imports import FieldChange
from editorial.domain.records import BuyingStage
from editorial.domain.vocabulary import Tag
from editorial.language import _

ANSWER_FIELDS = ("id", "title", "stage", "definition", "answer", "reason", "by_whom")
"""What is read of a file; the rest of its columns is for the reader."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One row of a file: `tag` is None where the piece was not answered."""

    line: int
    uid: str
    title: str = ""
    stage: str = ""
    definition: str = ""
    tag: Tag | None = None
    reason: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that was read from one file."""

    rows: tuple[Answer, ...]
    refused: tuple[Refusal, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Field → heading of its column."""
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def heading(self, name: str) -> str:
        return self.mapping.get(name, name)

    @property
    def read(self) -> int:
        return len(self.rows) + len(self.refused)


def why_not_answer(answer: Answer, piece: TaggedPiece | None, stage: BuyingStage | None) -> tuple[str, str, str] | None:
    """Return the field, value and reason why an answer cannot be taken, or None.

    An answer belongs to the stage and the definition that went out: where either is another now, it is stale.
    """
    if piece is None:
        return "id", answer.uid, _("there is no piece with this id")
    if stage is None:
        return "stage", answer.stage, _("the piece has no stage any more, so there is nothing to agree on")
    if answer.stage and fold(answer.stage.strip()) != fold(stage.name.strip()):
        said = _("this went out for the stage {old}; since then the piece was moved to {new}")
        return "stage", answer.stage, said.format(old=answer.stage, new=stage.name)
    if answer.definition and _plain(answer.definition) != _plain(stage.definition):
        said = _("the definition of {stage} was edited after this went out; ask again with the new one")
        return "definition", answer.definition[:80], said.format(stage=stage.name)
    if answer.tag is Tag.DISPUTED and not answer.reason and not (piece.tag is Tag.DISPUTED and piece.reason):
        return "reason", "", _("a dispute needs a reason")
    return None


def _plain(text: str) -> str:
    return " ".join(text.split())


def changes_of(answer: Answer, piece: TaggedPiece) -> tuple[FieldChange, ...]:
    """Return what an answer changes: the tag, and the reason with who gave it; a blank reason clears no equal tag's."""
    if answer.tag is None:
        return ()
    reason = reason_of(answer.reason, answer.who)
    if answer.tag is piece.tag and not answer.reason:
        reason = reason if not piece.reason else piece.reason
    changes = (
        FieldChange("tag", piece.tag.value, answer.tag.value),
        FieldChange("tag_reason", piece.reason, reason),
    )
    return tuple(change for change in changes if change.before != change.after)
