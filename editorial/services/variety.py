"""Variety of a period: how its pieces spread over lengths and media."""

from collections import Counter

from editorial.domain import variety as rules
from editorial.domain.period import Period
from editorial.domain.records import Lists
from editorial.domain.variety import Variety
from editorial.store import figures
from editorial.store.counting import scope_of
from editorial.store.lists import read_lists
from editorial.store.workspace import Workspace


def variety(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> Variety:
    """Return the variety of the counting pieces."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        scope = scope_of(period, lists)
        by_format: Counter[int | None] = Counter()
        for (made_as, _stage), n in figures.formats(connection, scope).items():
            by_format[made_as] += n
    return rules.variety(period, lists, by_format)
