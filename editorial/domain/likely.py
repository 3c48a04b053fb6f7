"""The forecast: how much of what is planned will likely be there (domain: coverage, *likely*)."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from editorial.domain.vocabulary import Phase
from editorial.domain.workdays import WorkCalendar


class Sureness(StrEnum):
    """How sure it is that a piece comes out as planned."""

    PUBLISHED = "published"
    READY = "ready"
    PRODUCTION = "production"
    """In production with an accepted expert and no late step."""
    DOUBTFUL = "doubtful"
    """In production, one of the two missing."""
    OPEN = "open"
    """In production with both missing, or not yet approved."""


USUAL: Mapping[Sureness, Decimal] = MappingProxyType(
    {
        Sureness.PUBLISHED: Decimal(1),
        Sureness.READY: Decimal("0.95"),
        Sureness.PRODUCTION: Decimal("0.8"),
        Sureness.DOUBTFUL: Decimal("0.5"),
        Sureness.OPEN: Decimal("0.25"),
    }
)
"""What a piece counts while the workspace says nothing else."""


_LONGEST_BREAK = 100
"""Days."""


def sureness(phase: Phase, *, published: bool, expert: bool, late: bool) -> Sureness:
    """Return how sure a piece is: `published` where it is out, `expert` where one has accepted, `late` with a step."""
    if published or phase is Phase.PUBLISHED:
        return Sureness.PUBLISHED
    if phase is Phase.READY:
        return Sureness.READY
    if phase is not Phase.PRODUCTION or (late and not expert):
        return Sureness.OPEN
    return Sureness.PRODUCTION if expert and not late else Sureness.DOUBTFUL


def likely(counts: Mapping[Sureness, int], weights: Mapping[str, Decimal]) -> Fraction:
    """Return what so many pieces count together; `weights` are the workspace's, by the words of Sureness."""
    counted = ((weights.get(sure, USUAL[sure]), n) for sure, n in counts.items())
    return sum((Fraction(weight) * n for weight, n in counted), Fraction(0))


def late_before(today: date, calendar: WorkCalendar) -> date:
    """Return the last working day up to today: an open step that was due before it is late by a working day or more.

    Where the last months have no working day, nothing is late.
    """
    days = (today - timedelta(days=n) for n in range(_LONGEST_BREAK))
    return next(filter(calendar.is_working, days), date.min)
