"""What is asked of people in a period, and what of it cannot be."""

from collections.abc import Sequence
from datetime import date

from editorial.domain.assignments import OPEN
from editorial.domain.load import Conflict, ConflictKind, Load, OpenWork, conflicts
from editorial.domain.load import load as load_of
from editorial.domain.period import Period, between, quarter_of
from editorial.domain.planning_records import Interview
from editorial.domain.vocabulary import InterviewStatus
from editorial.services.workspaces import Workspace
from editorial.store.assignments import of_pieces
from editorial.store.interviews import declined, standing, without
from editorial.store.lists import read_list, read_people, read_settings
from editorial.store.load import open_work

About = tuple[int, date, int | None]
"""A person, a day and a piece; or a person and the first day of a quarter."""


def load(workspace: Workspace, period: Period) -> Load:
    """Return the load of every person in a period, and every conflict in it."""
    return load_with_work(workspace, period)[0]


def over_capacity(found: Load, today: date) -> tuple[tuple[int, str], ...]:
    """Return id and name of everybody of whom more is asked, from this month on, than they can give; by day."""
    ahead = (one for one in found.conflicts if one.kind is ConflictKind.OVER and one.day >= today.replace(day=1))
    return tuple(dict.fromkeys((one.person.id, one.person.name) for one in ahead))


def load_with_work(workspace: Workspace, period: Period) -> tuple[Load, list[OpenWork]]:
    """Return the load of a period and the open work due in it with what has no day, in order of days."""
    with workspace.read() as connection:
        interviews = standing(connection).values()
        people, settings = read_people(connection), read_settings(connection)
        work = open_work(connection)
    owed = [one for one in work if one.due is None or one.due in period]
    return load_of(people, interviews, work, period, settings), sorted(
        owed, key=lambda one: (one.due or date.max, one.piece_id, one.role)
    )


def conflicts_of(workspace: Workspace, interview: Interview) -> list[Conflict]:
    """Return what would be wrong with an interview as it is entered now, whether it is kept yet or not."""
    if interview.day is None or interview.status is InterviewStatus.CANCELLED:
        return []
    month = between(interview.day.replace(day=1), interview.day)
    with workspace.read() as connection:
        others, no = standing(connection), declined(connection)
        people = read_people(connection)
    kept = others.get(interview.id)
    if kept is not None and (kept.day, kept.time) == (interview.day, interview.time):
        # Another day or time is asked anew.
        interview = without(interview, no.get(interview.id, ()))
    dated = [one for one in others.values() if one.id != interview.id and one.day and one.status != "cancelled"]
    asked = {*interview.person_ids, interview.interviewer_id}
    found = [
        conflict
        for person in people
        if person.id in asked
        for conflict in conflicts(person, [*dated, interview], (), month)
    ]
    return [one for one in found if interview in one.interviews or one.kind == "over"]


def conflicts_of_pieces(workspace: Workspace, ids: Sequence[int]) -> dict[About, Conflict]:
    """Return what of that which people owe for these pieces cannot be: they are away, or it is too many hours.

    What is about the same has the same key before and after something was moved.
    """
    found: dict[About, Conflict] = {}
    with workspace.read() as connection:
        asked = [one for each in of_pieces(connection, ids).values() for one in each if one.status in OPEN]
        people = read_list(connection, "person", sorted({one.person_id for one in asked})) if asked else {}
        settings = read_settings(connection)
        every = open_work(connection, next(iter(people)) if len(people) == 1 else None) if people else []
    work = {id_: [one for one in every if one.person_id == id_] for id_ in people}
    for id_, person in people.items():
        theirs = [one for one in work[id_] if one.piece_id in ids and one.due]
        for quarter in dict.fromkeys(quarter_of(one.due, settings) for one in theirs if one.due):
            for one in load_of([person], (), work[id_], quarter, settings).conflicts:
                if one.hours is not None:
                    found.setdefault((id_, quarter.first, None), one)
                elif one.work in theirs and one.work is not None:
                    found.setdefault((id_, one.day, one.work.piece_id), one)
    return found
