"""What the matrix says besides its figures: agreement, exclusives, forecast, and changes since the last look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from editorial.domain.agreement import AgreedCount, Cells, StageStanding
from editorial.domain.coverage import Exclusive
from editorial.domain.period import Period
from editorial.domain.records import Lists
from editorial.domain.since import Since
from editorial.services import agreement
from editorial.services import coverage as service
from editorial.services.workspaces import Workspace


@dataclass(frozen=True, slots=True)
class Besides:
    """All of it; empty where it is not asked for."""

    today: date | None = None
    likely: bool = False
    """Whether figures and levels are those of the forecast."""
    cells: Cells = field(default_factory=dict)
    stages: Mapping[int, AgreedCount] = field(default_factory=dict)
    standings: Mapping[int, StageStanding] = field(default_factory=dict)
    exclusives: Mapping[int, tuple[Exclusive, ...]] = field(default_factory=dict)
    since: Since | None = None


def read_besides(workspace: Workspace, period: Period, lists: Lists, today: date) -> Besides:
    """Return what stands in the workspace of it."""
    return Besides(
        today=today,
        cells=agreement.agreed_by_cell(workspace, period, lists=lists),
        stages=agreement.agreed_by_stage(workspace, period, lists=lists),
        standings=agreement.standings(workspace, lists=lists),
        exclusives=service.exclusives(workspace, period, lists=lists),
    )
