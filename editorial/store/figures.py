"""What the figures are computed from: counts of the pieces of a period, aggregated in the database."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Integer, Select, and_, cast, func, or_, select, true

from editorial.domain.counting import Cell, KindCounts, OpenCell, PlannedCounts
from editorial.domain.coverage import Exclusive, Live
from editorial.domain.rotation import Use
from editorial.domain.stock import live_since
from editorial.domain.untagged import TAGS, Untagged
from editorial.domain.vocabulary import Audit, Kind, Lead, Tag
from editorial.store.counting import PIECE, P, Scope, counts_in, in_order, unparked
from editorial.store.tables import piece_segment, piece_stage

SEGMENT = piece_segment.c.segment_id
SEGMENTED = PIECE.outerjoin(piece_segment, piece_segment.c.piece_id == P.id)
IN_SEGMENTS = PIECE.join(piece_segment, piece_segment.c.piece_id == P.id)
EVERGREEN = P.evergreen == true()
"""Written so, because a partial index serves only the very condition it was made with."""


@lru_cache(maxsize=32)
def cells_statement(scope: Scope) -> Select[Any]:
    """Return the statement that counts the pieces of a period by segment and main stage."""
    counted = select(SEGMENT, P.stage_id, func.count()).select_from(SEGMENTED)
    return counted.where(counts_in(scope)).group_by(SEGMENT, P.stage_id)


@lru_cache(maxsize=32)
def stages_statement(scope: Scope) -> Select[Any]:
    """Return the statement that counts the pieces of a period by main stage."""
    return select(P.stage_id, func.count()).where(counts_in(scope)).group_by(P.stage_id)


@lru_cache(maxsize=32)
def days_statement(scope: Scope) -> Select[Any]:
    """Return the statement that lists the publish dates of a period for each segment."""
    return select(SEGMENT, P.publish_date).select_from(IN_SEGMENTS).where(counts_in(scope)).distinct()


@lru_cache(maxsize=32)
def leads_statement(scope: Scope) -> Select[Any]:
    """Return the statement that counts the pieces of a period by main stage and lead."""
    return select(P.stage_id, P.lead, func.count()).where(counts_in(scope)).group_by(P.stage_id, P.lead)


@lru_cache(maxsize=32)
def stock_statement(scope: Scope) -> Select[Any]:
    """Return the statement that counts what is in stock on the period's first day by segment and main stage."""
    kept = and_(
        EVERGREEN,
        P.publish_date < scope.period.first,
        P.status_id.in_(scope.published),
        P.stage_id.is_not(None),
        or_(P.review_date.is_(None), P.review_date >= scope.period.first),
        or_(P.audit.is_(None), P.audit != Audit.RETIRE),
    )
    counted = select(SEGMENT, P.stage_id, func.count()).select_from(IN_SEGMENTS)
    return counted.where(kept).group_by(SEGMENT, P.stage_id)


@lru_cache(maxsize=32)
def also_statement(scope: Scope) -> Select[Any]:
    """Return the statement that counts the pieces of a period by segment and further stage."""
    further = piece_stage.c.stage_id
    served = IN_SEGMENTS.join(piece_stage, piece_stage.c.piece_id == P.id)
    counted = select(SEGMENT, further, func.count()).select_from(served)
    return counted.where(counts_in(scope), further.is_distinct_from(P.stage_id)).group_by(SEGMENT, further)


@lru_cache(maxsize=32)
def exclusive_statement(scope: Scope) -> Select[Any]:
    """Return the statement that finds the stages with a timely piece that is still exclusive on its day."""
    ours = and_(P.timely == true(), P.exclusive_until >= P.publish_date, P.stage_id.is_not(None))
    return select(P.stage_id).distinct().where(counts_in(scope), ours)


@lru_cache(maxsize=32)
def exclusives_statement(scope: Scope) -> Select[Any]:
    """Return the statement that lists those pieces, in order: stage, id, title, until when, and why."""
    listed = select(P.stage_id, P.id, P.title, P.exclusive_until, P.exclusive_because)
    ours = and_(P.timely == true(), P.exclusive_until >= P.publish_date, P.stage_id.is_not(None))
    return listed.where(counts_in(scope), ours).order_by(*in_order())


@lru_cache(maxsize=32)
def untagged_statement(scope: Scope) -> Select[Any]:
    """Return the statement that lists the pieces of a period without kind, stage, segment or interest, in order."""
    segmented = select(1).where(piece_segment.c.piece_id == P.id).exists()
    lacking = or_(P.kind.is_(None), P.stage_id.is_(None), P.interest_id.is_(None), ~segmented)
    listed = select(P.id, P.uid, P.title, P.kind, P.stage_id, segmented, P.interest_id)
    return listed.where(counts_in(scope), lacking).order_by(*in_order())


@lru_cache(maxsize=32)
def live_statement(on: date, scope: Scope, *, lately: bool) -> Select[Any]:
    """Return the statement that counts what is live on a day: of the last 12 months, or evergreen and older."""
    since = live_since(on)
    # Named one by one, the statuses let the index of evergreen pieces serve the older ones.
    older = and_(EVERGREEN, P.publish_date < since, P.status_id.in_(scope.unparked))
    out = and_(P.publish_date.between(since, on), unparked(scope)) if lately else older
    agreed = func.sum(cast(P.tag == Tag.AGREED, Integer))
    counted = select(SEGMENT, P.stage_id, func.count(), agreed).select_from(IN_SEGMENTS)
    fresh = or_(P.review_date.is_(None), P.review_date >= on)
    return counted.where(out, P.stage_id.is_not(None), fresh).group_by(SEGMENT, P.stage_id)


def planned(connection: Connection, scope: Scope, cells: Mapping[OpenCell, int] | None = None) -> PlannedCounts:
    """Count the pieces of a period; each has one main stage, so the cells of a segment add up to distinct pieces.

    `cells` are the counts by cell, where they are known already.
    """
    if cells is None:
        cells = {(segment, stage): n for segment, stage, n in connection.execute(cells_statement(scope))}
    segments: Counter[int | None] = Counter()
    for (segment, _stage), n in cells.items():
        segments[segment] += n
    stages = {row[0]: row[1] for row in connection.execute(stages_statement(scope))}
    return PlannedCounts(cells, segments, stages, sum(stages.values()))


def publish_days(connection: Connection, scope: Scope) -> dict[int, set[date]]:
    """Return the days on which something counts for a segment, by segment id."""
    days: defaultdict[int, set[date]] = defaultdict(set)
    for segment, day in connection.execute(days_statement(scope)):
        days[segment].add(day)
    return days


def leads(connection: Connection, scope: Scope) -> dict[tuple[int | None, Lead | None], int]:
    """Count the pieces of a period by main stage and lead."""
    return {(stage, lead): n for stage, lead, n in connection.execute(leads_statement(scope))}


def stock(connection: Connection, scope: Scope) -> dict[Cell, int]:
    """Count what is in stock on the period's first day."""
    return _by_cell(connection, stock_statement(scope))


def also_served(connection: Connection, scope: Scope) -> dict[Cell, int]:
    """Count the pieces of a period that serve a cell's stage as a further one."""
    return _by_cell(connection, also_statement(scope))


def exclusive(connection: Connection, scope: Scope) -> set[int]:
    """Return the ids of the stages that have an exclusive."""
    return set(connection.execute(exclusive_statement(scope)).scalars())


def exclusives(connection: Connection, scope: Scope) -> dict[int, tuple[Exclusive, ...]]:
    """Return the exclusive pieces of each stage that has one, in order."""
    found: defaultdict[int, list[Exclusive]] = defaultdict(list)
    for stage, *piece in connection.execute(exclusives_statement(scope)):
        found[stage].append(Exclusive(*piece))
    return {stage: tuple(pieces) for stage, pieces in found.items()}


def untagged(connection: Connection, scope: Scope) -> tuple[Untagged, ...]:
    """Return the pieces of a period that lack a tag, in order, each with what it lacks."""
    found = connection.execute(untagged_statement(scope))
    return tuple(Untagged(id_, uid, title, _missing(has)) for id_, uid, title, *has in found)


def _missing(has: list[Any]) -> tuple[str, ...]:
    return tuple(tag for tag, value in zip(TAGS, has, strict=True) if value in (None, False))


def live(connection: Connection, on: date, scope: Scope) -> Live:
    """Count what is live on a day by cell, and how much of it sales has agreed to."""
    pieces: Counter[Cell] = Counter()
    agreed: Counter[Cell] = Counter()
    for lately in (True, False):
        for segment, stage, n, said_yes in connection.execute(live_statement(on, scope, lately=lately)):
            pieces[segment, stage] += n
            agreed[segment, stage] += said_yes
    return Live(on, pieces, agreed)


def _by_cell(connection: Connection, statement: Select[Any]) -> dict[Cell, int]:
    return {(segment, stage): n for segment, stage, n in connection.execute(statement)}


def kinds(connection: Connection, scope: Scope) -> dict[int | None, KindCounts]:
    """Count the pieces of a period by kind for each main stage."""
    counted = select(P.stage_id, P.kind, func.count()).where(counts_in(scope))
    return _kinds(connection, counted.group_by(P.stage_id, P.kind))


def kinds_by_segment(connection: Connection, scope: Scope) -> dict[int | None, KindCounts]:
    """Count the pieces of a period by kind for each segment."""
    counted = select(SEGMENT, P.kind, func.count()).select_from(SEGMENTED).where(counts_in(scope))
    return _kinds(connection, counted.group_by(SEGMENT, P.kind))


def kinds_by_campaign(connection: Connection, scope: Scope) -> dict[int | None, KindCounts]:
    """Count the pieces of a period by kind for each campaign."""
    counted = select(P.campaign_id, P.kind, func.count()).where(counts_in(scope))
    return _kinds(connection, counted.group_by(P.campaign_id, P.kind))


def _kinds(connection: Connection, statement: Select[Any]) -> dict[int | None, KindCounts]:
    counts: defaultdict[int | None, Counter[Kind | None]] = defaultdict(Counter)
    for key, kind, n in connection.execute(statement):
        counts[key][kind] += n
    return {key: KindCounts.of(of) for key, of in counts.items()}


def formats(connection: Connection, scope: Scope) -> dict[OpenCell, int]:
    """Count the pieces of a period by format and main stage."""
    counted = select(P.format_id, P.stage_id, func.count()).where(counts_in(scope))
    rows = connection.execute(counted.group_by(P.format_id, P.stage_id))
    return {(made_as, stage): n for made_as, stage, n in rows}


def interest_uses(connection: Connection, scope: Scope, segment_id: int | None) -> list[Use]:
    """Return the pieces of a period with a primary interest, in order, narrowed to a segment where one is given."""
    counted = and_(counts_in(scope), P.interest_id.is_not(None), _of_segment(segment_id))
    segments: defaultdict[int, list[int]] = defaultdict(list)
    for piece, segment in connection.execute(select(P.id, SEGMENT).select_from(IN_SEGMENTS).where(counted)).all():
        segments[piece].append(segment)
    listed = select(P.id, P.publish_date, P.interest_id).where(counted).order_by(*in_order())
    rows = connection.execute(listed).all()
    return [Use(piece, day, interest, frozenset(segments.get(piece, ()))) for piece, day, interest in rows]


def last_uses(connection: Connection, scope: Scope, segment_id: int | None) -> dict[int, date]:
    """Return the last publish date of each interest before the period, by interest id."""
    listed = select(P.interest_id, func.max(P.publish_date).label("last")).group_by(P.interest_id)
    listed = listed.where(
        P.publish_date < scope.period.first, unparked(scope), P.interest_id.is_not(None), _of_segment(segment_id)
    )
    return {row.interest_id: row.last for row in connection.execute(listed)}


def _of_segment(segment_id: int | None) -> Any:
    if segment_id is None:
        return true()
    of_piece = select(1).where(piece_segment.c.piece_id == P.id).correlate(PIECE)
    return of_piece.where(SEGMENT.in_([segment_id])).exists()


def cell_pieces(connection: Connection, scope: Scope, segment_id: int | None, stage_id: int | None) -> list[int]:
    """Return the ids of a cell's counting pieces, in order; None stands for those without segment or stage."""
    cell = and_(SEGMENT.is_not_distinct_from(segment_id), P.stage_id.is_not_distinct_from(stage_id))
    listed = select(P.id).select_from(SEGMENTED).where(counts_in(scope), cell).order_by(*in_order())
    return list(connection.execute(listed).scalars())


def format_pieces(connection: Connection, scope: Scope, format_id: int | None, stage_id: int | None) -> list[int]:
    """Return the ids of the counting pieces of a format and a main stage, in order; None stands for those without."""
    cell = and_(P.format_id.is_not_distinct_from(format_id), P.stage_id.is_not_distinct_from(stage_id))
    listed = select(P.id).where(counts_in(scope), cell).order_by(*in_order())
    return list(connection.execute(listed).scalars())
