"""The language of the texts as web pages name it."""

from editorial import language


def test_without_a_translation_it_is_english_from_left_to_right() -> None:
    assert (language.tag(), language.direction()) == ("en", "ltr")
