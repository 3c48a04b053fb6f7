"""Records into files: CSV, XLSX and JSON that come back in unchanged."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any, BinaryIO

from editorial.domain.drafts import FIELDS, FLAGS, LISTS, WHOLE_NAMES, DraftKind, clean
from editorial.errors import BadFile
from editorial.exchange.cells import as_text, guarded, left_out
from editorial.exchange.documents import plain
from editorial.exchange.splitting import joined
from editorial.exchange.whole_file import whole_file, write_whole
from editorial.language import _

Record = Mapping[str, Any]
_JSON_ONLY = frozenset({"links"})
_NAME_LISTS = LISTS | {"further_stages"}
_FIRST_SHEET_DAY = date(1901, 1, 1)


def write_records(kind: DraftKind, records: Sequence[Record], path: Path) -> None:
    """Write records in the format that the ending of the path names. Raises BadFile for another ending."""
    writers: dict[str, Callable[[DraftKind, Sequence[Record], BinaryIO], None]] = {
        ".csv": write_csv,
        ".tsv": write_tsv,
        ".xlsx": write_xlsx,
        ".json": write_json,
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise BadFile(_("The ending of {name} should be .csv, .xlsx or .json.").format(name=path.name))
    with whole_file(path) as file:
        writer(kind, records, file)


def columns_of(kind: DraftKind) -> list[str]:
    """Return the fields that have a column in tables."""
    return [name for name in FIELDS[kind] if name not in _JSON_ONLY]


def write_csv(kind: DraftKind, records: Sequence[Record], file: BinaryIO) -> None:
    """Write UTF-8 with a mark, so that spreadsheets read it as such, commas and CRLF."""
    file.write(b"\xef\xbb\xbf" + delimited(columns_of(kind), records, ",").encode())


def write_tsv(kind: DraftKind, records: Sequence[Record], file: BinaryIO) -> None:
    """Write tab-separated text in UTF-8."""
    file.write(delimited(columns_of(kind), records, "\t").encode())


def delimited(fields: Sequence[str], records: Sequence[Record], delimiter: str = "\t") -> str:
    """Return rows as text with a heading: what is copied to the clipboard, and what CSV files hold."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(fields)
    columns = [[guarded(cell) for cell in text_column(name, records)] for name in fields]
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue()


def text_column(name: str, records: Iterable[Record]) -> list[str]:
    """Return one field of all records as cells of text, so that a reader of the column splits lists as they were."""
    cells = [_cell(name, record.get(name)) for record in records]
    if name not in _NAME_LISTS:
        return cells
    marked = any(";" in cell for cell in cells)
    commas = name not in WHOLE_NAMES
    return [cell + ";" if _misread(cell, marked=marked, commas=commas) else cell for cell in cells]


def _misread(cell: str, *, marked: bool, commas: bool) -> bool:
    """Tell whether a cell would be split where no name ends: it gets a `;` at its end."""
    return cell.endswith("\\") or (not marked and ((commas and "," in cell) or "\n" in cell))


def _cell(name: str, value: Any) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name in _NAME_LISTS:
        names = value if isinstance(value, tuple) else (value,)
        return joined(clean(name, str(one)) for one in names)
    return clean(name, as_text(value))


def write_xlsx(kind: DraftKind, records: Sequence[Record], file: BinaryIO) -> None:
    """Write one sheet with real dates; every text is a text, and one too long for a cell is left out and marked."""
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    fields = columns_of(kind)
    book = openpyxl.Workbook(write_only=True)
    sheet: Any = book.create_sheet(kind.value)
    sheet.freeze_panes = "A2"

    def text_cell(text: str) -> Any:
        cell = WriteOnlyCell(sheet, "")
        cell.value, cell.data_type = left_out(text) or None, "s"
        return cell

    sheet.append(fields)
    columns = [_sheet_column(name, records) for name in fields]
    for row in zip(*columns, strict=True):
        sheet.append([value if value is None or isinstance(value, date) else text_cell(value) for value in row])
    book.save(file)


def _sheet_column(name: str, records: Sequence[Record]) -> list[date | str | None]:
    texts = text_column(name, records)
    days = [record.get(name) for record in records]
    return [
        day if isinstance(day, date) and day >= _FIRST_SHEET_DAY else (text or None)
        for text, day in zip(texts, days, strict=True)
    ]


def write_json(kind: DraftKind, records: Sequence[Record], file: BinaryIO) -> None:
    """Write a list of objects with a key for every field."""
    file.write(dumped(json_records(kind, records)))


def json_records(kind: DraftKind, records: Iterable[Record]) -> list[dict[str, Any]]:
    """Return records as JSON carries them."""
    return [{name: _json_value(name, record.get(name)) for name in FIELDS[kind]} for record in records]


def _json_value(name: str, value: Any) -> Any:
    if name == "links":
        return [{"title": title, "address": address} for title, address in value or ()]
    if name in FLAGS:
        return bool(value)
    if name in _NAME_LISTS and isinstance(value, str) and any(mark in value for mark in ";,\n"):
        return [value]
    return plain(value)


def dumped(document: Any) -> bytes:
    """Return a document as JSON in UTF-8, readable by people."""
    return (json.dumps(document, ensure_ascii=False, indent=2, default=_default) + "\n").encode("utf-8", "replace")


def _default(value: Any) -> Any:
    return plain(value) if isinstance(value, (date, time)) else str(value)


def write_document(document: Any, path: Path) -> None:
    """Write a JSON document whole or not at all. Raises BadFile for another ending than `.json`."""
    if path.suffix.lower() != ".json":
        raise BadFile(_("The ending of {name} should be .json.").format(name=path.name))
    write_whole(path, dumped(document))
