"""The order of pieces, and how exact their days are."""

from datetime import date, time

from editorial.domain.records import Entry
from editorial.domain.vocabulary import Precision

OrderKey = tuple[bool, date, bool, time, int]


def order_key(entry: Entry) -> OrderKey:
    """Return what entries are sorted by; ideas, which have no date, come last."""
    return (entry.day is None, entry.day or date.max, entry.time is not None, entry.time or time.min, entry.id)


def precision_of(entry: Entry) -> Precision:
    """Return how exact the day of an entry is: what really happened, happened on a day."""
    return Precision.DAY if entry.published else entry.precision
