"""Solving the proposed plan: the best placements, and which pins and which mix had to be given up for them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Literal

from editorial.domain.mix import mix_of
from editorial.domain.plan import Planning
from editorial.domain.plan_first_come import first_come
from editorial.domain.plan_fits import Fit
from editorial.domain.plan_rivals import with_kinds
from editorial.domain.plan_rows import INFINITE, PlanRows, Programme, plan_rows
from editorial.domain.plan_solver import Search, Solved

_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Solution:
    """Which fits are taken, as positions of ideas and openings; `gap` as in `Proposal`.

    `mix_held` is False where the mix could not be held, `lost_pins` names the pinned pieces that stand elsewhere or
    nowhere, and `found` is False where the time was too short to look for more than any plan.
    """

    taken: tuple[Fit, ...]
    gap: float
    mix_held: bool = True
    lost_pins: tuple[int, ...] = ()
    found: bool = True


def solve(
    planning: Planning, *, time_limit: float = 10.0, progress: Callable[[float, float | None], None] | None = None
) -> Solution:
    """Return the best placements found in so many seconds.

    The mix is held unless that would leave places open that can be filled; else it comes as near as it can. A pin that
    cannot be held with the others is given up. `progress(share of the time, gap or None)` may raise Cancelled.
    """
    rows, search = plan_rows(planning), Search(time_limit, progress)
    if not rows.fits:
        held = mix_of(planning.kinds, planning.lists.settings).balanced is not False
        return Solution((), 0.0, held, tuple(planning.pins))
    lost = frozenset(planning.pins) - rows.pins.keys()
    solved = search.best(_eased(rows, lost))
    if solved is None and rows.pins and not search.is_over:
        lost |= _impossible_pins(rows, lost, search)
        solved = search.best(_eased(rows, lost))
    mix_held = solved is not None
    if not search.is_over and (solved is None or _leaves_open(rows, lost, solved, search)):
        nearest = _nearest_mix(rows, lost, search)
        solved, mix_held = (nearest, False) if nearest is not None else (solved, mix_held)
    if solved is None:
        return _without_solver(planning)
    return Solution(_taken(rows, solved), solved.gap, mix_held, tuple(pin for pin in planning.pins if pin in lost))


def _without_solver(planning: Planning) -> Solution:
    """Return a plan where the time was too short for a good one; how far from the best it is, is not known."""
    taken = first_come(planning)
    stand = {planning.ideas[fit.idea].id: planning.openings[fit.opening].day for fit in taken}
    lost = tuple(piece for piece, day in planning.pins.items() if stand.get(piece) != day)
    kinds = [planning.ideas[fit.idea].kind or planning.openings[fit.opening].kind for fit in taken]
    held = mix_of(with_kinds(planning.kinds, kinds), planning.lists.settings).balanced is not False
    return Solution(taken, 1.0, held, lost, found=False)


def _taken(rows: PlanRows, solved: Solved) -> tuple[Fit, ...]:
    return tuple(fit for fit, value in zip(rows.fits, solved.values, strict=False) if value > 0.5)


def _eased(
    rows: PlanRows,
    lost: Collection[int],
    *,
    mix: bool = True,
    goal: Literal["points", "places", "pins"] = "points",
    places: int = 0,
) -> Programme:
    """Return the programme without some pins, with or without the mix, and with at least so many places filled.

    The goal may be the places filled, or the pins held, instead of the points.
    """
    eased = replace(
        rows.programme,
        costs=list(rows.programme.costs),
        uppers=list(rows.programme.uppers),
        whole=list(rows.programme.whole),
        rows=list(rows.programme.rows),
        row_lowers=list(rows.programme.row_lowers),
        row_uppers=list(rows.programme.row_uppers),
    )
    for piece, row in rows.pins.items():
        if piece in lost or goal == "pins":
            eased.row_lowers[row] = -INFINITE
    if not mix:
        eased.row_lowers[rows.mix[0]], eased.row_uppers[rows.mix[1]] = -INFINITE, INFINITE
    if goal != "points":
        counted = _pin_columns(rows) if goal == "pins" else frozenset(range(len(rows.fits)))
        eased.costs = [float(column in counted) for column in range(len(eased.costs))]
    if places:
        eased.row([(column, 1.0) for column in range(len(rows.fits))], lower=places - _SLACK)
    return eased


def _pin_columns(rows: PlanRows) -> frozenset[int]:
    return frozenset(column for row in rows.pins.values() for column, _factor in rows.programme.rows[row])


def _impossible_pins(rows: PlanRows, lost: Collection[int], search: Search) -> frozenset[int]:
    """Return the fewest pins to give up so that the rest can be held; none where the mix alone stands against them."""
    if search.best(_eased(rows, lost, mix=False, goal="places")) is not None:
        return frozenset()
    most = search.best(_eased(rows, lost, mix=False, goal="pins"))
    if most is None:
        return frozenset(rows.pins)
    held = {column for column in _pin_columns(rows) if most.values[column] > 0.5}
    return frozenset(
        piece for piece, row in rows.pins.items() if not held & {column for column, _ in rows.programme.rows[row]}
    )


def _leaves_open(rows: PlanRows, lost: Collection[int], solved: Solved, search: Search) -> bool:
    """Tell whether more places can be filled without the mix than with it."""
    filled = len(_taken(rows, solved))
    if filled == min(len({fit.opening for fit in rows.fits}), len({fit.idea for fit in rows.fits})):
        return False
    without = _most_places(rows, lost, search, mix=False)
    return without > filled and without > _most_places(rows, lost, search, mix=True)


def _most_places(rows: PlanRows, lost: Collection[int], search: Search, *, mix: bool) -> int:
    solved = search.best(_eased(rows, lost, mix=mix, goal="places"))
    return 0 if solved is None else len(_taken(rows, solved))


def _nearest_mix(rows: PlanRows, lost: Collection[int], search: Search) -> Solved | None:
    """Return the best plan among those that fill the most places and come nearest to the mix."""
    places = _most_places(rows, lost, search, mix=False)
    near = _eased(rows, lost, places=places)
    missing = near.column(-1.0, INFINITE)
    for row, sign in ((rows.mix[0], 1.0), (rows.mix[1], -1.0)):
        near.rows[row] = [*near.rows[row], (missing, sign)]
    points = near.costs
    near.costs = [0.0] * (len(points) - 1) + [-1.0]
    nearest = search.best(near)
    if nearest is None:
        return None
    near.costs = [*points[:-1], 0.0]
    near.uppers[missing] = nearest.values[missing] + _SLACK
    return search.best(near) or nearest


__all__ = ["Solution", "solve"]
