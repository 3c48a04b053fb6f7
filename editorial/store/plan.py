"""What the proposed plan reads besides figures: who owes interviews, and what stands beside the period."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import Connection, select

from editorial.domain.vocabulary import AssignmentStatus, InterviewStatus, Phase
from editorial.store.counting import PIECE, P, Scope, in_order, unparked
from editorial.store.experts import experts_of
from editorial.store.interviews import DECLINED
from editorial.store.lists import TABLES
from editorial.store.ranking import interviews_by_month

_INTERVIEW = TABLES["interview"].c
_SERVES = TABLES["interview_piece"].c
_ASKED = TABLES["interview_person"].c
_STATUS = TABLES["status"]


def interviews(connection: Connection, first: date, last: date) -> dict[int, Counter[date]]:
    """Count a person's interviews by first day of the month: those that stand, and those planned pieces still need.

    A planned piece that is not ready yet needs one of each of its experts, in the month of its date, unless it has one
    with them or they have delivered.
    """
    counted: defaultdict[int, Counter[date]] = defaultdict(Counter)
    for person, months in interviews_by_month(connection, first, last).items():
        counted[person].update(months)
    planned = _in_making(connection, first, last)
    had = _interviewed(connection)
    for piece, experts in experts_of(connection, planned).items():
        for expert in experts:
            if (piece, expert.person_id) not in had and expert.status is not AssignmentStatus.DELIVERED:
                counted[expert.person_id][planned[piece].replace(day=1)] += 1
    return dict(counted)


def _in_making(connection: Connection, first: date, last: date) -> Mapping[int, date]:
    making = [Phase.IDEA.value, Phase.PRODUCTION.value]
    asked = (
        select(P.id, P.publish_date)
        .select_from(PIECE.join(_STATUS, _STATUS.c.id == P.status_id))
        .where(P.publish_date.between(first, last), P.published_on.is_(None), _STATUS.c.phase.in_(making))
    )
    return {row[0]: row[1] for row in connection.execute(asked)}


def _interviewed(connection: Connection) -> set[tuple[int, int]]:
    """Return every (piece, person) with an interview that is neither cancelled nor declined."""
    asked = (
        select(_SERVES.piece_id, _ASKED.person_id)
        .where(_SERVES.interview_id == _ASKED.interview_id, _INTERVIEW.id == _ASKED.interview_id)
        .where(_INTERVIEW.status != InterviewStatus.CANCELLED.value, ~DECLINED)
    )
    return {(row[0], row[1]) for row in connection.execute(asked)}


def beside(connection: Connection, scope: Scope, interests: Collection[int]) -> tuple[int | None, int | None]:
    """Return the last piece on one of the interests before the period, and the first one after it."""
    bearing = select(P.id).where(unparked(scope), P.interest_id.in_(interests)).limit(1)
    before = bearing.where(P.publish_date < scope.period.first).order_by(*(column.desc() for column in in_order()))
    after = bearing.where(P.publish_date > scope.period.last).order_by(*in_order())
    return connection.execute(before).scalar_one_or_none(), connection.execute(after).scalar_one_or_none()
