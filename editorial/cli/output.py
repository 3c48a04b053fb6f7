"""What is printed: JSON documents for scripts, plain columns for people."""

import json
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from editorial.domain.period import Period


def say(*lines: str) -> None:
    """Print lines for people."""
    for line in lines:
        print(line.rstrip())


def print_json(document: Any) -> None:
    r"""Print one JSON document: dates ISO 8601, fractions and decimals as numbers.

    Where the output is not in Unicode, other letters are written as `\uXXXX`: the document stays the same.
    """
    unicode = (sys.stdout.encoding or "utf-8").casefold().startswith("utf")
    sys.stdout.write(json.dumps(document, ensure_ascii=not unicode, indent=2, default=_plain) + "\n")


def _plain(value: Any) -> Any:
    if isinstance(value, (Fraction, Decimal)):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def period_json(period: "Period") -> dict[str, str]:
    """Return a period as JSON carries it."""
    return {"name": period.name, "from": period.first.isoformat(), "to": period.last.isoformat()}


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def columns(rows: Sequence[Sequence[str]], right: Sequence[int] = (), indent: str = "  ") -> list[str]:
    """Return rows as lines with aligned columns; `right` names the columns set flush right."""
    if not rows:
        return []
    widths = [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [indent + "  ".join(_set(cell, widths[at], at in right) for at, cell in enumerate(row)) for row in rows]


def _set(cell: str, wide: int, right: bool) -> str:
    space = " " * (wide - width(cell))
    return space + cell if right else cell + space
