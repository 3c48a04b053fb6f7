"""Coverage of a period: the matrix, its comparison with another period, and what stands in a cell."""

from datetime import date

from editorial.domain import coverage as rules
from editorial.domain.comparison import Comparison, compare
from editorial.domain.coverage import Coverage
from editorial.domain.format_matrix import FormatMatrix, format_matrix
from editorial.domain.offering import OfferingLed, offering_led
from editorial.domain.period import Period
from editorial.domain.records import Entry, Lists
from editorial.domain.untagged import Untagged
from editorial.store import figures
from editorial.store.counting import scope_of
from editorial.store.entries import entries_of
from editorial.store.lists import read_lists
from editorial.store.workspace import Workspace


def coverage(workspace: Workspace, period: Period, *, on: date | None = None, lists: Lists | None = None) -> Coverage:
    """Return the matrix of a period; with `on`, each cell also says what is live on that day."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        scope = scope_of(period, lists)
        return rules.coverage(
            period,
            lists,
            figures.planned(connection, scope),
            stock=figures.stock(connection, scope),
            also=figures.also_served(connection, scope),
            exclusive=figures.exclusive(connection, scope),
            untagged=figures.untagged(connection, scope),
            live=figures.live(connection, on, scope) if on else None,
        )


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
