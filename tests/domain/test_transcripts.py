"""Time marks in transcripts."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.transcripts import mark_at, mark_of, without_marks

TEXT = "[00:00:04] Ana: Who owns it?\n[00:01:10] Elena: Nobody does.\nThat is the point."


def test_a_moment_becomes_a_mark() -> None:
    assert mark_of(timedelta(hours=1, minutes=2, seconds=3.9)) == "01:02:03"


@pytest.mark.parametrize(("words", "mark"), [("Who", "00:00:04"), ("That is", "00:01:10"), ("[00:00", "")])
def test_a_passage_lies_under_the_last_mark_before_it(words: str, mark: str) -> None:
    assert mark_at(TEXT, TEXT.index(words)) == mark


def test_a_passage_is_quoted_without_its_marks() -> None:
    assert without_marks("it? [00:01:10] Nobody\n does.") == "it? Nobody does."


@given(st.integers(0, 359999))
def test_marks_are_found_again(seconds: int) -> None:
    mark = mark_of(timedelta(seconds=seconds))
    assert mark_at(f"[{mark}] said", 14) == mark
