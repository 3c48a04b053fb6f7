"""What people owe that is late, due now or due soon, and who holds a task."""

from collections.abc import Iterable
from datetime import date

from editorial.domain.load import OpenWork
from editorial.domain.period import span_of
from editorial.domain.planning_records import Task
from editorial.domain.records import Settings
from editorial.domain.reminders import Reminder, remind_on
from editorial.domain.tasks import days_late
from editorial.domain.workdays import WorkCalendar


def last_day(work: OpenWork, settings: Settings) -> date | None:
    """Return the last day on which something is in time: of a coarser date the last of its span."""
    return span_of(work.due, work.precision, settings)[1] if work.due is not None else None


def late_by(work: OpenWork, today: date, settings: Settings, calendar: WorkCalendar) -> int:
    """Return by how many working days something is late; 0 where it is not, or has no day."""
    last = last_day(work, settings)
    return days_late(last, today, calendar) if last is not None and last < today else 0


def is_due_now(work: OpenWork, today: date, settings: Settings, calendar: WorkCalendar) -> bool:
    """Tell whether something is due today, or was since the last working day."""
    last = last_day(work, settings)
    return last is not None and last <= today and not late_by(work, today, settings, calendar)


def is_due_soon(work: OpenWork, today: date, settings: Settings, calendar: WorkCalendar) -> bool:
    """Tell whether something is due after today, so soon that people are reminded; never where they are not."""
    last = last_day(work, settings)
    if last is None or last <= today:
        return False
    first = remind_on(Reminder.OWED, last, settings.reminders, calendar)
    return first is not None and first <= today


def holders(task: Task, work: Iterable[OpenWork]) -> list[int]:
    """Return who holds a task: the person it names, else everybody who owes its role of the piece."""
    if task.person_id is not None:
        return [task.person_id]
    of_piece = (one for one in work if one.piece_id == task.piece_id)
    return [one.person_id for one in of_piece if task.role is not None and one.role is task.role]
