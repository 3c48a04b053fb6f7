"""Transcripts as recorders write them: who speaks and when is kept, damage is refused in a sentence."""

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.transcripts import Passage, transcript_text
from editorial.errors import BadFile
from editorial.exchange.transcript_cues import cue_passages
from editorial.exchange.transcript_lines import line_passages
from editorial.exchange.transcripts import read_transcript

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
VTT = """WEBVTT - a title

NOTE made by a
recorder --

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.000 align:start
<v Ana Lind>Who owns <i>the robot&#39;s</i>

00:00:04.000 --> 00:00:06.000
<v Ana Lind>mistakes?

00:12:03.500 --> 00:12:07.000
<v Elena Ruiz>Nobody &amp; everybody.</v><v Ana Lind>Ah.
"""
SRT = """1
00:00:01,000 --> 00:00:04,000
{\\an8}<b>It went wrong</b>
in March.

2
01:00:05,000 --> 01:00:06,000
Elena: Who noticed?
"""


def read(folder: Path, name: str, data: str | bytes) -> tuple[Passage, ...]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_transcript(path)


def a_document(path: Path, body: str, before: str = "", part: str = "word/document.xml") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            part, f'<?xml version="1.0"?>{before}<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>'
        )
    return path


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r>{run}</w:r>' for run in runs)}</w:p>"


def test_vtt_keeps_voices_and_marks(tmp_path: Path) -> None:
    assert read(tmp_path, "a.vtt", VTT) == (
        Passage("Who owns the robot's mistakes?", "Ana Lind", 1),
        Passage("Nobody & everybody.", "Elena Ruiz", 723),
        Passage("Ah.", "Ana Lind", 723),
    )


def test_srt_keeps_marks_and_who_is_named(tmp_path: Path) -> None:
    assert read(tmp_path, "a.srt", SRT.replace("\n", "\r\n")) == (
        Passage("It went wrong in March.", "", 1),
        Passage("Who noticed?", "Elena", 3605),
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_subtitles_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    told = "1\n00:00:01,000 --> 00:00:02,000\nIt was über-tidy – “café”.\n"
    assert read(tmp_path, "a.srt", told.encode(encoding))[0].text == "It was über-tidy – “café”."


def test_subtitles_saved_as_text_are_known(tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", SRT)[1].seconds == 3605


def test_rolling_captions_are_said_once() -> None:
    assert cue_passages("1\n00:01 --> 00:02\nHello.\n2\n00:02 --> 00:03\nHello.", "a") == (Passage("Hello.", "", 1),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[00:12:03] Ana Lind: I see.", Passage("I see.", "Ana Lind", 723)),
        ("(1:02) I see: it works.", Passage("I see: it works.", "", 62)),
        ("Ana Lind  0:12\nI see,\nit works.\n\nEnd.", Passage("I see, it works.", "Ana Lind", 12)),
        ("00:00:05\nAna Lind:\nI see.\n\n", Passage("I see.", "Ana Lind", 5)),
        ("王伟：不是名字", Passage("王伟：不是名字")),
        ("王伟: 我们看到了", Passage("我们看到了", "王伟")),
        ("and this is it: no name", Passage("and this is it: no name")),
        ("Juan de la Cruz (03:10): \nYes.\n\n", Passage("Yes.", "Juan de la Cruz", 190)),
    ],
)
def test_plain_text_tells_who_and_when(text: str, told: Passage) -> None:
    assert line_passages(text)[0] == told


def test_paragraphs_are_parted_by_blank_lines_where_there_are_any() -> None:
    assert [one.text for one in line_passages("One\ntwo.\n\nThree.")] == ["One two.", "Three."]
    assert [one.text for one in line_passages("One\ntwo.")] == ["One", "two."]


def test_a_heading_that_is_no_name_stays() -> None:
    assert line_passages("Agenda:\n\nAna Lind: Robots.") == (Passage("Agenda"), Passage("Robots.", "Ana Lind"))


def test_a_document_of_a_meeting(tmp_path: Path) -> None:
    spoken = paragraph(
        "<w:t>Elena Ruiz</w:t>", '<w:t xml:space="preserve">   0:12</w:t><w:br/><w:t>It went wrong.</w:t>'
    )
    gone = "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
    gone = f"<w:p>{gone}<w:r><w:t>Then it worked &lt;b&gt;.</w:t></w:r></w:p>"
    assert read_transcript(a_document(tmp_path / "a.docx", spoken + gone)) == (
        Passage("It went wrong.", "Elena Ruiz", 12),
        Passage("Then it worked <b>."),
    )


@pytest.mark.parametrize("apart", [True, False])
def test_a_document_of_cues(tmp_path: Path, apart: bool) -> None:
    lines = ("0:0:3.210 --> 0:0:8.5", "Elena Ruiz", "It went wrong.", "0:0:9.0 --> 0:0:12.1", "Ana Lind", "Why?")
    if apart:
        told = "".join(paragraph(f"<w:t>{line.replace('>', '&gt;')}</w:t>") for line in lines)
    else:
        told = paragraph(*(f"<w:t>{line.replace('>', '&gt;')}</w:t><w:br/>" for line in lines))
    assert read_transcript(a_document(tmp_path / "a.docx", told)) == (
        Passage("It went wrong.", "Elena Ruiz", 3),
        Passage("Why?", "Ana Lind", 9),
    )


def test_what_programs_write_is_read(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("[00:00:07] Ana Lind: Who noticed?")
    document.save(str(tmp_path / "b.docx"))
    assert read_transcript(tmp_path / "b.docx") == (Passage("Who noticed?", "Ana Lind", 7),)


@pytest.mark.parametrize("before", ['<!DOCTYPE w [<!ENTITY a "aaaa">]>', '<!DOCTYPE w SYSTEM "file:///etc/passwd">'])
def test_documents_that_declare_entities_are_refused(tmp_path: Path, before: str) -> None:
    with pytest.raises(BadFile, match="damaged"):
        read_transcript(a_document(tmp_path / "a.docx", paragraph("<w:t>x</w:t>"), before))


def test_documents_that_unpack_to_far_too_much_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="unpacks to more than 50 MB"):
        read_transcript(a_document(tmp_path / "a.docx", paragraph(f"<w:t>{' ' * 51_000_000}</w:t>")))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF", "is read from .txt, .vtt, .srt or .docx"),
        ("a.txt", b"  \n", "holds no text"),
        ("a.txt", b"PK\x03\x04", "not plain text"),
        ("a.txt", b"%PDF-1.7", "not plain text"),
        ("a.vtt", b"1\n00:01 --> 00:02\nHi", "begin with WEBVTT"),
        ("a.vtt", b"WEBVTT\n\n00:xx --> 00:02\nHi", "line 3 tells no time"),
        ("a.srt", b"Hello", "tells no times"),
        ("a.docx", b"Hello", "not a Word document"),
        ("a.docx", b"PK\x03\x04 torn", "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0", "protected by a password"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(BadFile, match=said):
        read(tmp_path, name, data)


def test_an_archive_that_is_no_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="not a Word document"):
        read_transcript(a_document(tmp_path / "a.docx", "", part="xl/workbook.xml"))


def test_a_line_without_end_is_read_at_once() -> None:
    assert line_passages("A" + " " * 1_000_000 + "b:1")[0].text.endswith("b:1")


WORDS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=60)


@given(st.lists(WORDS, max_size=8))
def test_no_word_of_a_text_is_lost(lines: list[str]) -> None:
    words = "".join("".join(lines).split())
    told = "".join(transcript_text(line_passages("\n".join(lines))).split())
    letters = [letter for letter in words if letter.isalpha()]
    assert [letter for letter in told if letter.isalpha()] == letters


@given(
    st.lists(st.tuples(st.integers(0, 35_000), st.sampled_from(["", "Ana Lind"]), st.sampled_from(["Yes.", "No? Ah."])))
)
def test_what_is_written_reads_back(told: list[tuple[int, str, str]]) -> None:
    passages = tuple(Passage(text, speaker, seconds) for seconds, speaker, text in told)
    assert line_passages(transcript_text(passages)) == passages


@given(st.binary(max_size=200), st.sampled_from([".txt", ".vtt", ".srt", ".docx"]))
def test_rubbish_is_text_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    path = tmp_path_factory.mktemp("rubbish") / f"a{ending}"
    path.write_bytes(data)
    with suppress(BadFile):
        assert read_transcript(path)
