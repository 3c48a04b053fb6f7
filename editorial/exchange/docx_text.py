"""The text of a Word document: its paragraphs, without what Word would do with them."""

import io
import zipfile
import zlib
from xml.parsers import expat

from editorial.errors import BadFile
from editorial.language import _

MOST_UNPACKED = 50_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_DOCUMENT = "word/document.xml"
_UNSEEN = frozenset({"Fallback", "del", "moveFrom"})
"""What Word does not show besides what it shows instead."""


def docx_text(data: bytes, name: str) -> str:
    """Return the paragraphs of a document, a blank line between two; breaks within one are line ends.

    Raises BadFile with one sentence where the file is damaged, protected, no document, or far too large unpacked.
    """
    if data.startswith(_OLE):
        said = _("{name} is protected by a password or in the old .doc format. Save it as .docx without a password.")
        raise BadFile(said.format(name=name))
    if not data.startswith(b"PK"):
        raise BadFile(_("{name} is not a Word document, whatever its name says.").format(name=name))
    return _paragraphs(_document(data, name), name)


def _document(data: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_DOCUMENT) as part:
            found = part.read(MOST_UNPACKED + 1)
    except KeyError as error:
        raise BadFile(_("{name} is an archive but not a Word document.").format(name=name)) from error
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
        raise _damaged(name) from error
    if len(found) > MOST_UNPACKED:
        raise BadFile(_("{name} unpacks to more than 50 MB of text.").format(name=name))
    return found


def _paragraphs(document: bytes, name: str) -> str:
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.text
    # A document declares no entities of its own: they would only multiply text, or reach for other files.
    parser.StartDoctypeDeclHandler = reading.refuse
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, UnicodeError, LookupError, _DeclaresTypeError) as error:
        raise _damaged(name) from error
    return "\n\n".join(reading.paragraphs)


class _DeclaresTypeError(ValueError):
    """The document declares a type of its own."""


class _Reading:
    """Collects the paragraphs while the document goes by."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._said: list[str] = []
        self._unseen = 0
        self._in_text = False

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        word = name.rpartition(" ")[2]
        if word in _UNSEEN:
            self._unseen += 1
        self._in_text = word == "t"
        if word in ("br", "cr") and not self._unseen:
            self._said.append("\n")
        elif word == "tab" and not self._unseen:
            self._said.append("\t")

    def end(self, name: str) -> None:
        word = name.rpartition(" ")[2]
        self._in_text = False
        if word in _UNSEEN:
            self._unseen -= 1
        elif word == "p":
            if text := "".join(self._said).strip():
                self.paragraphs.append(text)
            self._said.clear()

    def text(self, said: str) -> None:
        if self._in_text and not self._unseen:
            self._said.append(said)

    def refuse(self, *_declared: object) -> None:
        raise _DeclaresTypeError


def _damaged(name: str) -> BadFile:
    return BadFile(_("{name} is damaged: it cannot be read as a Word document.").format(name=name))
