"""What the figures are computed from: counts of the pieces of a period, aggregated in the database."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select, true

from editorial.domain.counting import Cell, KindCounts, OpenCell, PlannedCounts
from editorial.domain.coverage import Live
from editorial.domain.period import Period
from editorial.domain.records import Lists
from editorial.domain.rotation import Use
from editorial.domain.stock import year_before
from editorial.domain.untagged import TAGS, Untagged
from editorial.domain.vocabulary import Audit, Kind, Lead, Phase, Tag
from editorial.store.counting import PIECE, P, counts_for, in_order, of_phase, unparked
from editorial.store.tables import piece_segment, piece_stage

SEGMENT = piece_segment.c.segment_id
SEGMENTED = PIECE.outerjoin(piece_segment, piece_segment.c.piece_id == P.id)
IN_SEGMENTS = PIECE.join(piece_segment, piece_segment.c.piece_id == P.id)
EVERGREEN = P.evergreen == true()
"""Written so, because a partial index serves only the very condition it was made with."""


def cells_statement(period: Period, lists: Lists) -> Select[Any]:
    """Return the statement that counts the pieces of a period by segment and main stage."""
    counted = select(SEGMENT, P.stage_id, func.count()).select_from(SEGMENTED)
    return counted.where(counts_for(period, lists)).group_by(SEGMENT, P.stage_id)


def stages_statement(period: Period, lists: Lists) -> Select[Any]:
    """Return the statement that counts the pieces of a period by main stage."""
    return select(P.stage_id, func.count()).where(counts_for(period, lists)).group_by(P.stage_id)


def days_statement(period: Period, lists: Lists) -> Select[Any]:
    """Return the statement that lists the publish dates of a period for each segment."""
    return select(SEGMENT, P.publish_date).select_from(IN_SEGMENTS).where(counts_for(period, lists)).distinct()


def leads_statement(period: Period, lists: Lists) -> Select[Any]:
    """Return the statement that counts the pieces of a period by main stage and lead."""
    return select(P.stage_id, P.lead, func.count()).where(counts_for(period, lists)).group_by(P.stage_id, P.lead)


def stock_statement(period: Period, lists: Lists) -> Select[Any]:
    """Return the statement that counts what is in stock on the period's first day by segment and main stage."""
    kept = and_(
        EVERGREEN,
        P.publish_date < period.first,
        P.status_id.in_(of_phase(lists, Phase.PUBLISHED)),
        P.stage_id.is_not(None),
        or_(P.review_date.is_(None), P.review_date >= period.first),
        or_(P.audit.is_(None), P.audit != Audit.RETIRE),
    )
    counted = select(SEGMENT, P.stage_id, func.count()).select_from(IN_SEGMENTS)
    return counted.where(kept).group_by(SEGMENT, P.stage_id)


def also_statement(period: Period, lists: Lists) -> Select[Any]:
    """Return the statement that counts the pieces of a period by segment and further stage."""
    further = piece_stage.c.stage_id
    served = IN_SEGMENTS.join(piece_stage, piece_stage.c.piece_id == P.id)
    counted = select(SEGMENT, further, func.count()).select_from(served)
    return counted.where(counts_for(period, lists), further.is_distinct_from(P.stage_id)).group_by(SEGMENT, further)


def exclusive_statement(period: Period, lists: Lists) -> Select[Any]:
    """Return the statement that finds the stages with a timely piece that is still exclusive on its day."""
    ours = and_(P.timely == true(), P.exclusive_until >= P.publish_date, P.stage_id.is_not(None))
    return select(P.stage_id).distinct().where(counts_for(period, lists), ours)


def untagged_statement(period: Period, lists: Lists) -> Select[Any]:
    """Return the statement that lists the pieces of a period without kind, stage, segment or interest, in order."""
    segmented = select(1).where(piece_segment.c.piece_id == P.id).exists()
    lacking = or_(P.kind.is_(None), P.stage_id.is_(None), P.interest_id.is_(None), ~segmented)
    listed = select(P.id, P.uid, P.title, P.kind, P.stage_id, segmented, P.interest_id)
    return listed.where(counts_for(period, lists), lacking).order_by(*in_order())


def live_statement(on: date, lists: Lists, *, lately: bool) -> Select[Any]:
    """Return the statement that counts what is live on a day: of the last 12 months, or evergreen and older."""
    since = year_before(on)
    out = P.publish_date.between(since, on) if lately else and_(EVERGREEN, P.publish_date < since)
    agreed = func.sum(P.tag == Tag.AGREED)
    counted = select(SEGMENT, P.stage_id, func.count(), agreed).select_from(IN_SEGMENTS)
    fresh = or_(P.review_date.is_(None), P.review_date >= on)
    return counted.where(out, unparked(lists), P.stage_id.is_not(None), fresh).group_by(SEGMENT, P.stage_id)


def planned(connection: Connection, period: Period, lists: Lists) -> PlannedCounts:
    """Count the pieces of a period; each has one main stage, so the cells of a segment add up to distinct pieces."""
    cells: dict[OpenCell, int] = {}
    segments: Counter[int | None] = Counter()
    for segment, stage, n in connection.execute(cells_statement(period, lists)):
        cells[segment, stage] = n
        segments[segment] += n
    stages = {row[0]: row[1] for row in connection.execute(stages_statement(period, lists))}
    return PlannedCounts(cells, segments, stages, sum(stages.values()))


def publish_days(connection: Connection, period: Period, lists: Lists) -> dict[int, set[date]]:
    """Return the days on which something counts for a segment, by segment id."""
    days: defaultdict[int, set[date]] = defaultdict(set)
    for segment, day in connection.execute(days_statement(period, lists)):
        days[segment].add(day)
    return days


def leads(connection: Connection, period: Period, lists: Lists) -> dict[tuple[int | None, Lead | None], int]:
    """Count the pieces of a period by main stage and lead."""
    return {(stage, lead): n for stage, lead, n in connection.execute(leads_statement(period, lists))}


def stock(connection: Connection, period: Period, lists: Lists) -> dict[Cell, int]:
    """Count what is in stock on the period's first day."""
    return _by_cell(connection, stock_statement(period, lists))


def also_served(connection: Connection, period: Period, lists: Lists) -> dict[Cell, int]:
    """Count the pieces of a period that serve a cell's stage as a further one."""
    return _by_cell(connection, also_statement(period, lists))


def exclusive(connection: Connection, period: Period, lists: Lists) -> set[int]:
    """Return the ids of the stages that have an exclusive."""
    return set(connection.execute(exclusive_statement(period, lists)).scalars())


def untagged(connection: Connection, period: Period, lists: Lists) -> tuple[Untagged, ...]:
    """Return the pieces of a period that lack a tag, in order, each with what it lacks."""
    found = connection.execute(untagged_statement(period, lists))
    return tuple(Untagged(id_, uid, title, _missing(has)) for id_, uid, title, *has in found)


def _missing(has: list[Any]) -> tuple[str, ...]:
    return tuple(tag for tag, value in zip(TAGS, has, strict=True) if value in (None, False))


def live(connection: Connection, on: date, lists: Lists) -> Live:
    """Count what is live on a day by cell, and how much of it sales has agreed to."""
    pieces: Counter[Cell] = Counter()
    agreed: Counter[Cell] = Counter()
    for lately in (True, False):
        for segment, stage, n, said_yes in connection.execute(live_statement(on, lists, lately=lately)):
            pieces[segment, stage] += n
            agreed[segment, stage] += said_yes
    return Live(on, pieces, agreed)


def _by_cell(connection: Connection, statement: Select[Any]) -> dict[Cell, int]:
    return {(segment, stage): n for segment, stage, n in connection.execute(statement)}


def kinds(connection: Connection, period: Period, lists: Lists) -> dict[int | None, KindCounts]:
    """Count the pieces of a period by kind for each main stage."""
    counted = select(P.stage_id, P.kind, func.count()).where(counts_for(period, lists))
    return _kinds(connection, counted.group_by(P.stage_id, P.kind))


def kinds_by_segment(connection: Connection, period: Period, lists: Lists) -> dict[int | None, KindCounts]:
    """Count the pieces of a period by kind for each segment."""
    counted = select(SEGMENT, P.kind, func.count()).select_from(SEGMENTED).where(counts_for(period, lists))
    return _kinds(connection, counted.group_by(SEGMENT, P.kind))


def kinds_by_campaign(connection: Connection, period: Period, lists: Lists) -> dict[int | None, KindCounts]:
    """Count the pieces of a period by kind for each campaign."""
    counted = select(P.campaign_id, P.kind, func.count()).where(counts_for(period, lists))
    return _kinds(connection, counted.group_by(P.campaign_id, P.kind))


def _kinds(connection: Connection, statement: Select[Any]) -> dict[int | None, KindCounts]:
    counts: defaultdict[int | None, Counter[Kind | None]] = defaultdict(Counter)
    for key, kind, n in connection.execute(statement):
        counts[key][kind] += n
    return {key: KindCounts.of(of) for key, of in counts.items()}


def formats(connection: Connection, period: Period, lists: Lists) -> dict[OpenCell, int]:
    """Count the pieces of a period by format and main stage."""
    counted = select(P.format_id, P.stage_id, func.count()).where(counts_for(period, lists))
    rows = connection.execute(counted.group_by(P.format_id, P.stage_id))
    return {(made_as, stage): n for made_as, stage, n in rows}


def interest_uses(connection: Connection, period: Period, lists: Lists, segment_id: int | None) -> list[Use]:
    """Return the pieces of a period with a primary interest, in order, narrowed to a segment where one is given."""
    listed = select(P.id, P.publish_date, P.interest_id, SEGMENT).select_from(SEGMENTED)
    listed = listed.where(counts_for(period, lists), P.interest_id.is_not(None), _of_segment(segment_id))
    found: dict[int, tuple[date, int, set[int]]] = {}
    for piece, day, interest, segment in connection.execute(listed.order_by(*in_order())):
        found.setdefault(piece, (day, interest, set()))[2].add(segment)
    return [Use(piece, day, interest, frozenset(of - {None})) for piece, (day, interest, of) in found.items()]


def last_uses(connection: Connection, before: date, lists: Lists, segment_id: int | None) -> dict[int, date]:
    """Return the last publish date of each interest before a day, by interest id."""
    listed = select(P.interest_id, func.max(P.publish_date).label("last")).group_by(P.interest_id)
    listed = listed.where(P.publish_date < before, unparked(lists), P.interest_id.is_not(None), _of_segment(segment_id))
    return {row.interest_id: row.last for row in connection.execute(listed)}


def _of_segment(segment_id: int | None) -> Any:
    if segment_id is None:
        return true()
    of_piece = select(1).where(piece_segment.c.piece_id == P.id).correlate(PIECE)
    return of_piece.where(SEGMENT.in_([segment_id])).exists()


def cell_pieces(
    connection: Connection, period: Period, lists: Lists, segment_id: int | None, stage_id: int | None
) -> list[int]:
    """Return the ids of a cell's counting pieces, in order; None stands for those without segment or stage."""
    cell = and_(SEGMENT.is_not_distinct_from(segment_id), P.stage_id.is_not_distinct_from(stage_id))
    listed = select(P.id).select_from(SEGMENTED).where(counts_for(period, lists), cell).order_by(*in_order())
    return list(connection.execute(listed).scalars())
