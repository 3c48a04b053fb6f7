"""What findings about single pieces are computed from: pieces that are not out yet, and what slipped."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select, true, union

from editorial.domain.finding_pieces import OpenPiece
from editorial.domain.vocabulary import EvidenceKind, InterviewStatus, Kind, Precision, SalesTone
from editorial.store.counting import P, Scope, counts_in, in_order
from editorial.store.lists import TABLES

_EVIDENCE = TABLES["evidence"].c
_INTERVIEW = TABLES["interview"].c
_SERVES = TABLES["interview_piece"].c
_RESEARCH = [EvidenceKind.SURVEY.value, EvidenceKind.INTERVIEW.value, EvidenceKind.LINK.value]


def open_pieces(connection: Connection, scope: Scope, today: date) -> list[OpenPiece]:
    """Return the pieces of a period and the ideas that are not out, parked or in the bin, in order.

    Those are left out of which no rule has anything to say: neither approved nor aspirational, direct or with a day on
    which they go stale.
    """
    approved = P.status_id.in_((*scope.production, *scope.ready))
    ready = P.status_id.in_(scope.ready)
    asked = and_(P.is_relevant == true(), P.is_timely == true(), P.is_useful == true())
    listed = select(
        P.id, P.uid, P.title, P.kind, P.stage_id, approved, ready, asked, P.sales_tone, P.planned, P.stale_on
    ).where(
        _waiting(scope, today),
        or_(P.planned.is_(None), P.planned.between(scope.period.first, scope.period.last)),
        or_(approved, P.stale_on.is_not(None), P.kind == Kind.ASPIRATIONAL, P.sales_tone == SalesTone.DIRECT),
    )
    rows = connection.execute(listed.order_by(P.planned.is_(None), *in_order()))
    return [
        OpenPiece(id_, uid, title, kind, stage, bool(is_approved), bool(is_ready), bool(was_asked), tone, day, stale)
        for id_, uid, title, kind, stage, is_approved, is_ready, was_asked, tone, day, stale in rows
    ]


def _waiting(scope: Scope, today: date) -> ColumnElement[bool]:
    """Return the condition that a piece is still to come out, and not put aside."""
    awake = or_(P.parked_until.is_(None), P.parked_until <= today)
    coming = tuple(status for status in scope.unparked if status not in scope.published)
    return and_(P.published_on.is_(None), P.binned.is_(None), P.status_id.in_(coming), awake)


def researched(connection: Connection) -> set[int]:
    """Return the pieces that rest on a survey, an interview or a link."""
    held = select(_INTERVIEW.id).where(_INTERVIEW.status == InterviewStatus.HELD.value)
    asked = union(
        select(_EVIDENCE.piece_id).where(_EVIDENCE.kind.in_(_RESEARCH)),
        select(_SERVES.piece_id).where(_SERVES.interview_id.in_(held)),
    )
    return set(connection.execute(asked).scalars())


def slipped(connection: Connection, scope: Scope, today: date) -> list[tuple[int, str, str, date, Precision]]:
    """Return the pieces planned before today that are not out, in order: id, public id, title, day, precision."""
    listed = select(P.id, P.uid, P.title, P.planned, P.precision)
    rows = connection.execute(listed.where(_waiting(scope, today), P.planned < today).order_by(*in_order()))
    return [(id_, uid, title, day, precision) for id_, uid, title, day, precision in rows]


def without_lead(connection: Connection, scope: Scope, stages: tuple[int, ...]) -> list[tuple[int, str, str]]:
    """Return the counting pieces of these stages that do not say how they lead, in order: id, public id, title."""
    listed: Any = select(P.id, P.uid, P.title).where(counts_in(scope), P.stage_id.in_(stages), P.lead.is_(None))
    return [(id_, uid, title) for id_, uid, title in connection.execute(listed.order_by(*in_order()))]
