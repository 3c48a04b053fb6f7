"""Interviews: with customers of a segment, what those who are asked said, and what was said word by word."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select, union, update

from editorial.domain.people_records import InterviewAnswer, Transcript
from editorial.domain.planning_records import Interview
from editorial.domain.vocabulary import AssignmentStatus, InterviewStatus, PersonRole
from editorial.store.lists import TABLES, read_list

_PERSON, _ROLE, _SEGMENT = TABLES["person"].c, TABLES["person_role"].c, TABLES["person_segment"].c
_ASKED = TABLES["interview_person"]
DECLINED = _ASKED.c.answer == AssignmentStatus.DECLINED.value
_ANSWER = tuple(InterviewAnswer.__dataclass_fields__)
AHEAD = (InterviewStatus.TO_ARRANGE, InterviewStatus.ARRANGED)


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
    return [interview for interview in found if interview.status in AHEAD]


def standing(connection: Connection, ids: Sequence[int] | None = None) -> dict[int, Interview]:
    """Return these interviews, or all, by id, each without those asked who declined: it takes nothing of their time."""
    no, found = declined(connection), read_list(connection, "interview", ids)
    return {id_: without(one, no[id_]) if id_ in no else one for id_, one in found.items()}


def declined(connection: Connection) -> dict[int, set[int]]:
    """Return who of those asked for an interview said no, by interview."""
    found: dict[int, set[int]] = {}
    for interview, person in connection.execute(select(_ASKED.c.interview_id, _ASKED.c.person_id).where(DECLINED)):
        found.setdefault(interview, set()).add(person)
    return found


def without(interview: Interview, people: Collection[int]) -> Interview:
    """Return an interview without some of those who are asked for it."""
    return replace(interview, person_ids=tuple(id_ for id_ in interview.person_ids if id_ not in people))


def of_person(connection: Connection, person_id: int) -> list[int]:
    """Return the interviews for which a person is asked, or which they hold."""
    interview = TABLES["interview"].c
    asked = select(_ASKED.c.interview_id).where(_ASKED.c.person_id == person_id)
    held = select(interview.id).where(interview.interviewer_id == person_id)
    return sorted(connection.execute(union(asked, held)).scalars())


def answers(connection: Connection, ids: Sequence[int] | None = None) -> dict[int, list[InterviewAnswer]]:
    """Return what those who are asked for these interviews said, or for all of them."""
    asked = select(*(_ASKED.c[name] for name in _ANSWER)).order_by(_ASKED.c.interview_id, _ASKED.c.person_id)
    if ids is not None:
        asked = asked.where(_ASKED.c.interview_id.in_(list(ids)))
    found: dict[int, list[InterviewAnswer]] = {}
    for row in connection.execute(asked):
        fields = dict(zip(_ANSWER, row, strict=True)) | {"answer": AssignmentStatus(row.answer)}
        found.setdefault(row.interview_id, []).append(InterviewAnswer(**fields))
    return found


def write_answer(connection: Connection, interview_id: int, person_id: int, fields: Mapping[str, Any]) -> bool:
    """Keep what a person said of an interview; False where they are not asked for it."""
    row = (_ASKED.c.interview_id == interview_id) & (_ASKED.c.person_id == person_id)
    return connection.execute(update(_ASKED).where(row).values(**fields)).rowcount == 1


def ask_anew(connection: Connection, interview_id: int) -> None:
    """Let everybody who is asked for an interview answer again."""
    said = (_ASKED.c.interview_id == interview_id) & (_ASKED.c.answer != AssignmentStatus.PROPOSED.value)
    anew = {"answer": AssignmentStatus.PROPOSED.value, "reason": "", "wish": None}
    connection.execute(update(_ASKED).where(said).values(anew))


def transcripts(connection: Connection, interview_id: int) -> list[Transcript]:
    """Return what was said in an interview, in the order in which it was brought in."""
    table, names = TABLES["transcript"], tuple(Transcript.__dataclass_fields__)
    asked = select(*(table.c[name] for name in names)).where(table.c.interview_id == interview_id)
    return [Transcript(**dict(zip(names, row, strict=True))) for row in connection.execute(asked.order_by(table.c.id))]
