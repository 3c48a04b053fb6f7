"""The second matrix: formats × stages, planned pieces only."""

from collections.abc import Mapping
from dataclasses import dataclass

from editorial.domain.counting import OpenCell
from editorial.domain.period import Period
from editorial.domain.records import BuyingStage, Format, Lists


@dataclass(frozen=True, slots=True)
class FormatMatrix:
    """Distinct counting pieces by (format id, stage id); None stands for pieces without one, in both directions."""

    period: Period
    formats: tuple[Format, ...]
    stages: tuple[BuyingStage, ...]
    planned: Mapping[OpenCell, int]
    by_format: Mapping[int | None, int]
    by_stage: Mapping[int | None, int]
    pieces: int


def format_matrix(period: Period, lists: Lists, planned: Mapping[OpenCell, int]) -> FormatMatrix:
    """Return the matrix of formats used or not retired; a piece has one format, so rows and columns add up."""
    by_format: dict[int | None, int] = {}
    by_stage: dict[int | None, int] = {}
    for (made_as, stage), n in planned.items():
        by_format[made_as] = by_format.get(made_as, 0) + n
        by_stage[stage] = by_stage.get(stage, 0) + n
    rows = tuple(each for each in lists.formats.values() if not each.retired or each.id in by_format)
    return FormatMatrix(period, rows, tuple(lists.stages.values()), planned, by_format, by_stage, sum(planned.values()))
