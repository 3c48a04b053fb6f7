"""Handing a programme to HiGHS: the best values of its variables, and how far from the best they can be at most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from time import perf_counter
from typing import TYPE_CHECKING, Any

from editorial.domain.plan_rows import Programme
from editorial.errors import Cancelled

if TYPE_CHECKING:
    import highspy

Progress = Callable[[str, float], None]

EXACT_BELOW = 3_000
"""A programme with fewer whole variables is solved as it is; of a larger one first what its relaxation finds good."""
CLOSE, CLOSEST = 1e-3, 1e-5
"""The relative gap at which a solution of a large programme, and of a small one, is taken for the best."""
REPORT_EVERY = 0.05
"""Seconds between two reports: the solver asks much more often."""
GOOD_ENOUGH = 5e-3
"""The relative gap at which a larger part of a programme is no longer worth the time."""
AT_FIRST = 4_500
"""About how many variables take part at first, at most."""
_REACHES = (5e-4, 1e-2, float("inf"))
"""Which variables take part, by how much one costs at most, as a share of the bound."""


@dataclass(frozen=True, slots=True)
class Solved:
    """The value of each variable, and `bound`: no solution is better."""

    values: Sequence[float]
    objective: float
    bound: float

    @property
    def gap(self) -> float:
        """The share by which a better solution may exist at most."""
        return max(0.0, self.bound - self.objective) / max(abs(self.objective), 1e-9) if self.values else 0.0


class Search:
    """Solves programmes until a deadline; reports progress and lets it be cancelled."""

    def __init__(self, seconds: float, progress: Callable[[float, float | None], None] | None = None) -> None:
        self.began = perf_counter()
        self._deadline = self.began + seconds
        self._seconds = seconds
        self._progress = progress
        self._stopped: BaseException | None = None
        self._next_report = 0.0

    @property
    def left(self) -> float:
        return self._deadline - perf_counter()

    @property
    def is_over(self) -> bool:
        return self.left <= 0

    def best(self, programme: Programme) -> Solved | None:
        """Return the best solution found; None where there is none, or none was found in time.

        The relaxation of a large programme is quick, and what a variable would cost in it tells which ones matter: a
        solution that uses another one is worse than the bound by at least that much.
        """
        self.report(None)
        relaxed = self._run(programme, programme.uppers, whole=False)
        if relaxed is None:
            return None
        if not any(programme.whole):
            return relaxed.solved
        if sum(programme.whole) <= EXACT_BELOW:
            found = self._run(programme, programme.uppers, whole=True)
            return None if found is None else found.solved
        return self._widening(programme, relaxed)

    def _widening(self, programme: Programme, relaxed: "_Run") -> Solved | None:
        bound, best = relaxed.solved.bound, None
        nearest = sorted(-cost for cost in relaxed.reduced)[:AT_FIRST][-1]
        for reach in _REACHES:
            lost = reach * max(abs(bound), 1.0)
            if reach is _REACHES[0]:
                lost = min(lost, max(nearest, 0.0))
            near = [cost >= -lost for cost in relaxed.reduced]
            uppers = [upper if near_by else 0.0 for upper, near_by in zip(programme.uppers, near, strict=True)]
            found = self._run(programme, uppers, whole=True)
            if found is not None:
                # What was left out is worse than the bound by more than `lost`.
                bound = min(bound, max(found.solved.bound, bound - lost))
                better = Solved(found.solved.values, found.solved.objective, bound)
                best = better if best is None or better.objective > best.objective else best
            if self.is_over or (best is not None and best.gap <= GOOD_ENOUGH):
                break
        return best

    def report(self, gap: float | None) -> None:
        """Tell how much of the time is used and the gap so far; raises Cancelled once nobody waits any more."""
        if self._progress is not None:
            self._progress(min(1.0, 1 - self.left / self._seconds) if self._seconds > 0 else 1.0, gap)

    def _run(self, programme: Programme, uppers: Sequence[float], *, whole: bool) -> "_Run | None":
        import highspy

        if self.is_over:
            return None
        solver = self._solver(CLOSEST if sum(programme.whole) <= EXACT_BELOW else CLOSE)
        solver.passModel(_model(programme, uppers, whole=whole))
        solver.run()
        if self._stopped is not None:
            raise self._stopped
        info, solution = solver.getInfo(), solver.getSolution()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        objective = float(info.objective_function_value)
        if not whole and solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        bound = float(info.mip_dual_bound) if whole else objective
        reduced = () if whole else tuple(map(float, solution.col_dual))
        return _Run(Solved(tuple(map(float, solution.col_value)), objective, bound), reduced)

    def _solver(self, close: float) -> "highspy.Highs":
        import highspy

        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        options = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": close, "time_limit": self.left}
        for name, value in options.items():
            solver.setOptionValue(name, value)
        solver.cbMipInterrupt.subscribe(self._looked_at)
        solver.cbSimplexInterrupt.subscribe(self._looked_at)
        return solver

    def _looked_at(self, event: Any) -> None:
        """Report from inside the solver, now and then; whatever that raises ends the run and is raised after it."""
        if perf_counter() < self._next_report:
            return
        self._next_report = perf_counter() + REPORT_EVERY
        out = event.data_out
        known = event.callback_type == _mip_callback() and isfinite(out.mip_primal_bound) and 0 <= out.mip_gap < 1
        try:
            self.report(out.mip_gap if known else None)
        except Cancelled as stopped:
            self._stopped = stopped
            event.interrupt()


@dataclass(frozen=True, slots=True)
class _Run:
    solved: Solved
    reduced: Sequence[float]
    """What a unit of each variable costs, negative, in the relaxation."""


def _mip_callback() -> Any:
    import highspy

    return highspy.cb.HighsCallbackType.kCallbackMipInterrupt


def _model(programme: Programme, uppers: Sequence[float], *, whole: bool) -> "highspy.HighsLp":
    import highspy
    import numpy as np

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(programme.costs), len(programme.rows)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = np.array(programme.costs, dtype=np.float64)
    model.col_lower_ = np.zeros(len(programme.costs))
    model.col_upper_ = np.array(uppers, dtype=np.float64)
    model.row_lower_ = np.array(programme.row_lowers, dtype=np.float64)
    model.row_upper_ = np.array(programme.row_uppers, dtype=np.float64)
    starts = np.zeros(len(programme.rows) + 1, dtype=np.int32)
    starts[1:] = np.cumsum([len(row) for row in programme.rows])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = starts
    model.a_matrix_.index_ = np.array([column for row in programme.rows for column, _factor in row], dtype=np.int32)
    model.a_matrix_.value_ = np.array([factor for row in programme.rows for _column, factor in row], dtype=np.float64)
    if whole:
        kinds = highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger
        model.integrality_ = [kinds[one] for one in programme.whole]
    return model
