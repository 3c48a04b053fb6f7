"""Coverage of a period: the matrix, its comparison with another period, and what stands in a cell."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from editorial.domain import coverage as rules
from editorial.domain.comparison import Comparison, compare
from editorial.domain.counting import OpenCell
from editorial.domain.coverage import Coverage, Exclusive, Forecast
from editorial.domain.format_matrix import FormatMatrix, format_matrix
from editorial.domain.likely import Sureness, late_before, likely
from editorial.domain.needs import asked_since
from editorial.domain.offering import OfferingLed, offering_led
from editorial.domain.period import Period
from editorial.domain.records import Entry, Lists
from editorial.domain.untagged import Untagged
from editorial.domain.workdays import work_calendar
from editorial.store import figures, forecast
from editorial.store.counting import scope_of
from editorial.store.entries import entries_of
from editorial.store.lists import read_lists
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection


def coverage(
    workspace: Workspace,
    period: Period,
    *,
    on: date | None = None,
    today: date | None = None,
    lists: Lists | None = None,
) -> Coverage:
    """Return the matrix of a period.

    With `on` each cell also says what is live on that day; with `today`, what is likely and whether its segment's need
    is known.
    """
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        scope = scope_of(period, lists)
        sure = forecast.sure_pieces(connection, scope, _late_before(today, lists)) if today else None
        cells = {cell: counts.total() for cell, counts in sure.items()} if sure is not None else None
        return rules.coverage(
            period,
            lists,
            figures.planned(connection, scope, cells),
            stock=figures.stock(connection, scope),
            also=figures.also_served(connection, scope),
            exclusive=figures.exclusive(connection, scope),
            untagged=figures.untagged(connection, scope),
            live=figures.live(connection, on, scope) if on else None,
            forecast=_forecast(connection, sure, today, lists) if today and sure is not None else None,
        )


def _late_before(today: date, lists: Lists) -> date:
    return late_before(today, work_calendar(lists.settings, lists.notes))


def _forecast(
    connection: "Connection", sure: Mapping[OpenCell, Mapping[Sureness, int]], today: date, lists: Lists
) -> Forecast:
    weights = lists.settings.likely_weights
    counted = {cell: likely(counts, weights) for cell, counts in sure.items()}
    return Forecast(counted, forecast.asked_segments(connection, asked_since(today), today))


def comparison(workspace: Workspace, period: Period, other: Period, *, lists: Lists | None = None) -> Comparison:
    """Return how each cell of the period differs from the other period, and what each gap was then."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
    return compare(coverage(workspace, period, lists=lists), coverage(workspace, other, lists=lists))


def format_coverage(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> FormatMatrix:
    """Return the format × stage matrix of a period."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        scope = scope_of(period, lists)
        return format_matrix(period, lists, figures.formats(connection, scope))


def offering_led_shares(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> tuple[OfferingLed, ...]:
    """Return for each early stage how much of the period starts from the offer."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        scope = scope_of(period, lists)
        return offering_led(lists, figures.leads(connection, scope))


def exclusives(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> dict[int, tuple[Exclusive, ...]]:
    """Return the pieces of a period that nobody else has, by stage id, in order."""
    with workspace.read() as connection:
        return figures.exclusives(connection, scope_of(period, lists or read_lists(connection)))


def untagged(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> tuple[Untagged, ...]:
    """Return the counting pieces that lack a kind, stage, segment or interest, in order."""
    with workspace.read() as connection:
        return figures.untagged(connection, scope_of(period, lists or read_lists(connection)))


def cell(workspace: Workspace, segment_id: int | None, stage_id: int | None, period: Period) -> list[Entry]:
    """Return the pieces that count in a cell, in order; None stands for those without a segment or a stage."""
    with workspace.read() as connection:
        scope = scope_of(period, read_lists(connection))
        return entries_of(connection, figures.cell_pieces(connection, scope, segment_id, stage_id))


def format_cell(workspace: Workspace, format_id: int | None, stage_id: int | None, period: Period) -> list[Entry]:
    """Return the pieces that count in a cell of format × stage, in order; None stands for those without."""
    with workspace.read() as connection:
        scope = scope_of(period, read_lists(connection))
        return entries_of(connection, figures.format_pieces(connection, scope, format_id, stage_id))
