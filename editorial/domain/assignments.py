"""What people owe for pieces: when it is due, what may be said of it, and what asking for it would mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from editorial.domain.load import Conflict, MonthLoad, OpenWork, QuarterLoad, WeekLoad
from editorial.domain.people_records import Assignment
from editorial.domain.planning_records import Task
from editorial.domain.records import Person
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
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
    """Return when something is due: its own day, else that of the last open task it holds, else the piece's.

    It holds the tasks of its role that name nobody else; where there are none, those that name the person.
    """
    open_ones = [(task.role, task.person_id, task.due) for task in tasks if task.done_on is None and task.due]
    return assignment.due or held_day(assignment.role, assignment.person_id, open_ones) or planned


def held_day(
    role: AssignmentRole, person_id: int, tasks: Iterable[tuple[AssignmentRole | None, int | None, date]]
) -> date | None:
    """Return the last day of the tasks that somebody holds in a role, given as role, person and due day each."""
    listed = list(tasks)
    of_role = [due for other, person, due in listed if other is role and person in (None, person_id)]
    named = [due for _role, person, due in listed if person == person_id]
    return max(of_role or named, default=None)


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
