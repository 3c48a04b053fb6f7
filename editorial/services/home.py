"""Home: what needs action today, what is now and what is next, and what happens this week."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from editorial.domain.findings import Finding, Group, Remedy
from editorial.domain.home import Home, Line, WeekDay, short_list
from editorial.domain.home_words import (
    asked_line,
    declined_interview_line,
    declined_line,
    interview_line,
    owed_line,
    piece_line,
    tags_line,
    task_line,
)
from editorial.domain.layers import Layer, Layers
from editorial.domain.load import OpenWork
from editorial.domain.order import precision_of
from editorial.domain.owed import holders, is_due_now, is_due_soon, last_day
from editorial.domain.period import Period, quarter_of, week_of
from editorial.domain.planning_records import Interview, Task
from editorial.domain.records import Entry, Lists
from editorial.domain.tasks import DueTask
from editorial.domain.vocabulary import InterviewStatus, Kind, Phase, Precision
from editorial.domain.workdays import WorkCalendar, work_calendar
from editorial.language import _
from editorial.services import layers
from editorial.services.agreement import tags
from editorial.services.checking import findings
from editorial.services.workspaces import Workspace
from editorial.store.entries import entries_between
from editorial.store.lists import read_list, read_lists
from editorial.store.load import open_work
from editorial.store.waiting import declined, declined_interviews, unanswered

if TYPE_CHECKING:
    from editorial.store.importing import Connection

NEAR, FAR = timedelta(weeks=4), timedelta(weeks=17)
"""How far Home looks for what is next: a month, and where that holds too little, a quarter more."""
SIDE = 6
"""The most pieces of *now* and of *next*."""
_DAY = timedelta(days=1)
_LAYERS = frozenset({Layer.TASK, Layer.INTERVIEW})


def home(workspace: Workspace, today: date, *, lists: Lists | None = None, found: list[Finding] | None = None) -> Home:
    """Return everything that Home shows on a day; `found` are the findings of its quarter, where they are known."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        week = week_of(today, lists.settings)
        unparked = _coming(connection, week.first, today, lists)
        owed = [one for one in open_work(connection) if one.due is not None]
    period = quarter_of(today, lists.settings)
    beside = layers.between(workspace, week.first, week.last, _LAYERS)
    if found is None:
        found = findings(workspace, period, today=today, lists=lists)
    return Home(
        today=today,
        period=period,
        late=short_list(Group.LATE, found, list(_today(today, unparked, beside, lists, owed))),
        gaps=short_list(Group.GAPS, found),
        waiting=short_list(
            Group.WAITING, found, [*_soon(today, lists, owed), *_waiting(workspace, today, period, lists)]
        ),
        now=_soonest(unparked, Kind.PRACTICAL, week.first),
        next=_soonest(unparked, Kind.ASPIRATIONAL, week.first),
        week=tuple(_week(week, unparked, beside, lists, owed)),
        findings=_loud(found),
    )


def _coming(connection: "Connection", first: date, today: date, lists: Lists) -> list[Entry]:
    """Return what is planned from a day on and not parked, as far ahead as it takes to fill *now* and *next*."""
    for ahead in (NEAR, FAR):
        found = entries_between(connection, first, today + ahead)
        unparked = [one for one in found if lists.phase(one.status_id) is not Phase.PARKED]
        if all(len(_soonest(unparked, kind, first)) == SIDE for kind in Kind):
            break
    return unparked


def _loud(found: list[Finding]) -> int:
    return sum(one.mute is None for one in found)


def _soonest(entries: list[Entry], kind: Kind, first: date) -> tuple[Entry, ...]:
    return tuple([one for one in entries if one.kind is kind and one.day and one.day >= first][:SIDE])


def _today(today: date, entries: list[Entry], beside: Layers, lists: Lists, owed: list[OpenWork]) -> Iterator[Line]:
    """Give what is to be done on a day and was not done yet."""
    for entry in entries:
        if _on(entry, today) and not entry.published and lists.phase(entry.status_id) is not Phase.PUBLISHED:
            yield piece_line(entry, lists, _("publish today"), "warning")
    for due in beside.tasks:
        if due.task.due == today and _is_open(due, lists):
            yield task_line(due, _who(due.task, lists, owed), _("due today"), "warning")
    calendar = work_calendar(lists.settings, lists.notes)
    out = {entry.id for entry in entries if _on(entry, today)}
    for work in owed:
        # What falls on the day of a task is told by the task, which names who holds it.
        told = work.of_task or not work.asked or (work.proposed and work.piece_id in out)
        if not told and is_due_now(work, today, lists.settings, calendar):
            late = last_day(work, lists.settings) != today
            yield owed_line(work, lists, _("was due") if late else _("due today"), "warning", dated=late)
    for one in beside.interviews:
        if one.day == today and one.status is not InterviewStatus.HELD:
            yield interview_line(one, lists, _("today"), "warning")


def _on(entry: Entry, day: date) -> bool:
    return entry.day == day and precision_of(entry) is Precision.DAY


def _is_open(due: DueTask, lists: Lists) -> bool:
    return due.task.done_on is None and lists.phase(due.piece.status_id) is not Phase.PARKED


def _who(task: Task, lists: Lists, owed: list[OpenWork]) -> str:
    """Return who holds a task, by name."""
    return ", ".join(dict.fromkeys(lists.people[id_] for id_ in holders(task, owed) if id_ in lists.people))


def _soon(today: date, lists: Lists, owed: list[OpenWork]) -> Iterator[Line]:
    """Give what people who said yes owe in the days of which they are reminded, the soonest first."""
    calendar = work_calendar(lists.settings, lists.notes)
    soon = [one for one in owed if not one.proposed and is_due_soon(one, today, lists.settings, calendar)]
    for one in sorted(soon, key=lambda each: each.due or date.max):
        yield owed_line(one, lists, _("due soon"), dated=True)


def _waiting(workspace: Workspace, today: date, period: Period, lists: Lists) -> Iterator[Line]:
    """Give people who said no or have not answered, interviews to arrange, and the tags that sales has not answered."""
    with workspace.read() as connection:
        asked = unanswered(connection, period.last, _at_work(lists))
        said_no = declined(connection, _at_work(lists))
        not_coming = declined_interviews(connection, today)
        interviews: list[Interview] = list(read_list(connection, "interview").values())
    yield from (declined_interview_line(*one) for one in not_coming)
    yield from (declined_line(*one) for one in said_no)
    yield from (asked_line(*one) for one in asked)
    for one in interviews:
        if one.status is InterviewStatus.TO_ARRANGE and (one.day is None or one.day <= period.last):
            yield interview_line(one, lists, _("to arrange"))
    counted = tags(workspace, period, lists=lists)
    if counted.proposed:
        yield tags_line(counted, Remedy("agreement", {"page": "tags"}))


def _at_work(lists: Lists) -> list[int]:
    """Return the statuses of what is still to come out."""
    settled = (Phase.PARKED, Phase.PUBLISHED)
    return [status.id for status in lists.statuses.values() if status.phase not in settled]


def _week(week: Period, entries: list[Entry], beside: Layers, lists: Lists, owed: list[OpenWork]) -> Iterator[WeekDay]:
    """Give the days of a week on which something happens, or nobody works."""
    calendar = work_calendar(lists.settings, lists.notes)
    day = week.first
    while day <= week.last:
        names, lines = tuple(_names(day, calendar, lists)), tuple(_happens(day, entries, beside, lists, owed))
        if names or lines:
            yield WeekDay(day, names, lines)
        day += _DAY


def _names(day: date, calendar: WorkCalendar, lists: Lists) -> Iterator[str]:
    if holiday := calendar.holiday_name(day):
        yield holiday
    yield from (note.name for note in lists.notes if note.first <= day <= note.last)


def _happens(day: date, entries: list[Entry], beside: Layers, lists: Lists, owed: list[OpenWork]) -> Iterator[Line]:
    for entry in entries:
        if _on(entry, day):
            yield piece_line(entry, lists, _("published") if entry.published else _("publish"))
    for one in beside.interviews:
        if one.day == day:
            yield interview_line(one, lists, _("interview"))
    for due in beside.tasks:
        if due.task.due == day and _is_open(due, lists):
            yield task_line(due, _who(due.task, lists, owed), _("task"))
    out = {entry.id for entry in entries if _on(entry, day)}
    for work in owed:
        # What is due with its piece is told by the piece, a task by the task.
        told = work.proposed or work.of_task or work.piece_id in out
        if work.due == day and not told and work.precision is Precision.DAY:
            yield owed_line(work, lists, _("owed"))
