"""Who lost a place of the proposed plan, and to which constraint: judged against the plan as it stands."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from editorial.domain.counting import Cell, KindCounts
from editorial.domain.mix import mix_of
from editorial.domain.plan import Expert, Opening, Placement, PlanIdea, PlannedPiece, Planning, month_first
from editorial.domain.plan_fits import Obstacle, obstacle
from editorial.domain.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Rival:
    """An idea that is not in a place, what kept it out, and what it would be worth there with the gaps it closes."""

    idea: PlanIdea
    points: float
    obstacle: Obstacle
    beside: str = ""
    """The title of the neighbour it would repeat."""
    expert: Expert | None = None
    """Who is away or asked often enough."""


@dataclass(frozen=True)
class Standing:
    """A plan as the rivals see it."""

    planning: Planning
    placements: tuple[Placement, ...]
    mix_held: bool = True

    @cached_property
    def filled(self) -> Counter[Cell]:
        """How many placements count in each cell."""
        return Counter(cell for each in self.placements for cell in cells_of(each.idea))

    @cached_property
    def asked(self) -> Counter[tuple[int, date]]:
        """How many placements ask an expert in a month."""
        return Counter((key, month_first(each.opening.day)) for each in self.placements for key in each.idea.expert_ids)

    @cached_property
    def left_over(self) -> tuple[PlanIdea, ...]:
        """The ideas that are nowhere, the best score first."""
        placed = {each.idea.id for each in self.placements}
        left = (idea for idea in self.planning.ideas if idea.id not in placed)
        return tuple(sorted(left, key=lambda idea: (-idea.score, idea.title.casefold(), idea.id)))

    @cached_property
    def by_day(self) -> dict[date, list[PlanIdea | PlannedPiece]]:
        """What bears an interest on each day: placed and planned."""
        found: defaultdict[date, list[PlanIdea | PlannedPiece]] = defaultdict(list)
        for piece in self.planning.planned:
            found[piece.day].append(piece)
        for each in self.placements:
            if each.idea.interest_id is not None:
                found[each.opening.day].append(each.idea)
        return dict(sorted(found.items()))

    def rival(self, opening: Opening, instead_of: PlanIdea | None = None) -> Rival | None:
        """Return the best idea that is nowhere, judged for a place; None where every idea is placed."""
        worth = [(self.points(idea, instead_of), idea) for idea in self.left_over]
        if not worth:
            return None
        points, idea = max(worth, key=lambda each: each[0])
        return self._judged(idea, points, opening, instead_of)

    def fitting_rival(self, opening: Opening) -> Rival | None:
        """Return the best idea that is nowhere and would fit an open place by itself, with what keeps it out."""
        fitting = (idea for idea in self.left_over if obstacle(self.planning, idea, opening) is None)
        best = max(fitting, key=lambda idea: self.points(idea, None), default=None)
        return None if best is None else self.judged(best, opening)

    def points(self, idea: PlanIdea, instead_of: PlanIdea | None) -> float:
        """Return the score of an idea with the points of the gaps it would close, the other one taken out."""
        freed = Counter(cells_of(instead_of)) if instead_of else Counter[Cell]()
        gaps = self.planning.gap_of
        return idea.score + sum(
            gaps[cell].points
            for cell in cells_of(idea)
            if cell in gaps and self.filled[cell] - freed[cell] < gaps[cell].room
        )

    def judged(self, idea: PlanIdea, opening: Opening) -> Rival:
        """Return an idea as a rival for a place, with what keeps it out."""
        return self._judged(idea, self.points(idea, None), opening, None)

    def _judged(self, idea: PlanIdea, points: float, opening: Opening, instead_of: PlanIdea | None) -> Rival:
        own = obstacle(self.planning, idea, opening)
        if own in (Obstacle.AWAY, Obstacle.CAPACITY):
            return Rival(idea, points, own, expert=self._expert_of(idea, opening, own))
        if own is not None:
            return Rival(idea, points, own)
        if expert := self._overasked(idea, opening, instead_of):
            return Rival(idea, points, Obstacle.CAPACITY, expert=expert)
        if (title := self._repeated(idea, opening, instead_of)) is not None:
            return Rival(idea, points, Obstacle.REPEAT, title)
        if self._upsets_mix(idea, opening, instead_of):
            return Rival(idea, points, Obstacle.MIX)
        return Rival(idea, points, Obstacle.POINTS)

    def _expert_of(self, idea: PlanIdea, opening: Opening, why: Obstacle) -> Expert:
        experts = [self.planning.experts[key] for key in idea.expert_ids if key in self.planning.experts]
        month = month_first(opening.day)
        return next(
            one for one in experts if (one.is_away(opening.day) if why is Obstacle.AWAY else one.left(month) == 0)
        )

    def _overasked(self, idea: PlanIdea, opening: Opening, instead_of: PlanIdea | None) -> Expert | None:
        month = month_first(opening.day)
        for key in idea.expert_ids:
            expert = self.planning.experts.get(key)
            left = None if expert is None else expert.left(month)
            freed = instead_of is not None and key in instead_of.expert_ids
            if expert is not None and left is not None and self.asked[key, month] - freed >= left:
                return expert
        return None

    def _repeated(self, idea: PlanIdea, opening: Opening, instead_of: PlanIdea | None) -> str | None:
        for neighbour in self.neighbours(opening.day, instead_of):
            if not idea.pairs.isdisjoint(neighbour.pairs):
                return neighbour.title
        return None

    def neighbours(self, day: date, without: PlanIdea | None = None) -> Sequence[PlanIdea | PlannedPiece]:
        """Return what stands next to a place of the day: on the day, else on the nearest days before and after."""
        found: list[PlanIdea | PlannedPiece] = [one for one in self.by_day.get(day, ()) if one is not without]
        before = (those for other, those in reversed(self.by_day.items()) if other < day)
        after = (those for other, those in self.by_day.items() if other > day)
        return (*found, *_nearest(before, -1), *_nearest(after, 0))

    def _upsets_mix(self, idea: PlanIdea, opening: Opening, instead_of: PlanIdea | None) -> bool:
        if not self.mix_held:
            return False
        kinds = [each.kind for each in self.placements if each.idea is not instead_of]
        counts = with_kinds(self.planning.kinds, [*kinds, idea.kind or opening.kind])
        return mix_of(counts, self.planning.lists.settings).balanced is False


def _nearest(days: Iterable[list[PlanIdea | PlannedPiece]], side: int) -> list[PlanIdea | PlannedPiece]:
    """Return what may be next on the first of some days: planned pieces stand in order, placements anywhere."""
    there = next(iter(days), [])
    if all(isinstance(one, PlannedPiece) for one in there):
        return [there[side]] if there else []
    return there


def cells_of(idea: PlanIdea) -> tuple[Cell, ...]:
    """Return the cells an idea counts in."""
    return () if idea.stage_id is None else tuple((segment, idea.stage_id) for segment in idea.segment_ids)


def with_kinds(counts: KindCounts, kinds: Iterable[Kind | None]) -> KindCounts:
    """Return counts with so many pieces more."""
    more = Counter(kinds)
    return KindCounts(
        counts.aspirational + more[Kind.ASPIRATIONAL],
        counts.practical + more[Kind.PRACTICAL],
        counts.untagged + more[None],
    )
