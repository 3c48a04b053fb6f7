"""Cadence of a period: the longest silence of each segment."""

from editorial.domain import cadence as rules
from editorial.domain.cadence import Cadence
from editorial.domain.period import Period
from editorial.domain.records import Lists
from editorial.store import figures
from editorial.store.counting import scope_of
from editorial.store.lists import read_lists
from editorial.store.workspace import Workspace


def cadence(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> tuple[Cadence, ...]:
    """Return for each segment the longest silence between its publish dates, and the most it should be."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        scope = scope_of(period, lists)
        return rules.cadence(period, lists, figures.publish_days(connection, scope))
