"""The lines of a calendar file (RFC 5545, 3.1): unfolded, decoded, and found again in the file when one is wrong."""

from dataclasses import dataclass, field

from editorial.errors import BadFile
from editorial.exchange.decoding import decode
from editorial.language import _

_MARK = b"\xef\xbb\xbf"
_ARCHIVE = (b"PK\x03\x04", b"\x1f\x8b")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


@dataclass(slots=True)
class Lines:
    """What a file says line by line: `texts` are whole lines, whatever they were folded into."""

    texts: list[str]
    _data: bytes
    _starts: list[int] = field(default_factory=list)

    def line_of(self, index: int) -> int:
        """Return on which line of the file a text begins, as an editor counts lines."""
        if not self._starts:
            physical = self._data.split(b"\n")
            self._starts = [
                number for number, line in enumerate(physical, 1) if number == 1 or line[:1] not in (b" ", b"\t")
            ]
        return self._starts[min(index, len(self._starts) - 1)]


def lines_of(data: bytes, name: str) -> Lines:
    """Read the lines of a file, however they end and wherever they were folded, even within a letter.

    Raises BadFile with one sentence where the text is damaged.
    """
    if data.startswith(_ARCHIVE):
        raise BadFile(_("{name} is a packed archive: unpack it, and choose a calendar file in it.").format(name=name))
    if data.startswith(_WIDE_MARKS) or b"\0" in data[:4096]:
        data = decode(data).encode("utf-8", "surrogatepass")
    data = _with_one_line_end(_unmarked(data))
    whole = data.replace(b"\n ", b"").replace(b"\n\t", b"")
    try:
        text = whole.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _older(whole, Lines([], data).line_of(whole.count(b"\n", 0, error.start)), name)
    return Lines(text.split("\n"), data)


def _unmarked(data: bytes) -> bytes:
    """Leave out the mark that a file begins with; files put together begin with several."""
    begins = 0
    while data.startswith(_MARK, begins):
        begins += len(_MARK)
    return data[begins:]


def _with_one_line_end(data: bytes) -> bytes:
    """Let every line end in LF; a lone CR ends a line only where nothing else does."""
    if b"\r" not in data:
        return data
    return data.replace(b"\r", b"") if b"\n" in data else data.replace(b"\r", b"\n")


def _older(data: bytes, line: int, name: str) -> str:
    try:
        return decode(data)
    except BadFile as error:
        raise BadFile(
            _("{name} is damaged at line {line}: the letters there are no text.").format(name=name, line=line)
        ) from error
