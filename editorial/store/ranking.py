"""What ideas are ranked by besides their tags: their days, what is linked to them, and who has time for them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, or_, select, true, union

from editorial.domain.vocabulary import AssignmentStatus, InterviewStatus
from editorial.store.counting import P
from editorial.store.experts import experts_of
from editorial.store.interviews import DECLINED
from editorial.store.lists import TABLES

_NOTE = TABLES["field_note"].c
_REQUEST = TABLES["request"].c
_EVIDENCE = TABLES["evidence"].c
_INTERVIEW = TABLES["interview"].c
_SERVES = TABLES["interview_piece"].c
_ASKED = TABLES["interview_person"].c
_PERSON = TABLES["person"].c
IS_IDEA: ColumnElement[bool] = (P.publish_date.is_(None)) & (P.binned.is_(None))


def idea_days(connection: Connection) -> dict[int, tuple[date | None, date | None]]:
    """Return when each idea goes stale and until when it is parked; ideas with neither are left out."""
    asked = select(P.id, P.stale_on, P.parked_until).where(
        IS_IDEA, or_(P.stale_on.is_not(None), P.parked_until.is_not(None))
    )
    return {id_: (stale, parked) for id_, stale, parked in connection.execute(asked)}


def parked_words(connection: Connection) -> dict[int, tuple[date | None, str]]:
    """Return until when and why ideas are or were parked, of those that say either."""
    asked = select(P.id, P.parked_until, P.parked_because).where(
        IS_IDEA, or_(P.parked_until.is_not(None), P.parked_because != "")
    )
    return {id_: (until, because) for id_, until, because in connection.execute(asked)}


def pulls(connection: Connection) -> Counter[int]:
    """Count the field notes and requests linked to each piece; a note may be linked by itself or as evidence."""
    by_evidence = select(_EVIDENCE.piece_id, _EVIDENCE.field_note_id).where(_EVIDENCE.field_note_id.is_not(None))
    notes = union(select(_NOTE.piece_id, _NOTE.id).where(_NOTE.piece_id.is_not(None)), by_evidence).subquery()
    counted: Counter[int] = Counter()
    for asked in (
        select(notes.c.piece_id, func.count()).group_by(notes.c.piece_id),
        select(_REQUEST.piece_id, func.count()).where(_REQUEST.piece_id.is_not(None)).group_by(_REQUEST.piece_id),
    ):
        for piece, n in connection.execute(asked):
            counted[piece] += n
    return counted


def grounded(connection: Connection, piece_id: int | None = None) -> set[int]:
    """Return the pieces that rest on more than their author: evidence, a field note, or an interview that was held.

    With `piece_id` only that one is looked at.
    """
    held = select(_INTERVIEW.id).where(_INTERVIEW.status == InterviewStatus.HELD.value)
    parts = (
        (_EVIDENCE.piece_id, true()),
        (_NOTE.piece_id, _NOTE.piece_id.is_not(None)),
        (_SERVES.piece_id, _SERVES.interview_id.in_(held)),
    )
    asked = [select(column).where(fits, true() if piece_id is None else column == piece_id) for column, fits in parts]
    return set(connection.execute(union(*asked)).scalars())


def capacities(connection: Connection) -> dict[int, int]:
    """Return how many interviews a month people can give, of those for whom it is known."""
    asked = select(_PERSON.id, _PERSON.interviews_a_month).where(_PERSON.interviews_a_month.is_not(None))
    return {id_: int(n) for id_, n in connection.execute(asked)}


def interviews_by_month(connection: Connection, first: date, last: date) -> Mapping[int, Mapping[date, int]]:
    """Count the interviews a person is asked for, not declined, by person and first day of the month."""
    asked = (
        select(_ASKED.person_id, _INTERVIEW.day)
        .where(_ASKED.interview_id == _INTERVIEW.id, _INTERVIEW.day.between(first, last))
        .where(_INTERVIEW.status != InterviewStatus.CANCELLED.value, ~DECLINED)
    )
    counted: defaultdict[int, Counter[date]] = defaultdict(Counter)
    for person, day in connection.execute(asked):
        counted[person][day.replace(day=1)] += 1
    return counted


def expert_states(
    connection: Connection, has_room: Callable[[int], bool]
) -> dict[int, list[tuple[AssignmentStatus, bool]]]:
    """Return of each piece's experts how far they are and whether they have room, asked of `has_room` by person id."""
    return {
        piece: [(expert.status, has_room(expert.person_id)) for expert in experts]
        for piece, experts in experts_of(connection).items()
    }
