"""Time marks in transcripts."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.transcripts import (
    mark_ahead,
    mark_at,
    mark_of,
    person_named,
    quoted,
    speaker_of,
    title_of,
    without_marks,
)

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


def everybody(_name: str) -> bool:
    return True


def test_a_text_may_begin_with_a_mark() -> None:
    assert mark_ahead(" [00:01:10] Elena: Nobody") == "00:01:10"
    assert mark_ahead("Elena [00:01:10]") == ""


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("[00:01:10] Elena: Nobody does.\nThat is the point.", "Nobody does. That is the point."),
        ("Elena: Nobody.\n\nElena: Truly.", "Nobody. Truly."),
        ("Ana: Who?\nElena: Nobody.", "Ana: Who? Elena: Nobody."),
        ("and this is it: no name", "and this is it: no name"),
        ("\n", ""),
    ],
)
def test_what_is_quoted_is_the_words_alone(passage: str, words: str) -> None:
    assert quoted(passage, everybody) == words


def test_a_word_before_a_colon_that_is_nobody_stays() -> None:
    assert quoted("Problem: nobody owns it.", lambda _name: False) == "Problem: nobody owns it."


def test_who_speaks_stands_before_the_words() -> None:
    assert speaker_of("[00:00:04] Ana Lind: Who owns it?") == "Ana Lind"
    assert speaker_of("Who owns it?") == ""


@pytest.mark.parametrize(
    ("name", "person"),
    [("ANA LIND", 1), ("Ana", 1), ("Lind", None), ("BL", 2), ("Élena", 3), ("Ann", None), ("", None)],
)
def test_a_person_is_known_by_the_name_or_part_of_it(name: str, person: int | None) -> None:
    assert person_named(name, {1: "Ana Lind", 2: "Bo Lind", 3: "Elena Ruiz"}) == person


def test_a_short_passage_is_its_own_title() -> None:
    assert title_of(" We pay\nfor time. ") == "We pay for time."


def test_a_long_passage_gives_its_first_sentence_as_title() -> None:
    assert title_of("Nobody owned it. " + "It went on for a very long time. " * 5) == "Nobody owned it."


def test_a_long_sentence_is_cut_after_a_word() -> None:
    title = title_of("word " * 60)
    assert title.endswith("word…")
    assert len(title) <= 91
