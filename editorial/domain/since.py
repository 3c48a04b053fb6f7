"""What changed in a matrix since somebody last looked at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from editorial.domain.counting import Cell
from editorial.domain.coverage import Coverage, CoverageCell
from editorial.domain.vocabulary import Level

_RANKS = {Level.EMPTY: 0, Level.THIN: 1, Level.HEAVY: 2, Level.MET: 3}


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A cell as it was seen."""

    planned: int
    level: Level


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A matrix as it was seen on a day; the cells by the public ids of their segment and stage."""

    day: date
    change: int
    """The newest change of the workspace by then."""
    cells: Mapping[tuple[str, str], SeenCell]


class Turn(IntEnum):
    """Whether a cell is better covered than it was."""

    WORSE = -1
    OTHER = 0
    BETTER = 1


@dataclass(frozen=True, slots=True)
class CellSince:
    """A cell that is not as it was seen."""

    now: CoverageCell
    was: SeenCell

    @property
    def by(self) -> int:
        """How many more pieces are planned."""
        return self.now.planned - self.was.planned

    @property
    def turn(self) -> Turn:
        """Better and worse go by the level; inside *thin* by the pieces. What was or is off is neither."""
        if Level.OFF in (self.now.level, self.was.level):
            return Turn.OTHER
        step = _RANKS[self.now.level] - _RANKS[self.was.level]
        if not step and self.now.level is Level.THIN:
            step = self.by
        return Turn((step > 0) - (step < 0))


@dataclass(frozen=True, slots=True)
class Since:
    """The cells that changed since a day, in the order of the matrix."""

    day: date
    cells: Mapping[Cell, CellSince]

    def count(self, turn: Turn) -> int:
        return sum(cell.turn is turn for cell in self.cells.values())


def snapshot(coverage: Coverage, day: date, change: int) -> Snapshot:
    """Return what is to be kept of a matrix that was looked at."""
    cells = {_uids(cell): SeenCell(cell.planned, cell.level) for cell in coverage.cells.values()}
    return Snapshot(day, change, cells)


def since(coverage: Coverage, seen: Snapshot) -> Since:
    """Compare a matrix with what was seen of it; segments and stages that are new since are left out."""
    found = ((cell, seen.cells.get(_uids(cell))) for cell in coverage.cells.values())
    changed = {
        cell.key: CellSince(cell, was)
        for cell, was in found
        if was is not None and was != SeenCell(cell.planned, cell.level)
    }
    return Since(seen.day, changed)


def _uids(cell: CoverageCell) -> tuple[str, str]:
    return cell.segment.uid, cell.stage.uid


def as_plain(seen: Snapshot) -> dict[str, Any]:
    """Return a snapshot as it is kept: words, numbers and lists."""
    cells = [[*uids, cell.planned, cell.level.value] for uids, cell in seen.cells.items()]
    return {"day": seen.day.isoformat(), "change": seen.change, "cells": cells}


def from_plain(kept: Any) -> Snapshot | None:
    """Return the snapshot that was kept, or None where it is none."""
    try:
        cells = {(str(a), str(b)): SeenCell(int(n), Level(level)) for a, b, n, level in kept["cells"]}
        return Snapshot(date.fromisoformat(kept["day"]), int(kept["change"]), cells)
    except (KeyError, TypeError, ValueError):
        return None
