"""The mix: aspirational against practical pieces, and what would bring it within tolerance."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from editorial.domain.counting import KindCounts
from editorial.domain.records import BuyingStage, Campaign, Lists, Segment, Settings
from editorial.domain.vocabulary import Kind

Counts = Mapping[int | None, KindCounts]
MixOf = BuyingStage | Segment | Campaign


@dataclass(frozen=True, slots=True)
class Remedy:
    """`n` pieces to add of `kind`, or to turn into `kind`."""

    kind: Kind
    n: int


@dataclass(frozen=True, slots=True)
class MixRow:
    """The mix of one stage, segment or campaign; `of` None: of the pieces without one."""

    of: MixOf | None
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


def mix_of(counts: KindCounts, settings: Settings) -> Mix:
    """Return the mix of so many pieces, with both remedies where it is out of tolerance, without rows."""
    share, target, tolerance = share_of(counts), Fraction(settings.mix_target), Fraction(settings.mix_tolerance)
    balanced = None if share is None else abs(share - target) <= tolerance
    plain = Mix(counts.aspirational, counts.practical, counts.untagged, share, target, tolerance, balanced)
    kind = plain.scarce
    if kind is None:
        return plain
    scarce, plenty = scarce_count(plain), plentiful_count(plain)
    low, high = scarce_bounds(plain)
    return replace(plain, add=_added(kind, scarce, plenty, low, high), turn=_turned(kind, scarce, plenty, low, high))


def mix(
    counts: KindCounts,
    lists: Lists,
    by_stage: Counts | None = None,
    by_segment: Counts | None = None,
    by_campaign: Counts | None = None,
) -> Mix:
    """Return the mix of the counting pieces with a row for every stage, segment and campaign counted."""
    return replace(
        mix_of(counts, lists.settings),
        by_stage=_rows(by_stage, lists.stages),
        by_segment=_rows(by_segment, lists.segments),
        by_campaign=_rows(by_campaign, lists.campaigns),
    )


def _rows(counts: Counts | None, records: Mapping[int, MixOf]) -> tuple[MixRow, ...]:
    """Return a row a record in its order, and one for the pieces without a record where there are any."""
    if counts is None:
        return ()
    rows = [_row(record, counts.get(key, KindCounts())) for key, record in records.items()]
    loose = counts.get(None, KindCounts())
    return (*rows, _row(None, loose)) if loose.pieces else tuple(rows)


def _row(of: MixOf | None, counts: KindCounts) -> MixRow:
    return MixRow(of, counts.aspirational, counts.practical, counts.untagged, share_of(counts))


def scarce_count(mix: Mix) -> int:
    """Return how many pieces are of the scarce kind, of a mix that has one."""
    return mix.aspirational if mix.scarce is Kind.ASPIRATIONAL else mix.practical


def plentiful_count(mix: Mix) -> int:
    """Return how many pieces are of the plentiful kind, of a mix that has one."""
    return mix.practical if mix.scarce is Kind.ASPIRATIONAL else mix.aspirational


def scarce_bounds(mix: Mix) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest share of the scarce kind that is within tolerance."""
    target = mix.target if mix.scarce is Kind.ASPIRATIONAL else 1 - mix.target
    return target - mix.tolerance, target + mix.tolerance


def _added(kind: Kind, scarce: int, plenty: int, low: Fraction, high: Fraction) -> Remedy | None:
    """Return the least n with low ≤ (scarce + n) / (all + n) ≤ high; the share rises with n."""
    if low >= 1:
        return None
    n = ceil((low * (scarce + plenty) - scarce) / (1 - low))
    return Remedy(kind, n) if Fraction(scarce + n, scarce + plenty + n) <= high else None


def _turned(kind: Kind, scarce: int, plenty: int, low: Fraction, high: Fraction) -> Remedy | None:
    """Return the least n with low ≤ (scarce + n) / all ≤ high; n never exceeds the plentiful."""
    n = ceil(low * (scarce + plenty) - scarce)
    return Remedy(kind, n) if Fraction(scarce + n, scarce + plenty) <= high else None
