"""What the matrix shows, cell by cell: figures, words and colours, ready to be painted and read out."""

from collections.abc import Mapping
from fractions import Fraction

from editorial.domain.comparison import Comparison
from editorial.domain.counting import Cell, OpenCell
from editorial.domain.coverage import Coverage, CoverageCell
from editorial.domain.coverage_words import cell_sentence, floor_sentence, likely_figure, was_words
from editorial.domain.floors import Floor
from editorial.domain.format_matrix import FormatMatrix
from editorial.domain.records import BuyingStage, Segment
from editorial.domain.spoken import level_word, percent
from editorial.domain.vocabulary import Level
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _, ngettext
from editorial.ui.coverage.besides import Besides
from editorial.ui.coverage.faces import KIND_MARKS, Face, Grid, Head
from editorial.ui.coverage.marks import exclusive_row, foot_lines, segment_head, since_mark, stage_head


def coverage_grid(
    coverage: Coverage,
    targets: Mapping[Cell, int],
    comparison: Comparison | None = None,
    besides: Besides | None = None,
) -> Grid:
    """Return segments × stages with the untagged, the totals, the floors and the exclusives."""
    besides = besides or Besides()
    stages = (stage_head(stage, besides) for stage in coverage.stages)
    columns = (*stages, Head(_("Untagged")), Head(_("Total")))
    rows = [_segment_row(coverage, segment, targets, comparison, besides) for segment in coverage.segments]
    strips = [_untagged_row(coverage), _total_row(coverage), _floor_row(coverage), exclusive_row(coverage, besides)]
    faces = [*rows, *strips]
    heads = (
        *(segment_head(segment, coverage) for segment in coverage.segments),
        Head(_("Untagged"), _("no segment")),
        Head(_("Total")),
        Head(_("Share"), _("of pieces with a stage")),
        Head(_("Exclusive"), coverage.period.name),
    )
    return Grid(columns, heads, tuple(faces))


def _segment_row(
    coverage: Coverage,
    segment: Segment,
    targets: Mapping[Cell, int],
    comparison: Comparison | None,
    besides: Besides,
) -> tuple[Face, ...]:
    keys = [(segment.id, stage.id) for stage in coverage.stages]
    cells = (_cell_face(coverage.cells[key], targets.get(key, 1), coverage, comparison, besides) for key in keys)
    loose = coverage.loose.get((segment.id, None), 0)
    total = coverage.totals.segments.get(segment.id, 0)
    return (
        *cells,
        _count_face(loose, _("{name}: {n} without a stage").format(name=segment.name, n=loose), (segment.id, None)),
        _total_face(total, segment.name),
    )


def _cell_face(
    cell: CoverageCell, target: int, coverage: Coverage, comparison: Comparison | None, besides: Besides
) -> Face:
    off = cell.level is Level.OFF
    told = [cell_sentence(cell)]
    line = _("not targeted") if off and not cell.planned else _stock_words(cell)
    on_a_day = coverage.live_on is not None
    if on_a_day:
        line = _("{live} live, {agreed} agreed").format(live=cell.live or 0, agreed=cell.live_agreed or 0)
        told.append(line)
    level = cell.likely_level if besides.likely else cell.level
    if comparison is not None and cell.key in comparison.cells:
        change = comparison.cells[cell.key]
        by = f"{change.change:+d}".replace("-", "−") if change.change else "± 0"
        line = f"{by} · {was_words(change)}"
        told.append(was_words(change))
    more = foot_lines(cell, besides, on_a_day=on_a_day)
    mark, tone, since_told = since_mark(cell, besides)
    return Face(
        figure="–" if off and not cell.planned else _figure(cell, besides),
        beside="" if off else f"/ {cell.target}",
        word=level_word(level),
        line=line,
        more=more,
        mark=mark,
        mark_tone=tone,
        told=" ".join([*told, *(text + "." for _tone, text in more), *since_told]),
        tone=level.value,
        key=cell.key,
        target=target,
    )


def _stock_words(cell: CoverageCell) -> str:
    stock = ngettext("{n} in stock", "{n} in stock", cell.in_stock).format(n=cell.in_stock)
    return f"{stock} · +{cell.also_served}" if cell.also_served else stock


def _figure(cell: CoverageCell, besides: Besides) -> str:
    return likely_figure(cell.likely) if besides.likely and cell.likely is not None else str(cell.planned)


def _count_face(n: int, told: str, key: OpenCell | None) -> Face:
    return Face(str(n) if n else "", told, tone="loose" if n else "plain", key=key)


def _total_face(n: int, name: str) -> Face:
    return Face(str(n), ngettext("{name}: {n} piece", "{name}: {n} pieces", n).format(name=name, n=n))


def _untagged_row(coverage: Coverage) -> tuple[Face, ...]:
    def face(stage: int | None, name: str) -> Face:
        n = coverage.loose.get((None, stage), 0)
        return _count_face(n, _("{name}: {n} without a segment").format(name=name, n=n), (None, stage))

    without = coverage.totals.segments.get(None, 0)
    stages = (face(stage.id, stage.name) for stage in coverage.stages)
    return (*stages, face(None, _("Untagged")), _total_face(without, _("Untagged")))


def _total_row(coverage: Coverage) -> tuple[Face, ...]:
    by_stage: Mapping[int | None, int] = coverage.totals.stages
    stages = (_total_face(by_stage.get(stage.id, 0), stage.name) for stage in coverage.stages)
    return (*stages, _total_face(by_stage.get(None, 0), _("Untagged")), _total_face(coverage.totals.pieces, _("Total")))


def _floor_row(coverage: Coverage) -> tuple[Face, ...]:
    known = {floor.stage.id: floor for floor in coverage.floors}
    staged = sum(n for stage, n in coverage.totals.stages.items() if stage is not None)
    faces = [
        _floor_face(known.get(stage.id), stage, coverage.totals.stages.get(stage.id, 0), staged)
        for stage in coverage.stages
    ]
    return (*faces, Face("", ""), Face("", ""))


def _floor_face(floor: Floor | None, stage: BuyingStage, pieces: int, staged: int) -> Face:
    share = percent(Fraction(pieces, staged)) if staged else "–"
    if floor is None:
        return Face(share, _("{stage}: {share}").format(stage=stage.name, share=share))
    word = _("< {floor}") if floor.below else _("≥ {floor}")
    tone = "below" if floor.below else "plain"
    return Face(share, floor_sentence(floor), beside=word.format(floor=percent(floor.floor)), tone=tone)


def format_grid(matrix: FormatMatrix) -> Grid:
    """Return formats × stages: planned pieces only, with the untagged and the totals."""
    columns = (*(stage_head(stage, Besides()) for stage in matrix.stages), Head(_("Untagged")), Head(_("Total")))
    heads = [
        Head(made_as.name, f"{vocabulary_word(made_as.length)} · {vocabulary_word(made_as.medium)}")
        for made_as in matrix.formats
    ]
    rows = [_format_row(matrix, made_as.id, made_as.name) for made_as in matrix.formats]
    rows.append(_format_row(matrix, None, _("Untagged")))
    rows.append(_format_totals(matrix))
    return Grid(columns, (*heads, Head(_("Untagged"), _("no format")), Head(_("Total"))), tuple(rows))


def _format_row(matrix: FormatMatrix, made_as: int | None, name: str) -> tuple[Face, ...]:
    def face(stage: int | None, stage_name: str) -> Face:
        n = matrix.planned.get((made_as, stage), 0)
        told = ngettext("{name} × {stage}: {n} piece", "{name} × {stage}: {n} pieces", n)
        tone = "met" if n and stage is not None and made_as is not None else "loose" if n else "plain"
        told = told.format(name=name, stage=stage_name, n=n)
        return Face(str(n) if n else "–", told, tone=tone, key=(made_as, stage))

    stages = (face(stage.id, stage.name) for stage in matrix.stages)
    return (*stages, face(None, _("Untagged")), _total_face(matrix.by_format.get(made_as, 0), name))


def _format_totals(matrix: FormatMatrix) -> tuple[Face, ...]:
    stages = (_total_face(matrix.by_stage.get(stage.id, 0), stage.name) for stage in matrix.stages)
    untagged = _total_face(matrix.by_stage.get(None, 0), _("Untagged"))
    return (*stages, untagged, _total_face(matrix.pieces, _("Total")))


__all__ = ["KIND_MARKS", "Face", "Grid", "Head", "coverage_grid", "format_grid"]
