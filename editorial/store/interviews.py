"""Interviews with customers, by the segments the customers belong to."""

from sqlalchemy import Connection, select

from editorial.domain.planning_records import Interview
from editorial.domain.vocabulary import InterviewStatus, PersonRole
from editorial.store.lists import TABLES, read_list

_PERSON, _ROLE, _SEGMENT = TABLES["person"].c, TABLES["person_role"].c, TABLES["person_segment"].c
_AHEAD = (InterviewStatus.TO_ARRANGE, InterviewStatus.ARRANGED)


def customers(connection: Connection, segment_id: int) -> dict[int, str]:
    """Return the customers of a segment by id with their names, in order of name."""
    asked = (
        select(_PERSON.id, _PERSON.name)
        .where(_SEGMENT.person_id == _PERSON.id, _SEGMENT.segment_id == segment_id)
        .where(_ROLE.person_id == _PERSON.id, _ROLE.role == PersonRole.CUSTOMER.value)
        .order_by(_PERSON.name, _PERSON.id)
        .distinct()
    )
    return {row.id: row.name for row in connection.execute(asked)}


def ahead(connection: Connection) -> list[Interview]:
    """Return the interviews that are arranged or still to be."""
    found: list[Interview] = list(read_list(connection, "interview").values())
    return [interview for interview in found if interview.status in _AHEAD]
