import pytest

from editorial.errors import BadFile
from editorial.exchange.decoding import decode

TEXT = "Title,Date\nÜber uns – „jetzt“,2027-03-11\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_the_same_in_every_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_damaged_utf8_is_said_with_its_line_instead_of_read_as_something_else() -> None:
    whole = "Überschrift, Größe, Fußnote, Maß, Öl\n" * 10
    with pytest.raises(BadFile, match="UTF-8 but damaged at line 11"):
        decode(whole.encode() + b"\xc3\n")


def test_damaged_utf16_is_said() -> None:
    with pytest.raises(BadFile, match="UTF-16"):
        decode("\ufeffTitle".encode("utf-16-le") + b"\x00")


def test_bytes_of_no_known_encoding_are_said() -> None:
    with pytest.raises(BadFile, match="not text"):
        decode(b"Title\n\x81\x8d\xff")
