"""What a presentation shows: a period as it stands, without anything that is not meant for the room."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from editorial.domain.agreement import TaggedPiece
from editorial.domain.counting import Cell, counting
from editorial.domain.coverage import Coverage, CoverageCell
from editorial.domain.period import Period
from editorial.domain.records import BuyingStage, Entry, Lists, Segment
from editorial.domain.vocabulary import Tag
from editorial.services import agreement, calendar
from editorial.services import coverage as service
from editorial.services.workspaces import Workspace
from editorial.ui.coverage.besides import Besides, read_besides


@dataclass(frozen=True, slots=True)
class Deck:
    """One period; its pieces by cell, in order."""

    lists: Lists
    today: date
    coverage: Coverage
    besides: Besides
    pieces: Mapping[Cell, tuple[Entry, ...]]
    tags: Mapping[int, TaggedPiece]
    """By piece id."""
    coming: Mapping[int, tuple[Entry, ...]]
    """By segment id: what counts in the period from today on."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        return self.coverage.segments

    @property
    def stages(self) -> tuple[BuyingStage, ...]:
        return self.coverage.stages

    def cell(self, segment: int, stage: int) -> CoverageCell:
        """Return a cell by its place in the matrix."""
        return self.coverage.cells[self.segments[segment].id, self.stages[stage].id]


def read_deck(workspace: Workspace, period: Period, lists: Lists, today: date) -> Deck:
    """Return the deck of a period as things stand today."""
    entries = counting(calendar.between(workspace, period.first, period.last), lists, period)
    cells: defaultdict[Cell, list[Entry]] = defaultdict(list)
    coming: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        for segment in entry.segment_ids:
            if entry.stage_id is not None:
                cells[segment, entry.stage_id].append(entry)
            if entry.day is not None and entry.day >= today:
                coming[segment].append(entry)
    return Deck(
        lists=lists,
        today=today,
        coverage=service.coverage(workspace, period, today=today, lists=lists),
        besides=read_besides(workspace, period, lists, today),
        pieces={key: tuple(found) for key, found in cells.items()},
        tags={piece.id: piece for piece in agreement.tagged(workspace, period, tuple(Tag), lists=lists)},
        coming={key: tuple(found) for key, found in coming.items()},
    )
