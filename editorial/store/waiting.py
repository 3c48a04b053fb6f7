"""Who was asked for something and has not answered."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, and_, select

from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.store.interviews import AHEAD, DECLINED
from editorial.store.lists import TABLES

_ASSIGNMENT = TABLES["assignment"].c
_PIECE = TABLES["piece"].c
_PERSON = TABLES["person"].c
_INTERVIEW, _ASKED = TABLES["interview"].c, TABLES["interview_person"].c


def unanswered(
    connection: Connection, last: date, statuses: Sequence[int]
) -> list[tuple[str, AssignmentRole, int, str]]:
    """Return what people were asked for in pieces planned up to a day, and in ideas: name, role, piece id, title.

    Only pieces of these statuses wait for anybody. Authors are left out: who writes a piece is written down, not asked.
    What is due first comes first.
    """
    at_work = set(statuses)
    proposed = and_(
        _ASSIGNMENT.status == AssignmentStatus.PROPOSED.value, _ASSIGNMENT.role != AssignmentRole.AUTHOR.value
    )
    asked = (
        select(_PERSON.name, _ASSIGNMENT.role, _PIECE.id, _PIECE.title, _PIECE.status_id)
        .join_from(TABLES["assignment"], TABLES["piece"], _PIECE.id == _ASSIGNMENT.piece_id)
        .join(TABLES["person"], _PERSON.id == _ASSIGNMENT.person_id)
        .where(
            proposed,
            # Few are asked, so they come first: SQLite would start from the many pieces.
            _PIECE.id.in_(select(_ASSIGNMENT.piece_id).where(proposed)),
            _PIECE.binned.is_(None),
            _PIECE.published_on.is_(None),
            _PIECE.planned.is_(None) | (_PIECE.planned <= last),
        )
        .order_by(_ASSIGNMENT.due.is_(None), _ASSIGNMENT.due, _PIECE.planned.is_(None), _PIECE.planned, _PERSON.name)
    )
    found = connection.execute(asked).all()
    return [
        (name, AssignmentRole(role), piece, title) for name, role, piece, title, status in found if status in at_work
    ]


def declined(connection: Connection, statuses: Sequence[int]) -> list[tuple[str, AssignmentRole, int, str, str]]:
    """Return who said no where nobody else has the role by now: name, role, piece id, title and the reason.

    Only pieces of these statuses are asked for; the newest answer comes first.
    """
    at_work, other = set(statuses), TABLES["assignment"].alias().c
    taken = select(other.piece_id).where(
        other.piece_id == _ASSIGNMENT.piece_id,
        other.role == _ASSIGNMENT.role,
        other.status != AssignmentStatus.DECLINED.value,
    )
    asked = (
        select(_PERSON.name, _ASSIGNMENT.role, _PIECE.id, _PIECE.title, _ASSIGNMENT.reason, _PIECE.status_id)
        .join_from(TABLES["assignment"], TABLES["piece"], _PIECE.id == _ASSIGNMENT.piece_id)
        .join(TABLES["person"], _PERSON.id == _ASSIGNMENT.person_id)
        .where(
            _ASSIGNMENT.status == AssignmentStatus.DECLINED.value,
            ~taken.exists(),
            _PIECE.binned.is_(None),
            _PIECE.published_on.is_(None),
        )
        .order_by(_ASSIGNMENT.answered_on.desc(), _PERSON.name)
    )
    return [
        (name, AssignmentRole(role), piece, title, reason)
        for name, role, piece, title, reason, status in connection.execute(asked).all()
        if status in at_work
    ]


def declined_interviews(connection: Connection, today: date) -> list[tuple[str, int, str, str]]:
    """Return who said no to an interview ahead and is still named in it: name, interview id, what about, the reason."""
    asked = (
        select(_PERSON.name, _INTERVIEW.id, _INTERVIEW.name, _ASKED.reason)
        .where(_ASKED.interview_id == _INTERVIEW.id, _ASKED.person_id == _PERSON.id, DECLINED)
        .where(_INTERVIEW.status.in_([status.value for status in AHEAD]))
        .where(_INTERVIEW.day.is_(None) | (_INTERVIEW.day >= today))
        .order_by(_INTERVIEW.day.is_(None), _INTERVIEW.day, _PERSON.name)
    )
    return [(name, id_, title, reason) for name, id_, title, reason in connection.execute(asked)]
