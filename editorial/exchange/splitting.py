"""Lists inside one cell: at `;` where the column has any, else at line breaks, else at commas."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from editorial.domain.drafts import WHOLE_NAMES
from editorial.exchange.cells import as_text

_BACKSLASHES = re.compile(r"(\\*)(;|$)")


def separator_of(field: str, cells: Iterable[Any]) -> str:
    """Return what splits the cells of this column; empty where nothing does."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    if any(";" in text for text in texts):
        return ";"
    if any("\n" in text.strip() for text in texts):
        return "\n"
    return "" if field in WHOLE_NAMES else ","


def splitter(field: str, cells: Sequence[Any]) -> Callable[[Any], tuple[str, ...]]:
    """Return what splits one cell of this column into names, without blanks and repeats; letter case makes no name."""
    separator = separator_of(field, cells)
    seen: dict[str, tuple[str, ...]] = {}

    def split(cell: Any) -> tuple[str, ...]:
        if isinstance(cell, (list, tuple)):
            return distinct(as_text(one) for one in cell)
        text = as_text(cell)
        if text not in seen:
            seen[text] = _split(text, separator)
        return seen[text]

    return split


def _split(text: str, separator: str) -> tuple[str, ...]:
    if not separator or separator not in text:
        return (" ".join(text.split()),) if text.strip() else ()
    return distinct(_at_semicolons(text) if separator == ";" and "\\" in text else text.split(separator))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in their order on one line each, without blanks and without those that differ by case only."""
    found: dict[str, str] = {}
    for name in names:
        tidy = " ".join(name.split())
        if tidy:
            found.setdefault(tidy.casefold(), tidy)
    return tuple(found.values())


def _at_semicolons(text: str) -> list[str]:
    r"""Split where `;` stands after an even number of backslashes; `\;` is a `;` in a name."""
    parts, current, at = [], "", 0
    for match in _BACKSLASHES.finditer(text):
        backslashes = len(match[1])
        current += text[at : match.start()] + "\\" * (backslashes // 2)
        at = match.end()
        if match[2] and backslashes % 2:
            current += ";"
            continue
        parts.append(current + ("" if match[2] or backslashes % 2 == 0 else "\\"))
        current = ""
    return parts


def joined(names: Iterable[str]) -> str:
    r"""Return names as one cell; a `;` inside a name is written `\;`."""
    return ";".join(_BACKSLASHES.sub(lambda m: m[1] * 2 + (r"\;" if m[2] else ""), name) for name in names)
