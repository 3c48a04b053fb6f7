"""XLSX workbooks into rows: visible sheets, cached values, within the limits."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from datetime import datetime
from typing import IO, Any, NamedTuple
from xml.etree import ElementTree

from editorial.errors import BadFile
from editorial.exchange.rows import MOST_ROWS, MOST_UNPACKED, Row, too_many_rows
from editorial.language import _

_FORMULA = re.compile(rb"<(\w+:)?f[\s/>]")
_OLE = b"\xd0\xcf\x11\xe0"


class Sheet(NamedTuple):
    """The rows of a sheet, and how many of its formulas no program has worked out: their cells are blank."""

    rows: list[Row]
    unsolved: int = 0


def read_sheets(data: bytes, name: str, sheet: str | None = None) -> dict[str, Sheet]:
    """Return every visible sheet, or the one named, hidden or not.

    Raises BadFile where the file is corrupt, encrypted, too large, not a workbook, or has no such sheet.
    """
    _check(data, name)
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return {chosen.title: Sheet(_rows(chosen), _unsolved(chosen)) for chosen in _chosen(book, sheet)}
    except (zipfile.BadZipFile, zlib.error, InvalidFileException, KeyError, ValueError, SyntaxError, EOFError, OSError,
            TypeError, IndexError, AttributeError, RuntimeError) as error:  # fmt: skip
        raise BadFile(_("{name} is damaged: it cannot be read as a spreadsheet.").format(name=name)) from error


def _check(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        raise BadFile(
            _("{name} is protected by a password or in the old .xls format. Save it as .xlsx without a password.")
            .format(name=name)
        )  # fmt: skip
    if not data.startswith(b"PK"):
        raise BadFile(_("{name} is not a spreadsheet, whatever its name says.").format(name=name))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
    except zipfile.BadZipFile as error:
        raise BadFile(_("{name} is damaged: it cannot be read as a spreadsheet.").format(name=name)) from error
    if sum(part.file_size for part in listed) > MOST_UNPACKED:
        raise BadFile(_("{name} unpacks to more than 1 GB. Split it and import the parts.").format(name=name))
    if not any(part.filename.startswith("xl/") for part in listed):
        raise BadFile(_("{name} is an archive but not a spreadsheet.").format(name=name))


def _chosen(book: Any, sheet: str | None) -> Iterable[Any]:
    if sheet is None:
        return [one for one in book.worksheets if one.sheet_state == "visible"]
    for one in book.worksheets:
        if one.title.casefold() == sheet.casefold():
            return [one]
    known = ", ".join(one.title for one in book.worksheets)
    raise BadFile(_("There is no sheet “{sheet}”; there is {known}.").format(sheet=sheet, known=known))


def _rows(sheet: Any) -> list[Row]:
    sheet.reset_dimensions()  # What a file says of its own size is often wrong.
    rows: list[Row] = []
    for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if line > MOST_ROWS + 1:
            raise too_many_rows()
        if cells:
            rows.append((line, [_plain(cell) for cell in cells]))
    return rows


def _unsolved(sheet: Any) -> int:
    """Count formulas without a stored result; an empty text is a result."""
    with sheet._get_source() as part:
        if not _has_formulas(part):
            return 0
    found = 0
    with sheet._get_source() as part:
        for _event, element in ElementTree.iterparse(part):
            tag = element.tag.rpartition("}")[2]
            if tag == "c" and element.find("{*}f") is not None:
                found += element.get("t") != "str" and not element.findtext("{*}v")
            elif tag == "row":
                element.clear()
    return found


def _has_formulas(part: IO[bytes]) -> bool:
    """Look for the mark of a formula: most sheets have none, and taking them apart once more would be slow."""
    tail = b""
    while chunk := part.read(1 << 20):
        if _FORMULA.search(tail + chunk):
            return True
        tail = chunk[-32:]
    return False


def _plain(cell: Any) -> Any:
    """Return whole numbers without their point and midnights as days: a sheet knows neither."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return int(cell)
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        return cell.date()
    return cell
