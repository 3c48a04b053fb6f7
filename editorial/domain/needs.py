"""Whether the readers of a segment have been asked lately (domain: coverage, *need unknown*)."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from editorial.domain.planning_records import Interview

MONTHS = 18
"""How long what readers said holds."""


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier; where the month is too short, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def asked_since(today: date) -> date:
    """Return the first day on which an answer still tells what readers need today."""
    return months_before(today, MONTHS)


@dataclass(frozen=True, slots=True)
class Need:
    """Whom one could ask what a segment needs, and whom one is about to ask."""

    customers: Mapping[int, str]
    """Names by person id."""
    ahead: tuple[Interview, ...]
    """Interviews that are arranged or still to be."""
