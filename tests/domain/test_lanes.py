from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.lanes import QuarterLayout, quarter_layout
from editorial.domain.legend import Attribute, values_of
from editorial.domain.period import first_of_span, quarter_of
from editorial.domain.records import Entry, Settings
from editorial.domain.vocabulary import Kind, Precision
from tests.domain.builders import PARKED, a_segment, a_stage, an_entry, an_interest, some_lists

QUARTER = quarter_of(date(2027, 2, 1), Settings())
LISTS = some_lists(
    segments=[a_segment(1), a_segment(2), a_segment(3)],
    stages=[a_stage(1), a_stage(2)],
    interests=[an_interest(1), an_interest(2, retired=True)],
)


def laid(*entries: Entry, by: Attribute = Attribute.STAGE, split: bool = False) -> QuarterLayout:
    return quarter_layout(entries, QUARTER, LISTS, by, split=split)


def test_weeks_hold_the_quarter() -> None:
    weeks = laid().weeks
    assert (weeks[0], weeks[-1], len(weeks)) == (date(2026, 12, 28), date(2027, 3, 29), 14)


def test_every_stage_has_a_lane_and_the_untagged_only_where_there_are_any() -> None:
    assert [lane.item.value for lane in laid().lanes] == [1, 2]
    assert [lane.item.value for lane in laid(an_entry()).lanes] == [1, 2, None]


def test_retired_interests_have_a_lane_only_where_used() -> None:
    assert [lane.item.value for lane in laid(by=Attribute.INTEREST).lanes] == [1]
    used = an_entry(interest_id=2)
    assert [lane.item.value for lane in laid(used, by=Attribute.INTEREST).lanes] == [1, 2]


def test_split_into_now_and_next() -> None:
    entries = [an_entry(1, kind=Kind.ASPIRATIONAL, stage_id=1), an_entry(2, kind=Kind.PRACTICAL, stage_id=2)]
    lanes = laid(*entries, split=True).lanes
    assert [(lane.kind, lane.item.value) for lane in lanes] == [
        (Kind.PRACTICAL, 1),
        (Kind.PRACTICAL, 2),
        (Kind.ASPIRATIONAL, 1),
        (Kind.ASPIRATIONAL, 2),
    ]


def test_mix_by_week_counts_a_piece_of_two_segments_once() -> None:
    layout = laid(an_entry(kind=Kind.PRACTICAL, segment_ids=(1, 2)), by=Attribute.SEGMENT)
    assert sum(week.practical for week in layout.mix) == 1


def test_mix_by_week_leaves_out_the_parked() -> None:
    layout = laid(an_entry(kind=Kind.PRACTICAL, status_id=PARKED))
    assert sum(week.pieces for week in layout.mix) == 0


def test_month_is_a_band_over_the_weeks_it_touches() -> None:
    lane = laid(an_entry(day=date(2027, 2, 1), precision=Precision.MONTH, stage_id=1)).lanes[0]
    assert [(band.start, band.end) for band in lane.bands] == [(5, 8)]
    assert (lane.depth, sum(map(len, lane.cells))) == (1, 0)


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    shown = []
    for number in range(draw(st.integers(0, 12))):
        precision = draw(st.sampled_from(Precision))
        day = max(QUARTER.first, first_of_span(draw(st.dates(QUARTER.first, QUARTER.last)), precision, Settings()))
        tags = {"segment_ids": tuple(draw(st.sets(st.integers(1, 3)))), "stage_id": draw(st.sampled_from([None, 1, 2]))}
        kind = draw(st.none() | st.sampled_from(Kind))
        shown.append(an_entry(number, day=day, precision=precision, kind=kind, **tags))
    return shown


@pytest.mark.parametrize("split", [False, True])
@pytest.mark.parametrize("by", [Attribute.STAGE, Attribute.SEGMENT, Attribute.CAMPAIGN])
@given(shown=entries())
def test_each_piece_stands_once_in_each_of_its_lanes(by: Attribute, split: bool, shown: list[Entry]) -> None:
    seen: Counter[tuple[object, int]] = Counter()
    for lane in laid(*shown, by=by, split=split).lanes:
        there = [entry for cell in lane.cells for entry in cell] + [band.entry for band in lane.bands]
        seen.update((lane.item.value, entry.id) for entry in there)
    assert seen == Counter((value, entry.id) for entry in shown for value in values_of(entry, by))
