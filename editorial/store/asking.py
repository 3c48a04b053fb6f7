"""When people were last asked for something, and last in touch."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from editorial.domain.load import COUNTED
from editorial.domain.vocabulary import AssignmentRole, InterviewStatus
from editorial.store.interviews import DECLINED
from editorial.store.lists import TABLES

_ASSIGNMENT = TABLES["assignment"].c
_INTERVIEW = TABLES["interview"].c
_ASKED = TABLES["interview_person"].c
_PERSON = TABLES["person"].c


def last_asked(connection: Connection, today: date) -> dict[int, date]:
    """Return when each person was last asked for an interview or an assignment, of those who ever were.

    An interview that tells no day of asking counts by its own, one ahead as if asked for today.
    """
    interviews = (
        select(_ASKED.person_id, func.max(func.coalesce(_INTERVIEW.asked_on, _INTERVIEW.day)))
        .where(_ASKED.interview_id == _INTERVIEW.id, _INTERVIEW.status != InterviewStatus.CANCELLED.value)
        .group_by(_ASKED.person_id)
    )
    assignments = (
        select(_ASSIGNMENT.person_id, func.max(_ASSIGNMENT.asked_on))
        .where(_ASSIGNMENT.asked_on.is_not(None))
        .group_by(_ASSIGNMENT.person_id)
    )
    return _latest((*connection.execute(interviews), *connection.execute(assignments)), today)


def last_contact(connection: Connection, today: date) -> dict[int, date]:
    """Return when each person was last heard of: as noted, in an interview held, or by an answer or a delivery."""
    noted = select(_PERSON.id, _PERSON.last_contact).where(_PERSON.last_contact.is_not(None))
    held = (
        select(_ASKED.person_id, func.max(_INTERVIEW.day))
        .where(_ASKED.interview_id == _INTERVIEW.id, _INTERVIEW.status == InterviewStatus.HELD.value)
        .group_by(_ASKED.person_id)
    )
    said = [
        select(_ASSIGNMENT.person_id, func.max(column)).where(column.is_not(None)).group_by(_ASSIGNMENT.person_id)
        for column in (_ASSIGNMENT.answered_on, _ASSIGNMENT.delivered_on)
    ]
    rows = [row for asked in (noted, held, *said) for row in connection.execute(asked)]
    return _latest(rows, today)


def interviews_in(connection: Connection, first: date, last: date) -> dict[int, int]:
    """Count the interviews between two days that take of what each person can give: those they did not decline."""
    asked = (
        select(_ASKED.person_id, func.count())
        .where(_ASKED.interview_id == _INTERVIEW.id, _INTERVIEW.day.between(first, last))
        .where(_INTERVIEW.status.in_([status.value for status in COUNTED]), ~DECLINED)
        .group_by(_ASKED.person_id)
    )
    return {person: int(n) for person, n in connection.execute(asked)}


def contributions(connection: Connection) -> dict[int, int]:
    """Count the published pieces to which each person gave something that they delivered, or wrote."""
    piece = TABLES["piece"].c
    gave = (_ASSIGNMENT.delivered_on.is_not(None)) | (_ASSIGNMENT.role == AssignmentRole.AUTHOR.value)
    asked = (
        select(_ASSIGNMENT.person_id, func.count(_ASSIGNMENT.piece_id.distinct()))
        .where(piece.id == _ASSIGNMENT.piece_id, piece.published_on.is_not(None), piece.binned.is_(None), gave)
        .group_by(_ASSIGNMENT.person_id)
    )
    return {person: int(n) for person, n in connection.execute(asked)}


def _latest(rows: Iterable[Sequence[Any]], today: date) -> dict[int, date]:
    found: dict[int, date] = {}
    for person, day in rows:
        if day is not None:
            found[person] = max(found.get(person, date.min), min(day, today))
    return found
