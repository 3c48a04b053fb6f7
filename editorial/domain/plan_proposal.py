"""Making a proposal: solving, and saying what came of it."""

from collections.abc import Callable
from time import perf_counter

from editorial.domain.plan import Planning, Proposal
from editorial.domain.plan_model import solve
from editorial.domain.plan_reasons import broken_rules, open_places, placements, reasoned
from editorial.domain.plan_rivals import Standing


def proposal(
    planning: Planning, *, time_limit: float = 10.0, progress: Callable[[float, float | None], None] | None = None
) -> Proposal:
    """Return the best plan found in so many seconds, with reasons; `progress` may raise Cancelled."""
    began = perf_counter()
    solution = solve(planning, time_limit=time_limit, progress=progress)
    standing = Standing(planning, placements(planning, solution), solution.mix_held)
    return Proposal(
        period=planning.period,
        placements=reasoned(standing),
        open=open_places(standing),
        objective=sum(each.points for each in standing.placements),
        gap=solution.gap,
        seconds=perf_counter() - began,
        broken=broken_rules(standing, solution),
    )
