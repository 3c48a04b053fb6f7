"""When several people can meet for an interview."""

from collections.abc import Sequence
from datetime import datetime

from editorial.domain.spans import OFFERED, Span, free_spans
from editorial.domain.workdays import work_calendar
from editorial.services.workspaces import Workspace
from editorial.store.lists import read_list, read_settings


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
        interviews = [one for one in read_list(connection, "interview").values() if one.id != interview_id]
        settings, notes = read_settings(connection), tuple(read_list(connection, "day_note").values())
    asked = [people[id_] for id_ in dict.fromkeys(person_ids) if id_ in people]
    return free_spans(asked, minutes, since, interviews, settings, work_calendar(settings, notes), count)
