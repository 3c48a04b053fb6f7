"""Neutral reports: everything a page, a sheet or a slide needs, before it takes any form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from editorial.domain.cadence import Cadence
from editorial.domain.comparison import Comparison
from editorial.domain.coverage import Coverage
from editorial.domain.mix import Mix
from editorial.domain.offering import OfferingLed
from editorial.domain.period import Period
from editorial.domain.records import Entry
from editorial.domain.rotation import Rotation
from editorial.domain.variety import Variety


@dataclass(frozen=True, slots=True)
class CoverageReview:
    """The state of a period's plan on a day, as a lead reviews it before a sales kickoff."""

    workspace: str
    """The name of the workspace."""
    period: Period
    made_on: date
    coverage: Coverage
    mix: Mix
    rotation: Rotation
    cadence: tuple[Cadence, ...]
    offering_led: tuple[OfferingLed, ...]
    variety: Variety
    comparison: Comparison | None = None
    entries: Mapping[int, Entry] = field(default_factory=dict)
    """The pieces that the report names, by id."""
