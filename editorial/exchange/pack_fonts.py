"""Which fonts this computer has for a pack, and whether they have every letter of it."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from editorial.errors import RuleBroken
from editorial.language import ngettext

if TYPE_CHECKING:
    from typst import FontInfo, Fonts

PREFERRED = ("Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans")
"""Families for the text itself, the best first."""
FURTHER = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans Arabic",
    "Noto Naskh Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Symbols 2",
    "Noto Sans Symbols2",
    "Segoe UI Symbol",
    "Apple Symbols",
    "DejaVu Sans",
    "Noto Color Emoji",
)
"""Families for letters that the first one lacks."""
NAMED_AT_MOST = 12
EVERYWHERE = 0x180
"""Letters of Western and Central European languages come before this code: a font for text has them all."""
EVERYWHERE_ELSE = frozenset("–—‘’‚“”„†•…‰‹›€™−")


@lru_cache(maxsize=1)
def fonts() -> "Fonts":
    """Return the fonts of this computer, looked up once (0.3 s)."""
    from typst import Fonts

    return Fonts()


def families() -> list[str]:
    """Return the families a pack is set in, the first for the text itself, further ones for other scripts."""
    here = set(fonts().families())
    text = [name for name in PREFERRED if name in here][:1]
    return [*text, *(name for name in FURTHER if name in here and name not in text)] or ["Libertinus Serif"]


def check_letters(text: str) -> None:
    """Raise RuleBroken naming the letters for which this computer has no font; nothing is drawn as a box."""
    if missing := missing_letters(text):
        named = ", ".join(_named(letter) for letter in missing[:NAMED_AT_MOST])
        more = "…" if len(missing) > NAMED_AT_MOST else ""
        said = ngettext(
            "No font on this computer has the letter {letters}{more}. Change it, or install a font that has it.",
            "No font on this computer has the letters {letters}{more}. Change them, or install a font that has them.",
            len(missing),
        )
        raise RuleBroken(said.format(letters=named, more=more))


def _named(letter: str) -> str:
    return f"“{letter}” (U+{ord(letter):04X})"


def missing_letters(text: str) -> list[str]:
    """Return the letters of a text that no font here has, each once, in order of their code."""
    wanted = {ord(letter) for letter in set(text) if _is_drawn(letter)}
    for font in _likely_first(fonts().fonts()):
        if not wanted:
            break
        wanted -= _letters_of(font.path, font.index)
    return [chr(code) for code in sorted(wanted)]


def _is_drawn(letter: str) -> bool:
    """Tell whether a letter is seen and not one that every font has; controls and marks of format are not drawn."""
    if ord(letter) < EVERYWHERE or letter in EVERYWHERE_ELSE:
        return False
    return unicodedata.category(letter) not in {"Cc", "Cf", "Zl", "Zp", "Zs"} and not 0xFE00 <= ord(letter) <= 0xFE0F


def _likely_first(known: Iterable["FontInfo"]) -> Iterator["FontInfo"]:
    """Yield fonts that are files, those a pack is set in first; one style of a family is enough."""
    upright = [font for font in known if font.path and font.style == "normal"]
    rank = {name: place for place, name in enumerate(families())}
    seen: set[str] = set()
    for font in sorted(upright, key=lambda one: (rank.get(one.family, len(rank)), abs(one.weight - 400), one.family)):
        if font.family not in seen:
            seen.add(font.family)
            yield font


@lru_cache(maxsize=256)
def _letters_of(path: str, index: int) -> frozenset[int]:
    """Return the codes of the letters a font has; of a file that cannot be read, none."""
    from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

    try:
        with TTFont(path, fontNumber=index, lazy=True) as font:
            return frozenset(font.getBestCmap() or {})
    except (TTLibError, OSError, KeyError):
        return frozenset()
