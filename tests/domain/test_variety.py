from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.period import quarter_of
from editorial.domain.records import Format, Settings
from editorial.domain.variety import Variety, evenness, variety
from editorial.domain.vocabulary import Length, Medium
from tests.domain.builders import a_format, some_lists

LONG, SHORT = a_format(1, length=Length.LONG), a_format(2, length=Length.SHORT)


def of(counts: Mapping[int | None, int], *formats: Format) -> Variety:
    return variety(quarter_of(date(2027, 2, 1), Settings()), some_lists(formats=formats), counts)


def test_three_long_one_short() -> None:
    found = of({1: 3, 2: 1}, LONG, SHORT)
    assert found.length.evenness == pytest.approx(0.8113, abs=0.00005)
    assert found.length.over == "long"


def test_sixty_per_cent_is_not_too_much() -> None:
    assert of({1: 3, 2: 2}, LONG, SHORT).length.over is None


def test_one_class_has_no_evenness() -> None:
    assert of({1: 3}, LONG).length.evenness is None


def test_no_pieces_have_no_evenness() -> None:
    found = of({}, LONG, SHORT)
    assert (found.pieces, found.length.evenness, found.length.over) == (0, None, None)


def test_pieces_without_a_format_are_in_no_class() -> None:
    found = of({1: 1, None: 3}, LONG, SHORT)
    assert (found.pieces, found.without_format) == (4, 3)
    assert [(each.name, each.count, each.share) for each in found.length.classes] == [
        ("short", 0, Fraction(0)),
        ("long", 1, Fraction(1)),
    ]


def test_class_of_retired_formats_only_is_shown_where_used_and_not_missed() -> None:
    retired = a_format(3, medium=Medium.VIDEO, retired=True)
    assert [each.name for each in of({3: 1}, LONG, retired).medium.classes] == ["text", "video"]
    assert [each.name for each in of({1: 1}, LONG, retired).medium.classes] == ["text"]


@given(st.lists(st.integers(0, 50), min_size=2, max_size=6))
def test_evenness_lies_between_nothing_and_one(counts: list[int]) -> None:
    found = evenness(counts)
    assert found is None if not sum(counts) else 0 <= (found or 0) <= 1


@given(st.integers(2, 6), st.integers(1, 50))
def test_equal_counts_are_even(classes: int, n: int) -> None:
    assert evenness([n] * classes) == pytest.approx(1)
