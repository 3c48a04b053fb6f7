"""Scrubbing a name and an address out of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.erasing import scrub_all, scrubbing


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ask Ada Byron.", "Ask NN."),
        ("Ada Byron’s view, Ada Byron", "NN’s view, NN"),
        ("Adaline, Ada Byronson", "Adaline, Ada Byronson"),
        ("Ada Byron King knows Ada Byron", "Ada Byron King knows NN"),
        ("Write to ADA@x.org, not ada@x.organic", "Write to NN, not ada@x.organic"),
        ("Ada", "Ada"),
        ("", ""),
    ],
)
def test_whole_names_and_addresses_give_way(text: str, after: str) -> None:
    assert scrubbing(["Ada Byron"], ["ada@x.org"], ["Ada Byron King", "Bo"], "NN")(text) == after


def test_names_that_labels_cut_are_found_too() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff the Elder"
    scrub = scrubbing([name], [], [], "NN")
    assert scrub(f"Add person ‘{name[:39].rstrip()}…’") == "Add person ‘NN’"


def test_names_of_any_script() -> None:
    assert scrubbing(["陈丽", ""], [""], [], "NN")("问 陈丽 吧") == "问 NN 吧"


def test_a_namesake_does_not_keep_the_name() -> None:
    assert scrubbing(["Ada Byron"], [], ["Ada Byron"], "NN")("Ada Byron") == "NN"


def test_documents_are_scrubbed_within() -> None:
    scrub = scrubbing(["Ada Byron"], [], [], "NN")
    assert scrub_all({"Ada Byron": ["Ada Byron", 1, None]}, scrub) == {"Ada Byron": ["NN", 1, None]}


@given(st.text(), st.text(min_size=1).filter(str.strip))
def test_scrubbing_twice_changes_nothing_more(text: str, name: str) -> None:
    scrub = scrubbing([name.strip()], [], [], "\x00")
    assert scrub(scrub(text)) == scrub(text) or "\x00" in name
