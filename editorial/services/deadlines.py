"""What stayed when pieces moved: how many deadlines of people did, and moving them too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from editorial.domain import deadlines as rules
from editorial.domain.assignments import OPEN
from editorial.domain.people_records import Assignment
from editorial.domain.vocabulary import AssignmentStatus
from editorial.domain.workdays import work_calendar
from editorial.language import ngettext
from editorial.services import tasks
from editorial.services.labels import these_pieces
from editorial.store import assignments as stored
from editorial.store.lists import read_list, read_settings
from editorial.store.tasks import plans
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection


@dataclass(frozen=True, slots=True)
class Stayed:
    """Days of their own that assignments kept while their pieces moved: how many accepted, and how many asked for."""

    accepted: int = 0
    asked: int = 0


def publish_days(workspace: Workspace, ids: Sequence[int]) -> dict[int, date]:
    """Return the exact days for which these pieces are planned; those without one are left out."""
    with workspace.read() as connection:
        return {id_: plan.day for id_, plan in plans(connection, ids).items() if plan.day}


def stayed(workspace: Workspace, before: Mapping[int, date]) -> Stayed:
    """Return which days of assignments stayed when pieces moved from these days to where they are now."""
    with workspace.read() as connection:
        found = [one.status for one, _from, _to in _staying(connection, before)]
    accepted = found.count(AssignmentStatus.ACCEPTED)
    return Stayed(accepted, len(found) - accepted)


def move_too(workspace: Workspace, ids: Sequence[int], before: Mapping[int, date]) -> int:
    """Move what stayed when pieces moved from these days, tasks and days of assignments alike, as one change.

    A day keeps its distance in working days from the publish day. Return how many moved.
    """
    n = tasks.count_kept(workspace, ids)
    with workspace.read() as connection:
        n += len(_staying(connection, before))
    label = ngettext("Move {n} deadline of {what} too", "Move {n} deadlines of {what} too", n)
    with workspace.change(label.format(n=n, what=these_pieces(workspace, ids))) as session:
        connection = session.connection()
        moved = tasks.move_kept_in(connection, ids)
        calendar = work_calendar(read_settings(connection), tuple(read_list(connection, "day_note").values()))
        for one, was, now in _staying(connection, before):
            day = rules.moved_day(one.due, was, now, calendar) if one.due else None
            if day is not None:
                stored.write_assignment(connection, (one.piece_id, one.person_id, one.role), {"due": day})
                moved += 1
        return moved


def _staying(connection: "Connection", before: Mapping[int, date]) -> list[tuple[Assignment, date, date]]:
    """Return open assignments with days of their own, of pieces planned for another exact day, with both days."""
    now = {id_: plan.day for id_, plan in plans(connection, list(before)).items() if plan.day}
    moved = [id_ for id_, day in now.items() if day != before[id_]]
    listed = stored.of_pieces(connection, moved)
    return [
        (one, before[id_], now[id_])
        for id_ in moved
        for one in listed.get(id_, ())
        if one.due is not None and one.status in OPEN
    ]
