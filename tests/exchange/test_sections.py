import pytest

from editorial.exchange.sections import is_section


@pytest.mark.parametrize(
    "text", ["Week 32", "W3", "KW 12 (Jun 8–14)", "Week of 3 August 2026", "Week 5: 1st to 7th Feb", "Q1 2027", "March"]
)
def test_a_row_that_only_names_a_stretch_is_a_section(text: str) -> None:
    assert is_section([text, "", ""])


@pytest.mark.parametrize("text", ["Week 3: pricing", "Week of prayer", "W3 roundup", "March on Rome", "2027"])
def test_a_title_that_begins_like_one_is_none(text: str) -> None:
    assert not is_section([text, "", ""])


def test_a_row_with_more_in_it_is_none() -> None:
    assert not is_section(["Week 32", "2027-08-03", ""])
