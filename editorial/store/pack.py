"""What a kickoff pack asks: the counting pieces of a period, and which published pieces are live on a day."""

from collections import Counter
from datetime import date

from sqlalchemy import Connection, and_, func, or_, select

from editorial.domain.pack_pieces import LivePiece
from editorial.domain.stock import live_since
from editorial.domain.vocabulary import InterviewStatus, PersonRole, Tag
from editorial.store.counting import P, Scope, counts_in, in_order, unparked
from editorial.store.figures import EVERGREEN, SEGMENT, SEGMENTED
from editorial.store.lists import TABLES

_USE = TABLES["piece_use"]
_INTERVIEW, _ASKED = TABLES["interview"], TABLES["interview_person"]
_ROLE, _SEGMENT = TABLES["person_role"].c, TABLES["person_segment"].c


def counting_ids(connection: Connection, scope: Scope) -> list[int]:
    """Return the ids of the pieces that count for a period, in order."""
    return list(connection.execute(select(P.id).where(counts_in(scope)).order_by(*in_order())).scalars())


def live_pieces(connection: Connection, on: date, scope: Scope) -> list[LivePiece]:
    """Return the published pieces that are live on a day (domain: coverage, on a day), once for each segment."""
    uses = select(func.count()).where(_USE.c.piece_id == P.id).correlate(SEGMENTED.left).scalar_subquery()
    out = and_(P.publish_date <= on, or_(P.published_on.is_not(None), P.status_id.in_(scope.published)))
    fresh = or_(P.review_date.is_(None), P.review_date >= on)
    asked = (
        select(P.id, SEGMENT, P.stage_id, P.publish_date, P.tag, uses)
        .select_from(SEGMENTED)
        .where(out, unparked(scope), or_(EVERGREEN, P.publish_date >= live_since(on)), fresh)
        .order_by(P.id)
    )
    return [
        LivePiece(id_, segment, stage, day, tag == Tag.AGREED, n)
        for id_, segment, stage, day, tag, n in connection.execute(asked)
    ]


def interviews_ahead(connection: Connection) -> dict[int, int]:
    """Count the interviews to come with a customer, by the customer's segments."""
    ahead = _INTERVIEW.c.status.in_([InterviewStatus.TO_ARRANGE, InterviewStatus.ARRANGED])
    asked = (
        select(_SEGMENT.segment_id, _INTERVIEW.c.id)
        .select_from(_INTERVIEW.join(_ASKED, _ASKED.c.interview_id == _INTERVIEW.c.id))
        .where(
            ahead,
            _SEGMENT.person_id == _ASKED.c.person_id,
            _ROLE.person_id == _ASKED.c.person_id,
            _ROLE.role == PersonRole.CUSTOMER,
        )
        .distinct()
    )
    return dict(Counter(row.segment_id for row in connection.execute(asked)))
