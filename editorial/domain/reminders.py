"""What people are reminded of, and when: each reminder states its rule."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from editorial.domain.workdays import WorkCalendar, shift_working_days
from editorial.language import _, ngettext


class Reminder(StrEnum):
    """What is reminded of."""

    INTERVIEW = "interview"
    OWED = "owed"
    UNANSWERED = "unanswered"


USUAL: Mapping[str, int] = MappingProxyType({Reminder.INTERVIEW: 1, Reminder.OWED: 2, Reminder.UNANSWERED: 3})
"""Working days: before an interview, before something is due, and after asking where nobody answered."""


def days_of(reminder: Reminder, reminders: Mapping[str, int]) -> int:
    """Return how many working days lie between a reminder and what it reminds of."""
    return reminders.get(reminder, USUAL[reminder])


def remind_on(reminder: Reminder, day: date, reminders: Mapping[str, int], calendar: WorkCalendar) -> date:
    """Return the day from which on something is reminded of: before its day, or after it was asked."""
    days = days_of(reminder, reminders)
    return shift_working_days(day, days if reminder is Reminder.UNANSWERED else -days, calendar)


def rule_words(reminder: Reminder, reminders: Mapping[str, int]) -> str:
    """Return the rule of a reminder in words."""
    n = days_of(reminder, reminders)
    said = {
        Reminder.INTERVIEW: ngettext("{n} working day before an interview", "{n} working days before an interview", n),
        Reminder.OWED: ngettext("{n} working day before it is due", "{n} working days before it is due", n),
        Reminder.UNANSWERED: ngettext(
            "{n} working day after asking, while there is no answer",
            "{n} working days after asking, while there is no answer",
            n,
        ),
    }
    return said[reminder].format(n=n) if n else _("on the day itself")
