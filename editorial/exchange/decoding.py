"""Bytes of a text file into text: encodings are recognised, damage is said."""

import codecs
import re

from editorial.errors import BadFile
from editorial.language import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONG_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_LOOKED_AT = 4096
_AMOUNT = re.compile(r"[€£¥¢]\s?(?=\d)|(?<=\d)\s?[€£¥¢]")
STRANGE = 12
"""So many letters outside of ASCII tell a text of another script from a few accents."""


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or UTF-32, with or without a mark, or in Windows-1252.

    Raises BadFile where the bytes are none of these, with the line where UTF-8 breaks.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding)
    if unmarked := _without_mark(data[:_LOOKED_AT]):
        return _decode(data, unmarked)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _older(data, error.start)


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadFile(_damaged(encoding, data[: error.start].decode(encoding, "replace").count("\n") + 1)) from error


def _without_mark(start: bytes) -> str | None:
    """Recognise UTF-16 without a mark by its zero bytes: they stand on one side of every character."""
    pairs = len(start) // 2
    if pairs < 2 or b"\0" not in start:
        return None
    low, high = start[0 : pairs * 2 : 2].count(0), start[1 : pairs * 2 : 2].count(0)
    if high > pairs * 0.4 and low < pairs * 0.05:
        return "utf-16-le"
    return "utf-16-be" if low > pairs * 0.4 and high < pairs * 0.05 else None


def _older(data: bytes, broken_at: int) -> str:
    """Read Windows-1252, unless the file is plainly UTF-8 with damage in it."""
    whole = len(_LONG_SEQUENCE.findall(data))
    strange = data.decode("utf-8", "replace").count("�")
    if whole > 10 * strange:
        raise BadFile(_damaged("utf-8", data.count(b"\n", 0, broken_at) + 1))
    said = _("The file is not text in UTF-8, UTF-16 or Windows-1252. Save it as UTF-8.")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise BadFile(said) from error
    if _is_garbled(text):
        raise BadFile(said)
    return text


def _is_garbled(text: str) -> bool:
    """Tell whether a text is one of another script that was read as Windows-1252: hardly a plain letter is in it.

    Languages that are written in Windows-1252 have at least three plain letters to one with an accent.
    """
    strange = sum(not letter.isascii() for letter in _AMOUNT.sub("", text))
    plain = sum(letter.isascii() and letter.isalpha() for letter in text)
    return strange >= STRANGE and strange > plain


def _damaged(encoding: str, line: int) -> str:
    return _("The file is {encoding} but damaged at line {line}.").format(encoding=encoding.upper(), line=line)
