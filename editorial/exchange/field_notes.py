"""Tables of field notes (CSV, XLSX, JSON) into drafts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from editorial.domain.drafts import Refusal, without_controls
from editorial.domain.note_drafts import NoteDraft, NoteDrafts
from editorial.domain.records import Settings
from editorial.errors import RuleBroken
from editorial.exchange.cells import as_text, unguarded
from editorial.exchange.days import Bad, Span, read_days
from editorial.exchange.reading import zone_of
from editorial.exchange.rows import Table
from editorial.exchange.synonyms import squeezed
from editorial.exchange.tables import read_table
from editorial.language import _

NAMES: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "note", "field note", "what was said", "text", "quote", "line", "comment", "feedback"),
    "day": ("day", "date", "on", "heard on", "when"),
    "person": ("person", "heard by", "salesperson", "sales rep", "rep", "who", "from", "by"),
    "segment": ("segment", "audience"),
    "interest": ("interest", "topic", "theme"),
    "account": ("account", "company", "customer", "client", "organisation", "organization"),
    "context": ("context", "what lies behind it", "background"),
    "source": ("source", "where", "event"),
    "notes": ("notes", "remarks"),
}
"""The fields of a field note in files, and the headings they are known by."""


def read_field_notes(
    path: Path, settings: Settings, *, given: Mapping[str, str] | None = None, date_order: str = "", sheet: str = ""
) -> NoteDrafts:
    """Read every row; `given` names the column of a field.

    Raises BadFile where the file cannot be read, RuleBroken where no column holds what was said.
    """
    named = dict(given or {})
    table = read_table(path, sheet or None, [column for column in named.values() if column], "field_notes")
    return note_drafts(table, settings, named, date_order)


def note_drafts(table: Table, settings: Settings, given: Mapping[str, str], date_order: str = "") -> NoteDrafts:
    """Turn the rows of a table into drafts; rows that cannot be taken are refused one by one."""
    columns = _matched(table.headings, given)
    if table.headings and "name" not in columns:
        raise RuleBroken(_("No column of the file holds what was said; say which one does: name."))
    texts = {field: [_cell(row[index], table.source) for _line, row in table.rows] for field, index in columns.items()}
    days = [row[columns["day"]] for _line, row in table.rows] if "day" in columns else []
    read = read_days(days, settings, zone_of(settings), date_order)
    rows: list[NoteDraft] = []
    refused = list(table.refused)
    for place, (line, _row) in enumerate(table.rows):
        told = {field: listed[place] for field, listed in texts.items() if field != "day"}
        day = read.values[place] if days else None
        if isinstance(day, Bad | Span):
            reason = day.reason if isinstance(day, Bad) else _("a field note is of one day")
            refused.append(Refusal(line, table.headings[columns["day"]], texts["day"][place], reason))
        elif not told["name"]:
            refused.append(Refusal(line, table.headings[columns["name"]], "", _("a field note needs its words")))
        else:
            rows.append(NoteDraft(line=line, day=day, **told))
    taken = set(columns.values())
    ignored = tuple(heading for index, heading in enumerate(table.headings) if heading and index not in taken)
    mapping = tuple((field, table.headings[index]) for field, index in columns.items())
    return NoteDrafts(tuple(rows), tuple(refused), mapping, ignored, () if date_order else read.readings)


def _matched(headings: tuple[str, ...], given: Mapping[str, str]) -> dict[str, int]:
    """Return the column of each field: those given first, then the first whose heading is known."""
    keys = [squeezed(heading) for heading in headings]
    found: dict[str, int] = {}
    for field, heading in given.items():
        if field not in NAMES:
            raise RuleBroken(
                _("There is no field “{name}”; the fields are {known}.").format(name=field, known=", ".join(NAMES))
            )
        if heading and squeezed(heading) not in keys:
            known = ", ".join(filter(None, headings))
            raise RuleBroken(
                _("The file has no column “{name}”; its columns are {known}.").format(name=heading, known=known)
            )
        if heading:
            found[field] = keys.index(squeezed(heading))
    for field, names in NAMES.items():
        known_as = [squeezed(name) for name in names]
        free = [index for index, key in enumerate(keys) if key in known_as and index not in found.values()]
        if field not in given and free:
            found[field] = min(free, key=lambda index: known_as.index(keys[index]))
    return found


def _cell(cell: Any, source: str) -> str:
    text = as_text(cell)
    if source == "csv" and text[:1] == "'":
        text = str(unguarded(text))
    return " ".join(without_controls(text)[0].split())
