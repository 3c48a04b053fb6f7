"""The parts of the matrix as they are seen: cells, headings and the whole grid."""

from dataclasses import dataclass

from editorial.domain.counting import OpenCell
from editorial.domain.vocabulary import Kind

KIND_MARKS: dict[Kind | None, str] = {Kind.ASPIRATIONAL: "✦", Kind.PRACTICAL: "▪"}


@dataclass(frozen=True, slots=True)
class Face:
    """One cell as it is seen: `tone` is a level's name, `plain` for a figure beside the matrix, or a sign's tone."""

    figure: str
    told: str
    """The whole cell in a sentence."""
    beside: str = ""
    word: str = ""
    line: str = ""
    more: tuple[tuple[str, str], ...] = ()
    """Further lines at the foot of a cell: a tone and a text each."""
    mark: str = ""
    """How the cell changed since the last look."""
    mark_tone: str = "muted"
    stage: int | None = None
    """The stage whose exclusives it stands for."""
    tone: str = "plain"
    key: OpenCell | None = None
    """Segment (or format) and stage, where pieces can be listed."""
    target: int | None = None
    """The target a fiscal quarter, where the cell has one; ideas can be dropped on those."""


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a row or column."""

    name: str
    line: str = ""
    mark: str = ""
    more: tuple[tuple[str, str], ...] = ()
    """Further lines: a tone and a text each."""
    told: str = ""
    """What a tool tip and a screen reader say besides the name."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole matrix; every row has one face a column."""

    columns: tuple[Head, ...]
    rows: tuple[Head, ...]
    faces: tuple[tuple[Face, ...], ...]

    def at(self, key: OpenCell) -> tuple[int, int] | None:
        """Return the row and column of a cell."""
        found = ((r, c) for r, row in enumerate(self.faces) for c, face in enumerate(row) if face.key == key)
        return next(found, None)
