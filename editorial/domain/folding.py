"""Folding of words for comparison: letter case and accents make no difference."""

import unicodedata


def fold(words: str) -> str:
    """Return the words case-folded, decomposed (NFKD) and without combining marks."""
    if words.isascii():
        return words.lower()
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
