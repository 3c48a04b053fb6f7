"""The coverage review of a period: every figure of its plan, gathered for one page."""

from datetime import date

from editorial.domain.comparison import compare
from editorial.domain.period import Period
from editorial.domain.report import CoverageReview
from editorial.services.cadence import cadence
from editorial.services.coverage import coverage, offering_led_shares
from editorial.services.mix import mix
from editorial.services.rotation import rotation
from editorial.services.variety import variety
from editorial.store.entries import entries_of
from editorial.store.lists import read_lists
from editorial.store.workspace import Workspace


def coverage_review(
    workspace: Workspace, period: Period, *, today: date, other: Period | None = None
) -> CoverageReview:
    """Return the review of a period as it stands today, beside another period where one is given."""
    with workspace.read() as connection:
        lists = read_lists(connection)
    matrix = coverage(workspace, period, lists=lists)
    turns = rotation(workspace, period, lists=lists)
    named = {id_ for repeat in turns.repeats for id_ in (repeat.first_id, repeat.second_id)}
    with workspace.read() as connection:
        entries = {entry.id: entry for entry in entries_of(connection, sorted(named))}
    return CoverageReview(
        workspace=lists.settings.name,
        period=period,
        made_on=today,
        coverage=matrix,
        mix=mix(workspace, period, lists=lists),
        rotation=turns,
        cadence=cadence(workspace, period, lists=lists),
        offering_led=offering_led_shares(workspace, period, lists=lists),
        variety=variety(workspace, period, lists=lists),
        comparison=compare(matrix, coverage(workspace, other, lists=lists)) if other else None,
        entries=entries,
    )
