"""The recognition letter as a Word document that can be edited before it is sent."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editorial.domain.letters import Letter, LetterPiece
from editorial.exchange.whole_file import whole_file

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

INK, MUTED = "1F2328", "676B72"


def write_letter_docx(letter: Letter, path: Path, made_on: date) -> None:
    """Write the document whole or not at all. Raises BadFile where it cannot be written."""
    document = _document(letter, made_on)
    for text in (letter.workspace, letter.day):
        _muted(document.add_paragraph(text))
    _spaced(_lines(document, (letter.name, letter.organisation)), before=18)
    _spaced(document.add_heading(letter.subject, 1), before=24)
    for text in (letter.greeting, *letter.opening):
        document.add_paragraph(text)
    out, ahead, said = letter.headings
    _pieces(document, out, letter.published)
    _pieces(document, ahead, letter.ahead)
    if letter.said:
        document.add_heading(said, 2)
        for text in letter.said:
            document.add_paragraph(text, style="List Bullet")
    _spaced(document.add_paragraph(letter.closing), before=18)
    _spaced(_lines(document, (letter.signed, letter.workspace)), before=24)
    with whole_file(path) as file:
        document.save(file)


def _document(letter: Letter, made_on: date) -> "Document":
    """Return an empty document on A4 in quiet type."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)
    for name, size in (("Normal", 11), ("Heading 1", 18), ("Heading 2", 13)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Noto Sans", Pt(size), RGBColor.from_string(INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
        for kind in ("w:eastAsia", "w:cs"):
            fonts.set(qn(kind), "Noto Sans")
    about = document.core_properties
    about.title, about.author, about.comments = letter.subject, letter.signed or letter.workspace, ""
    about.created = about.modified = datetime(made_on.year, made_on.month, made_on.day)  # noqa: DTZ001 (a day)
    return document


def _pieces(document: "Document", heading: str, pieces: Iterable[LetterPiece]) -> None:
    listed = list(pieces)
    if not listed:
        return
    document.add_heading(heading, 2)
    for piece in listed:
        line = document.add_paragraph(style="List Bullet")
        line.add_run(piece.title).bold = True
        for text in (" · ".join(part for part in (piece.day, piece.part) if part), piece.url):
            if text:
                line.add_run().add_break()
                _muted(line, text)


def _lines(document: "Document", texts: Iterable[str]) -> "Paragraph":
    paragraph = document.add_paragraph()
    for number, text in enumerate(filter(None, texts)):
        if number:
            paragraph.add_run().add_break()
        paragraph.add_run(text)
    return paragraph


def _muted(paragraph: "Paragraph", text: str = "") -> None:
    """Add a text in the quiet colour, or give it to what is there."""
    from docx.shared import Pt, RGBColor

    for run in [paragraph.add_run(text)] if text else paragraph.runs:
        run.font.color.rgb, run.font.size = RGBColor.from_string(MUTED), Pt(10)
    if not text:
        paragraph.paragraph_format.space_after = Pt(0)


def _spaced(paragraph: "Paragraph", *, before: int) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(before)
