"""Coverage through the service: the rules of domain.md on real files."""

from datetime import date
from fractions import Fraction

from editorial.domain.period import month_of, quarter_of
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Kind, Lead, Level
from editorial.services.coverage import (
    cell,
    comparison,
    coverage,
    format_coverage,
    offering_led_shares,
    untagged,
)
from editorial.services.lists import set_target
from editorial.services.workspaces import Workspace
from tests.builders import a_piece, a_segment, named

QUARTER = quarter_of(date(2027, 2, 10), Settings())
BEFORE = quarter_of(date(2026, 11, 10), Settings())
DAY = date(2027, 2, 10)


def test_severity_is_doubled_without_stock(workspace: Workspace) -> None:
    segment = a_segment(workspace, weight=3)
    stage = named(workspace, "stage", "Interest")
    set_target(workspace, segment, stage, 2)
    a_piece(workspace, planned=DAY, stage="Interest", segment_ids=(segment,))
    found = coverage(workspace, QUARTER).cells[segment, stage]
    assert (found.level, found.severity) == (Level.THIN, Fraction(3))


def test_stock_is_evergreen_and_published_before_the_period(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    for published in (date(2026, 12, 31), DAY):
        a_piece(
            workspace,
            status="Published",
            published_on=published,
            stage="Interest",
            evergreen=True,
            segment_ids=(segment,),
        )
    found = coverage(workspace, QUARTER).cells[segment, named(workspace, "stage", "Interest")]
    assert (found.planned, found.in_stock) == (1, 1)


def test_parked_pieces_do_not_count(workspace: Workspace) -> None:
    a_piece(workspace, planned=DAY, status="On hold")
    assert coverage(workspace, QUARTER).totals.pieces == 0


def test_a_month_wants_a_whole_target(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    stage = named(workspace, "stage", "Loyalty")
    assert coverage(workspace, month_of(DAY)).cells[segment, stage].target == 1


def test_pieces_without_a_segment_keep_a_row_of_their_own(workspace: Workspace) -> None:
    piece = a_piece(workspace, "Loose", planned=DAY, stage="Interest")
    stage = named(workspace, "stage", "Interest")
    matrix = coverage(workspace, QUARTER)
    assert matrix.loose == {(None, stage): 1}
    assert [entry.id for entry in cell(workspace, None, stage, QUARTER)] == [piece]
    assert untagged(workspace, QUARTER)[0].missing == ("kind", "segments", "interest")


def test_a_piece_of_two_segments_counts_in_both_but_once_in_total(workspace: Workspace) -> None:
    segments = (a_segment(workspace, "One"), a_segment(workspace, "Two"))
    a_piece(workspace, planned=DAY, stage="Interest", segment_ids=segments)
    totals = coverage(workspace, QUARTER).totals
    assert [totals.segments[segment] for segment in segments] == [1, 1]
    assert totals.pieces == 1


def test_what_is_live_on_a_day_is_asked_for(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    a_piece(workspace, planned=DAY, stage="Interest", segment_ids=(segment,), tag="agreed")
    stage = named(workspace, "stage", "Interest")
    on_the_day = coverage(workspace, QUARTER, on=DAY).cells[segment, stage]
    assert (on_the_day.live, on_the_day.live_agreed) == (1, 1)
    assert coverage(workspace, QUARTER, on=date(2027, 2, 9)).cells[segment, stage].live == 0
    assert coverage(workspace, QUARTER).cells[segment, stage].live is None


def test_comparison_says_what_a_gap_was(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    a_piece(workspace, planned=date(2026, 11, 3), stage="Epiphany", segment_ids=(segment,))
    change = comparison(workspace, QUARTER, BEFORE).cells[segment, named(workspace, "stage", "Epiphany")]
    assert (change.now.planned, change.was.planned, change.change) == (0, 1, -1)


def test_formats_by_stage(workspace: Workspace) -> None:
    article = named(workspace, "format", "Article")
    a_piece(workspace, planned=DAY, stage="Interest", format_id=article)
    assert format_coverage(workspace, QUARTER).planned == {(article, named(workspace, "stage", "Interest")): 1}


def test_offering_led_share_of_early_stages(workspace: Workspace) -> None:
    for lead in (Lead.OFFERING, Lead.ISSUE, None):
        a_piece(workspace, planned=DAY, stage="Awareness", lead=lead, kind=Kind.PRACTICAL)
    shares = {row.stage.name: row for row in offering_led_shares(workspace, QUARTER)}
    assert (shares["Awareness"].share, shares["Awareness"].unset) == (Fraction(1, 2), 1)
    assert shares.keys() == {"Epiphany", "Awareness"}
