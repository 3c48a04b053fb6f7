"""A kickoff pack as plain data for a template: the parts that are shown, in their order, with every word in place."""

import re
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from editorial.domain.pack import (
    ExclusivePart,
    Pack,
    PackPiece,
    Section,
    SegmentComing,
    SegmentUse,
    section_title,
    texts,
)
from editorial.domain.pack_words import (
    about_piece,
    cover_lines,
    footer,
    held_word,
    lead,
    note_line,
    pack_title,
    stage_texts,
    uses_line,
    words,
)
from editorial.exchange.pack_fitting import shortened

COLUMNS_AT_ONCE = 7
"""How many stages stand side by side; further ones follow in a table of their own."""
_LONG_WORD = re.compile(r"[^\s\u200b]{19,}")
_STEP = 12
FOOT = 620.0
"""Room for the line at the foot of a page, in points."""


def shown_texts(pack: Pack) -> str:
    """Return all letters that the shown parts of a pack need."""
    parts = [getattr(pack, section.value) for section in pack.sections]
    said = [*texts([pack.workspace, pack.headlines, *parts]), *cover_lines(pack), footer(pack), *words().values()]
    said += [text for section in pack.sections for text in (section_title(section), lead(pack, section))]
    return "\n".join(said)


def pack_data(pack: Pack) -> dict[str, Any]:
    """Return what a template shows; long words may be broken, so that none runs out of its column."""
    data = {
        "words": words(),
        "workspace": pack.workspace,
        "title": pack_title(pack),
        "lines": cover_lines(pack),
        "footer": shortened(footer(pack), FOOT, 1, 9),
        "headlines": [asdict(one) for one in pack.headlines],
        "sections": [_section(pack, section) for section in pack.sections],
    }
    plain: dict[str, Any] = _plain(data)
    return plain


def _section(pack: Pack, section: Section) -> dict[str, Any]:
    head = {"key": section.value, "title": section_title(section), "lead": lead(pack, section)}
    return head | {"part": _parts(pack, section)}


def _parts(pack: Pack, section: Section) -> Any:
    if section is Section.STAGES:
        return [asdict(one) | {"texts": stage_texts(one.signal, one.approach, one.avoid)} for one in pack.stages]
    if section is Section.MATRIX:
        return asdict(pack.matrix) | {"tables": columns_in_parts(len(pack.matrix.stages))}
    if section is Section.USE:
        return [_use(one) for one in pack.use]
    if section is Section.COMING:
        return [_coming(one) for one in pack.coming]
    if section is Section.EXCLUSIVES:
        return [_exclusive(one) for one in pack.exclusives]
    return [asdict(one) for one in pack.gaps] if section is Section.GAPS else asdict(pack.mix)


def columns_in_parts(n: int) -> list[list[int]]:
    """Cut the columns of a matrix into parts that fit a page, as even as they get."""
    parts = max(1, -(-n // COLUMNS_AT_ONCE))
    size, rest = divmod(n, parts)
    found, start = [], 0
    for part in range(parts):
        stop = start + size + (part < rest)
        found.append(list(range(start, stop)))
        start = stop
    return found


def _use(part: SegmentUse) -> dict[str, Any]:
    stages = [asdict(one) | {"pieces": [_piece(piece) for piece in one.pieces]} for one in part.stages]
    return {"segment": part.segment, "who": part.who, "stages": stages}


def _coming(part: SegmentComing) -> dict[str, Any]:
    return {"segment": part.segment, "who": part.who, "pieces": [_piece(piece) for piece in part.pieces]}


def _exclusive(part: ExclusivePart) -> dict[str, Any]:
    word, level = held_word(part)
    pieces = [_piece(piece) for piece in part.pieces]
    return asdict(part) | {"pieces": pieces, "word": word, "level": level.value}


def _piece(piece: PackPiece) -> dict[str, Any]:
    said = {"about": about_piece(piece), "used": uses_line(piece), "noted": note_line(piece)}
    return asdict(piece) | said | {"shown_link": short_address(piece.link)}


def short_address(link: str, longest: int = 60) -> str:
    """Return an address as it is read: without its scheme, cut where it is long."""
    shown = link.partition("://")[2].rstrip("/")
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _plain(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _plain(each, name) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each, key) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    return breakable(value) if isinstance(value, str) and key not in {"link", "key"} else value


def breakable(text: str) -> str:
    """Return a text whose very long words may be broken: a zero-width space every few letters of them."""
    return _LONG_WORD.sub(lambda word: "\u200b".join(_cut(word[0])), text)


def _cut(word: str) -> list[str]:
    return [word[start : start + _STEP] for start in range(0, len(word), _STEP)]
