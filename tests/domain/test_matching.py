from datetime import date
from typing import Any

from editorial.domain.drafts import Draft
from editorial.domain.matching import KnownPerson, KnownPiece, Matches, match_people, match_pieces

DAY, OTHER_DAY = date(2027, 3, 11), date(2027, 3, 12)


def rows(*values: dict[str, Any]) -> list[Draft]:
    return [Draft(line, value) for line, value in enumerate(values, start=2)]


def a_known(number: int = 1, title: str = "A", **given: Any) -> KnownPiece:
    fields: dict[str, Any] = {"outside_id": "", "url": "", "planned": None, "published_on": None, **given}
    return KnownPiece(id=number, uid=f"uid-{number}", title=title, **fields)


def repeats(matches: Matches) -> list[tuple[int, str]]:
    return [(refusal.line, refusal.reason) for refusal in matches.repeats.values()]


def test_an_id_matches_before_everything_else() -> None:
    known = [a_known(1, "A", url="/a"), a_known(2, "B")]
    assert match_pieces(rows({"id": "uid-2", "title": "A", "url": "/a"}), known).found == {0: 2}


def test_an_unknown_id_is_looked_for_among_outside_ids() -> None:
    assert match_pieces(rows({"id": "T-7", "title": "X"}), [a_known(outside_id="T-7")]).found == {0: 1}


def test_a_url_matches_without_its_scheme_and_last_slash() -> None:
    known = [a_known(title="Other", url="https://www.example.com/a/")]
    assert match_pieces(rows({"title": "X", "url": "example.com/a"}), known).found == {0: 1}


def test_title_and_date_match_whatever_the_case() -> None:
    known = [a_known(1, "The  Plan", planned=DAY), a_known(2, "The Plan", planned=OTHER_DAY)]
    assert match_pieces(rows({"title": "the plan", "date": OTHER_DAY}), known).found == {0: 2}


def test_title_and_date_do_not_match_where_both_sides_have_a_url() -> None:
    known = [a_known(planned=DAY, url="/a")]
    assert match_pieces(rows({"title": "A", "date": DAY, "url": "/b"}), known).found == {}
    assert match_pieces(rows({"title": "A", "date": DAY}), known).found == {0: 1}


def test_a_title_alone_matches_where_one_side_has_no_date() -> None:
    assert match_pieces(rows({"title": "A"}), [a_known(planned=DAY)]).found == {0: 1}
    assert match_pieces(rows({"title": "A", "date": DAY}), [a_known()]).found == {0: 1}
    assert match_pieces(rows({"title": "A", "date": OTHER_DAY}), [a_known(planned=DAY)]).found == {}


def test_a_title_that_two_pieces_bear_matches_neither() -> None:
    known = [a_known(1, planned=DAY), a_known(2, planned=OTHER_DAY)]
    assert match_pieces(rows({"title": "A"}), known).found == {}


def test_the_day_of_publishing_matches_as_well() -> None:
    known = [a_known(planned=DAY, published_on=OTHER_DAY)]
    assert match_pieces(rows({"title": "A", "published_on": OTHER_DAY}), known).found == {0: 1}


def test_two_rows_of_one_file_never_match_each_other() -> None:
    same = match_pieces(rows({"title": "A", "date": DAY}, {"title": "a", "date": DAY}), [])
    assert repeats(same) == [(3, "this repeats line 2")]
    assert repeats(match_pieces(rows({"title": "A", "date": DAY}, {"title": "A"}), [])) == [(3, "this repeats line 2")]
    assert repeats(match_pieces(rows({"id": "1", "title": "A"}, {"id": "1", "title": "B"}), [])) != []
    assert repeats(match_pieces(rows({"url": "/a", "title": "A"}, {"url": "/a/", "title": "B"}), [])) != []


def test_rows_of_one_title_on_different_days_are_two() -> None:
    assert repeats(match_pieces(rows({"title": "A", "date": DAY}, {"title": "A", "date": OTHER_DAY}), [])) == []


def test_rows_with_ids_of_their_own_are_two_whatever_else_they_share() -> None:
    found = match_pieces(rows({"id": "1", "title": "A", "url": "/a"}, {"id": "2", "title": "A", "url": "/a"}), [])
    assert (found.found, found.repeats) == ({}, {})


def test_two_rows_for_one_piece_are_a_repeat() -> None:
    known = [a_known(outside_id="T-7", url="/a")]
    assert repeats(match_pieces(rows({"id": "T-7", "title": "B"}, {"url": "/a", "title": "C"}), known)) == [
        (3, "this repeats line 2")
    ]


def test_a_row_with_an_unknown_id_is_the_piece_of_its_url() -> None:
    known = [a_known(outside_id="T-7", url="/a")]
    assert match_pieces(rows({"id": "T-8", "title": "B", "url": "/a"}), known).found == {0: 1}
    both = match_pieces(rows({"id": "T-7", "title": "A"}, {"id": "T-8", "title": "B", "url": "/a"}), known)
    assert (both.found, both.repeats) == ({0: 1}, {})


def test_a_row_with_another_id_is_not_the_piece_of_that_title() -> None:
    known = [a_known(outside_id="T-7")]
    assert match_pieces(rows({"id": "T-7", "title": "A"}, {"id": "T-8", "title": "A"}), known).found == {0: 1}


PEOPLE = [KnownPerson(1, "uid-1", "", "ann@example.com", "Ann Lee"), KnownPerson(2, "uid-2", "p2", "", "Bob Ray")]


def test_people_match_by_id_then_outside_id_then_email() -> None:
    found = match_people(rows({"id": "uid-1"}, {"id": "p2"}), PEOPLE).found
    assert found == {0: 1, 1: 2}
    assert match_people(rows({"name": "A. Lee", "email": "ANN@example.com"}), PEOPLE).found == {0: 1}


def test_an_equal_name_alone_is_a_question() -> None:
    found = match_people(rows({"name": "bob ray"}), PEOPLE)
    assert (found.found, found.same_name) == ({}, {0: 2})


def test_people_of_one_name_with_other_ids_or_addresses_are_others() -> None:
    found = match_people(rows({"id": "p9", "name": "Bob Ray"}, {"name": "Ann Lee", "email": "al@example.org"}), PEOPLE)
    assert (found.found, found.same_name) == ({}, {})
