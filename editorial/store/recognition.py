"""In which pieces a person had a part, and how."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, Select, String, and_, func, literal, or_, select, type_coerce, union

from editorial.domain.recognition import Way
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Clearance, InterviewStatus
from editorial.store.entries import chunks, these
from editorial.store.lists import TABLES

_ASSIGNMENT = TABLES["assignment"].c
_PIECE = TABLES["piece"].c
_INTERVIEW = TABLES["interview"].c
_ASKED, _SERVES = TABLES["interview_person"].c, TABLES["interview_piece"].c
_EVIDENCE = TABLES["evidence"].c
_QUOTE, _USED = TABLES["quote"].c, TABLES["quote_piece"].c


def ways_of(connection: Connection, person_id: int) -> dict[int, set[Way]]:
    """Return in which pieces a person had a part, and how: by what they delivered or wrote, said, or suggested."""
    found: dict[int, set[Way]] = {}
    for row in connection.execute(union(*_asked(person_id))):
        found.setdefault(row[0], set()).add(Way(row[1]))
    return found


def _asked(person_id: int) -> list[Select[Any]]:
    gave = or_(
        _ASSIGNMENT.status == AssignmentStatus.DELIVERED.value,
        and_(_ASSIGNMENT.role == AssignmentRole.AUTHOR.value, _ASSIGNMENT.status != AssignmentStatus.DECLINED.value),
    )
    held = select(_ASKED.interview_id).where(
        _ASKED.person_id == person_id,
        _ASKED.interview_id == _INTERVIEW.id,
        type_coerce(_INTERVIEW.status, String) == InterviewStatus.HELD.value,
    )
    talked, quoted = literal(Way.INTERVIEW.value), literal(Way.QUOTE.value)
    return [
        select(_ASSIGNMENT.piece_id, _ASSIGNMENT.role).where(_ASSIGNMENT.person_id == person_id, gave),
        select(_PIECE.id, literal(Way.IDEA.value)).where(_PIECE.given_by_id == person_id),
        select(_SERVES.piece_id, talked).where(_SERVES.interview_id.in_(held)),
        select(_EVIDENCE.piece_id, talked).where(_EVIDENCE.interview_id.in_(held)),
        select(_USED.piece_id, quoted).where(_USED.quote_id == _QUOTE.id, _QUOTE.person_id == person_id),
    ]


def addresses(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    """Return the addresses of the pieces that have one."""
    asked = select(_PIECE.id, _PIECE.url).where(_PIECE.url != "")
    return {
        id_: url for some in chunks(ids) for id_, url in connection.execute(asked.where(_PIECE.id.in_(these(some))))
    }


def held_with(connection: Connection, person_id: int, first: date | None, last: date | None) -> int:
    """Count the interviews held with a person between two days; an open end is no limit."""
    asked = select(func.count()).where(
        _ASKED.person_id == person_id,
        _ASKED.interview_id == _INTERVIEW.id,
        type_coerce(_INTERVIEW.status, String) == InterviewStatus.HELD.value,
        or_(_INTERVIEW.day.is_(None), _INTERVIEW.day.between(first or date.min, last or date.max)),
    )
    return int(connection.execute(asked).scalar_one())


def cleared_by(connection: Connection, person_id: int, first: date | None, last: date | None) -> int:
    """Count the quotes of a person that they cleared between two days; those without a day always count."""
    asked = select(func.count()).where(
        _QUOTE.person_id == person_id,
        type_coerce(_QUOTE.clearance, String) == Clearance.CLEARED.value,
        or_(_QUOTE.answered_on.is_(None), _QUOTE.answered_on.between(first or date.min, last or date.max)),
    )
    return int(connection.execute(asked).scalar_one())


def ideas_of(connection: Connection, person_id: int, first: date | None, last: date | None) -> list[int | None]:
    """Return how good each idea of a person turned out, of those made between two days; None where nobody said."""
    since = datetime.combine(first or date.min, time.min, UTC)
    until = datetime.combine(last or date.max, time.max, UTC)
    asked = select(_PIECE.quality).where(
        _PIECE.given_by_id == person_id,
        _PIECE.binned.is_(None),
        _PIECE.created.between(since, until),
    )
    return list(connection.execute(asked).scalars())


def draft_words(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """Count the words of the drafts of these pieces, of those that have one."""
    asked = select(_PIECE.id, _PIECE.draft).where(_PIECE.draft != "")
    return {
        id_: len(draft.split())
        for some in chunks(ids)
        for id_, draft in connection.execute(asked.where(_PIECE.id.in_(these(some))))
    }
