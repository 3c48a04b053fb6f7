"""Statements written as text, parsed for their parameters once."""

from functools import cache

from sqlalchemy import TextClause, text


@cache
def sql(words: str) -> TextClause:
    """Return a statement for words that the program itself wrote; the same words give the same statement."""
    return text(words)
