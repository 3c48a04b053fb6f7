"""What the forecast of a period is computed from: how sure its pieces are, and whose readers were asked lately."""

from collections import Counter, defaultdict
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, and_, case, cast, func, literal, or_, select

from editorial.domain.counting import OpenCell
from editorial.domain.likely import Sureness
from editorial.domain.vocabulary import AssignmentStatus, InterviewStatus, PersonRole
from editorial.store.counting import PIECE, P, Scope, counts_in
from editorial.store.figures import SEGMENT, SEGMENTED
from editorial.store.lists import TABLES

_ASSIGNED, _ROLE = TABLES["assignment"].c, TABLES["person_role"].c
_TASK, _INTERVIEW, _ASKED = TABLES["task"].c, TABLES["interview"].c, TABLES["interview_person"].c
_READS = TABLES["person_segment"].c
_SAID_YES = (AssignmentStatus.ACCEPTED.value, AssignmentStatus.DELIVERED.value)


def with_expert() -> ColumnElement[bool]:
    """Return the condition that an expert has accepted a piece."""
    accepted = and_(_ASSIGNED.piece_id == P.id, _ASSIGNED.status.in_(_SAID_YES))
    expert = and_(_ROLE.person_id == _ASSIGNED.person_id, _ROLE.role == PersonRole.SME.value)
    return select(literal(1)).where(accepted, expert).correlate(PIECE).exists()


def with_late_step(before: date) -> ColumnElement[bool]:
    """Return the condition that an open step of a piece was due before the day (see `domain.likely.late_before`)."""
    late = and_(_TASK.piece_id == P.id, _TASK.done_on.is_(None), _TASK.due < before)
    return select(literal(1)).where(late).correlate(PIECE).exists()


_SURE = (Sureness.OPEN, Sureness.DOUBTFUL, Sureness.PRODUCTION, Sureness.READY, Sureness.PUBLISHED)
"""By number: in production, each of an accepted expert and no late step counts one."""


@lru_cache(maxsize=32)
def sureness_statement(scope: Scope, late_before: date) -> Select[Any]:
    """Return the statement that counts the pieces of a period by segment, main stage and how sure they are."""
    in_production = cast(with_expert(), Integer) + cast(~with_late_step(late_before), Integer)
    sure = case(
        (or_(P.published_on.is_not(None), P.status_id.in_(scope.published)), 4),
        (P.status_id.in_(scope.ready), 3),
        (P.status_id.in_(scope.production), in_production),
        else_=0,
    ).label("sure")
    counted = select(SEGMENT, P.stage_id, sure, func.count()).select_from(SEGMENTED)
    return counted.where(counts_in(scope)).group_by(SEGMENT, P.stage_id, "sure")


def sure_pieces(connection: Connection, scope: Scope, late_before: date) -> dict[OpenCell, Counter[Sureness]]:
    """Count the pieces of a period by cell and by how sure they are; None stands for those without segment or stage."""
    found: defaultdict[OpenCell, Counter[Sureness]] = defaultdict(Counter)
    for segment, stage, sure, n in connection.execute(sureness_statement(scope, late_before)):
        found[segment, stage][_SURE[sure]] += n
    return found


def asked_segments(connection: Connection, since: date, until: date) -> set[int]:
    """Return the segments of which a customer was interviewed between the days, both included."""
    held = and_(_INTERVIEW.status == InterviewStatus.HELD, _INTERVIEW.day.between(since, until))
    asked = select(_READS.segment_id).distinct()
    return set(
        connection.execute(
            asked.where(held, _ASKED.interview_id == _INTERVIEW.id, _READS.person_id == _ASKED.person_id)
            .where(_ROLE.person_id == _ASKED.person_id, _ROLE.role == PersonRole.CUSTOMER.value)
        ).scalars()
    )  # fmt: skip
