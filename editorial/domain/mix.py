"""The mix: aspirational against practical pieces, and what would bring it within tolerance."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from editorial.domain.counting import KindCounts
from editorial.domain.records import BuyingStage, Campaign, Lists, Segment, Settings
from editorial.domain.vocabulary import Kind
from editorial.language import _

Counts = Mapping[int | None, KindCounts]


@dataclass(frozen=True, slots=True)
class Remedy:
    """`n` pieces to add of `kind`, or to turn into `kind`."""

    kind: Kind
    n: int


@dataclass(frozen=True, slots=True)
class MixRow:
    """The mix of one stage, segment or campaign; of None: of pieces without one."""

    of: BuyingStage | Segment | Campaign | None
    aspirational: int
    practical: int
    untagged: int
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class Mix:
    """The mix of a period; shares are of the aspirational kind, exact, and None where no piece has a kind."""

    aspirational: int
    practical: int
    untagged: int
    share: Fraction | None
    target: Fraction
    tolerance: Fraction
    balanced: bool | None
    add: Remedy | None = None
    turn: Remedy | None = None
    by_stage: tuple[MixRow, ...] = ()
    by_segment: tuple[MixRow, ...] = ()
    by_campaign: tuple[MixRow, ...] = ()

    @property
    def scarce(self) -> Kind | None:
        """The kind that is too rare; None while balanced or without a share."""
        if self.share is None or self.balanced:
            return None
        return Kind.ASPIRATIONAL if self.share < self.target else Kind.PRACTICAL


def share_of(counts: KindCounts) -> Fraction | None:
    """Return A / (A + P); None where both are 0."""
    tagged = counts.aspirational + counts.practical
    return Fraction(counts.aspirational, tagged) if tagged else None


def mix(
    counts: KindCounts,
    lists: Lists,
    by_stage: Counts | None = None,
    by_segment: Counts | None = None,
    by_campaign: Counts | None = None,
) -> Mix:
    """Return the mix of the counting pieces, with both remedies where it is out of tolerance."""
    return Mix(
        **_verdict(counts, lists.settings),
        by_stage=_rows(by_stage, lists.stages),
        by_segment=_rows(by_segment, lists.segments),
        by_campaign=_rows(by_campaign, lists.campaigns),
    )
