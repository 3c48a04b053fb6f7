"""The text of a file that people call text; what plainly is something else is refused."""

from editorial.domain.drafts import without_controls
from editorial.errors import BadFile
from editorial.exchange.decoding import decode
from editorial.language import _

_OTHERS = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"{\\rtf",
    b"ID3",
    b"RIFF",
    b"OggS",
)
"""How documents, pictures and recordings begin."""


def plain_text(data: bytes, name: str) -> str:
    """Return the text, its lines ended by a newline, without control characters. Raises BadFile with one sentence."""
    if data.startswith(_OTHERS):
        raise BadFile(_("{name} is not plain text, whatever its name says.").format(name=name))
    return without_controls(decode(data).removeprefix("\ufeff"))[0]
