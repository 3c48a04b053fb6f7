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
    from docx.text.run import Run

INK, MUTED = "1F2328", "676B72"
SMALL = 10


def write_letter_docx(letter: Letter, path: Path, made_on: date) -> None:
    """Write the document whole or not at all. Raises BadFile where it cannot be written."""
    document = _document(letter, made_on)
    _line(document, letter.workspace, strong=True, after=0)
    _line(document, letter.day, muted=True, after=18)
    _line(document, letter.name, after=0 if letter.organisation else 24)
    if letter.organisation:
        _line(document, letter.organisation, muted=True, after=24)
    _spaced(document.add_heading(letter.subject, 1), before=0, after=12)
    for text in (letter.greeting, *letter.opening):
        _line(document, text, after=8)
    out, ahead, said = letter.headings
    _pieces(document, out, letter.published)
    _pieces(document, ahead, letter.ahead)
    if letter.said:
        _spaced(document.add_heading(said, 2), before=18, after=8)
        for text in letter.said:
            _told(document).add_run(text)
    _line(document, letter.closing, before=24, after=22).paragraph_format.keep_with_next = True
    if letter.signed:
        _line(document, letter.signed, strong=True, after=0).paragraph_format.keep_with_next = True
    _line(document, letter.workspace, muted=True, after=0)
    with whole_file(path) as file:
        document.save(file)


def _document(letter: Letter, made_on: date) -> "Document":
    """Return an empty document on A4 in quiet type; from the second page on each bears its number."""
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
        look = style.element.get_or_add_rPr()
        fonts = look.get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
        for kind in ("w:eastAsia", "w:cs"):
            fonts.set(qn(kind), "Noto Sans")
        _size_other_scripts(look, size)
    page.different_first_page_header_footer = True
    _number(page.footer.paragraphs[0], letter.workspace)
    about = document.core_properties
    about.title, about.author, about.comments = letter.subject, letter.signed or letter.workspace, ""
    about.created = about.modified = datetime(made_on.year, made_on.month, made_on.day)  # noqa: DTZ001 (a day)
    return document


def _pieces(document: "Document", heading: str, pieces: Iterable[LetterPiece]) -> None:
    listed = list(pieces)
    if not listed:
        return
    _spaced(document.add_heading(heading, 2), before=18, after=8)
    for piece in listed:
        line = _told(document)
        _strong(line.add_run(piece.title))
        for text in (" · ".join(part for part in (piece.day, piece.part) if part), piece.url):
            if text:
                line.add_run().add_break()
                _muted(line.add_run(text))


def _told(document: "Document") -> "Paragraph":
    """Return a new line of a list, apart from the next one and whole on its page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    line = _spaced(document.add_paragraph(style="List Bullet"), before=0, after=8)
    line.paragraph_format.keep_together = True
    # The style of the list would draw its lines together whatever room they ask for.
    apart = OxmlElement("w:contextualSpacing")
    apart.set(qn("w:val"), "0")
    line._p.get_or_add_pPr().append(apart)
    return line


def _line(
    document: "Document", text: str, *, before: int = 0, after: int, strong: bool = False, muted: bool = False
) -> "Paragraph":
    paragraph = _spaced(document.add_paragraph(), before=before, after=after)
    run = paragraph.add_run(text)
    if strong:
        _strong(run)
    if muted:
        _muted(run)
    return paragraph


def _strong(run: "Run") -> None:
    """Make a text bold in every script."""
    run.font.bold = run.font.cs_bold = True


def _muted(run: "Run") -> None:
    """Give a text the quiet colour and size in every script."""
    from docx.shared import Pt, RGBColor

    run.font.color.rgb, run.font.size = RGBColor.from_string(MUTED), Pt(SMALL)
    _size_other_scripts(run.element.get_or_add_rPr(), SMALL)


def _size_other_scripts(look: object, points: int) -> None:
    """Set the size of scripts such as Arabic, which Word keeps apart from that of the others."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.oxml.text.font import CT_RPr

    assert isinstance(look, CT_RPr)
    for found in look.findall(qn("w:szCs")):
        look.remove(found)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(points * 2))
    beside = look.find(qn("w:sz"))
    assert beside is not None
    beside.addnext(size)


def _number(paragraph: "Paragraph", workspace: str) -> None:
    """Write the name of the workspace and the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    _muted(paragraph.add_run(f"{workspace} · "))
    for name, said in (
        ("fldChar", "begin"),
        ("instrText", "PAGE"),
        ("fldChar", "separate"),
        ("t", "2"),
        ("fldChar", "end"),
    ):
        run = paragraph.add_run()
        _muted(run)
        part = OxmlElement(f"w:{name}")
        if name == "fldChar":
            part.set(qn("w:fldCharType"), said)
        else:
            part.text = said
        run.element.append(part)


def _spaced(paragraph: "Paragraph", *, before: int, after: int) -> "Paragraph":
    from docx.shared import Pt

    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    return paragraph
