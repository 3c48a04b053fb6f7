"""Measure every figure, each file of them in a process of its own, and print them beside their floors.

A file `figure_*.py` in this folder holds `def measure() -> list[Figure]`. Words on the command line choose the files
whose names hold one of them. Ends with status 1 when a figure is out of reach.
"""

import dataclasses
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

from measuring import Figure

HERE = Path(__file__).resolve().parent
TITLES = ("figure", "measured", "floor", "times", "must reach", "")


def main(words: list[str]) -> int:
    """Measure the chosen figures and print one table."""
    if words[:1] == ["--only"]:
        print(json.dumps([dataclasses.asdict(figure) for figure in importlib.import_module(words[1]).measure()]))
        return 0
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    files = [file for file in sorted(HERE.glob("figure_*.py")) if not words or any(word in file.stem for word in words)]
    rows: list[tuple[str, ...]] = []
    broken, out_of_reach = [], 0
    for file in files:
        print(f"{file.stem.removeprefix('figure_').replace('_', ' ')} …", file=sys.stderr, flush=True)
        figures = measured(file.stem)
        if figures is None:
            broken.append(file.stem)
            continue
        rows += map(row, figures)
        out_of_reach += sum(not figure.reached for figure in figures)
    print(table(rows))
    print(f"{len(rows)} figures, {out_of_reach} out of reach" + "".join(f", {name} failed" for name in broken))
    return 1 if out_of_reach or broken else 0


def measured(module: str) -> list[Figure] | None:
    """Return the figures of one file, measured in a new process without a screen; None when it failed."""
    command = [sys.executable, str(HERE / "run.py"), "--only", module]
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        return None
    return [Figure(**read) for read in json.loads(done.stdout.splitlines()[-1])]


def row(figure: Figure) -> tuple[str, ...]:
    """Return a figure as the cells of its line."""
    asked = [f"≤ {figure.target:g} {figure.unit}"] if figure.target is not None else []
    asked += [f"≤ {figure.ratio:g} ×"] if figure.ratio is not None else []
    return (
        figure.name + (f" ({figure.note})" if figure.note else ""),
        f"{figure.value:.4g} {figure.unit}",
        "" if figure.floor is None else f"{figure.floor:.4g} {figure.unit}",
        "" if figure.times is None else f"{figure.times:.2f}",
        ", ".join(asked),
        "ok" if figure.reached else "OUT OF REACH",
    )


def table(rows: list[tuple[str, ...]]) -> str:
    """Return rows under their titles in columns as wide as they need; figures to the right."""
    lines = [TITLES, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(TITLES))]
    return "\n".join(
        "  ".join(
            cell.rjust(w) if 0 < n < 4 else cell.ljust(w) for n, (cell, w) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
