"""The least share of a period's pieces that a stage wants."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from editorial.domain.records import BuyingStage, Lists


@dataclass(frozen=True, slots=True)
class Floor:
    """The share a stage has of the pieces with a stage; None, and never below, where there are none."""

    stage: BuyingStage
    share: Fraction | None
    floor: Fraction
    below: bool


def floors(lists: Lists, by_stage: Mapping[int | None, int]) -> tuple[Floor, ...]:
    """Return the stages that have a floor, in order, against the distinct counting pieces by main stage."""
    staged = sum(n for stage, n in by_stage.items() if stage is not None)
    return tuple(
        _floor(stage, Fraction(stage.floor), by_stage.get(stage.id, 0), staged)
        for stage in lists.stages.values()
        if stage.floor is not None
    )


def _floor(stage: BuyingStage, floor: Fraction, pieces: int, staged: int) -> Floor:
    share = Fraction(pieces, staged) if staged else None
    return Floor(stage, share, floor, share is not None and share < floor)
