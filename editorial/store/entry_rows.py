"""Rows of pieces as entries, and the bounds of a range: what reading needs besides SQL, without its libraries."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from editorial.domain.period import first_of_span
from editorial.domain.records import Entry, Settings
from editorial.domain.vocabulary import Kind, Precision

PRECISIONS = {precision.value: precision for precision in Precision}
COARSE = (Precision.WEEK, Precision.MONTH, Precision.QUARTER)
_KINDS: dict[str | None, Kind | None] = {None: None, **{kind.value: kind for kind in Kind}}


def range_bounds(first: date, last: date, settings: Settings) -> dict[str, date]:
    """Return the parameters of a range: its days, and from which kept day a coarser span reaches into it."""
    spans = {word.value: first_of_span(first, word, settings) for word in COARSE}
    return {"first": first, "last": last, "earliest": min(spans.values()), **spans}


def entries_from(rows: Iterable[Any]) -> list[Entry]:
    """Return the entries of rows whose columns stand in the order of Entry; the day is a date or its ISO text."""
    segments: dict[str | None, tuple[int, ...]] = {None: (), "": ()}
    return [_entry(row, segments) for row in rows]


def _entry(row: Any, segments: dict[str | None, tuple[int, ...]]) -> Entry:
    (id_, uid, version, title, kind, day, clock, precision, published_on, status, stage, interest, *rest) = row
    format_, channel, campaign, owner, timely, evergreen, listed = rest
    if listed not in segments:
        segments[listed] = tuple(map(int, listed.split(",")))
    return Entry(
        id_,
        uid,
        version,
        title,
        _KINDS[kind],
        date.fromisoformat(day) if isinstance(day, str) else day,
        clock and time.fromisoformat(clock),
        PRECISIONS[precision],
        published_on is not None,
        status,
        stage,
        interest,
        format_,
        channel,
        campaign,
        owner,
        bool(timely),
        bool(evergreen),
        segments[listed],
    )
