"""A table of pieces into drafts."""

from typing import Any

from editorial.domain.drafts import Drafts, Refusal
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Precision
from editorial.errors import RuleBroken
from editorial.exchange.columns import Matching
from editorial.exchange.days import Span
from editorial.exchange.reading import Reading
from editorial.exchange.rows import Table
from editorial.exchange.splitting import distinct
from editorial.exchange.synonyms import PRECISE_TO_WEEK, squeezed
from editorial.language import _, ngettext


def drafts(table: Table, matching: Matching, settings: Settings, date_order: str = "") -> Drafts:
    """Read every row; `date_order` is `dmy`, `mdy`, `ymd`, or empty where each column has to prove its own.

    Raises RuleBroken where there are columns and none tells which piece a row is.
    """
    if table.headings and not {"id", "title", "url", "outside_id"} & set(matching.mapping):
        raise RuleBroken(_("No column of the file is a title; say which one is."))
    reading = Reading(table, settings, date_order)
    reading.read(matching)
    _spans(reading)
    _week_headings(reading, matching)
    _interests(reading)
    _one_channel(reading)
    return reading.drafts(matching, _bad_spans(reading, matching))


def _spans(reading: Reading) -> None:
    """Take the precision out of days that were written as a week, month or quarter, unless a column tells it."""
    days = reading.columns.get("date", [])
    if not any(type(day) is Span for day in days):
        return
    told = reading.columns.get("precision") or [None] * len(days)
    reading.columns["precision"] = [
        day.precision if type(day) is Span and word is None else word for day, word in zip(days, told, strict=True)
    ]
    reading.columns["date"] = [day.first if type(day) is Span else day for day in days]


def _bad_spans(reading: Reading, matching: Matching) -> dict[int, Refusal]:
    """Refuse weeks and months where a day is needed."""
    bad: dict[int, Refusal] = {}
    for name, heading in matching.mapping.items():
        for index, value in enumerate(reading.columns.get(name, ())):
            if type(value) is Span:
                reason = _("a single day is needed here; write it like 2027-03-11")
                bad[index] = Refusal(reading.table.rows[index][0], heading, value.first.isoformat(), reason)
    return bad


def _week_headings(reading: Reading, matching: Matching) -> None:
    """A column called `Week of` tells the week, not the day."""
    heading = matching.mapping.get("date", "")
    if squeezed(heading) in PRECISE_TO_WEEK and "precision" not in reading.columns:
        reading.columns["precision"] = [day and Precision.WEEK for day in reading.columns["date"]]


def _interests(reading: Reading) -> None:
    """Of the interests in one cell the first is primary, the rest are further ones."""
    listed = reading.columns.get("interest")
    if listed is None:
        return
    further = reading.columns.get("further_interests") or [None] * len(listed)
    reading.columns["interest"] = [names[0] if names else None for names in listed]
    rest = [_further(names or (), more or ()) for names, more in zip(listed, further, strict=True)]
    if any(rest):
        reading.columns["further_interests"] = rest


def _further(names: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...] | None:
    if len(names) < 2 and not more:
        return None
    primary = names[0].casefold() if names else ""
    return tuple(name for name in distinct((*names[1:], *more)) if name.casefold() != primary) or None


def _one_channel(reading: Reading) -> None:
    """Keep the first channel of a cell: a piece has one."""
    listed: list[Any] | None = reading.columns.get("channel")
    if listed is None:
        return
    several = sum(len(names) > 1 for names in listed if names)
    reading.columns["channel"] = [names[0] if names else None for names in listed]
    if several:
        said = ngettext(
            "{n} row names several channels; a piece has one, so only the first was taken.",
            "{n} rows name several channels; a piece has one, so only the first was taken.",
            several,
        )
        reading.notes.append(said.format(n=several))
