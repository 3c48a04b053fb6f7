"""What people owe for pieces: when it is due, what may be said of it, and what asking for it would mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from editorial.domain.load import Conflict, MonthLoad, OpenWork, QuarterLoad, WeekLoad
from editorial.domain.people_records import Assignment
from editorial.domain.planning_records import Task
from editorial.domain.records import Person
from editorial.domain.vocabulary import AssignmentStatus
from editorial.language import _

OPEN = (AssignmentStatus.PROPOSED, AssignmentStatus.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Asking:
    """What asking a person for something would mean: their load with it, and what of it cannot be."""

    person: Person
    due: date | None
    month: MonthLoad
    """The interviews of the month in which it is due."""
    week: WeekLoad
    """The week in which it is due, with it."""
    quarter: QuarterLoad
    owes: tuple[OpenWork, ...]
    """What they owe already, the earliest due first."""
    conflicts: tuple[Conflict, ...]
    """What would be wrong: they are away on the day, or would be asked for more hours than they can give."""


def due_day(assignment: Assignment, tasks: Iterable[Task], planned: date | None) -> date | None:
    """Return when something is due: its own day, else that of the last open task it holds, else the piece's."""
    held = [
        task.due
        for task in tasks
        if task.done_on is None
        and task.due is not None
        and (task.person_id == assignment.person_id or (task.person_id is None and task.role is assignment.role))
    ]
    return assignment.due or max(held, default=planned)


def why_not_answer(assignment: Assignment, answer: AssignmentStatus, reason: str = "") -> str | None:
    """Return why somebody cannot accept, decline or deliver something now, or None."""
    if assignment.status is AssignmentStatus.DELIVERED:
        return _("This is delivered already.")
    if answer is AssignmentStatus.DELIVERED and assignment.status is AssignmentStatus.DECLINED:
        return _("This was declined; ask for it again first.")
    if answer is AssignmentStatus.DECLINED and not reason.strip():
        return _("Say why, so that the next person can be asked.")
    return None


def why_not_ask(there: Assignment | None) -> str | None:
    """Return why a person cannot be asked for a role of a piece they have already, or None."""
    if there is None or there.status is AssignmentStatus.DECLINED:
        return None
    return _("This person has that role for the piece already.")
