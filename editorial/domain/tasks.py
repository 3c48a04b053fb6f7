"""The tasks of pieces: which steps a format asks for, when each is due, which move and which are late."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from editorial.domain.planning_records import Task
from editorial.domain.records import Entry, Step
from editorial.domain.vocabulary import AssignmentRole, Phase, Precision
from editorial.domain.workdays import WorkCalendar, working_day_from, working_days_between

_DAY = timedelta(days=1)
Templates = Mapping[int | None, Sequence[Step]]
"""The task template of each format that has one."""


@dataclass(frozen=True, slots=True)
class DueTask:
    """A task beside the piece it belongs to."""

    task: Task
    piece: Entry


@dataclass(frozen=True, slots=True)
class Plan:
    """What decides about a piece's tasks: its planned day and how exact it is, its format, and how far it is."""

    planned: date | None
    precision: Precision
    published_on: date | None
    format_id: int | None
    phase: Phase

    @property
    def day(self) -> date | None:
        """The planned day where it is exact; a piece has tasks from then on."""
        return self.planned if self.precision is Precision.DAY else None

    @property
    def wants_tasks(self) -> bool:
        """True where the steps of its format are still to be made tasks."""
        settled = self.published_on is not None or self.phase in (Phase.PUBLISHED, Phase.PARKED)
        return self.day is not None and not settled


@dataclass(frozen=True, slots=True)
class Accepted:
    """Who accepted an assignment of a piece, and as what."""

    people: frozenset[int] = frozenset()
    roles: frozenset[AssignmentRole] = frozenset()

    def holds(self, task: Task) -> bool:
        """Tell whether a task is part of an accepted assignment: its person's, or its role's where it names none."""
        return task.person_id in self.people if task.person_id is not None else task.role in self.roles


@dataclass(frozen=True, slots=True)
class TaskChanges:
    """What becomes of a piece's tasks: new due days by id, ids that go, steps that come, and how many stayed."""

    due: Mapping[int, date]
    gone: tuple[int, ...] = ()
    new: tuple[Step, ...] = ()
    kept: tuple[int, ...] = ()
    """Tasks of an accepted assignment that would have moved and stayed."""


def due_day(offset: int, publish: date, calendar: WorkCalendar) -> date | None:
    """Return the working day so many after the publish day: 0 the day itself, −1 the last working day before it.

    None where the team is closed for years: such a task has no due day.
    """
    return working_day_from(publish, offset, calendar)


def is_fixed(task: Task) -> bool:
    """Tell whether a task never moves: done, pinned, or its day was set by hand."""
    return task.done_on is not None or task.pinned or task.offset is None


def followed(
    tasks: Sequence[Task],
    before: Plan | None,
    after: Plan,
    steps: Templates,
    accepted: Accepted,
    calendar: WorkCalendar,
) -> TaskChanges:
    """Return how tasks follow a piece from one plan to another (domain: schedule); `before` is None for a new piece."""
    was = before.day if before else None
    if after.day is None:
        return TaskChanges({}, gone=_untouched(tasks, steps, before, accepted) if was else ())
    own = steps.get(after.format_id, ())
    gone: tuple[int, ...] = ()
    new: Sequence[Step] = ()
    if before and was and before.format_id != after.format_id:
        old = _untouched(tasks, steps, before, accepted)
        if after.wants_tasks and len(old) == sum(task.offset is not None for task in tasks):
            gone, new = old, own
    elif after.wants_tasks and not (before and was and before.wants_tasks):
        new = own
    left = [task for task in tasks if task.id not in gone]
    due, kept = _moved(left, after.day, accepted, calendar) if was != after.day else ({}, ())
    return TaskChanges(due, gone, _missing(new, left), tuple(kept))


def _untouched(tasks: Iterable[Task], steps: Templates, plan: Plan | None, accepted: Accepted) -> tuple[int, ...]:
    """Return the tasks that are as their template made them: open, not pinned, nobody's, and promised by nobody."""
    known = {(step.name, step.role, step.offset) for step in steps.get(plan.format_id, ())} if plan else set()
    return tuple(
        task.id
        for task in tasks
        if not is_fixed(task)
        and task.person_id is None
        and (task.name, task.role, task.offset) in known
        and not accepted.holds(task)
    )


def _missing(steps: Iterable[Step], tasks: Iterable[Task]) -> tuple[Step, ...]:
    there = {(task.name, task.role) for task in tasks}
    return tuple(step for step in steps if (step.name, step.role) not in there)


def _moved(
    tasks: Iterable[Task], publish: date, accepted: Accepted, calendar: WorkCalendar
) -> tuple[dict[int, date], Sequence[int]]:
    listed = list(tasks)
    due = rule_days(listed, publish, calendar)
    kept = [task.id for task in listed if task.id in due and accepted.holds(task)]
    return {id_: day for id_, day in due.items() if id_ not in kept}, kept


def rule_days(tasks: Iterable[Task], publish: date, calendar: WorkCalendar) -> dict[int, date]:
    """Return the new due days of the tasks that the rule would move.

    Not those that never move or stand right, and none that no working day is found for.
    """
    found = {}
    for task in tasks:
        if not is_fixed(task) and task.offset is not None:
            day = due_day(task.offset, publish, calendar)
            if day is not None and day != task.due:
                found[task.id] = day
    return found


def days_late(due: date, today: date, calendar: WorkCalendar) -> int:
    """Count the working days after the due date up to and including today; 0 where it is not past."""
    return working_days_between(due + _DAY, today, calendar)


def late(tasks: Iterable[Task], today: date, calendar: WorkCalendar, closed: Collection[int] = ()) -> dict[int, int]:
    """Return by how many working days each piece is late: the most over its open tasks; pieces in time are left out.

    `closed` names tasks that matter no more.
    """
    worst: dict[int, int] = {}
    for task in tasks:
        if task.done_on is None and task.due is not None and task.due < today and task.id not in closed:
            days = days_late(task.due, today, calendar)
            if days > worst.get(task.piece_id, 0):
                worst[task.piece_id] = days
    return worst
