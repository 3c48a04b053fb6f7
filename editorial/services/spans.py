"""When several people can meet for an interview."""

from collections.abc import Sequence
from datetime import datetime

from editorial.domain.invitations import starts_at
from editorial.domain.load import is_away
from editorial.domain.planning_records import Interview
from editorial.domain.records import Person
from editorial.domain.spans import OFFERED, Span, free_spans, works_through, zone_of
from editorial.domain.workdays import work_calendar
from editorial.services.workspaces import Workspace
from editorial.store.interviews import standing
from editorial.store.lists import read_list, read_settings


def not_working(workspace: Workspace, interview: Interview) -> list[Person]:
    """Return those of an interview who are known not to work when it is, for another reason than being away."""
    with workspace.read() as connection:
        people = read_list(connection, "person", [*interview.person_ids, interview.interviewer_id or 0])
        settings, notes = read_settings(connection), tuple(read_list(connection, "day_note").values())
    start, calendar = starts_at(interview, settings), work_calendar(settings, notes)
    if start is None:
        return []
    here = (one for one in people.values() if not is_away(one, start.astimezone(zone_of(one, settings)).date()))
    return [one for one in here if not works_through(one, start, interview.minutes, settings, calendar)]


def offer(
    workspace: Workspace,
    person_ids: Sequence[int],
    minutes: int,
    *,
    since: datetime,
    interview_id: int | None = None,
    count: int = OFFERED,
) -> list[Span]:
    """Return the first spans of a length that suit these people, asked and asking alike.

    `since` is a moment with its zone; the interview that is being arranged does not stand in its own way.
    """
    with workspace.read() as connection:
        people = read_list(connection, "person")
        interviews = [one for one in standing(connection).values() if one.id != interview_id]
        settings, notes = read_settings(connection), tuple(read_list(connection, "day_note").values())
    asked = [people[id_] for id_ in dict.fromkeys(person_ids) if id_ in people]
    return free_spans(asked, minutes, since, interviews, settings, work_calendar(settings, notes), count)
