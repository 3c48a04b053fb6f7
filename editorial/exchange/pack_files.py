"""The kickoff pack as a file of the kind its name asks for: PDF, PPTX or HTML."""

from collections.abc import Callable, Mapping
from pathlib import Path

from editorial.domain.pack import Pack
from editorial.errors import BadFile
from editorial.exchange.pack_html import pack_html
from editorial.exchange.pack_pdf import pack_pdf
from editorial.exchange.pack_pptx import pack_pptx
from editorial.exchange.whole_file import write_whole
from editorial.language import _

FORMS: Mapping[str, Callable[[Pack], bytes]] = {
    ".pdf": pack_pdf,
    ".pptx": pack_pptx,
    ".html": lambda pack: pack_html(pack).encode(),
}
"""What makes a file's contents, by its ending."""


def check_ending(path: Path) -> None:
    """Raise BadFile where the ending of a file is none that a pack is written as."""
    if path.suffix.lower() not in FORMS:
        raise BadFile(_("{name}: a pack is written as .pdf, .pptx or .html.").format(name=path.name))


def pack_file(pack: Pack, path: Path) -> bytes:
    """Return what the file of that name holds. Raises BadFile, or RuleBroken for a letter that no font here has."""
    check_ending(path)
    return FORMS[path.suffix.lower()](pack)


def write_pack(pack: Pack, path: Path) -> None:
    """Write a pack whole or not at all. Raises BadFile or RuleBroken with one sentence."""
    write_whole(path, pack_file(pack, path))
