"""Which ideas would fill a cell, what tags they need for it, and what kinds and stages suggest of each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from editorial.domain.records import BuyingStage, Entry, Lists, Piece
from editorial.domain.vocabulary import Kind, Phase


@dataclass(frozen=True, slots=True)
class Filling:
    """What a piece must get to fill a cell; `replaces_stage` where its own stage is another one."""

    add_segment: bool
    set_stage: bool
    replaces_stage: bool

    @property
    def tags(self) -> int:
        """How many tags have to be set."""
        return self.add_segment + self.set_stage


@dataclass(frozen=True, slots=True)
class Candidate:
    """An idea that would fill a cell, and with which tags."""

    idea: Entry
    filling: Filling


def filling(piece: Entry | Piece, segment_id: int, stage_id: int) -> Filling:
    """Return which tags a piece must get to count in the cell: the segment is added, the stage set."""
    other = piece.stage_id != stage_id
    return Filling(segment_id not in piece.segment_ids, other, other and piece.stage_id is not None)


def filled_tags(piece: Entry | Piece, segment_id: int, stage_id: int) -> tuple[tuple[int, ...], int]:
    """Return the segments and the stage a piece has once it fills the cell; it keeps its other segments."""
    segments = piece.segment_ids
    return (segments if segment_id in segments else (*segments, segment_id)), stage_id


def candidates(ideas: Iterable[Entry], lists: Lists, segment_id: int, stage_id: int) -> list[Candidate]:
    """Return the ideas that would fill a cell without losing a tag, those that lack the fewest tags first.

    An idea for other segments only, or for another stage, is not one; nor is a parked one or one with a date. Equals:
    those of the stage's natural kind first, then by title and id.
    """
    natural = lists.stages[stage_id].natural_kind
    found = [
        Candidate(idea, filling(idea, segment_id, stage_id))
        for idea in ideas
        if is_idea(idea, lists) and _fits(idea, segment_id, stage_id)
    ]
    return sorted(found, key=lambda each: (each.filling.tags, *_order(each.idea, natural)))


def is_idea(entry: Entry, lists: Lists) -> bool:
    """Tell whether an entry is an unparked idea: without a date, whatever its status."""
    return entry.day is None and lists.phase(entry.status_id) is not Phase.PARKED


def _fits(idea: Entry, segment_id: int, stage_id: int) -> bool:
    return idea.stage_id in {None, stage_id} and (not idea.segment_ids or segment_id in idea.segment_ids)


def _order(idea: Entry, natural: Kind | None) -> tuple[bool, str, int]:
    return natural is not None and idea.kind is not natural, idea.title.casefold(), idea.id


def suggested_stage(kind: Kind, lists: Lists) -> BuyingStage | None:
    """Return the first stage whose natural kind this is; a suggestion only, None where no stage has it."""
    return next((stage for stage in lists.stages.values() if stage.natural_kind is kind), None)


def suggested_kind(stage: BuyingStage) -> Kind | None:
    """Return the natural kind of a stage; a suggestion only."""
    return stage.natural_kind
