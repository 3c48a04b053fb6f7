"""An assignment in words: where it stands and when it is due."""

from datetime import date

from editorial.domain.assignments import OPEN
from editorial.domain.my_work import lateness
from editorial.domain.my_work_words import hours_words
from editorial.domain.people_records import Assignment
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import AssignmentStatus
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.domain.workdays import WorkCalendar
from editorial.language import _, ngettext


def standing_words(one: Assignment, due: date | None) -> str:
    """Return where an assignment stands: “accepted · by 24 March 2027 · 3 hours”."""
    if one.status is AssignmentStatus.DELIVERED:
        return _delivered(one)
    if one.status is AssignmentStatus.DECLINED:
        return _("declined: {reason}").format(reason=one.reason) if one.reason else vocabulary_word(one.status)
    parts = [vocabulary_word(one.status)]
    if due is not None:
        parts.append(_("by {day}").format(day=spoken_day(due)))
    if one.hours:
        parts.append(hours_words(one.hours))
    if one.wish is not None:
        parts.append(_("asks for {day}").format(day=spoken_day(one.wish)))
    return " · ".join(parts)


def days_late(one: Assignment, due: date | None, today: date, calendar: WorkCalendar) -> int:
    """Return by how many working days something is late that is owed still; 0 where it is not, or has no day."""
    return lateness(due, today, calendar) if one.status in OPEN else 0


def late_words(n: int) -> str:
    """Return by how many working days something is late."""
    return ngettext("{n} day late", "{n} days late", n).format(n=n)


def _delivered(one: Assignment) -> str:
    """Return when it was delivered, and the hours it took beside those it was to take, where they are known."""
    said = _on(_("delivered on {day}"), one.delivered_on, vocabulary_word(one.status))
    if one.hours_spent is None:
        return said
    spent = hours_words(one.hours_spent)
    if one.hours is None or one.hours == one.hours_spent:
        return _("{standing} · {hours} spent").format(standing=said, hours=spent)
    return _("{standing} · {hours} spent of {planned}").format(
        standing=said, hours=spent, planned=f"{one.hours.normalize():f}"
    )


def _on(said: str, day: date | None, otherwise: str) -> str:
    return said.format(day=spoken_day(day)) if day is not None else otherwise
