from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.vocabulary import Kind, Lead, Tag
from editorial.exchange.cells import (
    guarded,
    is_left_out,
    left_out,
    read_flag,
    read_number,
    read_time,
    read_word,
    unguarded,
)
from editorial.exchange.days import Bad


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\tx", "\rx", "'x"])
def test_what_a_spreadsheet_would_run_gets_a_guard(text: str) -> None:
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["'tis", "'", "plain", "a=b"])
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert unguarded(text) == text


@given(st.text(min_size=1))
def test_every_text_survives_its_guard(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_text_over_32000_characters_is_left_out_and_marked() -> None:
    assert left_out("a" * 32_000) == "a" * 32_000
    assert is_left_out(left_out("a" * 32_001))
    assert is_left_out(left_out("😀" * 16_001))
    assert not is_left_out("⟦a note⟧")


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Aspirational", Kind.ASPIRATIONAL),
        ("next", Kind.ASPIRATIONAL),
        ("NOW", Kind.PRACTICAL),
        (" practical ", Kind.PRACTICAL),
    ],
)
def test_kinds_are_known_by_everyday_words(cell: str, kind: Kind) -> None:
    assert read_word("kind", cell) is kind


def test_words_do_not_mind_hyphens_and_case() -> None:
    assert read_word("lead", "Issue led") is Lead.ISSUE
    assert read_word("tag", "AGREED") is Tag.AGREED


def test_an_unknown_word_is_refused_with_the_known_ones() -> None:
    found = read_word("kind", "inspiring")
    assert isinstance(found, Bad)
    assert found.reason == "write one of aspirational, practical"


@pytest.mark.parametrize(
    ("cell", "flag"), [("yes", True), ("X", True), (1, True), (True, True), ("no", False), ("0", False)]
)
def test_flags_are_read(cell: object, flag: bool) -> None:
    assert read_flag(cell) is flag
    assert read_flag("") is None
    assert isinstance(read_flag("perhaps"), Bad)


@pytest.mark.parametrize(
    ("cell", "wall"),
    [
        ("14:30", time(14, 30)), ("9.05", time(9, 5)), ("2 pm", time(14, 0)), ("12:15 am", time(0, 15)),
        ("14:30:59", time(14, 30)), (time(8, 0, 3), time(8, 0)), ("2027-03-11T14:30", time(14, 30)),
    ],
)  # fmt: skip
def test_times_are_read_as_people_write_them(cell: object, wall: time) -> None:
    assert read_time(cell, UTC) == wall


def test_the_time_of_a_timestamp_is_wall_time_in_the_zone_of_the_workspace() -> None:
    assert read_time("2027-03-11T14:30:00-05:00", ZoneInfo("Europe/Berlin")) == time(20, 30)
    assert read_time(datetime(2027, 3, 11, 14, 30), ZoneInfo("Europe/Berlin")) == time(14, 30)  # noqa: DTZ001


@pytest.mark.parametrize("cell", ["25:00", "noon", "14", "13 pm", "2027-03-11"])
def test_what_is_no_time_is_refused(cell: str) -> None:
    assert isinstance(read_time(cell, UTC), Bad)


def test_numbers_are_whole_and_not_negative() -> None:
    assert (read_number("4"), read_number(4), read_number("")) == (4, 4, None)
    assert isinstance(read_number("-1"), Bad)
    assert isinstance(read_number("1.5"), Bad)
