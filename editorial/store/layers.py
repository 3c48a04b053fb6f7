"""What lies between two days besides publish dates: reviews, interviews, and which pieces a filter lets through."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, String, select, type_coerce

from editorial.domain.layers import ReviewDay
from editorial.domain.planning_records import Interview
from editorial.domain.vocabulary import InterviewStatus, Phase
from editorial.store.entries import PIECE, chunks, entries_of, these
from editorial.store.lists import TABLES, read_list

_STATUS = TABLES["status"].c
_REVIEWS = (
    select(PIECE.id, PIECE.review_date)
    .join(TABLES["status"], _STATUS.id == PIECE.status_id)
    .where(PIECE.binned.is_(None), type_coerce(_STATUS.phase, String) != Phase.PARKED.value)
    .order_by(PIECE.review_date, PIECE.id)
)


def reviews_between(connection: Connection, first: date, last: date) -> list[ReviewDay]:
    """Return the pieces to be looked at again between two days, both included, by day; parked ones are left out."""
    asked = _REVIEWS.where(PIECE.review_date.between(first, last))
    days = {row.id: row.review_date for row in connection.execute(asked)}
    return [ReviewDay(days[entry.id], entry) for entry in entries_of(connection, list(days))]


def interviews_between(connection: Connection, first: date, last: date) -> list[Interview]:
    """Return the interviews between two days, both included, by day and time; cancelled ones are left out."""
    found: Iterable[Interview] = read_list(connection, "interview").values()
    there = [
        one
        for one in found
        if one.day is not None and first <= one.day <= last and one.status is not InterviewStatus.CANCELLED
    ]
    return sorted(there, key=lambda one: (one.day, one.time is not None, str(one.time), one.id))


def let_through(connection: Connection, ids: Iterable[int], where: ColumnElement[bool]) -> set[int]:
    """Return those of these pieces that a condition lets through."""
    return {
        id_
        for some in chunks(ids)
        for id_ in connection.execute(
            select(PIECE.id).select_from(TABLES["piece"]).where(PIECE.id.in_(these(some)), where)
        ).scalars()
    }
