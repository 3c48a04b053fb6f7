"""The calendar for onlookers: what a view shows, told to one audience."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from editorial.domain.appointments import Appointment
from editorial.domain.audience import Audience
from editorial.domain.conditions import Condition, Group, Mode, Operator, Test
from editorial.domain.onlooker import USUAL, OnlookerCalendar, onlooker_calendar
from editorial.domain.period import Period
from editorial.domain.workdays import public_holidays, work_calendar
from editorial.language import _
from editorial.services.calendar import between
from editorial.services.import_dates import usual_range
from editorial.services.invitations import wanted
from editorial.services.lists import read_lists
from editorial.services.named_people import person_named
from editorial.services.pieces import read_many
from editorial.services.workspaces import Workspace
from editorial.store.history import changed_at
from editorial.store.lists import workspace_uid


def onlooker(
    workspace: Workspace,
    period: Period,
    *,
    audience: Audience = Audience.TEAM,
    fields: Sequence[str] = USUAL,
    where: Condition | None = None,
    left_out: Collection[int] = (),
    today: date,
) -> OnlookerCalendar:
    """Return the calendar of a period under a filter, as this audience is told it."""
    lists = read_lists(workspace)
    entries = between(workspace, period.first, period.last, where)
    closed = public_holidays(lists.settings.country, lists.settings.subdivision, period.first, period.last)
    calendar = work_calendar(lists.settings, lists.notes)
    for first, last, name in calendar.closed:
        days = (date.fromordinal(n) for n in range(max(first, period.first).toordinal(), last.toordinal() + 1))
        closed |= {day: name for day in days if day in period}
    return onlooker_calendar(
        read_many(workspace, [entry.id for entry in entries]),
        lists,
        period,
        audience=audience,
        fields=fields,
        left_out=left_out,
        made_on=today,
        closed=closed,
    )


def of_person(workspace: Workspace, who: str) -> Condition:
    """Return the filter for the pieces a person owns or writes.

    Raises RuleBroken where nobody has that name, e-mail address or id, or several people share it.
    """
    found = (person_named(workspace, who).id,)
    return Group(Mode.ANY, tuple(Test(field, Operator.IS, found) for field in ("owner", "authors")))


def around(today: date) -> Period:
    """Return the days that a calendar kept for good tells of: last year, this one and the next."""
    first, last = usual_range(today)
    return Period(_("{first} to {last}").format(first=first.year, last=last.year), first, last)


def person_calendar(
    workspace: Workspace, who: str, *, today: date, period: Period | None = None
) -> tuple[OnlookerCalendar, list[Appointment]]:
    """Return the pieces a person owns or writes, and what is wanted of them besides; of every day without a period.

    Raises RuleBroken where nobody has that name, e-mail address or id, or several people share it.
    """
    person = person_named(workspace, who)
    calendar = onlooker(workspace, period or around(today), where=of_person(workspace, person.uid), today=today)
    named = calendar if period else replace(calendar, name=person.name)
    return named, wanted(workspace, person.id, today=today, period=period)


def stamped(workspace: Workspace) -> datetime | None:
    """Return when the workspace last changed: equal contents give equal files."""
    return changed_at(workspace)


def identity(workspace: Workspace) -> str:
    """Return the permanent id of a workspace, which its copies share."""
    with workspace.read() as connection:
        return workspace_uid(connection)
