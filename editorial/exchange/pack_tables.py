"""Tables of a slide deck as rows of text with sizes, cut into slides by the room their lines take (points)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editorial.domain.vocabulary import Kind
from editorial.exchange.pack_fitting import LINE, shortened, wrapped

PAD_X, PAD_Y = 6.0, 5.0
"""Room inside a cell, on each side."""
GAP = 2.0
"""Room below a paragraph."""
TEXT, MUTED, ACCENT = "1F2328", "676B72", "3B4CCA"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in one look, with the mark of a kind before it, perhaps."""

    text: str
    size: float = 11
    bold: bool = False
    colour: str = TEXT
    link: str = ""
    mark: Kind | None = None

    def lines(self, width: float) -> tuple[str, ...]:
        """Return the lines it takes in a column; the mark stands in the first."""
        return wrapped(("✦ " if self.mark else "") + self.text, width, self.size, bold=self.bold)

    def height(self, width: float) -> float:
        """Return how high it stands in a column, with the gap below."""
        return len(self.lines(width)) * self.size * LINE + GAP


@dataclass(frozen=True, slots=True)
class TableCell:
    paragraphs: tuple[Paragraph, ...] = ()
    fill: str = ""
    align: str = "left"

    def height(self, width: float) -> float:
        """Return how high the cell has to be in a column of this width."""
        return sum(one.height(width - 2 * PAD_X) for one in self.paragraphs) + 2 * PAD_Y


Row = tuple[TableCell, ...]


def cell(*paragraphs: Paragraph, fill: str = "", align: str = "left") -> TableCell:
    """Return a cell without its empty paragraphs."""
    return TableCell(tuple(one for one in paragraphs if one.text), fill, align)


def row_height(row: Row, widths: Sequence[float]) -> float:
    """Return how high a row has to be."""
    return max((one.height(width) for one, width in zip(row, widths, strict=True)), default=0)


SCALES = (1.4, 1.3, 1.2, 1.1, 1.0)
"""How much larger the letters of a table may be where that costs no slide."""
SHARES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def scaled(row: Row, scale: float) -> Row:
    """Return a row with larger letters."""
    return tuple(
        replace(one, paragraphs=tuple(replace(said, size=round(said.size * scale, 1)) for said in one.paragraphs))
        for one in row
    )


def arranged(head: Row | None, rows: Sequence[Row], widths: Sequence[float], room: float) -> list[list[Row]]:
    """Return the rows of each slide with their heading, as large as no further slide is needed, spread evenly."""
    head = _short(head, widths) if head else None
    least = len(list(pages(rows, widths, room - _top(head, widths, 1))))
    scale = next(one for one in SCALES if one == 1 or _count(head, rows, widths, room, one) <= least)
    large = [scaled(row, scale) for row in rows]
    free = room - _top(head, widths, scale)
    found = next(
        got for got in (list(pages(large, widths, free * share)) for share in SHARES) if len(got) <= least
    )  # fmt: skip
    return [[scaled(head, scale), *page] if head else page for page in found]


def _short(head: Row, widths: Sequence[float]) -> Row:
    """Return a heading with names cut where they would take more than two lines, at the largest scale too."""
    return tuple(
        replace(
            one,
            paragraphs=tuple(
                replace(
                    said,
                    text=shortened(said.text, (width - 2 * PAD_X) / SCALES[0] - said.size, 2, said.size, bold=True),
                )
                for said in one.paragraphs
            ),
        )
        for one, width in zip(head, widths, strict=True)
    )


def _top(head: Row | None, widths: Sequence[float], scale: float) -> float:
    return row_height(scaled(head, scale), widths) if head else 0


def _count(head: Row | None, rows: Sequence[Row], widths: Sequence[float], room: float, scale: float) -> int:
    return len(list(pages([scaled(row, scale) for row in rows], widths, room - _top(head, widths, scale))))


def pages(rows: Sequence[Row], widths: Sequence[float], room: float) -> Iterator[list[Row]]:
    """Yield the rows slide by slide; a row higher than a slide goes on in a row of the next."""
    page: list[Row] = []
    used = 0.0
    for part in (part for row in rows for part in _parts(row, widths, room)):
        height = row_height(part, widths)
        if page and used + height > room:
            yield page
            page, used = [], 0.0
        page.append(part)
        used += height
    if page:
        yield page


def _parts(row: Row, widths: Sequence[float], room: float) -> Iterator[Row]:
    """Yield a row in parts that each fit a slide; where not even a line fits, the row as it is."""
    while row_height(row, widths) > room:
        split = [_split(one, width, room) for one, width in zip(row, widths, strict=True)]
        first, rest = tuple(one for one, _rest in split), tuple(one for _first, one in split)
        if rest == row:
            break
        yield first
        row = rest
    yield row


def _split(one: TableCell, width: float, room: float) -> tuple[TableCell, TableCell]:
    """Return what of a cell fits the room, and the rest."""
    inner, left = width - 2 * PAD_X, room - 2 * PAD_Y
    first: list[Paragraph] = []
    rest = list(one.paragraphs)
    while rest and rest[0].height(inner) <= left:
        left -= rest[0].height(inner)
        first.append(rest.pop(0))
    if rest:
        lines = rest[0].lines(inner)
        fitting = int((left - GAP) // (rest[0].size * LINE))
        if fitting > 0:
            head = " ".join(lines[:fitting]).removeprefix("✦ " if rest[0].mark else "")
            first.append(replace(rest[0], text=head))
            rest[0] = replace(rest[0], text=" ".join(lines[fitting:]), mark=None)
    return replace(one, paragraphs=tuple(first)), replace(one, paragraphs=tuple(rest))
