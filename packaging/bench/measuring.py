"""What the figures have in common: how to time a call or a whole process, and what a figure is."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7
SILENT = subprocess.DEVNULL


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure beside its floor: the least that the same machine needs for it, measured in the same run.

    `target` is the most that `value` may be, `ratio` the most that `value / floor` may be; either may be None.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    target: float | None = None
    ratio: float | None = None
    note: str = ""

    @property
    def times(self) -> float | None:
        """Return how many times its floor the figure is."""
        return self.value / self.floor if self.floor else None

    @property
    def reached(self) -> bool:
        """Tell whether the figure is within its target and its ratio."""
        within_target = self.target is None or self.value <= self.target
        within_ratio = self.ratio is None or self.times is None or self.times <= self.ratio
        return within_target and within_ratio


def milliseconds(work: Callable[[], object], runs: int = RUNS, before: Callable[[], object] | None = None) -> float:
    """Return the median time of a call in ms, after one call to warm up; `before` runs untimed ahead of each."""
    times: list[float] = []
    for _ in range(runs + 1):
        if before is not None:
            before()
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times[1:])


def process_milliseconds(
    *commands: Sequence[str], runs: int = RUNS, environment: Mapping[str, str] | None = None, status: int = 0
) -> list[float]:
    """Return the median wall time of each command as a whole process, in ms; they take turns, so that noise is shared.

    Bytecode may be written and the first round is not counted: the figures are those of a second start. What the
    commands print is dropped. Raises RuntimeError when one does not end with `status`.
    """
    times: list[list[float]] = [[] for _ in commands]
    surroundings = {**os.environ, **(environment or {})}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(runs + 1):
        for command, taken in zip(commands, times, strict=True):
            began = time.perf_counter()
            ended = subprocess.call(command, env=surroundings, cwd=ROOT, stdout=SILENT, stderr=SILENT)
            taken.append((time.perf_counter() - began) * 1000)
            if ended != status:
                raise RuntimeError(f"{command} ended with status {ended}.")
    return [statistics.median(taken[1:]) for taken in times]
