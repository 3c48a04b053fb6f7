"""What a person is to be reminded of today, by the rules of the workspace."""

from collections.abc import Iterator
from datetime import date

from editorial.domain.my_work import MyWork, Owed
from editorial.domain.my_work_words import due_words, owed_title
from editorial.domain.records import Lists
from editorial.domain.reminders import Reminder, remind_on
from editorial.domain.spoken import spoken_day
from editorial.domain.workdays import WorkCalendar, work_calendar
from editorial.language import _
from editorial.services.my_work import my_work
from editorial.store.lists import read_lists
from editorial.store.workspace import Workspace


def reminders(workspace: Workspace, person_id: int, today: date) -> list[str]:
    """Return what a person is reminded of on a day, a sentence each, the soonest first.

    Interviews and what is owed from some working days before on, what is asked and not answered some days after asking.
    Raises RuleBroken where the person is gone.
    """
    work = my_work(workspace, person_id, today)
    with workspace.read() as connection:
        lists = read_lists(connection)
    calendar = work_calendar(lists.settings, lists.notes)
    return [*_interviews(work, lists, calendar), *_owed(work, lists, calendar), *_unanswered(work, lists, calendar)]


def _reached(reminder: Reminder, day: date | None, work: MyWork, lists: Lists, calendar: WorkCalendar) -> bool:
    since = remind_on(reminder, day, lists.settings.reminders, calendar) if day else None
    return since is not None and since <= work.today


def _interviews(work: MyWork, lists: Lists, calendar: WorkCalendar) -> Iterator[str]:
    for one in work.interviews:
        day = one.interview.day
        if day and _reached(Reminder.INTERVIEW, day, work, lists, calendar):
            when = _("today") if day == work.today else spoken_day(day)
            yield _("Interview “{name}”: {when}").format(name=one.interview.name, when=when)


def _owed(work: MyWork, lists: Lists, calendar: WorkCalendar) -> Iterator[str]:
    for one in work.owed:
        if one.kind is Owed.QUOTES:
            if one.due and one.due <= work.today:
                yield owed_title(one)
        elif _reached(Reminder.OWED, one.due, work, lists, calendar):
            due = due_words(one.due, one.days_late, work.today)
            yield _("{what}: {due}").format(what=owed_title(one), due=due)


def _unanswered(work: MyWork, lists: Lists, calendar: WorkCalendar) -> Iterator[str]:
    for one in work.interviews:
        talk = one.interview
        told = _reached(Reminder.INTERVIEW, talk.day, work, lists, calendar)
        if one.waits and not told and _reached(Reminder.UNANSWERED, talk.asked_on, work, lists, calendar):
            yield _("Interview “{name}” waits for your yes or no").format(name=talk.name)
    for asked in work.asked:
        if _reached(Reminder.UNANSWERED, asked.assignment.asked_on, work, lists, calendar):
            yield _("“{title}” waits for your yes or no").format(title=asked.piece.title)
