"""How much room a text takes on a slide, so that nothing runs over an edge: sizes and widths in points.

Widths are those of Arial, which every office program has or replaces by one as wide; letters it lacks count as wide.
"""

import unicodedata
from functools import lru_cache

LINE = 1.2
"""Height of a line as a multiple of the size of its letters."""
SAFETY = 1.04
"""How much wider than told a text is taken to be: programs round and kern differently."""

_ASCII = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
"""Thousandths of the size, from the space to the tilde."""
_BOLD = 1.08
_OTHER, _CAPITAL, _WIDE = 600, 780, 1000


@lru_cache(maxsize=4096)
def letter_width(letter: str) -> int:
    """Return the width of a letter in thousandths of its size."""
    code = ord(letter)
    if 32 <= code < 127:
        return _ASCII[code - 32]
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    if unicodedata.east_asian_width(letter) in "WF" or code >= 0x1F000 or letter in "—…×✦":
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text on one line."""
    return sum(map(letter_width, text)) * size / 1000 * (_BOLD if bold else 1) * SAFETY


@lru_cache(maxsize=8192)
def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text as the lines it takes in a column; a word that is too long is cut, as in scripts without spaces."""
    parts = text.splitlines() or [""]
    return tuple(line for part in parts for line in _wrapped_part(part, width, size, bold))


def _wrapped_part(text: str, width: float, size: float, bold: bool) -> list[str]:
    lines, line, used = [], "", 0.0
    space = text_width(" ", size, bold=bold)
    for word in text.split():
        wide = text_width(word, size, bold=bold)
        if line and used + space + wide <= width:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, width, size, bold) if wide > width else [word]
        lines += whole
        used = text_width(line, size, bold=bold)
    return [*lines, line]


def _cut(word: str, width: float, size: float, bold: bool) -> list[str]:
    """Return a word in parts that each fit the width; one that fits stays whole."""
    parts, part, used = [], "", 0.0
    for letter in word:
        wide = text_width(letter, size, bold=bold)
        if part and used + wide > width:
            parts.append(part)
            part, used = "", 0.0
        part += letter
        used += wide
    return [*parts, part]


def fitting_size(text: str, width: float, height: float, sizes: tuple[float, ...], *, bold: bool = False) -> float:
    """Return the first of the sizes, largest first, in which a text fits a box; the last where none does."""
    for size in sizes:
        if len(wrapped(text, width, size, bold=bold)) * size * LINE <= height:
            return size
    return sizes[-1]


def shortened(text: str, width: float, lines: int, size: float, *, bold: bool = False) -> str:
    """Return a text cut with an ellipsis where it would take more lines than there are."""
    found = wrapped(text, width, size, bold=bold)
    if len(found) <= lines:
        return text
    last = found[lines - 1]
    while last and text_width(last + "…", size, bold=bold) > width:
        last = last[:-1]
    return " ".join([*found[: lines - 1], last.rstrip() + "…"])
