"""A table of field notes into drafts."""

from editorial.domain.drafts import Drafts, Refusal
from editorial.domain.records import Settings
from editorial.errors import RuleBroken
from editorial.exchange.cells import as_text
from editorial.exchange.columns import Matching
from editorial.exchange.days import Span
from editorial.exchange.reading import Reading, short_text
from editorial.exchange.rows import Table
from editorial.language import _


def drafts(table: Table, matching: Matching, settings: Settings, date_order: str = "") -> Drafts:
    """Read every row. Raises RuleBroken where there are columns and none holds what was said."""
    if table.headings and "name" not in matching.mapping:
        raise RuleBroken(_("No column of the file holds what was said; say which one does: name."))
    reading = Reading(table, settings, date_order)
    reading.read(matching)
    for column in matching.columns:
        if column.field == "interest":  # A note is of one interest, whatever signs its name holds.
            reading.columns["interest"] = list(map(short_text, reading.cells(column.index)))
    return reading.drafts(matching, {**_wordless(reading, matching), **_without_day(reading, matching)})


def _wordless(reading: Reading, matching: Matching) -> dict[int, Refusal]:
    """Refuse rows that say nothing."""
    return {
        index: Refusal(reading.table.rows[index][0], matching.mapping["name"], "", _("a field note needs its words"))
        for index, said in enumerate(reading.columns.get("name", ()))
        if said is None
    }


def _without_day(reading: Reading, matching: Matching) -> dict[int, Refusal]:
    """Refuse rows that tell a month or a week where a day is needed."""
    bad: dict[int, Refusal] = {}
    for column in matching.columns:
        for index, day in enumerate(reading.columns["day"] if column.field == "day" else ()):
            if isinstance(day, Span):
                line, cells = reading.table.rows[index]
                bad[index] = Refusal(
                    line, column.heading, as_text(cells[column.index]), _("a field note is of one day")
                )
    return bad
