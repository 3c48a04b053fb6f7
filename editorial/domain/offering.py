"""Offering-led share: how much of what early stages read starts from the offer instead of the reader's issue."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from editorial.domain.records import BuyingStage, Lists
from editorial.domain.vocabulary import Lead

MOST = Fraction(20, 100)
"""A larger share than this is flagged."""


@dataclass(frozen=True, slots=True)
class OfferingLed:
    """One early stage; the share is None where no piece says how it leads, `unset` counts those that do not."""

    stage: BuyingStage
    offering: int
    issue: int
    unset: int
    share: Fraction | None
    flagged: bool


def early_stages(lists: Lists) -> tuple[BuyingStage, ...]:
    """Return the stages before the first sales-ready one; without one, all but the last."""
    stages = tuple(lists.stages.values())
    first_ready = next((place for place, stage in enumerate(stages) if stage.sales_ready), len(stages) - 1)
    return stages[: max(0, first_ready)]


def offering_led(lists: Lists, counts: Mapping[tuple[int | None, Lead | None], int]) -> tuple[OfferingLed, ...]:
    """Return the early stages, from counting pieces by (main stage id, lead)."""
    return tuple(_row(stage, counts) for stage in early_stages(lists))


def _row(stage: BuyingStage, counts: Mapping[tuple[int | None, Lead | None], int]) -> OfferingLed:
    offering, issue = counts.get((stage.id, Lead.OFFERING), 0), counts.get((stage.id, Lead.ISSUE), 0)
    share = Fraction(offering, offering + issue) if offering + issue else None
    flagged = share is not None and share > MOST
    return OfferingLed(stage, offering, issue, counts.get((stage.id, None), 0), share, flagged)
