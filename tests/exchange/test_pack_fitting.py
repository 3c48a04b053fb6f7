"""How texts fit columns: no line wider than told, no word lost."""

from hypothesis import given
from hypothesis import strategies as st

from editorial.exchange.pack_fitting import fitting_size, shortened, text_width, wrapped
from editorial.exchange.pack_tables import Paragraph, cell, pages, row_height

PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200)


@given(PRINTED, st.floats(40, 400), st.sampled_from([9.0, 11.0, 14.0]), st.booleans())
def test_no_line_is_wider_than_its_column(text: str, width: float, size: float, bold: bool) -> None:
    assert all(text_width(line, size, bold=bold) <= width + 0.01 for line in wrapped(text, width, size, bold=bold))


@given(PRINTED, st.floats(40, 400))
def test_wrapping_loses_no_letter(text: str, width: float) -> None:
    assert "".join("".join(wrapped(text, width, 10)).split()) == "".join(text.split())


@given(st.lists(PRINTED, min_size=1, max_size=6))
def test_pages_lose_no_letter_and_keep_to_their_room(texts: list[str]) -> None:
    rows = [(cell(Paragraph(text, 11)),) for text in texts]
    found = list(pages(rows, [120], 80))
    assert all(sum(row_height(row, [120]) for row in page) <= 80 for page in found)
    said = "".join(paragraph.text for page in found for (one,) in page for paragraph in one.paragraphs)
    assert "".join(said.split()) == "".join("".join(texts).split())


def test_a_long_name_gets_smaller_letters() -> None:
    sizes = (40.0, 30.0, 20.0)
    assert fitting_size("Short", 400, 60, sizes) == 40
    assert fitting_size("A name of quite some length " * 2, 400, 60, sizes) == 20


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    assert shortened("one two three four five", 60, 1, 12).endswith("…")
    assert shortened("one", 60, 1, 12) == "one"
