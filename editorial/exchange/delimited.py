"""Delimited text into rows: which character parts the cells, and on which line each row begins."""

import csv
import io
from collections.abc import Iterator

from editorial.errors import BadFile
from editorial.exchange.rows import MOST_ROWS, Row, too_many_rows
from editorial.exchange.synonyms import recognised
from editorial.language import _

DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 200
_SAMPLE_TEXT = 200_000


def delimiter_of(text: str) -> str:
    """Return the delimiter under which the most headings are known, and then the most rows are as wide as they."""
    sample = text[:_SAMPLE_TEXT]
    return max(DELIMITERS, key=lambda delimiter: (*_fit(sample, delimiter), -DELIMITERS.index(delimiter)))


def _fit(sample: str, delimiter: str) -> tuple[int, float, int]:
    rows = [cells for _line, cells in _first(parse(sample, delimiter), _SAMPLE_ROWS) if any(map(str.strip, cells))]
    if not rows:
        return 0, 0.0, 0
    known, at = max((recognised(cells), -index) for index, cells in enumerate(rows[:50]))
    width = len(rows[-at]) if known else _most_common([len(cells) for cells in rows])
    alike = sum(len(cells) == width for cells in rows) / len(rows)
    return known, alike if width > 1 or known else 0.0, width


def _most_common(widths: list[int]) -> int:
    return max(set(widths), key=lambda width: (widths.count(width), width))


def _first(rows: Iterator[Row], most: int) -> Iterator[Row]:
    for _number, row in zip(range(most), rows, strict=False):
        yield row


def parse(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows with the line each begins on, counted as an editor does. Raises BadFile past the row limit."""
    csv.field_size_limit(max(len(text), 131_072))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for number, cells in enumerate(reader, start=1):
        if number > MOST_ROWS + 1:
            raise too_many_rows()
        yield line, cells
        line = reader.line_num + 1


def unclosed_quote(text: str, rows: list[Row]) -> str | None:
    """Return why the last row cannot be trusted where a quotation mark is opened and never closed, else None."""
    if not rows or text.count('"') % 2 == 0:
        return None
    if not any("\n" in str(cell) for cell in rows[-1][1]):
        return None
    return _("a quotation mark is opened here and never closed")


def check_text(data: bytes, name: str) -> None:
    """Raise BadFile where bytes that should be text plainly are something else."""
    if data.startswith(b"PK\x03\x04"):
        raise BadFile(_("{name} is not text but a spreadsheet or archive; give it the ending .xlsx.").format(name=name))
    if data.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise BadFile(_("{name} is not a table of text.").format(name=name))
