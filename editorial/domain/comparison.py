"""Coverage beside that of another period: what changed in each cell, and what each gap was."""

from collections.abc import Mapping
from dataclasses import dataclass

from editorial.domain.counting import Cell
from editorial.domain.coverage import Coverage, CoverageCell
from editorial.domain.period import Period


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell now and then; `change` is of the planned pieces."""

    now: CoverageCell
    was: CoverageCell

    @property
    def change(self) -> int:
        return self.now.planned - self.was.planned


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two coverages side by side, over the cells of the first."""

    period: Period
    other: Period
    cells: Mapping[Cell, CellChange]
    gaps: tuple[CellChange, ...]
    """The gaps of now by severity, each with what it was."""


def compare(now: Coverage, then: Coverage) -> Comparison:
    """Compare two coverages of the same workspace."""
    cells = {key: CellChange(cell, then.cells[key]) for key, cell in now.cells.items() if key in then.cells}
    gaps = tuple(cells[gap.key] for gap in now.gaps if gap.key in cells)
    return Comparison(now.period, then.period, cells, gaps)
