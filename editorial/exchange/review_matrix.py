"""The coverage matrix as an HTML table: every cell's figures, its level in words and colour."""

from collections.abc import Iterable, Mapping

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
NAME_WIDTH, TOTAL_WIDTH = 15, 6
"""Per cent of the matrix; the stages share the rest."""


def matrix(coverage: Coverage, comparison: Comparison | None) -> Markup:
    """Return the matrix with its totals, the untagged row and column, and which stages have an exclusive."""
    untagged = _has_untagged(coverage)
    width = (100 - NAME_WIDTH - TOTAL_WIDTH) // max(1, len(coverage.stages) + untagged)
    rows = [_heading(coverage, width, untagged=untagged)]
    rows += [_segment_row(coverage, comparison, segment, width, untagged=untagged) for segment in coverage.segments]
    if untagged:
        rows.append(_untagged_row(coverage, width))
    rows += [_totals(coverage, width, untagged=untagged), _exclusive(coverage, width, untagged=untagged)]
    return table(*rows, spacing=4)


def _has_untagged(coverage: Coverage) -> bool:
    return any(coverage.loose.values())


def _heading(coverage: Coverage, width: int, *, untagged: bool) -> Markup:
    cells = [_stage_heading(stage, width) for stage in coverage.stages]
    if untagged:
        cells.append(element("td", element("p", _("No stage"), class_="muted"), class_="head", width=f"{width}%"))
    total = element("td", element("p", _("Total"), class_="muted"), class_="head", width=f"{TOTAL_WIDTH}%")
    return row(element("td", "", width=f"{NAME_WIDTH}%"), *cells, total)


def _stage_heading(stage: BuyingStage, width: int) -> Markup:
    mark = (
        joined(element("span", MARKS[stage.natural_kind], class_=stage.natural_kind.value), " ")
        if stage.natural_kind
        else ""
    )
    return element("td", element("p", mark, words(stage.name), class_="strong"), class_="head", width=f"{width}%")


def _segment_row(
    coverage: Coverage, comparison: Comparison | None, segment: Segment, width: int, *, untagged: bool
) -> Markup:
    cells = [_cell(coverage.cells[segment.id, stage.id], comparison, width) for stage in coverage.stages]
    if untagged:
        cells.append(_loose(coverage.loose.get((segment.id, None), 0), width))
    return row(_segment_name(segment), *cells, _total(coverage.totals.segments.get(segment.id, 0)))


def _segment_name(segment: Segment) -> Markup:
    weight = _("weight {weight}").format(weight=f"{segment.weight.normalize():f}")
    name = element("p", words(segment.name), class_="strong")
    return element("td", name, element("p", weight, class_="caption"), class_="side", width=f"{NAME_WIDTH}%")


def _cell(cell: CoverageCell, comparison: Comparison | None, width: int) -> Markup:
    level = cell.level.value
    if cell.level is Level.OFF:
        figure = joined(element("span", str(cell.planned) if cell.planned else "–", class_=f"count {level}"))
    else:
        target = element("span", f" / {cell.target}", class_="muted")
        figure = joined(element("span", str(cell.planned), class_=f"count {level}"), target)
    word = element(
        "td", element("p", level_word(cell.level), class_=f"strong small {level}", align="right"), align="right"
    )
    top = table(row(element("td", element("p", figure)), word))
    said = [element("p", line, class_="caption") for line in _beside(cell, comparison)]
    return element("td", top, *said, class_="cell", bgcolor=GROUNDS[cell.level], width=f"{width}%")


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


def _loose(n: int, width: int) -> Markup:
    figure = element("p", element("span", str(n) if n else "·", class_="count warning" if n else "muted"))
    said = element("p", _("untagged"), class_="caption") if n else ""
    return element("td", figure, said, class_="cell", bgcolor=PLAIN, width=f"{width}%")


def _untagged_row(coverage: Coverage, width: int) -> Markup:
    stages: Iterable[int | None] = [*(stage.id for stage in coverage.stages), None]
    cells = [_loose(coverage.loose.get((None, stage), 0), width) for stage in stages]
    name = element("td", element("p", _("No segment"), class_="muted"), class_="side", width=f"{NAME_WIDTH}%")
    return row(name, *cells, _total(coverage.totals.segments.get(None, 0)))


def _total(n: int) -> Markup:
    return element("td", element("p", str(n), class_="strong"), class_="cell", width=f"{TOTAL_WIDTH}%")


def _totals(coverage: Coverage, width: int, *, untagged: bool) -> Markup:
    stages: list[int | None] = [stage.id for stage in coverage.stages]
    floors = {floor.stage.id: floor for floor in coverage.floors if floor.below}
    cells = []
    for stage in [*stages, None] if untagged else stages:
        n = element("p", str(coverage.totals.stages.get(stage, 0)), class_="strong")
        below = element("p", _("below its floor"), class_="small warning") if stage in floors else ""
        cells.append(element("td", n, below, class_="cell", width=f"{width}%"))
    name = element("td", element("p", _("Pieces"), class_="muted"), class_="side", width=f"{NAME_WIDTH}%")
    return row(name, *cells, _total(coverage.totals.pieces))


def _exclusive(coverage: Coverage, width: int, *, untagged: bool) -> Markup:
    cells = [
        element(
            "td",
            element(
                "p",
                _("yes") if coverage.exclusive[stage.id] else _("none"),
                class_="good strong" if coverage.exclusive[stage.id] else "muted",
            ),
            class_="cell",
            width=f"{width}%",
        )
        for stage in coverage.stages
    ]
    name = element("td", element("p", _("Exclusive"), class_="muted"), class_="side", width=f"{NAME_WIDTH}%")
    return row(name, *cells, *([element("td", "")] if untagged else []), element("td", ""))
