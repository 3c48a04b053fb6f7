"""Reading and writing the tasks of pieces, and what decides about them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, String, and_, bindparam, delete, func, insert, or_, select, type_coerce, update

from editorial.domain.planning_records import Task
from editorial.domain.records import Step
from editorial.domain.tasks import Accepted, Plan
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Phase, Precision
from editorial.store.entries import chunks, these
from editorial.store.lists import TABLES
from editorial.store.workspace import new_uid

_TASK = TABLES["task"]
_PIECE = TABLES["piece"].c
_STATUS = TABLES["status"].c
_STEP = TABLES["format_step"].c
_ASSIGNMENT = TABLES["assignment"].c
_FIELDS = tuple(Task.__dataclass_fields__)
_STEP_FIELDS = tuple(Step.__dataclass_fields__)

WRITABLE = frozenset(_FIELDS) - {"id", "uid", "piece_id"}
"""The fields of a task that people write."""

_READ = select(*(_TASK.c[name] for name in _FIELDS))
_ORDER = (_TASK.c.due.is_(None), _TASK.c.due, _TASK.c.position, _TASK.c.id)
_PLANS = select(
    _PIECE.id,
    _PIECE.planned,
    type_coerce(_PIECE.precision, String),
    _PIECE.published_on,
    _PIECE.format_id,
    type_coerce(_STATUS.phase, String),
).join(TABLES["status"], _STATUS.id == _PIECE.status_id)

# What is done, or was due before its piece came out without being ticked, matters no more.
_OPEN = and_(
    _TASK.c.done_on.is_(None),
    _PIECE.binned.is_(None),
    type_coerce(_STATUS.phase, String) != Phase.PARKED.value,
    or_(_PIECE.published_on.is_(None), _TASK.c.due > _PIECE.published_on),
)
_WITH_PIECE = TABLES["task"].join(TABLES["piece"], _PIECE.id == _TASK.c.piece_id)
_WITH_STATUS = _WITH_PIECE.join(TABLES["status"], _STATUS.id == _PIECE.status_id)


def plans(connection: Connection, ids: Sequence[int]) -> dict[int, Plan]:
    """Return what decides about the tasks of these pieces."""
    return {
        id_: Plan(planned, Precision(word), published_on, format_id, Phase(phase))
        for some in chunks(ids)
        for id_, planned, word, published_on, format_id, phase in connection.execute(
            _PLANS.where(_PIECE.id.in_(these(some)))
        ).all()
    }


def template_steps(connection: Connection) -> dict[int | None, list[Step]]:
    """Return the task templates of the formats that have one."""
    found: dict[int | None, list[Step]] = {}
    asked = select(_STEP.format_id, *(_STEP[name] for name in _STEP_FIELDS))
    for format_id, *values in connection.execute(asked.order_by(_STEP.position, _STEP.id)).all():
        found.setdefault(format_id, []).append(Step(**dict(zip(_STEP_FIELDS, values, strict=True))))
    return found


def any_templates(connection: Connection) -> bool:
    """Tell whether any format has a task template."""
    return connection.execute(select(_STEP.id).limit(1)).first() is not None


def newest_piece(connection: Connection) -> int:
    """Return the id of the newest piece, 0 without any."""
    return int(connection.execute(select(func.coalesce(func.max(_PIECE.id), 0))).scalar_one())


def planned_after(connection: Connection, newest: int, first: date) -> list[int]:
    """Return the pieces newer than one that are planned for a day or later."""
    asked = select(_PIECE.id).where(_PIECE.id > newest, _PIECE.planned >= first)
    return list(connection.execute(asked).scalars())


def open_tasks_of(connection: Connection, person_id: int) -> list[Task]:
    """Return the tasks that name a person and are not done."""
    asked = _READ.where(_TASK.c.person_id == person_id, _TASK.c.done_on.is_(None)).order_by(*_ORDER)
    return list(_tasks(connection, asked))


def tasks_of(connection: Connection, ids: Sequence[int]) -> dict[int, list[Task]]:
    """Return the tasks of these pieces, the earliest due first; pieces without any are left out."""
    found: dict[int, list[Task]] = {}
    for some in chunks(ids):
        for task in _tasks(connection, _READ.where(_TASK.c.piece_id.in_(these(some))).order_by(*_ORDER)):
            found.setdefault(task.piece_id, []).append(task)
    return found


def read_task(connection: Connection, task_id: int) -> Task | None:
    """Return one task; None where it is gone."""
    return next(iter(_tasks(connection, _READ.where(_TASK.c.id == task_id))), None)


def tasks_between(connection: Connection, first: date, last: date) -> list[Task]:
    """Return the tasks due between two days, both included, done ones too; those of pieces in the bin are left out."""
    due = _TASK.c.due.between(first, last)
    return _tasks(connection, _READ.select_from(_WITH_PIECE).where(due, _PIECE.binned.is_(None)).order_by(*_ORDER))


def overdue_tasks(connection: Connection, today: date) -> list[Task]:
    """Return the open tasks that were due before today, of pieces that still wait for them."""
    # Few pieces have a task that was due, so they come first: SQLite would start from all of them.
    due = _PIECE.id.in_(select(_TASK.c.piece_id).where(_TASK.c.done_on.is_(None), _TASK.c.due < today))
    asked = _READ.select_from(_WITH_STATUS).where(due, _OPEN, _TASK.c.due < today)
    return _tasks(connection, asked.order_by(*_ORDER))


def _tasks(connection: Connection, asked: Any) -> list[Task]:
    return [Task(**dict(zip(_FIELDS, row, strict=True))) for row in connection.execute(asked).all()]


def accepted_of(connection: Connection, ids: Sequence[int]) -> dict[int, Accepted]:
    """Return who accepted an assignment of these pieces, and as what."""
    people: dict[int, set[int]] = {}
    roles: dict[int, set[AssignmentRole]] = {}
    asked = select(_ASSIGNMENT.piece_id, _ASSIGNMENT.person_id, _ASSIGNMENT.role).where(
        _ASSIGNMENT.status == AssignmentStatus.ACCEPTED.value
    )
    for some in chunks(ids):
        for piece, person, role in connection.execute(asked.where(_ASSIGNMENT.piece_id.in_(these(some)))).all():
            people.setdefault(piece, set()).add(person)
            roles.setdefault(piece, set()).add(AssignmentRole(role))
    return {piece: Accepted(frozenset(found), frozenset(roles[piece])) for piece, found in people.items()}


def insert_tasks(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add tasks; all rows name the same fields."""
    listed = [{"uid": new_uid(), **row} for row in rows]
    if listed:
        connection.execute(insert(_TASK), listed)


def insert_task(connection: Connection, fields: Mapping[str, Any]) -> int:
    """Add a task at the end of its piece's and return its id."""
    last = select(func.coalesce(func.max(_TASK.c.position), -1)).where(_TASK.c.piece_id == fields["piece_id"])
    place = int(connection.execute(last).scalar_one()) + 1
    values = {"uid": new_uid(), "position": place, **fields}
    return int(connection.execute(insert(_TASK).values(**values).returning(_TASK.c.id)).scalar_one())


def write_due(connection: Connection, days: Mapping[int, date]) -> None:
    """Give each task its due day; one that has it already is left as it is."""
    rows = [{"task": id_, "day": day} for id_, day in days.items()]
    if rows:
        connection.execute(_WRITE_DUE, rows)


_DAY = bindparam("day", type_=_TASK.c.due.type)
_WRITE_DUE = (
    update(_TASK).values(due=_DAY).where(_TASK.c.id == bindparam("task")).where(_TASK.c.due.is_distinct_from(_DAY))
)


def write_task(connection: Connection, task_id: int, fields: Mapping[str, Any]) -> None:
    """Give fields of a task new values; what is as it was is not written."""
    differs = or_(*(_TASK.c[name].is_distinct_from(value) for name, value in fields.items()))
    connection.execute(update(_TASK).where(_TASK.c.id == task_id, differs).values(**fields))


def delete_tasks(connection: Connection, ids: Sequence[int]) -> None:
    """Delete tasks."""
    for some in chunks(ids):
        connection.execute(delete(_TASK).where(_TASK.c.id.in_(these(some))))
