"""Scrubbing a name and an address out of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.erasing import scrub_all, scrubbing, traces


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ask Ada Byron.", "Ask NN."),
        ("Ada Byron’s view, Ada Byron", "NN’s view, NN"),
        ("Adaline, Ada Byronson", "Adaline, Ada Byronson"),
        ("Ada Byron King knows Ada Byron", "Ada Byron King knows NN"),
        ("Write to ADA@x.org, not ada@x.organic", "Write to NN, not ada@x.organic"),
        ("Ada", "Ada"),
        ("ADA BYRON: Yes. ada\n byron", "NN: Yes. NN"),
        ("ADA BYRON KING", "ADA BYRON KING"),
        ("", ""),
    ],
)
def test_whole_names_and_addresses_give_way(text: str, after: str) -> None:
    assert scrubbing(["Ada Byron"], ["ada@x.org"], ["Ada Byron King", "Bo"], "NN")(text) == after


def test_names_that_labels_cut_are_found_too() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff the Elder"
    scrub = scrubbing([name], [], [], "NN")
    assert scrub(f"Add person ‘{name[:39].rstrip()}…’") == "Add person ‘NN’"


def test_a_namesake_in_other_letter_case_keeps_nothing() -> None:
    scrub = scrubbing(["Ada Byron"], [], ["ADA  BYRON", "ada byron"], "NN")
    assert scrub("Ada Byron and ADA BYRON") == "NN and NN"


def test_names_of_any_script() -> None:
    assert scrubbing(["陈丽", ""], [""], [], "NN")("问 陈丽 吧") == "问 NN 吧"


def test_names_of_scripts_without_spaces_are_found_within() -> None:
    assert scrubbing(["陈丽"], [], ["陈丽华"], "NN")("采访陈丽，也问陈丽华") == "采访NN，也问陈丽华"
    assert scrubbing(["김철수"], [], [], "NN")("김철수는") == "NN는"


def test_a_name_of_one_word_is_not_a_word_of_the_language() -> None:
    assert scrubbing(["Will"], [], [], "NN")("We will ask Will, said WILL") == "We will ask NN, said NN"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ada Byron", "ADA  BYRON"),
        ("Hélène Marchand", "HÉLÈNE MARCHAND"),
        ("Иван Петров", "ИВАН ПЕТРОВ"),
        ("陈丽", "问陈丽"),
    ],
)
def test_a_trace_of_the_name_stands_in_every_text_that_holds_it(name: str, text: str) -> None:
    assert scrubbing([name], [], [], "NN")(text) != text
    assert any(trace.lower() in text.lower() for trace in traces(name))


def test_a_namesake_does_not_keep_the_name() -> None:
    assert scrubbing(["Ada Byron"], [], ["Ada Byron"], "NN")("Ada Byron") == "NN"


def test_documents_are_scrubbed_within() -> None:
    scrub = scrubbing(["Ada Byron"], [], [], "NN")
    assert scrub_all({"Ada Byron": ["Ada Byron", 1, None]}, scrub) == {"Ada Byron": ["NN", 1, None]}


@given(st.text(), st.text(min_size=1).filter(str.strip))
def test_scrubbing_twice_changes_nothing_more(text: str, name: str) -> None:
    scrub = scrubbing([name.strip()], [], [], "\x00")
    assert scrub(scrub(text)) == scrub(text) or "\x00" in name
