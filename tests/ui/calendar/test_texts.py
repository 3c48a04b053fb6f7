"""Titles in narrow cells: which words are cut, and which go on over lines."""

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from editorial.ui.calendar.texts import LINE_SEPARATOR, Texts


@pytest.fixture
def texts(qtbot: QtBot) -> Texts:
    return Texts(QFont())


def shown(texts: Texts, text: str, width: int, most: int = 3) -> list[str]:
    return texts.lines(text, width, most)[0].text().split(LINE_SEPARATOR)


def room(texts: Texts, words: str) -> int:
    """Return a width that these words fill."""
    return texts.metrics.horizontalAdvance(words) + 1


def test_words_that_fit_are_whole(texts: Texts) -> None:
    assert shown(texts, "The number 23", room(texts, "number")) == ["The", "number", "23"]


def test_a_word_a_little_too_wide_is_cut_and_the_next_goes_on(texts: Texts) -> None:
    lines = shown(texts, "The number 23", room(texts, "numbe"))
    assert lines[0] == "The"
    assert lines[1].startswith("nu")
    assert lines[1].endswith("…")
    assert lines[2] == "23"


def test_a_word_of_many_lines_goes_on_over_them(texts: Texts) -> None:
    lines = shown(texts, "Betriebswirtschaftslehre", room(texts, "Betriebs"))
    assert "".join(lines).startswith("Betriebswirt")


def test_a_script_without_spaces_fills_its_lines(texts: Texts) -> None:
    assert shown(texts, "供应链中断", room(texts, "供应"))[:2] == ["供应", "链中"]


def test_letters_beyond_the_first_plane_keep_what_follows(texts: Texts) -> None:
    assert shown(texts, "🚀🚀 number 23", room(texts, "number"))[1:] == ["number", "23"]


def test_a_cell_of_no_width_has_no_more_lines(texts: Texts) -> None:
    assert len(shown(texts, "Weekly notes", 0)) <= 3


def test_nothing_is_one_empty_line(texts: Texts) -> None:
    assert texts.lines("", 40, 3)[1] == 1
