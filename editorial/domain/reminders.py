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


NEVER = -1
"""Stands in the place of a number of days where nobody is to be reminded."""
LONGEST = 260
"""A year of working days: nobody plans a reminder further off."""


def days_of(reminder: Reminder, reminders: Mapping[str, int]) -> int:
    """Return how many working days lie between a reminder and what it reminds of; NEVER where it is turned off."""
    return reminders.get(reminder, USUAL[reminder])


def remind_on(reminder: Reminder, day: date, reminders: Mapping[str, int], calendar: WorkCalendar) -> date | None:
    """Return the day from which on something is reminded of: before its day, or after it was asked.

    None where the reminder is turned off.
    """
    days = days_of(reminder, reminders)
    if days == NEVER:
        return None
    return shift_working_days(day, days if reminder is Reminder.UNANSWERED else -days, calendar)


def why_not_days(days: int) -> str | None:
    """Return why a reminder cannot come so many working days before or after, or None."""
    if days == NEVER or 0 <= days <= LONGEST:
        return None
    return _("A reminder comes 0 to {most} working days before or after.").format(most=LONGEST)


def after_words(reminder: Reminder, n: int) -> str:
    """Return what follows the number of days of a reminder: “working days before an interview”."""
    return {
        Reminder.INTERVIEW: ngettext("working day before an interview", "working days before an interview", n),
        Reminder.OWED: ngettext("working day before it is due", "working days before it is due", n),
        Reminder.UNANSWERED: ngettext("working day after asking", "working days after asking", n),
    }[reminder]
