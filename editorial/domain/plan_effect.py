"""What placements would do to the figures of their period: mix, coverage and rotation before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from editorial.domain.counting import Cell, kind_counts, planned_counts
from editorial.domain.coverage import Coverage, coverage
from editorial.domain.mix import Mix, mix_of
from editorial.domain.order import order_key
from editorial.domain.period import Period
from editorial.domain.plan import Placement
from editorial.domain.records import Entry, Lists
from editorial.domain.rotation import Rotation, rotation, uses
from editorial.domain.vocabulary import Level, Precision


@dataclass(frozen=True, slots=True)
class Figures:
    """How a period stands."""

    mix: Mix
    coverage: Coverage
    rotation: Rotation

    def levels(self) -> Mapping[Level, int]:
        """Return how many cells are on each level."""
        return {level: self.coverage.count(level) for level in Level}


@dataclass(frozen=True, slots=True)
class PlanEffect:
    """The figures without and with placements."""

    before: Figures
    after: Figures

    @property
    def gaps_closed(self) -> int:
        """How many cells reach their target."""
        return len(self.before.coverage.gaps) - len(self.after.coverage.gaps)


@dataclass(frozen=True, slots=True)
class PlanGround:
    """What the figures are computed from; `counting` are the pieces that count in the period, in order."""

    period: Period
    lists: Lists
    counting: tuple[Entry, ...]
    ideas: Mapping[int, Entry]
    stock: Mapping[Cell, int]
    earlier: Mapping[int, date]
    """The last publish date of each interest before the period."""

    def effect(self, placements: Iterable[Placement]) -> PlanEffect:
        """Return the figures without and with these placements."""
        placed = [as_placed(self.ideas[each.idea.id], each) for each in placements if each.idea.id in self.ideas]
        return PlanEffect(self._figures(self.counting), self._figures(sorted([*self.counting, *placed], key=order_key)))

    def _figures(self, entries: Iterable[Entry]) -> Figures:
        counted, lists = list(entries), self.lists
        return Figures(
            mix_of(kind_counts(counted), lists.settings),
            coverage(self.period, lists, planned_counts(counted), stock=self.stock),
            rotation(self.period, lists.interests, uses(counted, lists.interests), earlier=self.earlier),
        )


def as_placed(entry: Entry, placement: Placement) -> Entry:
    """Return an idea's entry as it is once the placement is made: the place hands over what it has."""
    opening = placement.opening
    return replace(
        entry,
        day=opening.day,
        precision=Precision.DAY,
        kind=placement.kind,
        format_id=opening.format_id if opening.format_id is not None else entry.format_id,
        channel_id=opening.channel_id if opening.channel_id is not None else entry.channel_id,
    )
