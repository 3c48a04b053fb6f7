"""Parking: an idea is put aside until a day, with the reason; on that day it is back."""

from datetime import date

from editorial.domain.spoken import spoken_day
from editorial.errors import RuleBroken
from editorial.language import _


def is_parked(until: date | None, today: date) -> bool:
    """Tell whether an idea that is parked until a day is still left out today."""
    return until is not None and until > today


def refuse_parking(until: date, today: date) -> None:
    """Refuse a day that has come already. Raises RuleBroken."""
    if until <= today:
        raise RuleBroken(_("An idea is parked until a day to come; {day} is not.").format(day=spoken_day(until)))


def parked_sentence(until: date | None, because: str) -> str:
    """Say until when and why an idea is parked; nothing where neither is known."""
    reason = " ".join(because.split())
    if until is None:
        return reason
    day = spoken_day(until)
    return _("until {day}: {reason}").format(day=day, reason=reason) if reason else _("until {day}").format(day=day)
