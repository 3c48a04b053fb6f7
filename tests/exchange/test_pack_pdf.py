"""Every page of the pack as PDF: within the margins, large enough, every letter there."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from pypdfium2 import raw

from editorial.domain.audience import Audience
from editorial.domain.pack import Section
from editorial.errors import BadFile, RuleBroken
from editorial.exchange.pack_data import breakable, columns_in_parts
from editorial.exchange.pack_files import write_pack
from editorial.exchange.pack_pdf import pack_pdf
from editorial.services.workspaces import Workspace
from tests.packs import HARD, SECRET, fill, pack_of

LEAST_MARGIN, LEAST_SIZE = 36.0, 9.0
"""Points."""


def pages(pdf: bytes) -> Iterator[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(pdf)
    yield from (document[number] for number in range(len(document)))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages(pdf))


def letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, tuple[float, float, float, float]]]:
    """Yield each visible letter of a page with its size and its box (left, bottom, right, top)."""
    text = page.get_textpage()
    for number in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, number))
        if letter.isprintable() and not letter.isspace():
            yield letter, raw.FPDFText_GetFontSize(text, number), text.get_charbox(number)


def margins_are_blank(page: pypdfium2.PdfPage) -> bool:
    """Tell whether nothing is drawn within a centimetre of the edges."""
    picture = page.render(scale=1).to_pil().convert("L")
    wide, high = picture.size
    strips = ((0, 0, wide, 28), (0, high - 28, wide, high), (0, 0, 28, high), (wide - 28, 0, wide, high))
    return all(low == high for low, high in (picture.crop(strip).getextrema() for strip in strips))


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("count", [1, 90])
def test_every_page_keeps_its_margins_and_sizes(workspace: Workspace, count: int, audience: Audience) -> None:
    fill(workspace, count)
    check_pages(pack_pdf(pack_of(workspace, audience)))


def test_texts_longer_than_a_page_go_on_over_pages(workspace: Workspace, endless: Callable[[Workspace], None]) -> None:
    endless(workspace)
    check_pages(pack_pdf(pack_of(workspace)))


def check_pages(pdf: bytes) -> None:
    for number, page in enumerate(pages(pdf)):
        width, height = page.get_size()
        for letter, size, (left, bottom, right, top) in letters(page):
            assert size >= LEAST_SIZE, (number, letter, size)
            assert left >= LEAST_MARGIN, (number, letter)
            assert right <= width - LEAST_MARGIN, (number, letter)
            assert 0.5 * LEAST_MARGIN <= bottom < top <= height - 0.5 * LEAST_MARGIN, (number, letter)
        assert number == 0 or margins_are_blank(page), number


def small_bars(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    """Yield bottom and top of each bar of a share; the large one of the whole mix is left out."""
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = drawn.get_bounds()
        if right - left > 8 and 5 < top - bottom < 10:
            yield bottom, top


def test_a_share_stands_level_with_the_first_line_of_its_name(workspace: Workspace) -> None:
    fill(workspace, 12)
    page = list(pages(pack_pdf(pack_of(workspace, Audience.TEAM, Section.MIX))))[1]
    percents = [(bottom, top) for letter, _size, (_l, bottom, _r, top) in letters(page) if letter == "%"]
    bars = list(small_bars(page))
    assert len(bars) >= 5
    for bottom, top in bars:
        assert min(abs(bottom + top - sum(percent)) for percent in percents) < 2


def test_every_text_is_shown_as_it_was_typed(workspace: Workspace) -> None:
    fill(workspace, 12)
    shown = "".join(text_of(pack_pdf(pack_of(workspace))).split())
    for title in HARD:
        assert "".join(title.split())[:20] in shown or not title.isascii()
    assert '#eval("1")' in shown


def test_sections_come_in_the_order_asked_for(workspace: Workspace) -> None:
    fill(workspace, 5)
    shown = text_of(pack_pdf(pack_of(workspace, Audience.TEAM, Section.COMING, Section.STAGES)))
    assert shown.index("What is coming") < shown.index("What each stage answers")
    assert "Exclusives" not in shown


def test_sales_reads_no_notes_and_the_public_no_titles(workspace: Workspace) -> None:
    fill(workspace, 12)
    team, sales, public = (text_of(pack_pdf(pack_of(workspace, audience))) for audience in Audience)
    assert SECRET in team
    assert SECRET not in sales
    assert "payback" in sales
    assert "payback" not in public


def test_a_letter_without_a_font_is_named_and_nothing_written(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace, 1)
    strange = replace(pack_of(workspace), workspace="Odd \U0001fbff name")
    with pytest.raises(RuleBroken, match="U\\+1FBFF"):
        write_pack(strange, tmp_path / "pack.pdf")
    assert list(tmp_path.glob("pack*")) == []


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace, 1)
    with pytest.raises(BadFile, match="cannot be written"):
        write_pack(pack_of(workspace), tmp_path / "gone" / "pack.pdf")


def test_the_same_pack_makes_the_same_file(workspace: Workspace) -> None:
    fill(workspace, 3)
    assert pack_pdf(pack_of(workspace)) == pack_pdf(pack_of(workspace))


def test_an_empty_workspace_has_a_pack(workspace: Workspace) -> None:
    assert "This workspace has no segments yet." in text_of(pack_pdf(pack_of(workspace)))


def test_long_words_may_be_broken() -> None:
    assert breakable("a " + "b" * 30) == "a " + "\u200b".join(("b" * 12, "b" * 12, "b" * 6))


@pytest.mark.parametrize(("n", "parts"), [(0, [0]), (7, [7]), (8, [4, 4]), (15, [5, 5, 5])])
def test_many_stages_are_cut_into_even_tables(n: int, parts: list[int]) -> None:
    assert [len(part) for part in columns_in_parts(n)] == parts


def test_many_stages_and_segments_fit_too(workspace: Workspace, crowd: Callable[[Workspace], None]) -> None:
    crowd(workspace)
    for number, page in enumerate(pages(pack_pdf(pack_of(workspace, Audience.TEAM, Section.MATRIX, Section.MIX)))):
        assert number == 0 or margins_are_blank(page), number
