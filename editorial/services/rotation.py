"""Rotation of a period: whether the readers' top interests get their turn."""

from datetime import date

from editorial.domain import rotation as rules
from editorial.domain.period import Period
from editorial.domain.records import Lists
from editorial.domain.rotation import Rotation
from editorial.store import figures
from editorial.store.counting import scope_of
from editorial.store.lists import read_lists
from editorial.store.workspace import Workspace


def rotation(
    workspace: Workspace,
    period: Period,
    *,
    on: date | None = None,
    segment_id: int | None = None,
    ahead: int = 10,
    lists: Lists | None = None,
) -> Rotation:
    """Return fair shares, deficits, the next interests, what is overdue and what is repeated.

    Overdue is counted up to `on`, by default the period's last day; `segment_id` narrows all of it to one segment.
    """
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        scope = scope_of(period, lists)
        used = figures.interest_uses(connection, scope, segment_id)
        earlier = figures.last_uses(connection, scope, segment_id)
    interests = lists.interests
    alive = [use for use in used if not interests[use.interest_id].retired]
    return rules.rotation(period, interests, alive, earlier=earlier, on=on, ahead=ahead)
