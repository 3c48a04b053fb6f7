"""Rows as they come out of any file, and the limits every file is held to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from editorial.domain.drafts import Question, Refusal
from editorial.errors import BadFile
from editorial.language import _

Row = tuple[int, list[Any]]
"""The line a row begins on, and its cells."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of one table; cells are text from CSV, native values from XLSX and JSON."""

    source: str
    """`csv`, `xlsx` or `json`."""
    headings: tuple[str, ...]
    rows: Sequence[Row]
    heading_line: int = 1
    refused: tuple[Refusal, ...] = ()
    questions: tuple[Question, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    """Every sheet that can be chosen."""
    notes: tuple[str, ...] = ()


MOST_BYTES = 200_000_000
MOST_ROWS = 1_000_000
MOST_UNPACKED = 1_000_000_000


def too_many_rows() -> BadFile:
    """Return the refusal of a table that is too long."""
    return BadFile(_("The file has more than 1,000,000 rows. Split it and import the parts."))


def too_large() -> BadFile:
    """Return the refusal of a file that is too large."""
    return BadFile(_("The file is larger than 200 MB. Split it and import the parts."))


def is_blank(cell: Any) -> bool:
    """Tell whether a cell holds nothing: no value, or only white space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
