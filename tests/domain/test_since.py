"""What changed in a matrix since the last look."""

from datetime import date
from fractions import Fraction

import pytest

from editorial.domain.coverage import Coverage, CoverageCell, Totals, level_of
from editorial.domain.period import Period
from editorial.domain.records import BuyingStage, Segment
from editorial.domain.since import Turn, as_plain, from_plain, since, snapshot
from editorial.domain.since_words import by_words, since_sentence

DAY, TODAY = date(2026, 11, 14), date(2026, 11, 22)
QUARTER = Period("FY2026 Q4", date(2026, 10, 1), date(2026, 12, 31))
STAGE = BuyingStage(id=1, uid="s1", name="Interest")


def matrix(*cells: tuple[int, int]) -> Coverage:
    """Make a matrix of one stage from planned and target of each segment."""
    segments = tuple(Segment(id=n, uid=f"g{n}", name=f"Segment {n}") for n in range(len(cells)))
    made = {
        (segment.id, 1): CoverageCell(segment, STAGE, planned, 0, target, level_of(planned, target), Fraction(0))
        for segment, (planned, target) in zip(segments, cells, strict=True)
    }
    return Coverage(QUARTER, segments, (STAGE,), made, (), {}, Totals({}, {}, 0), (), {1: False})


def turns(before: Coverage, now: Coverage) -> list[Turn]:
    return [cell.turn for cell in since(now, snapshot(before, DAY, 1)).cells.values()]


@pytest.mark.parametrize(
    ("was", "now", "turn"),
    [
        ((0, 2), (1, 2), Turn.BETTER),
        ((1, 3), (2, 3), Turn.BETTER),
        ((1, 2), (0, 2), Turn.WORSE),
        ((2, 2), (5, 2), Turn.WORSE),
        ((5, 2), (4, 2), Turn.BETTER),
        ((2, 2), (3, 2), Turn.OTHER),
        ((0, 0), (0, 2), Turn.OTHER),
        ((2, 2), (2, 3), Turn.WORSE),
    ],
)
def test_a_cell_is_better_or_worse_by_its_level(was: tuple[int, int], now: tuple[int, int], turn: Turn) -> None:
    assert turns(matrix(was), matrix(now)) == [turn]


def test_cells_as_they_were_are_left_out() -> None:
    assert turns(matrix((1, 2), (0, 1)), matrix((1, 2), (0, 1))) == []


def test_a_new_segment_is_no_change() -> None:
    assert turns(matrix((1, 1)), matrix((1, 1), (0, 1))) == []


def test_the_sentence_counts_better_and_worse() -> None:
    before, now = matrix((0, 1), (0, 1), (0, 2), (1, 1)), matrix((1, 1), (1, 1), (1, 2), (0, 1))
    found = since(now, snapshot(before, DAY, 1))
    assert since_sentence(found, TODAY) == "Since 14 November: 3 cells better, 1 worse"
    assert [by_words(cell) for cell in found.cells.values()] == ["+1", "+1", "+1", "−1"]


def test_the_sentence_says_where_nothing_changed() -> None:
    found = since(matrix((1, 1)), snapshot(matrix((1, 1)), DAY, 1))
    assert since_sentence(found, TODAY) == "Since 14 November: nothing changed"


def test_what_was_seen_is_kept_exactly() -> None:
    seen = snapshot(matrix((1, 2), (0, 0)), DAY, 7)
    assert from_plain(as_plain(seen)) == seen


@pytest.mark.parametrize("kept", [None, {}, {"day": "x", "change": 1, "cells": []}, {"day": "2026-11-14", "cells": 3}])
def test_what_cannot_be_read_is_nothing(kept: object) -> None:
    assert from_plain(kept) is None
