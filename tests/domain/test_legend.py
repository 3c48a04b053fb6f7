import pytest

from editorial.domain.legend import Attribute, legend, value_of, values_of
from editorial.domain.vocabulary import Kind
from tests.domain.builders import a_segment, a_stage, an_entry, an_interest, some_lists

LISTS = some_lists(
    segments=[a_segment(2), a_segment(1)],
    stages=[a_stage(1), a_stage(2, colour="#123456"), a_stage(3)],
    interests=[an_interest(1), an_interest(2, retired=True)],
)


def test_kinds_in_order_with_the_untagged_last() -> None:
    labels = [item.label for item in legend(LISTS, Attribute.KIND)]
    assert labels == ["aspirational", "practical", "no kind"]


def test_values_keep_the_order_of_the_list() -> None:
    assert [item.value for item in legend(LISTS, Attribute.SEGMENT)] == [2, 1, None]


def test_own_colour_takes_no_slot_and_moves_no_other() -> None:
    items = legend(LISTS, Attribute.STAGE, used={1, 2, 3})
    assert [(item.colour, item.slot) for item in items] == [("", 0), ("#123456", None), ("", 2)]


def test_only_what_is_used_where_that_is_asked() -> None:
    assert [item.value for item in legend(LISTS, Attribute.STAGE, used={3, None})] == [3, None]


def test_retired_interest_only_where_used() -> None:
    assert [item.value for item in legend(LISTS, Attribute.INTEREST)] == [1, None]
    assert [item.value for item in legend(LISTS, Attribute.INTEREST, used={2})] == [2]


def test_piece_of_two_segments_has_both_and_the_colour_of_the_first() -> None:
    entry = an_entry(segment_ids=(2, 1))
    assert values_of(entry, Attribute.SEGMENT) == (2, 1)
    assert value_of(entry, Attribute.SEGMENT) == 2


@pytest.mark.parametrize("by", [by for by in Attribute if by is not Attribute.STATUS])
def test_untagged_has_no_value_and_a_label(by: Attribute) -> None:
    assert values_of(an_entry(), by) == (None,)
    assert legend(LISTS, by, used={None})[0].label.startswith("no ")


def test_value_of_kind_is_its_word() -> None:
    assert value_of(an_entry(kind=Kind.PRACTICAL), Attribute.KIND) == "practical"
