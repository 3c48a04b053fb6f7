from hypothesis import given
from hypothesis import strategies as st

from editorial.exchange.splitting import joined, splitter


def split(field: str, *cells: object) -> list[tuple[str, ...]]:
    one = splitter(field, cells)
    return [one(cell) for cell in cells]


def test_a_column_with_any_semicolon_is_split_there_only() -> None:
    assert split("segments", "a;b", "c, d") == [("a", "b"), ("c, d",)]


def test_else_at_line_breaks() -> None:
    assert split("segments", "a\nb, c", "d") == [("a", "b, c"), ("d",)]


def test_else_at_commas() -> None:
    assert split("segments", "a, b", "c") == [("a", "b"), ("c",)]


def test_people_are_never_split_at_commas() -> None:
    assert split("authors", "Scott Gottlieb, M.D.") == [("Scott Gottlieb, M.D.",)]
    assert split("authors", "Scott Gottlieb, M.D.;Ann") == [("Scott Gottlieb, M.D.", "Ann")]


def test_repeats_are_dropped_whatever_their_case_and_blanks_too() -> None:
    assert split("interest", "data;GSA;Data;;gsa ; mobile") == [("data", "GSA", "mobile")]


def test_a_list_in_json_is_a_list_already() -> None:
    assert split("segments", ["a;b", "c"]) == [("a;b", "c")]


NAMES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1), min_size=1, unique_by=str.casefold
)


@given(NAMES)
def test_joined_names_come_apart_again(names: list[str]) -> None:
    cell = joined(names) + ";"
    assert splitter("segments", [cell])(cell) == tuple(names)
