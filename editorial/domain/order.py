"""The order of pieces: date, untimed before timed, then id."""

from datetime import date, time

from editorial.domain.records import Entry

OrderKey = tuple[bool, date, bool, time, int]


def order_key(entry: Entry) -> OrderKey:
    """Return what entries are sorted by; ideas, which have no date, come last."""
    return (entry.day is None, entry.day or date.max, entry.time is not None, entry.time or time.min, entry.id)
