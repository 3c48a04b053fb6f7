"""The figures of a kickoff pack in words: stages, matrix, mix, gaps with what is done about them, the cover."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from editorial.domain.agreement import Agreement, StageStanding, StageState
from editorial.domain.agreement_words import state_sentence
from editorial.domain.audience import Audience
from editorial.domain.counting import Cell
from editorial.domain.coverage import Coverage, CoverageCell
from editorial.domain.coverage_words import floor_sentence, gap_reason
from editorial.domain.ideas import Candidate
from editorial.domain.mix import Mix, MixRow
from editorial.domain.mix_words import add_sentence, shares_sentence, turn_sentence
from editorial.domain.pack import (
    GapPart,
    Headline,
    MatrixCell,
    MatrixPart,
    MatrixRow,
    MixLine,
    MixPart,
    StagePart,
)
from editorial.domain.period import Period
from editorial.domain.planning_records import AgreedStage
from editorial.domain.records import BuyingStage, Segment
from editorial.domain.spoken import exact_percent, level_word, month_name, percent, rounded, spoken_day
from editorial.domain.vocabulary import Level
from editorial.language import _, ngettext

IDEAS_NAMED = 3
WORST_FIRST = (Level.EMPTY, Level.THIN, Level.MET, Level.HEAVY, Level.OFF)


def stage_parts(
    agreement: Agreement, coverage: Coverage, live: Mapping[int, int], audience: Audience
) -> tuple[StagePart, ...]:
    """Return every stage as it was agreed on; where nothing was, as it stands. How to sell is not for the public."""
    return tuple(
        _stage(standing, coverage.totals.stages.get(standing.stage.id, 0), live.get(standing.stage.id, 0), audience)
        for standing in agreement.stages
    )


def _stage(standing: StageStanding, planned: int, live: int, audience: Audience) -> StagePart:
    stage, inside = standing.stage, audience is not Audience.PUBLIC
    said: BuyingStage | AgreedStage = standing.frozen or stage
    return StagePart(
        name=stage.name,
        kind=stage.natural_kind,
        question=said.question,
        definition=said.definition,
        signal=said.signal if inside else "",
        approach=said.approach if inside else "",
        avoid=said.avoid if inside else "",
        state=standing.state.value,
        agreed=state_sentence(standing) if inside else _plain_state(standing.state),
        planned=planned,
        live=live,
    )


def _plain_state(state: StageState) -> str:
    """Say how a stage stands without names and days."""
    words = {
        StageState.NONE: _("Not agreed with sales yet."),
        StageState.AGREED: _("Agreed with sales."),
        StageState.REOPENED: _("Agreed with sales, and being looked at again."),
    }
    return words[state]


def matrix_part(coverage: Coverage, segments: Sequence[Segment], audience: Audience) -> MatrixPart:
    """Return the matrix, of these segments only."""
    shown = {segment.id for segment in segments}
    cells = [cell for cell in coverage.cells.values() if cell.segment.id in shown]
    counted = [(level, sum(cell.level is level for cell in cells), level_word(level)) for level in WORST_FIRST]
    rows = tuple(
        MatrixRow(
            segment.name,
            _weight(segment) if audience is not Audience.PUBLIC else "",
            tuple(_cell(coverage.cells[segment.id, stage.id], audience) for stage in coverage.stages),
            coverage.totals.segments.get(segment.id, 0),
        )
        for segment in segments
    )
    return MatrixPart(
        stages=tuple(stage.name for stage in coverage.stages),
        kinds=tuple(stage.natural_kind for stage in coverage.stages),
        rows=rows,
        totals=tuple(coverage.totals.stages.get(stage.id, 0) for stage in coverage.stages),
        pieces=coverage.totals.pieces,
        levels=tuple(one for one in counted if one[1]),
        remarks=_remarks(coverage, audience),
    )


def _weight(segment: Segment) -> str:
    return _("weight {weight}").format(weight=f"{segment.weight.normalize():f}")


def _cell(cell: CoverageCell, audience: Audience) -> MatrixCell:
    return MatrixCell(
        cell.planned, cell.target, cell.in_stock, cell.level, level_word(cell.level), _beside(cell, audience)
    )


def _beside(cell: CoverageCell, audience: Audience) -> str:
    """Say in a few words what stands below a cell's figure."""
    if cell.level is Level.OFF and not cell.in_stock:
        return _("not wanted")
    said = [ngettext("{n} in stock", "{n} in stock", cell.in_stock).format(n=cell.in_stock)]
    if cell.likely is not None and cell.planned and audience is not Audience.PUBLIC:
        said.append(_("{n} likely").format(n=f"{rounded(cell.likely, 1):f}"))
    if cell.need_unknown and cell.is_gap and audience.sees_notes:
        said.append(_("need unknown"))
    return " · ".join(said)


def _remarks(coverage: Coverage, audience: Audience) -> tuple[str, ...]:
    """Say which floors are missed, and to the team what lacks tags; the public is told neither."""
    said = [floor_sentence(floor) for floor in coverage.floors if floor.below and audience is not Audience.PUBLIC]
    n = len(coverage.untagged)
    if n and audience.sees_notes:
        more = ngettext(
            "{n} piece lacks a kind, stage, segment or interest and may stand in no cell.",
            "{n} pieces lack a kind, stage, segment or interest and may stand in no cell.",
            n,
        )
        said.append(more.format(n=n))
    return tuple(said)


def mix_part(mix: Mix, audience: Audience) -> MixPart:
    """Return the mix with both remedies, by stage and by segment; what would mend it is not for the public."""
    remedies = (add_sentence(mix), turn_sentence(mix)) if audience is not Audience.PUBLIC else ()
    wanted = _("Wanted: {target} aspirational, give or take {tolerance}.")
    return MixPart(
        aspirational=mix.aspirational,
        practical=mix.practical,
        untagged=mix.untagged,
        share=mix.share,
        target=mix.target,
        balanced=mix.balanced,
        said=shares_sentence(mix),
        remedies=tuple(said for said in remedies if said),
        wanted=wanted.format(target=exact_percent(mix.target), tolerance=exact_percent(mix.tolerance)),
        by_stage=_lines(mix.by_stage, _("No stage")),
        by_segment=_lines(mix.by_segment, _("No segment")),
    )


def _lines(rows: Sequence[MixRow], without: str) -> tuple[MixLine, ...]:
    return tuple(
        MixLine(
            row.of.name if row.of else without,
            row.aspirational,
            row.practical,
            "–" if row.share is None else percent(row.share),
        )
        for row in rows
    )


def gap_parts(
    gaps: Sequence[CoverageCell],
    waiting: Mapping[Cell, Sequence[Candidate]],
    arranged: Mapping[int, int],
    audience: Audience,
) -> tuple[GapPart, ...]:
    """Return the gaps, worst first; `arranged` counts interviews to come with customers of a segment."""
    return tuple(
        GapPart(
            gap.segment.name,
            gap.stage.name,
            gap.level,
            level_word(gap.level),
            f"{float(gap.severity):.1f}",
            gap_reason(gap),
            _done(gap, len(waiting.get(gap.key, ())), arranged.get(gap.segment.id, 0)),
            _named(waiting.get(gap.key, ()), audience),
        )
        for gap in gaps
    )


def _named(ideas: Sequence[Candidate], audience: Audience) -> tuple[str, ...]:
    return tuple(idea.idea.title for idea in ideas[:IDEAS_NAMED]) if audience.sees_titles else ()


def _done(gap: CoverageCell, ideas: int, interviews: int) -> str:
    """Say what is done about a gap: what is planned, which ideas wait, or that readers have to be asked first."""
    said = []
    if gap.planned:
        said.append(_("{planned} of {target} planned.").format(planned=gap.planned, target=gap.target))
    if ideas:
        said.append(ngettext("{n} idea would fill it.", "{n} ideas would fill it.", ideas).format(n=ideas))
    if gap.need_unknown:
        said.append(_asked(gap.segment, interviews))
    elif not ideas:
        said.append(_("Nobody has an idea for it yet."))
    return " ".join(said)


def _asked(segment: Segment, interviews: int) -> str:
    if interviews:
        said = ngettext(
            "{n} interview with {segment} is under way.", "{n} interviews with {segment} are under way.", interviews
        )
        return said.format(n=interviews, segment=segment.name)
    return _("Nobody has asked {segment} lately: arrange an interview.").format(segment=segment.name)


def headlines(mix: Mix, agreement: Agreement, planned: int, live: int, gaps: int | None) -> tuple[Headline, ...]:
    """Return the figures of the cover; without `gaps` where its audience is not told of them."""
    shown = [
        Headline(str(planned), ngettext("piece planned", "pieces planned", planned)),
        Headline(str(live), ngettext("piece to use now", "pieces to use now", live)),
    ]
    if mix.share is not None:
        both = _("{aspirational} : {practical}").format(
            aspirational=_whole(mix.share), practical=100 - int(_whole(mix.share))
        )
        shown.append(Headline(both, _("aspirational to practical, in per cent")))
    if agreement.share is not None:
        shown.append(Headline(percent(agreement.share), _("of stage tags agreed with sales")))
    if gaps is not None:
        shown.append(Headline(str(gaps), ngettext("gap to close", "gaps to close", gaps)))
    return tuple(shown)


def _whole(share: Fraction) -> str:
    return f"{rounded(share * 100, 0):f}"


def told_dates(period: Period, audience: Audience) -> str:
    """Return the days of a period, or its months where days are withheld."""
    if audience.sees_days:
        return _("{first} to {last}").format(first=spoken_day(period.first), last=spoken_day(period.last))
    first, last = (
        _("{month} {year}").format(month=month_name(day.month), year=day.year) for day in (period.first, period.last)
    )
    return first if first == last else _("{first} to {last}").format(first=first, last=last)
