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


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Анна: Мы платим за время.", "cp1251"),
        ("Анна: Мы платим за время.", "koi8-r"),
        ("王伟：我们为时间付费。", "gb18030"),
        ("ليلى: ندفع مقابل الوقت.", "cp1256"),
    ],
)
def test_other_scripts_in_old_encodings_are_refused(text: str, encoding: str) -> None:
    with pytest.raises(BadFile, match="Save it as UTF-8"):
        decode(text.encode(encoding))


def test_amounts_of_money_in_the_old_encoding_are_read() -> None:
    text = "day;cost\n" + "".join(f"2027-03-{n};€ {n},00\n" for n in range(10, 30))
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    "text", ["Ärger, Öl, Übermut, Größe, Füße, Äpfel: für später", "ÄÖÜ", "Þórður á Ísafirði sagði já"]
)
def test_accents_in_the_old_encoding_are_read(text: str) -> None:
    assert decode(text.encode("cp1252")) == text
