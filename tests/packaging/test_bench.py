"""Figures beside their floors: when one is within reach, and how the table shows it."""

import sys

import pytest
import run as bench

from measuring import Figure, milliseconds, process_milliseconds


def test_a_figure_within_target_and_ratio_is_reached() -> None:
    assert Figure("x", 12.0, "ms", floor=10.0, target=15, ratio=1.5).reached


def test_a_figure_above_its_target_is_not_reached() -> None:
    assert not Figure("x", 16.0, "ms", target=15).reached


def test_a_figure_too_many_times_its_floor_is_not_reached() -> None:
    assert not Figure("x", 16.0, "ms", floor=10.0, ratio=1.5).reached


def test_a_row_shows_the_figure_beside_its_floor() -> None:
    shown = bench.row(Figure("first paint", 130.0, "ms", floor=100.0, target=200, ratio=1.6, note="offscreen"))
    assert shown == ("first paint (offscreen)", "130 ms", "100 ms", "1.30", "≤ 200 ms, ≤ 1.6 ×", "ok")


def test_a_figure_out_of_reach_says_so() -> None:
    assert bench.row(Figure("x", 16.0, "ms", target=15))[-1] == "OUT OF REACH"


def test_preparations_are_not_timed_with_the_call() -> None:
    calls: list[str] = []
    milliseconds(lambda: calls.append("work"), runs=2, before=lambda: calls.append("before"))
    assert calls == ["before", "work"] * 3


def test_a_command_that_fails_gives_no_figure() -> None:
    with pytest.raises(RuntimeError, match="status 3"):
        process_milliseconds([sys.executable, "-c", "raise SystemExit(3)"], runs=1)
