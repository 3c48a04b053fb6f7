"""The kickoff pack of a period: everything its pages say, gathered for one audience."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from editorial.domain import pack_parts as parts
from editorial.domain.agreement import Agreement
from editorial.domain.audience import Audience
from editorial.domain.counting import Cell
from editorial.domain.coverage import Coverage, CoverageCell
from editorial.domain.ideas import Candidate, candidates
from editorial.domain.mix import Mix, MixRow
from editorial.domain.pack import Headline, Pack, Section, usual_sections
from editorial.domain.pack_pieces import (
    LivePiece,
    Telling,
    best_of_cells,
    coming_parts,
    exclusive_parts,
    use_parts,
)
from editorial.domain.period import Period
from editorial.domain.records import Entry, Lists, Piece, Segment
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.agreement import agreement
from editorial.services.coverage import coverage
from editorial.services.mix import mix
from editorial.store.counting import scope_of
from editorial.store.entries import idea_entries
from editorial.store.lists import read_lists
from editorial.store.pack import counting_ids, interviews_ahead, live_pieces
from editorial.store.pieces import read_pieces
from editorial.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read for a pack besides its figures."""

    lists: Lists
    segments: tuple[Segment, ...]
    live: list[LivePiece]
    counting: list[Piece]
    ideas: list[Entry]
    interviews: Mapping[int, int]


def pack(
    workspace: Workspace,
    period: Period,
    *,
    today: date,
    audience: Audience = Audience.TEAM,
    sections: Sequence[Section] | None = None,
    segment_id: int | None = None,
) -> Pack:
    """Return the pack of a period as things stand today, for one segment where it is given.

    Raises RuleBroken for a segment that is gone.
    """
    found = _read(workspace, period, today, segment_id)
    matrix = coverage(workspace, period, today=today, lists=found.lists)
    shares = mix(workspace, period, lists=found.lists)
    agreed = agreement(workspace, period, lists=found.lists)
    shown = usual_sections(audience) if sections is None else tuple(sections)
    narrowed = found.segments[0] if segment_id is not None else None
    telling = Telling(found.lists, audience, today)
    named, counts = best_of_cells(found.live)
    gaps = [gap for gap in matrix.gaps if gap.segment in found.segments]
    return Pack(
        workspace=found.lists.settings.name,
        period=period,
        dates=parts.told_dates(period, audience),
        made_on=today,
        audience=audience,
        segment=narrowed.name if narrowed else "",
        sections=shown,
        headlines=_headlines(matrix, shares, agreed, found, gaps if Section.GAPS in shown else None, narrowed),
        stages=parts.stage_parts(agreed, matrix, _live_by_stage(found.live), audience),
        matrix=parts.matrix_part(matrix, found.segments, audience),
        mix=parts.mix_part(_of_segments(shares, found.segments, narrowed), audience),
        gaps=parts.gap_parts(gaps, _waiting(found, gaps), found.interviews, audience),
        use=use_parts(
            found.segments, named, counts, _named_pieces(workspace, named, segment_id), telling, loose=narrowed is None
        ),
        coming=coming_parts(found.segments, found.counting, telling, loose=narrowed is None),
        exclusives=exclusive_parts(found.counting, telling),
    )


def _read(workspace: Workspace, period: Period, today: date, segment_id: int | None) -> _Found:
    with workspace.read() as connection:
        lists = read_lists(connection)
        if segment_id is not None and segment_id not in lists.segments:
            raise RuleBroken(_("This segment is no longer there."))
        scope = scope_of(period, lists)
        return _Found(
            lists,
            tuple(one for one in lists.segments.values() if segment_id in {None, one.id}),
            live_pieces(connection, today, scope),
            read_pieces(connection, counting_ids(connection, scope)),
            idea_entries(connection),
            interviews_ahead(connection),
        )


def _headlines(
    matrix: Coverage,
    shares: Mix,
    agreed: Agreement,
    found: _Found,
    gaps: Sequence[CoverageCell] | None,
    narrowed: Segment | None,
) -> tuple[Headline, ...]:
    planned = matrix.totals.pieces if narrowed is None else matrix.totals.segments.get(narrowed.id, 0)
    live = {one.id for one in found.live if narrowed is None or one.segment_id == narrowed.id}
    return parts.headlines(shares, agreed, planned, len(live), None if gaps is None else len(gaps))


def _live_by_stage(live: Sequence[LivePiece]) -> Counter[int]:
    return Counter(stage for _id, stage in {(one.id, one.stage_id) for one in live} if stage is not None)


def _of_segments(shares: Mix, segments: Sequence[Segment], narrowed: Segment | None) -> Mix:
    """Return the mix with the rows of these segments; all rows where the pack is not narrowed."""
    return shares if narrowed is None else replace(shares, by_segment=_kept(shares, segments))


def _kept(shares: Mix, segments: Sequence[Segment]) -> tuple[MixRow, ...]:
    return tuple(row for row in shares.by_segment if row.of in segments)


def _waiting(found: _Found, gaps: Sequence[CoverageCell]) -> dict[Cell, list[Candidate]]:
    """Return for each gap the ideas that would fill it without losing a tag, the likeliest first."""
    return {gap.key: candidates(found.ideas, found.lists, gap.segment.id, gap.stage.id) for gap in gaps}


def _named_pieces(
    workspace: Workspace, named: Mapping[tuple[int | None, int | None], Sequence[int]], segment_id: int | None
) -> dict[int, Piece]:
    """Return the pieces that are named, by id; of one segment where it is given."""
    ids = {id_ for (segment, _stage), ids in named.items() if segment_id in {None, segment} for id_ in ids}
    with workspace.read() as connection:
        return {piece.id: piece for piece in read_pieces(connection, sorted(ids))}
