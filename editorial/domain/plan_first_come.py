"""Any plan at once: place by place the best idea that still fits, for when there is no time to look for a good one."""

from editorial.domain.plan import Opening, Placement, PlanIdea, Planning
from editorial.domain.plan_fits import Fit, Obstacle
from editorial.domain.plan_rivals import Standing


def first_come(planning: Planning) -> tuple[Fit, ...]:
    """Return a plan that breaks no constraint but perhaps the mix, and holds the pins that it can."""
    placed: list[Placement] = []
    numbers = {idea.id: number for number, idea in enumerate(planning.ideas)}
    taken: dict[int, Fit] = {}
    pinned_first = sorted(enumerate(planning.openings), key=lambda each: each[1].day not in planning.pins.values())
    for number, opening in pinned_first:
        idea = _best(Standing(planning, tuple(placed), mix_held=False), opening)
        if idea is not None:
            placed.append(Placement(idea=idea, opening=opening))
            taken[number] = Fit(numbers[idea.id], number)
    return tuple(taken[number] for number in sorted(taken))


def _best(standing: Standing, opening: Opening) -> PlanIdea | None:
    pins = standing.planning.pins

    def worth(idea: PlanIdea) -> tuple[bool, float]:
        return pins.get(idea.id) == opening.day, standing.points(idea, None)

    for idea in sorted(standing.left_over, key=worth, reverse=True):
        if pins.get(idea.id, opening.day) == opening.day and standing.judged(idea, opening).obstacle is Obstacle.POINTS:
            return idea
    return None
