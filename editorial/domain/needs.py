"""Whether the readers of a segment have been asked lately (domain: coverage, *need unknown*)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from editorial.domain.period import months_before
from editorial.domain.planning_records import Interview

MONTHS = 18
"""How long what readers said holds."""


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
