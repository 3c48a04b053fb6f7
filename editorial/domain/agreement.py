"""The agreement with sales on stages: what a version froze, what has changed since, and what sales says of tags."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from editorial.domain.counting import Cell
from editorial.domain.period import Period
from editorial.domain.planning_records import AgreedStage, StageAgreement
from editorial.domain.records import BuyingStage
from editorial.domain.vocabulary import Precision, Tag

TEXTS = ("definition", "question", "signal", "approach", "avoid")
"""What a version freezes of a stage beside its name."""


class StageState(StrEnum):
    """How a stage stands to the agreement."""

    NONE = "none"
    AGREED = "agreed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class StageStanding:
    """A stage with the latest version that has it; `edited` are the texts that say something else now."""

    stage: BuyingStage
    version: StageAgreement | None = None
    frozen: AgreedStage | None = None
    edited: tuple[str, ...] = ()

    @property
    def state(self) -> StageState:
        if self.version is None:
            return StageState.NONE
        return StageState.REOPENED if self.edited else StageState.AGREED


@dataclass(frozen=True, slots=True)
class Tags:
    """How many counting pieces with a stage carry each tag."""

    proposed: int = 0
    agreed: int = 0
    disputed: int = 0

    @classmethod
    def of(cls, counts: Mapping[Tag, int]) -> "Tags":
        return cls(*(counts.get(tag, 0) for tag in (Tag.PROPOSED, Tag.AGREED, Tag.DISPUTED)))

    @property
    def pieces(self) -> int:
        return self.proposed + self.agreed + self.disputed

    @property
    def share(self) -> Fraction | None:
        """Agreed tags among counting pieces with a stage; None without such a piece (domain: working with sales)."""
        return Fraction(self.agreed, self.pieces) if self.pieces else None


@dataclass(frozen=True, slots=True)
class TaggedPiece:
    """A piece with a stage, as the tag is reviewed: what it is about, and what was said of the tag."""

    id: int
    uid: str
    title: str
    day: date | None
    precision: Precision
    stage_id: int
    segment_ids: tuple[int, ...]
    tag: Tag
    reason: str = ""
    version: int | None = None
    """The version under which the tag was agreed."""
    insight: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The state of a period: every stage in order, the tags of its pieces, and those that are disputed."""

    period: Period
    stages: tuple[StageStanding, ...]
    tags: Tags
    disputed: tuple[TaggedPiece, ...]
    by_stage: Mapping[int, Tags]
    newest: StageAgreement | None = None

    @property
    def share(self) -> Fraction | None:
        return self.tags.share


@dataclass(frozen=True, slots=True)
class TagQuestions:
    """The open tags of a period as they go out to sales."""

    workspace: str
    period: Period
    made_on: date
    stages: tuple[BuyingStage, ...]
    pieces: tuple[TaggedPiece, ...]
    segments: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class AgreedCount:
    """How many of the pieces of a stage or cell carry a tag that sales has agreed to."""

    agreed: int
    pieces: int


Cells = Mapping[Cell, AgreedCount]


def standing(stage: BuyingStage, versions: Sequence[StageAgreement]) -> StageStanding:
    """Return how a stage stands to the versions, given newest first."""
    for version in versions:
        for frozen in version.stages:
            if frozen.stage_id == stage.id:
                return StageStanding(stage, version, frozen, edited_texts(frozen, stage))
    return StageStanding(stage)


def edited_texts(frozen: AgreedStage, stage: BuyingStage) -> tuple[str, ...]:
    """Return the texts in which a stage differs from what was agreed; a name alone is none of them."""
    return tuple(name for name in TEXTS if getattr(frozen, name) != getattr(stage, name))


def frozen_stage(stage: BuyingStage) -> AgreedStage:
    """Return a stage as a version freezes it."""
    texts = {name: getattr(stage, name) for name in TEXTS}
    return AgreedStage(stage_id=stage.id, name=stage.name, **texts)


def agreed_under(tag: Tag, version: int | None, stage: StageStanding) -> int | None:
    """Return the version a tag is shown as agreed under, where that is not what the stage says now; else None."""
    if tag is not Tag.AGREED or version is None or stage.version is None:
        return None
    current = stage.state is StageState.AGREED and stage.version.version <= version
    return None if current else version
