"""Columns of cells into columns of values: what pieces and people have in common on the way in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from editorial.domain.drafts import (
    DATES,
    FLAGS,
    LISTS,
    LONG_TEXTS,
    Draft,
    Drafts,
    Question,
    Refusal,
    one_line,
)
from editorial.domain.records import Settings
from editorial.domain.uncollected import uncollected
from editorial.exchange.cells import (
    WORDS,
    as_text,
    is_left_out,
    read_flag,
    read_number,
    read_time,
    read_word,
    unguarded,
)
from editorial.exchange.columns import ColumnMatch, Matching
from editorial.exchange.days import Bad, Days, read_days
from editorial.exchange.rows import Table
from editorial.exchange.splitting import splitter
from editorial.language import _

Values = list[Any]
"""One value a row: None for a blank cell, Bad for one that cannot be read."""
NUMBERS = frozenset({"capacity", "hours_a_quarter"})


def zone_of(settings: Settings) -> tzinfo:
    """Return the workspace's time zone; UTC where this system does not know it."""
    try:
        return ZoneInfo(settings.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


@dataclass(slots=True)
class Reading:
    """The columns of one table as they are read, with the questions they leave."""

    table: Table
    settings: Settings
    date_order: str = ""
    columns: dict[str, Values] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def read(self, matching: Matching) -> None:
        """Read every matched column."""
        with uncollected():
            for column in matching.columns:
                self.columns[column.field] = self._column(column)

    def cells(self, index: int) -> Values:
        """Return the cells of one column as people meant them."""
        cells = [row[index] for _line, row in self.table.rows]
        if self.table.source == "csv":
            return [unguarded(cell) if cell and cell[0] == "'" else cell for cell in cells]
        return cells

    def _column(self, column: ColumnMatch) -> Values:
        cells = self.cells(column.index)
        if column.field in DATES:
            return self._days(column, cells)
        if column.field in LISTS:
            split = splitter(column.field, cells)
            return [split(cell) or None for cell in cells]
        return list(map(self._reader(column.field), cells))

    def _days(self, column: ColumnMatch, cells: Values) -> Values:
        days: Days = read_days(cells, self.settings, zone_of(self.settings), self.date_order)
        if days.readings:
            self.questions.append(Question(column.heading, days.readings, days.examples))
        return list(days.values)

    def _reader(self, name: str) -> Callable[[Any], Any]:
        if name in FLAGS:
            return read_flag
        if name in WORDS:
            read = cache(lambda text: read_word(name, text))
            return lambda cell: read(as_text(cell))
        if name == "time":
            zone = zone_of(self.settings)
            return lambda cell: read_time(cell, zone)
        if name in NUMBERS:
            return read_number
        if name == "links":
            return read_links
        return long_text if name in LONG_TEXTS else short_text

    def drafts(self, matching: Matching, bad: Mapping[int, Refusal]) -> Drafts:
        """Return the rows as drafts; `bad` are refusals by row that were found besides unreadable cells."""
        refused = {**bad, **self._unreadable(matching)}
        names = list(self.columns)
        with uncollected():
            rows = [
                Draft(line, {n: v for n, v in zip(names, values, strict=True) if v is not None})
                for index, (values, (line, _cells)) in enumerate(
                    zip(zip(*self.columns.values(), strict=True), self.table.rows, strict=True)
                )
                if index not in refused
            ]
        return Drafts(
            matching.kind,
            tuple(rows),
            tuple(sorted((*refused.values(), *self.table.refused), key=lambda refusal: refusal.line)),
            (*self.table.questions, *self.questions),
            matching.mapping,
            matching.ignored,
            (*self.table.notes, *self.notes),
        )

    def _unreadable(self, matching: Matching) -> dict[int, Refusal]:
        """Return the first cell of each row that cannot be read."""
        found: dict[int, Refusal] = {}
        for column in matching.columns:
            for index, value in enumerate(self.columns.get(column.field, ())):
                if type(value) is Bad and index not in found:
                    line, cells = self.table.rows[index]
                    shown = as_text(cells[column.index])[:80]
                    found[index] = Refusal(line, column.heading, shown, value.reason)
        return found


def short_text(cell: Any) -> str | Bad | None:
    """Return a text on one line, or None where it is blank or only says that a text was left out."""
    if type(cell) is not str and isinstance(cell, (dict, list)):
        return Bad(_("write a text"))
    text = one_line(cell if type(cell) is str else as_text(cell))
    return None if not text or is_left_out(text) else text


def long_text(cell: Any) -> str | Bad | None:
    """Return a text as it stands, or None where it is blank or only says that a text was left out."""
    if type(cell) is not str and isinstance(cell, (dict, list)):
        return Bad(_("write a text"))
    text = cell if type(cell) is str else as_text(cell)
    return None if is_left_out(text) or not text.strip() else text


def read_links(cell: Any) -> tuple[tuple[str, str], ...] | Bad | None:
    """Read links: records with title and address, or addresses alone."""
    if not cell:
        return None
    items: Sequence[Any] = cell if isinstance(cell, list) else as_text(cell).split()
    pairs = [(str(one.get("title") or ""), str(one.get("address") or "")) if isinstance(one, dict) else ("", str(one))
             for one in items]  # fmt: skip
    return tuple(pairs) or None
