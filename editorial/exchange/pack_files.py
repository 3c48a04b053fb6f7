"""The kickoff pack as a file of the kind its name asks for: PDF, PPTX or HTML."""

from collections.abc import Callable, Mapping
from pathlib import Path

from editorial.domain.pack import Pack
from editorial.errors import BadFile
from editorial.exchange.pack_html import write_pack_html
from editorial.exchange.pack_pdf import write_pack_pdf
from editorial.exchange.pack_pptx import write_pack_pptx
from editorial.language import _

WRITERS: Mapping[str, Callable[[Pack, Path], None]] = {
    ".pdf": write_pack_pdf,
    ".pptx": write_pack_pptx,
    ".html": write_pack_html,
}
"""What writes a file, by its ending."""


def check_ending(path: Path) -> None:
    """Raise BadFile where the ending of a file is none that a pack is written as."""
    if path.suffix.lower() not in WRITERS:
        raise BadFile(_("{name}: a pack is written as .pdf, .pptx or .html.").format(name=path.name))


def write_pack(pack: Pack, path: Path) -> None:
    """Write a pack whole or not at all. Raises BadFile or RuleBroken with one sentence."""
    check_ending(path)
    WRITERS[path.suffix.lower()](pack, path)
