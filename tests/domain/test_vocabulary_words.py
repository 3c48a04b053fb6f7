"""Every word of the vocabulary can be read by people."""

from enum import StrEnum

import pytest

from editorial.domain import vocabulary
from editorial.domain.vocabulary_words import vocabulary_word

WORDS = [
    word
    for words in vars(vocabulary).values()
    if isinstance(words, type) and issubclass(words, StrEnum)
    for word in words
]


@pytest.mark.parametrize("word", WORDS, ids=repr)
def test_a_word_is_said(word: StrEnum) -> None:
    assert vocabulary_word(word)
