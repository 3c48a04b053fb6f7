"""The mix of a period: aspirational against practical, whole, by stage, by segment and by campaign."""

from editorial.domain import mix as rules
from editorial.domain.counting import KindCounts
from editorial.domain.mix import Mix
from editorial.domain.period import Period
from editorial.domain.records import Lists
from editorial.store import figures
from editorial.store.counting import scope_of
from editorial.store.lists import read_lists
from editorial.store.workspace import Workspace


def mix(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> Mix:
    """Return the mix of the counting pieces with both remedies, and its rows."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        scope = scope_of(period, lists)
        by_stage = figures.kinds(connection, scope)
        by_segment = figures.kinds_by_segment(connection, scope)
        by_campaign = figures.kinds_by_campaign(connection, scope)
    # A piece has one main stage, so the rows by stage add up to all pieces.
    rows = by_stage.values()
    whole = KindCounts(
        sum(row.aspirational for row in rows), sum(row.practical for row in rows), sum(row.untagged for row in rows)
    )
    return rules.mix(whole, lists, by_stage, by_segment, by_campaign)
