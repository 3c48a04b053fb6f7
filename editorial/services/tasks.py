"""The tasks of pieces: how they follow their piece, and doing, editing, adding and removing them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from editorial.domain import tasks as rules
from editorial.domain.planning_records import Task
from editorial.domain.records import Step
from editorial.domain.tasks import Accepted, DueTask, Plan, TaskChanges
from editorial.domain.workdays import WorkCalendar, work_calendar
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.services import promises
from editorial.services.labels import day_in_label, shortened, these_pieces
from editorial.store import tasks as stored
from editorial.store.entries import entries_of
from editorial.store.lists import read_list, read_settings
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection


@dataclass(slots=True)
class Followed:
    """What came of letting tasks follow their pieces; `kept` counts those of accepted assignments that stayed."""

    kept: int = 0


def of_piece(workspace: Workspace, piece_id: int) -> list[Task]:
    """Return the tasks of a piece, the earliest due first."""
    with workspace.read() as connection:
        return stored.tasks_of(connection, [piece_id]).get(piece_id, [])


def of_pieces(workspace: Workspace, ids: Sequence[int]) -> dict[int, list[Task]]:
    """Return the tasks of several pieces; those without any are left out."""
    with workspace.read() as connection:
        return stored.tasks_of(connection, ids)


def between(workspace: Workspace, first: date, last: date) -> list[DueTask]:
    """Return the tasks due between two days, both included, the earliest first, each beside its piece."""
    with workspace.read() as connection:
        found = stored.tasks_between(connection, first, last)
        pieces = {one.id: one for one in entries_of(connection, sorted({task.piece_id for task in found}))}
    return [DueTask(task, pieces[task.piece_id]) for task in found]


def late(workspace: Workspace, today: date) -> dict[int, int]:
    """Return by how many working days each late piece is late: the most over its open tasks.

    Parked pieces and those in the bin are never late; of a published piece only what was due after it came out counts.
    """
    with workspace.read() as connection:
        overdue = stored.overdue_tasks(connection, today)
        return rules.late(overdue, today, _calendar(connection)) if overdue else {}


def late_tasks(workspace: Workspace, today: date) -> list[tuple[DueTask, int]]:
    """Return the open tasks that are late by a working day or more, each with how many, the earliest due first."""
    with workspace.read() as connection:
        overdue = stored.overdue_tasks(connection, today)
        calendar = _calendar(connection)
        pieces = {one.id: one for one in entries_of(connection, sorted({task.piece_id for task in overdue}))}
    counted = [(task, rules.days_late(task.due, today, calendar)) for task in overdue if task.due]
    return [(DueTask(task, pieces[task.piece_id]), days) for task, days in counted if days]


def done(workspace: Workspace, task_id: int, day: date | None) -> None:
    """Say that a task was done on a day; None opens it again, due where the rule puts it by now."""
    task = _task(workspace, task_id)
    label = _("Do {task}") if day else _("Open {task} again")
    _write(workspace, task_id, label.format(task=shortened(task.name)), {"done_on": day})


def edit(workspace: Workspace, task_id: int, *, joins: str = "", **fields: Any) -> None:
    """Give fields of a task new values. A due day set by hand stays when the piece moves.

    A new offset, or taking the pin away, makes the task due by the rule again. Raises RuleBroken without a name.
    """
    task = _task(workspace, task_id)
    checked = _checked(fields)
    if "due" in checked and "offset" not in checked and checked["due"] != task.due:
        checked["offset"] = None
    label = _("Edit task {task}").format(task=shortened(task.name))
    if checked.keys() & {"due", "offset"} == {"due", "offset"} and checked["due"]:
        label = _("Set task {task} to {day}").format(task=shortened(task.name), day=day_in_label(checked["due"]))
    _write(workspace, task_id, label, checked, joins)


def add(workspace: Workspace, piece_id: int, name: str, **fields: Any) -> int:
    """Add a task to a piece and return its id; with an offset and without a due day it is due by the rule."""
    checked = _checked({"name": name, **fields})
    label = _("Add task {task} to {what}").format(
        task=shortened(checked["name"]), what=these_pieces(workspace, [piece_id])
    )
    with workspace.change(label) as session:
        connection = session.connection()
        plan = stored.plans(connection, [piece_id]).get(piece_id)
        if plan is None:
            raise RuleBroken(_("This piece is no longer there."))
        offset = checked.get("offset")
        if offset is not None and "due" not in checked and plan.day:
            checked["due"] = rules.due_day(offset, plan.day, _calendar(connection))
        return stored.insert_task(connection, {"piece_id": piece_id, **checked})


def remove(workspace: Workspace, task_id: int) -> None:
    """Delete a task."""
    task = _task(workspace, task_id)
    with workspace.change(_("Remove task {task}").format(task=shortened(task.name))) as session:
        stored.delete_tasks(session.connection(), [task_id])


def count_kept(workspace: Workspace, ids: Sequence[int]) -> int:
    """Count the tasks of accepted assignments that do not stand where the rule would put them."""
    with workspace.read() as connection:
        return len(_kept(connection, ids))


def move_kept(workspace: Workspace, ids: Sequence[int]) -> int:
    """Move the tasks of accepted assignments, which stayed when their pieces moved, by the rule; return how many."""
    with workspace.read() as connection:
        n = len(_kept(connection, ids))
    said = ngettext("Move {n} task of {what} too", "Move {n} tasks of {what} too", n)
    with workspace.change(said.format(n=n, what=these_pieces(workspace, ids))) as session:
        return move_kept_in(session.connection(), ids)


def move_kept_in(connection: "Connection", ids: Sequence[int]) -> int:
    """Do what `move_kept` does as part of a change."""
    days = _kept(connection, ids)
    stored.write_due(connection, days)
    return len(days)


def _kept(connection: "Connection", ids: Sequence[int]) -> dict[int, date]:
    """Return where the rule would put the tasks that an accepted assignment holds."""
    plans, found = stored.plans(connection, ids), stored.tasks_of(connection, ids)
    accepted, calendar = stored.accepted_of(connection, ids), _calendar(connection)
    return {
        task_id: day
        for id_, tasks in found.items()
        if id_ in accepted and (publish := plans[id_].day)
        for task_id, day in rules.rule_days(filter(accepted[id_].holds, tasks), publish, calendar).items()
    }


@contextmanager
def following(connection: "Connection", ids: Sequence[int]) -> Iterator[Followed]:
    """Let the tasks of these pieces follow what the block writes to their dates, formats and statuses.

    Afterwards `kept` says how many tasks of accepted assignments would have moved and stayed.
    """
    before = stored.plans(connection, ids)
    outcome = Followed()
    yield outcome
    outcome.kept = follow(connection, ids, before)


@contextmanager
def following_import(connection: "Connection", ids: Sequence[int], today: date) -> Iterator[None]:
    """Let tasks follow an import: those of the pieces it changes, and new ones of pieces planned for today or later."""
    if not stored.any_templates(connection):
        with following(connection, ids):
            yield
        return
    before, newest = stored.plans(connection, ids), stored.newest_piece(connection)
    yield
    follow(connection, [*ids, *stored.planned_after(connection, newest, today)], before, since=today)


def follow(
    connection: "Connection", ids: Sequence[int], before: Mapping[int, Plan], *, since: date | None = None
) -> int:
    """Bring the tasks of pieces in line with their plans; return how many days of accepted assignments stayed.

    Somebody who accepted keeps the day, be it that of a task or of the piece itself (services/promises.py).

    `before` holds the plans they had; a piece that is not among them is new. Pieces without tasks that are planned for
    a day before `since` get none.
    """
    after = {id_: plan for id_, plan in stored.plans(connection, ids).items() if before.get(id_) != plan}
    if not after:
        return 0
    agreed = promises.promised(connection, {id_: before[id_] for id_ in after if id_ in before})
    kept = _follow(connection, before, after, since)
    return kept + promises.keep(connection, agreed, after)


def _follow(connection: "Connection", before: Mapping[int, Plan], after: Mapping[int, Plan], since: date | None) -> int:
    """Bring the tasks of pieces in line with their new plans; return how many of accepted assignments stayed."""
    steps, found = stored.template_steps(connection), stored.tasks_of(connection, list(after))
    touched = [
        id_
        for id_, plan in after.items()
        if id_ in found or (plan.format_id in steps and not (since and plan.planned and plan.planned < since))
    ]
    if not touched:
        return 0
    accepted, calendar = stored.accepted_of(connection, touched), _calendar(connection)
    changes = {
        id_: rules.followed(
            found.get(id_, ()), before.get(id_), after[id_], steps, accepted.get(id_, Accepted()), calendar
        )
        for id_ in touched
    }
    _apply(connection, changes, after, calendar)
    return sum(len(one.kept) for one in changes.values())


def _apply(
    connection: "Connection", changes: Mapping[int, TaskChanges], plans: Mapping[int, Plan], calendar: WorkCalendar
) -> None:
    stored.delete_tasks(connection, [task for one in changes.values() for task in one.gone])
    stored.write_due(connection, {task: day for one in changes.values() for task, day in one.due.items()})
    stored.insert_tasks(
        connection,
        [
            {"piece_id": id_, "position": place, **_from_step(step, plan.day, calendar)}
            for id_, one in changes.items()
            for place, step in enumerate(one.new)
            if (plan := plans[id_]).day
        ],
    )


def _from_step(step: Step, publish: date | None, calendar: WorkCalendar) -> dict[str, Any]:
    due = rules.due_day(step.offset, publish, calendar) if publish else None
    return {"name": step.name, "role": step.role, "offset": step.offset, "hours": step.hours, "due": due}


def _write(workspace: Workspace, task_id: int, label: str, fields: dict[str, Any], joins: str = "") -> None:
    with workspace.change(label, joins=joins) as session:
        connection = session.connection()
        task = stored.read_task(connection, task_id)
        if task is None:
            raise RuleBroken(_gone())
        stored.write_task(connection, task_id, _by_rule(connection, task, fields))


def _by_rule(connection: "Connection", task: Task, fields: dict[str, Any]) -> dict[str, Any]:
    """Add the due day of the rule where a new offset, a pin taken away or a task opened again asks for it."""
    offset = fields.get("offset", task.offset)
    loosened = (task.pinned and fields.get("pinned") is False) or (
        task.done_on is not None and "done_on" in fields and fields["done_on"] is None
    )
    if "due" in fields or offset is None or not (loosened or "offset" in fields):
        return fields
    plan = stored.plans(connection, [task.piece_id]).get(task.piece_id)
    after = replace(task, **fields)
    held = stored.accepted_of(connection, [task.piece_id]).get(task.piece_id, Accepted()).holds(task)
    if plan is None or plan.day is None or after.pinned or after.done_on or (held and "offset" not in fields):
        return fields
    return {**fields, "due": rules.due_day(offset, plan.day, _calendar(connection))}


def _checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with a trimmed name. Raises RuleBroken without one, TypeError for a field that is none."""
    if unknown := fields.keys() - stored.WRITABLE:
        raise TypeError(f"a task has no field to write called {', '.join(sorted(unknown))}")
    checked = dict(fields)
    if "name" in checked:
        checked["name"] = str(checked["name"]).strip()
        if not checked["name"]:
            raise RuleBroken(_("A task needs a name."))
    return checked


def _task(workspace: Workspace, task_id: int) -> Task:
    with workspace.read() as connection:
        task = stored.read_task(connection, task_id)
    if task is None:
        raise RuleBroken(_gone())
    return task


def _calendar(connection: "Connection") -> WorkCalendar:
    return work_calendar(read_settings(connection), tuple(read_list(connection, "day_note").values()))


def _gone() -> str:
    return _("This task is no longer there.")
