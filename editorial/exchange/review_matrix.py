"""The coverage matrix as an HTML table: every cell's figures, its level in words and colour."""

from collections.abc import Mapping
from dataclasses import dataclass

from editorial.domain.comparison import Comparison
from editorial.domain.coverage import Coverage, CoverageCell
from editorial.domain.coverage_words import was_words
from editorial.domain.records import BuyingStage, Segment
from editorial.domain.spoken import level_word
from editorial.domain.vocabulary import Kind, Level
from editorial.exchange.markup import Markup, element, joined, row, table, words
from editorial.language import _, ngettext

GROUNDS: Mapping[Level, str] = {
    Level.EMPTY: "#fde8e6",
    Level.THIN: "#fdf0dc",
    Level.MET: "#e6f3e6",
    Level.HEAVY: "#e9ecfb",
    Level.OFF: "#efede8",
}
PLAIN = "#ffffff"
MARKS = {Kind.ASPIRATIONAL: "✦", Kind.PRACTICAL: "▪"}
NAME_WIDTH, TOTAL_WIDTH = 14, 6
"""Per cent of the matrix; the stages share the rest."""
ROOMY = 6
"""With more columns than this, what stands side by side in a cell goes one below the other."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How the columns of stages share the width, and whether one more holds pieces without a stage."""

    width: str
    tight: bool
    untagged: bool

    @classmethod
    def of(cls, coverage: Coverage) -> "Columns":
        untagged = any(coverage.loose.values())
        columns = max(1, len(coverage.stages) + untagged)
        return cls(f"{(100 - NAME_WIDTH - TOTAL_WIDTH) / columns:.1f}%", columns > ROOMY, untagged)

    def cell(self, *content: Markup | str, bgcolor: str | None = None) -> Markup:
        """Return a cell of a stage's column."""
        return element("td", *content, class_="tight" if self.tight else "cell", width=self.width, bgcolor=bgcolor)


def matrix(coverage: Coverage, comparison: Comparison | None) -> Markup:
    """Return the matrix with its totals, the untagged row and column, and which stages have an exclusive."""
    columns = Columns.of(coverage)
    rows = [_heading(coverage, columns)]
    rows += [_segment_row(coverage, comparison, segment, columns) for segment in coverage.segments]
    if columns.untagged:
        rows.append(_untagged_row(coverage, columns))
    rows += [_totals(coverage, columns), _exclusive(coverage, columns)]
    return table(*rows, spacing=4)


def _heading(coverage: Coverage, columns: Columns) -> Markup:
    cells = [_stage_heading(stage, columns) for stage in coverage.stages]
    if columns.untagged:
        cells.append(columns.cell(element("p", _("No stage"), class_="muted")))
    return row(_side(""), *cells, _total(element("p", _("Total"), class_="muted")))


def _stage_heading(stage: BuyingStage, columns: Columns) -> Markup:
    kind = stage.natural_kind
    mark = joined(element("span", MARKS[kind], class_=kind.value), " ") if kind else ""
    return columns.cell(element("p", mark, words(stage.name), class_="strong small" if columns.tight else "strong"))


def _segment_row(coverage: Coverage, comparison: Comparison | None, segment: Segment, columns: Columns) -> Markup:
    cells = [_cell(coverage.cells[segment.id, stage.id], comparison, columns) for stage in coverage.stages]
    if columns.untagged:
        cells.append(_loose(coverage.loose.get((segment.id, None), 0), columns))
    weight = _("weight {weight}").format(weight=f"{segment.weight.normalize():f}")
    name = joined(element("p", words(segment.name), class_="strong"), element("p", weight, class_="caption"))
    return row(_side(name), *cells, _sum(coverage.totals.segments.get(segment.id, 0)))


def _side(content: Markup | str) -> Markup:
    return element("td", content, class_="side", width=f"{NAME_WIDTH}%")


def _total(content: Markup) -> Markup:
    return element("td", content, class_="cell", width=f"{TOTAL_WIDTH}%")


def _sum(n: int) -> Markup:
    return _total(element("p", str(n), class_="strong"))


def _cell(cell: CoverageCell, comparison: Comparison | None, columns: Columns) -> Markup:
    word = element("p", level_word(cell.level), class_=f"strong small {cell.level.value}", align=_word_side(columns))
    figure = element("p", *_figure(cell))
    beside = row(element("td", figure), element("td", word, align="right"))
    top = joined(figure, word) if columns.tight else table(beside)
    said = [element("p", line, class_="caption") for line in _beside(cell, comparison)]
    return columns.cell(top, *said, bgcolor=GROUNDS[cell.level])


def _word_side(columns: Columns) -> str:
    return "left" if columns.tight else "right"


def _figure(cell: CoverageCell) -> tuple[Markup, ...]:
    class_ = f"count {cell.level.value}"
    if cell.level is Level.OFF:
        return (element("span", str(cell.planned) if cell.planned else "–", class_=class_),)
    return element("span", str(cell.planned), class_=class_), element("span", f" / {cell.target}", class_="muted")


def _beside(cell: CoverageCell, comparison: Comparison | None) -> list[str]:
    """Return what stands below a cell's figure, a line each."""
    if cell.level is Level.OFF and not cell.in_stock:
        said = [_("not wanted")]
    else:
        said = [ngettext("{n} in stock", "{n} in stock", cell.in_stock).format(n=cell.in_stock)]
    if cell.also_served:
        said.append(ngettext("{n} also serves it", "{n} also serve it", cell.also_served).format(n=cell.also_served))
    if comparison and cell.key in comparison.cells:
        said.append(was_words(comparison.cells[cell.key]))
    return said


def _loose(n: int, columns: Columns) -> Markup:
    figure = element("p", element("span", str(n) if n else "·", class_="count warning" if n else "muted"))
    said = element("p", _("untagged"), class_="caption") if n else ""
    return columns.cell(figure, said, bgcolor=PLAIN)


def _untagged_row(coverage: Coverage, columns: Columns) -> Markup:
    stages = [*(stage.id for stage in coverage.stages), None]
    cells = [_loose(coverage.loose.get((None, stage), 0), columns) for stage in stages]
    name = _side(element("p", _("No segment"), class_="muted"))
    return row(name, *cells, _sum(coverage.totals.segments.get(None, 0)))


def _totals(coverage: Coverage, columns: Columns) -> Markup:
    stages: list[int | None] = [stage.id for stage in coverage.stages]
    below = {floor.stage.id for floor in coverage.floors if floor.below}
    cells = []
    for stage in [*stages, None] if columns.untagged else stages:
        n = element("p", str(coverage.totals.stages.get(stage, 0)), class_="strong")
        cells.append(
            columns.cell(n, element("p", _("below its floor"), class_="small warning") if stage in below else "")
        )
    return row(_side(element("p", _("Pieces"), class_="muted")), *cells, _sum(coverage.totals.pieces))


def _exclusive(coverage: Coverage, columns: Columns) -> Markup:
    cells = [columns.cell(_yes_or_none(coverage.exclusive[stage.id])) for stage in coverage.stages]
    rest = [element("td", "")] * (1 + columns.untagged)
    return row(_side(element("p", _("Exclusive"), class_="muted")), *cells, *rest)


def _yes_or_none(there: bool) -> Markup:
    return element("p", _("yes") if there else _("none"), class_="good strong" if there else "muted")
