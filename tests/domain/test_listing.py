from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.legend import Attribute
from editorial.domain.listing import Grouping, Listing, Stretch, listing
from editorial.domain.records import Entry
from editorial.domain.vocabulary import Kind
from tests.domain.builders import PARKED, a_segment, a_stage, an_entry, some_lists

LISTS = some_lists(segments=[a_segment(1), a_segment(2)], stages=[a_stage(2), a_stage(1)])


def ids(found: Listing) -> list[list[int]]:
    return [[entry.id for entry in group.entries] for group in found.groups]


def test_ungrouped_list_is_one_group_in_the_order_of_pieces() -> None:
    entries = [an_entry(2), an_entry(1), an_entry(3, day=date(2027, 1, 1))]
    assert ids(listing(entries, LISTS)) == [[3, 1, 2]]


def test_nothing_to_list_has_no_group() -> None:
    assert listing([], LISTS).groups == ()


def test_groups_stand_in_the_order_of_the_list_with_the_untagged_last() -> None:
    entries = [an_entry(1), an_entry(2, stage_id=1), an_entry(3, stage_id=2)]
    found = listing(entries, LISTS, Attribute.STAGE)
    assert [group.label for group in found.groups] == ["Stage 2", "Stage 1", "no stage"]


def test_subtotals_count_in_both_segments_and_the_total_once() -> None:
    found = listing([an_entry(kind=Kind.PRACTICAL, segment_ids=(1, 2))], LISTS, Attribute.SEGMENT)
    assert [group.counts.practical for group in found.groups] == [1, 1]
    assert found.counts.practical == 1


def test_subtotals_of_kinds_leave_out_the_parked_and_count_them_apart() -> None:
    entries = [an_entry(1, kind=Kind.PRACTICAL), an_entry(2, kind=Kind.PRACTICAL, status_id=PARKED)]
    found = listing(entries, LISTS)
    assert (found.groups[0].counts.practical, found.groups[0].parked, found.counts.pieces) == (1, 1, 1)


def test_groups_by_time_have_labels_and_ideas_last() -> None:
    entries = [an_entry(1, day=None), an_entry(2, day=date(2027, 3, 10))]
    labels = [[group.label for group in listing(entries, LISTS, by).groups] for by in Stretch]
    assert labels == [["week of 8 March 2027", "no date"], ["March 2027", "no date"], ["FY2027 Q1", "no date"]]


def test_what_has_no_key_stands_last_either_way() -> None:
    entries = [an_entry(1, stage_id=2), an_entry(2), an_entry(3, stage_id=1)]
    for descending, expected in ((False, [3, 1, 2]), (True, [1, 3, 2])):
        found = listing(entries, LISTS, sort=lambda entry: entry.stage_id, descending=descending)
        assert ids(found) == [expected]


def test_equals_stay_in_the_order_of_pieces_when_descending() -> None:
    entries = [an_entry(2, title="Same"), an_entry(1, title="Same")]
    assert ids(listing(entries, LISTS, sort=lambda entry: entry.title, descending=True)) == [[1, 2]]


GROUPINGS: list[Grouping | None] = [None, *Stretch, *Attribute]
ENTRIES = st.builds(
    an_entry,
    id=st.integers(1, 99),
    day=st.none() | st.dates(date(2027, 1, 1), date(2027, 6, 1)),
    stage_id=st.sampled_from([None, 1, 2]),
    segment_ids=st.sets(st.integers(1, 2)).map(tuple),
)


@given(st.lists(ENTRIES, unique_by=lambda entry: entry.id), st.sampled_from(GROUPINGS))
def test_no_piece_is_lost_and_none_twice_in_a_group(entries: list[Entry], by: Grouping | None) -> None:
    found = listing(entries, LISTS, by)
    assert {number for group in ids(found) for number in group} == {entry.id for entry in entries}
    assert all(len(group) == len(set(group)) for group in ids(found))
