"""Single cells that are neither days nor lists: guards against formulas, flags, words, times, numbers."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from enum import StrEnum
from typing import Any

from editorial.domain.clock import local_wall
from editorial.domain.folding import fold
from editorial.domain.vocabulary import Audit, ChangeLevel, Kind, Lead, Precision, Readiness, SalesTone, Tag
from editorial.exchange.days import Bad
from editorial.language import _

_RISKY = ("=", "+", "-", "@", "\t", "\r", "'")
_MARK = "⟦{n} characters are left out here: too long for a spreadsheet⟧"
_MARKED = re.compile(r"⟦\d+ characters are left out here: too long for a spreadsheet⟧")
_LONGEST = 32_000
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
_TRUE = frozenset("yes y true t 1 x ✓ ✔ on ja oui si".split())
_FALSE = frozenset("no n false f 0 - ✗ off nein non".split())

WORDS: Mapping[str, type[StrEnum]] = {
    "kind": Kind,
    "precision": Precision,
    "lead": Lead,
    "tag": Tag,
    "audit": Audit,
    "change_level": ChangeLevel,
    "sales_tone": SalesTone,
    "readiness": Readiness,
}
_EVERYDAY: Mapping[str, StrEnum] = {
    "next": Kind.ASPIRATIONAL,
    "a": Kind.ASPIRATIONAL,
    "aspiration": Kind.ASPIRATIONAL,
    "now": Kind.PRACTICAL,
    "p": Kind.PRACTICAL,
    "issue": Lead.ISSUE,
    "issueled": Lead.ISSUE,
    "offering": Lead.OFFERING,
    "offeringled": Lead.OFFERING,
}


def guarded(text: str) -> str:
    """Return a text so that no spreadsheet runs it as a formula."""
    return "'" + text if text.startswith(_RISKY) else text


def unguarded(text: str) -> str:
    """Take one `'` away that stands before what a spreadsheet would run."""
    return text[1:] if text[0] == "'" and text[1:2] in _RISKY and len(text) > 1 else text


def left_out(text: str) -> str:
    """Return the mark that stands for a text too long for a cell of a spreadsheet, or the text itself."""
    if len(text) <= _LONGEST // 2:
        return text
    length = len(text.encode("utf-16-le")) // 2
    return text if length <= _LONGEST else _MARK.format(n=len(text))


def is_left_out(text: str) -> bool:
    """Tell whether a cell only says that a text was left out."""
    return text.startswith("⟦") and bool(_MARKED.fullmatch(text.strip()))


def as_text(cell: Any) -> str:
    """Return any cell as the text a person sees in it."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (datetime, date)):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def read_flag(cell: Any) -> bool | Bad | None:
    """Read yes or no."""
    if isinstance(cell, bool):
        return cell
    word = as_text(cell).strip().casefold()
    if not word:
        return None
    if word in _TRUE:
        return True
    return False if word in _FALSE else Bad(_("write yes or no"))


def read_word(field: str, cell: Any) -> StrEnum | Bad | None:
    """Read one of the words a field knows, or an everyday name for it."""
    words = WORDS[field]
    text = as_text(cell).strip()
    if not text:
        return None
    plain = fold(text).replace("-", "").replace(" ", "").replace("_", "")
    for word in words:
        if plain == word.value.casefold().replace("-", ""):
            return word
    everyday = _EVERYDAY.get(plain)
    if isinstance(everyday, words):
        return everyday
    return Bad(_("write one of {words}").format(words=", ".join(words)))


def read_time(cell: Any, zone: tzinfo) -> time | Bad | None:
    """Read a wall time; of a timestamp with an offset, the time in the workspace's zone."""
    if isinstance(cell, datetime):
        return local_wall(cell, zone)[1].replace(second=0, microsecond=0)
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0, tzinfo=None)
    text = as_text(cell).strip()
    if not text:
        return None
    return _clock(text) or _stamped(text, zone) or Bad(_("this is not a time; write it like 14:30"))


def _clock(text: str) -> time | None:
    match = _CLOCK.fullmatch(text)
    if match is None or (match[2] is None and match[3] is None):
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "p")
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _stamped(text: str, zone: tzinfo) -> time | None:
    """Return the time of a timestamp; a day alone has none."""
    if len(text) <= 10:
        return None
    try:
        return local_wall(datetime.fromisoformat(text), zone)[1].replace(second=0, microsecond=0)
    except ValueError:
        return None


def read_number(cell: Any) -> int | Bad | None:
    """Read a whole number that is not negative."""
    text = as_text(cell).strip()
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else Bad(_("write a whole number"))
