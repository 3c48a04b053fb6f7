"""The bulletin of answer cards as a file of the kind its name asks for: HTML or PDF."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from editorial.domain.bulletin import Bulletin, bulletin_foot, bulletin_lead, bulletin_text, bulletin_title
from editorial.errors import BadFile
from editorial.exchange.bulletin_html import bulletin_html
from editorial.exchange.typeset import typeset
from editorial.exchange.whole_file import write_whole
from editorial.language import _


def write_bulletin(told: Bulletin, path: Path) -> None:
    """Write a bulletin whole or not at all. Raises BadFile or RuleBroken with one sentence."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise BadFile(_("{name}: a bulletin is written as .html or .pdf.").format(name=path.name))
    writer(told, path)


def bulletin_pdf(told: Bulletin, **wanted: Any) -> Any:
    """Return the PDF, or what typst is asked for instead. Raises RuleBroken for a letter that no font here has."""
    data = {
        "workspace": told.workspace,
        "title": bulletin_title(told),
        "lead": bulletin_lead(told),
        "foot": bulletin_foot(told),
        "groups": [{"name": name, "cards": [asdict(card) for card in cards]} for name, cards in told.groups],
    }
    return typeset("letters/bulletin.typ", data, bulletin_text(told), told.made_on, **wanted)


def _write_pdf(told: Bulletin, path: Path) -> None:
    write_whole(path, bulletin_pdf(told))


def _write_html(told: Bulletin, path: Path) -> None:
    write_whole(path, bulletin_html(told).encode("utf-8", "replace"))


_WRITERS: Mapping[str, Callable[[Bulletin, Path], None]] = {
    ".pdf": _write_pdf,
    ".html": _write_html,
    ".htm": _write_html,
}
