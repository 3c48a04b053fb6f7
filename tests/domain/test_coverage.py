from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.comparison import compare
from editorial.domain.counting import PlannedCounts, counting, counts_by_format, planned_counts
from editorial.domain.coverage import Coverage, Live, coverage, level_of, severity_of
from editorial.domain.coverage_words import cell_sentence, floor_sentence, gap_sentence, was_words
from editorial.domain.format_matrix import format_matrix
from editorial.domain.period import month_of, quarter_of, year_of
from editorial.domain.records import Entry, Settings
from editorial.domain.untagged import missing_tags, untagged
from editorial.domain.vocabulary import Kind, Level, Precision
from tests.domain.builders import PARKED, a_format, a_segment, a_stage, an_entry, some_lists

QUARTER = quarter_of(date(2027, 2, 1), Settings())
LISTS = some_lists(segments=[a_segment(1), a_segment(2)], stages=[a_stage(1), a_stage(2), a_stage(3)])


def covered(*entries: Entry) -> Coverage:
    return coverage(QUARTER, LISTS, planned_counts(counting(entries, LISTS, QUARTER)))


@pytest.mark.parametrize(
    ("planned", "target", "level"),
    [(3, 0, Level.OFF), (0, 0, Level.OFF), (0, 2, Level.EMPTY), (1, 2, Level.THIN), (2, 2, Level.MET),
     (4, 2, Level.MET), (5, 2, Level.HEAVY)],
)  # fmt: skip
def test_levels(planned: int, target: int, level: Level) -> None:
    assert level_of(planned, target) is level


@pytest.mark.parametrize(("stock", "severity"), [(0, 3), (4, Fraction(3, 2))])
def test_severity_of_the_worked_example(stock: int, severity: Fraction) -> None:
    assert severity_of(Fraction(3), 1, 2, stock) == severity


def test_severity_is_nothing_where_nothing_is_targeted() -> None:
    assert severity_of(Fraction(3), 0, 0, 0) == 0


def test_piece_counts_once_in_each_of_its_segments_and_once_in_totals() -> None:
    found = covered(an_entry(stage_id=1, segment_ids=(1, 2)))
    assert [found.cells[segment, 1].planned for segment in (1, 2)] == [1, 1]
    assert (found.totals.pieces, found.totals.stages[1], found.totals.segments[2]) == (1, 1, 1)


def test_untagged_pieces_have_a_row_and_column_of_their_own() -> None:
    found = covered(an_entry(1), an_entry(2, stage_id=1), an_entry(3, segment_ids=(2,)))
    assert found.loose == {(None, None): 1, (None, 1): 1, (2, None): 1}
    assert sum(cell.planned for cell in found.cells.values()) == 0


def test_parked_and_undated_pieces_do_not_count() -> None:
    assert covered(an_entry(1, status_id=PARKED), an_entry(2, day=None)).totals.pieces == 0


def test_target_is_one_unless_changed_and_grows_with_whole_quarters() -> None:
    lists = some_lists(segments=[a_segment(1)], stages=[a_stage(1), a_stage(2)], targets={(1, 2): 3})
    cells = coverage(year_of(QUARTER.first, Settings()), lists, PlannedCounts()).cells
    assert [cell.target for cell in cells.values()] == [4, 12]


def test_target_of_a_month_is_that_of_a_quarter() -> None:
    lists = some_lists(segments=[a_segment(1)], stages=[a_stage(1)], targets={(1, 1): 3})
    assert coverage(month_of(QUARTER.first), lists, PlannedCounts()).cells[1, 1].target == 3


def test_gaps_are_worst_first_then_in_the_order_of_segments_and_stages() -> None:
    lists = some_lists(
        segments=[a_segment(2), a_segment(1, weight=Decimal(3))],
        stages=[a_stage(2), a_stage(1)],
        targets={(1, 1): 0},
    )
    found = coverage(QUARTER, lists, PlannedCounts(), stock={(2, 2): 1})
    assert [(gap.key, gap.severity) for gap in found.gaps] == [
        ((1, 2), Fraction(6)),
        ((2, 1), Fraction(2)),
        ((2, 2), Fraction(1)),
    ]


def test_no_segments_no_cells() -> None:
    found = coverage(QUARTER, some_lists(stages=[a_stage(1)]), PlannedCounts())
    assert (found.cells, found.gaps, found.count(Level.EMPTY)) == ({}, (), 0)


def test_further_stages_stand_beside_the_figure() -> None:
    cell = coverage(QUARTER, LISTS, PlannedCounts(), also={(1, 1): 2}).cells[1, 1]
    assert (cell.planned, cell.also_served, cell.level) == (0, 2, Level.EMPTY)


def test_stage_is_exclusive_where_said() -> None:
    assert coverage(QUARTER, LISTS, PlannedCounts(), exclusive={2}).exclusive == {1: False, 2: True, 3: False}


def test_live_is_unknown_unless_a_day_is_asked_for() -> None:
    live = Live(date(2027, 2, 1), {(1, 1): 4}, {(1, 1): 3})
    asked = coverage(QUARTER, LISTS, PlannedCounts(), live=live).cells
    assert (asked[1, 1].live, asked[1, 1].live_agreed, asked[1, 2].live) == (4, 3, 0)
    assert coverage(QUARTER, LISTS, PlannedCounts()).cells[1, 1].live is None


def test_floor_is_a_share_of_the_pieces_with_a_stage() -> None:
    lists = some_lists(stages=[a_stage(1, floor=Decimal("0.20")), a_stage(2)])
    found = coverage(QUARTER, lists, PlannedCounts(by_stage={1: 1, 2: 4, None: 5}, pieces=10))
    assert [(floor.share, floor.below) for floor in found.floors] == [(Fraction(1, 5), False)]


def test_stage_below_its_floor_is_flagged_and_said() -> None:
    lists = some_lists(stages=[a_stage(1, floor=Decimal("0.20")), a_stage(2)])
    (floor,) = coverage(QUARTER, lists, PlannedCounts(by_stage={2: 4})).floors
    assert floor.below
    assert floor_sentence(floor) == "Stage 1 has 0 % of the pieces; at least 20 % is wanted."


def test_no_pieces_no_floor_flag() -> None:
    lists = some_lists(stages=[a_stage(1, floor=Decimal("0.20"))])
    (floor,) = coverage(QUARTER, lists, PlannedCounts(by_stage={None: 3})).floors
    assert (floor.share, floor.below) == (None, False)


def test_comparison_tells_what_each_gap_was() -> None:
    now, then = covered(), covered(an_entry(stage_id=1, segment_ids=(1,)))
    found = compare(now, then)
    assert (found.cells[1, 1].change, found.cells[1, 2].change) == (-1, 0)
    assert was_words(next(gap for gap in found.gaps if gap.now.key == (1, 1))) == "was 1"


def test_words_of_a_cell_and_its_gap() -> None:
    lists = some_lists(segments=[a_segment(1)], stages=[a_stage(1)], targets={(1, 1): 2})
    cell = coverage(QUARTER, lists, PlannedCounts(planned={(1, 1): 1}), also={(1, 1): 1}).cells[1, 1]
    assert cell_sentence(cell).endswith("thin, 1 of 2 planned, 0 in stock. 1 more also serves it.")
    assert gap_sentence(cell) == "Segment 1 × Stage 1 wants 1 more piece: 1 of 2 · nothing in stock."


def test_missing_tags_in_their_order() -> None:
    assert missing_tags(an_entry()) == ("kind", "stage", "segments", "interest")
    assert missing_tags(an_entry(kind=Kind.PRACTICAL, segment_ids=(1,))) == ("stage", "interest")


def test_tagged_pieces_are_not_untagged() -> None:
    whole = an_entry(1, kind=Kind.PRACTICAL, stage_id=1, segment_ids=(1,), interest_id=1)
    assert [each.id for each in untagged([whole, an_entry(2)])] == [2]


def test_format_matrix_adds_up_and_hides_unused_retired_formats() -> None:
    lists = some_lists(formats=[a_format(1), a_format(2, retired=True), a_format(3, retired=True)], stages=[a_stage(1)])
    entries = [an_entry(1, format_id=1, stage_id=1), an_entry(2, format_id=3), an_entry(3)]
    matrix = format_matrix(QUARTER, lists, counts_by_format(entries))
    assert [row.id for row in matrix.formats] == [1, 3]
    assert (matrix.by_format, matrix.by_stage, matrix.pieces) == ({1: 1, 3: 1, None: 1}, {1: 1, None: 2}, 3)


def test_coarse_date_counts_in_its_quarter_and_not_in_its_month() -> None:
    piece = an_entry(day=QUARTER.first, precision=Precision.QUARTER)
    assert counting([piece], LISTS, QUARTER) == [piece]
    assert counting([piece], LISTS, month_of(QUARTER.first)) == []


def test_published_piece_counts_on_its_day_whatever_was_planned() -> None:
    piece = an_entry(day=QUARTER.first, precision=Precision.QUARTER, published=True)
    assert counting([piece], LISTS, month_of(QUARTER.first)) == [piece]


ENTRIES = st.builds(
    an_entry,
    id=st.integers(1, 10_000),
    day=st.none() | st.dates(date(2026, 11, 1), date(2027, 5, 1)),
    stage_id=st.none() | st.integers(1, 3),
    segment_ids=st.lists(st.integers(1, 2), unique=True).map(tuple),
    status_id=st.integers(1, 5),
    published=st.booleans(),
    precision=st.sampled_from(Precision),
)
PIECES = st.lists(ENTRIES, max_size=12, unique_by=lambda entry: entry.id)


@given(PIECES, ENTRIES)
def test_adding_a_piece_never_lowers_planned(entries: list[Entry], another: Entry) -> None:
    before, after = covered(*entries), covered(*entries, another)
    assert all(after.cells[key].planned >= cell.planned for key, cell in before.cells.items())


@given(PIECES)
def test_severity_is_never_negative_and_only_of_gaps(entries: list[Entry]) -> None:
    for cell in covered(*entries).cells.values():
        assert (cell.severity > 0) == cell.is_gap


@given(PIECES)
def test_no_counting_piece_vanishes(entries: list[Entry]) -> None:
    found, counted = covered(*entries), counting(entries, LISTS, QUARTER)
    shown = sum(cell.planned for cell in found.cells.values()) + sum(found.loose.values())
    assert shown == sum(max(1, len(entry.segment_ids)) for entry in counted)
    assert sum(found.totals.stages.values()) == len(counted)
