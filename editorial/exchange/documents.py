"""JSON documents in: lists of records as tables, and whole workspaces."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from editorial.domain.drafts import Refusal, without_controls
from editorial.errors import BadFile
from editorial.exchange.decoding import decode
from editorial.exchange.rows import MOST_ROWS, Row, Table, is_blank, too_many_rows
from editorial.language import _, ngettext


def read_document(data: bytes) -> Any:
    """Return what a JSON file holds; decimals are exact. Raises BadFile with the line where it breaks."""
    try:
        return json.loads(decode(data), parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise BadFile(_("The file is not JSON: it breaks at line {line}.").format(line=error.lineno)) from error
    except (RecursionError, ValueError) as error:
        raise BadFile(_("The file is not JSON that can be read.")) from error


def table_of(data: bytes, key: str = "") -> Table:
    """Return the records of a JSON file as a table: a list of objects, the list called `key`, or the only one."""
    found = read_document(data)
    if isinstance(found, dict):
        lists = [found[key]] if key in found else [value for value in found.values() if isinstance(value, list)]
        if len(lists) != 1:
            raise BadFile(_("The file should hold one list of records."))
        found = lists[0]
    return records_table(found)


def records_table(found: Any) -> Table:
    """Return a list of records as a table with a column for every key. Raises BadFile for anything else."""
    if not isinstance(found, list):
        raise BadFile(_("The file should hold a list of records."))
    if len(found) > MOST_ROWS:
        raise too_many_rows()
    dropped = [0]
    refused: list[Refusal] = []
    records: list[tuple[int, Mapping[str, Any]]] = []
    for item, record in enumerate(found, start=1):
        if not isinstance(record, dict):
            refused.append(Refusal(item, "", str(record)[:80], _("this is not a record with named fields")))
        elif any(not is_blank(value) for value in record.values()):
            records.append((item, {key: _clean(value, dropped) for key, value in record.items()}))
    headings = tuple(dict.fromkeys(key for _item, record in records for key in record))
    rows: Sequence[Row] = [(item, [record.get(key) for key in headings]) for item, record in records]
    said = ngettext("{n} control character was dropped.", "{n} control characters were dropped.", dropped[0])
    return Table("json", headings, rows, 0, tuple(refused), notes=(said.format(n=dropped[0]),) if dropped[0] else ())


def _clean(value: Any, dropped: list[int]) -> Any:
    if isinstance(value, str):
        value, count = without_controls(value)
        dropped[0] += count
        return value
    return [_clean(one, dropped) for one in value] if isinstance(value, list) else value


def plain(value: Any) -> Any:
    """Return a value as JSON carries it: days and times in ISO 8601, decimals as text, tuples as lists."""
    if isinstance(value, (date, time)):
        return value.isoformat() if isinstance(value, date) else value.strftime("%H:%M")
    if isinstance(value, Decimal):
        return format(value, "f")
    return [plain(one) for one in value] if isinstance(value, tuple) else value
