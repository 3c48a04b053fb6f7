"""The mix through the service."""

from datetime import date
from fractions import Fraction

from editorial.domain.mix import Remedy
from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Kind
from editorial.services.mix import mix
from editorial.services.workspaces import Workspace
from tests.builders import a_campaign, a_piece, a_segment

QUARTER = quarter_of(date(2027, 2, 10), Settings())
DAY = date(2027, 2, 10)


def test_the_worked_example(workspace: Workspace) -> None:
    for kind, n in ((Kind.ASPIRATIONAL, 9), (Kind.PRACTICAL, 3)):
        for _piece in range(n):
            a_piece(workspace, planned=DAY, kind=kind)
    found = mix(workspace, QUARTER)
    assert (found.share, found.balanced) == (Fraction(3, 4), False)
    assert (found.add, found.turn) == (Remedy(Kind.PRACTICAL, 3), Remedy(Kind.PRACTICAL, 2))


def test_an_empty_period_has_no_share(workspace: Workspace) -> None:
    assert mix(workspace, QUARTER).share is None


def test_rows_by_stage_segment_and_campaign(workspace: Workspace) -> None:
    segments = (a_segment(workspace, "One"), a_segment(workspace, "Two"))
    campaign = a_campaign(workspace)
    a_piece(workspace, planned=DAY, kind=Kind.PRACTICAL, stage="Interest", segment_ids=segments, campaign_id=campaign)
    found = mix(workspace, QUARTER)
    assert [row.of.name for row in found.by_stage if row.of and row.practical] == ["Interest"]
    assert [row.practical for row in found.by_segment] == [1, 1]
    assert [row.practical for row in found.by_campaign] == [1]
