"""Where a day that belongs to a piece goes when the piece moves."""

from datetime import date, timedelta

from editorial.domain.workdays import WorkCalendar, working_day_from, working_days_between

_DAY = timedelta(days=1)


def moved_day(day: date, was: date, now: date, calendar: WorkCalendar) -> date | None:
    """Return the day as many working days from the new publish day as it was from the old one.

    The publish day itself stays the publish day. None where there are not so many working days.
    """
    if day <= was:
        return working_day_from(now, -working_days_between(day, was - _DAY, calendar), calendar)
    return working_day_from(now, working_days_between(was + _DAY, day, calendar), calendar)
