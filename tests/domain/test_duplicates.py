from datetime import date
from typing import Any

import pytest

from editorial.domain.duplicates import Titles, merged_fields, near, why_not_merge
from editorial.domain.records import Evidence, Link, Piece
from editorial.domain.vocabulary import EvidenceKind, Precision, Tag


def a_whole_piece(id: int = 1, **fields: Any) -> Piece:
    plain: dict[str, Any] = {"id": id, "uid": f"u{id}", "title": f"Piece {id}", "status_id": 1}
    return Piece(**plain | fields)


def titles(*words: str) -> Titles:
    return Titles.of(dict(enumerate(words, start=1)))


def ids(title: str, *words: str) -> list[int]:
    return [hit.piece_id for hit in near(title, titles(*words))]


@pytest.mark.parametrize("title", ["pricing AFTER tariffs", "Tariffs: pricing after", "Pricing after the tariffs"])
def test_other_order_case_and_little_words_are_near(title: str) -> None:
    assert ids(title, "Pricing after tariffs", "Hiring in a downturn") == [1]


def test_what_says_something_else_is_not_near() -> None:
    assert ids("Pricing after tariffs", "Hiring in a downturn", "Pricing for beginners") == []


def test_the_nearest_comes_first_and_five_at_most() -> None:
    longer = [f"Pricing after tariffs part {n} of a long story" for n in range(7)]
    found = ids("Pricing after tariffs", *longer, "Pricing after tariffs")
    assert (found[0], len(found)) == (8, 5)


def test_the_piece_itself_is_left_out() -> None:
    assert near("Pricing after tariffs", titles("Pricing after tariffs"), leave_out=1) == ()


@pytest.mark.parametrize("title", ["", "  ", "abc"])
def test_nothing_is_near_to_next_to_nothing(title: str) -> None:
    assert ids(title, "abc", "") == []


def test_lists_of_both_are_joined() -> None:
    survey, link = Evidence(kind=EvidenceKind.SURVEY), Link(address="https://a.example")
    into = a_whole_piece(1, segment_ids=(1, 2), links=(link,))
    other = a_whole_piece(2, title="Piece 1", segment_ids=(2, 3), links=(link,), evidence=(survey,))
    assert merged_fields(into, other) == {"segment_ids": (1, 2, 3), "evidence": (survey,)}


def test_texts_stand_one_after_the_other() -> None:
    into, other = a_whole_piece(1, brief="Mine."), a_whole_piece(2, title="Piece 1", brief="Yours.", angle="New")
    assert merged_fields(into, other) == {"brief": "Mine.\n\nYours.", "angle": "New"}


def test_its_own_values_win_and_blanks_are_filled() -> None:
    into = a_whole_piece(1, stage_id=1, format_id=4)
    other = a_whole_piece(
        2, title="Piece 1", stage_id=2, tag=Tag.AGREED, format_id=5, interest_id=6, url="https://b.example"
    )
    assert merged_fields(into, other) == {"interest_id": 6, "url": "https://b.example"}


def test_a_stage_comes_with_its_tag_and_a_date_with_its_precision() -> None:
    other = a_whole_piece(
        2,
        title="Piece 1",
        stage_id=2,
        tag=Tag.AGREED,
        tag_version=3,
        planned=date(2027, 3, 1),
        precision=Precision.MONTH,
    )
    assert merged_fields(a_whole_piece(1), other) == {
        "stage_id": 2,
        "tag": Tag.AGREED,
        "tag_version": 3,
        "planned": date(2027, 3, 1),
        "precision": Precision.MONTH,
    }


def test_another_title_is_kept_in_the_notes() -> None:
    into, other = a_whole_piece(1, notes="Mine"), a_whole_piece(2, notes="Yours")
    assert merged_fields(into, other) == {"notes": "Mine\n\nYours\n\nMerged with: Piece 2"}


def test_a_piece_never_names_itself() -> None:
    into, other = a_whole_piece(1, companion_id=2), a_whole_piece(2, title="Piece 1", companion_id=1, next_piece_id=7)
    assert merged_fields(into, other) == {"companion_id": None, "next_piece_id": 7}


def test_a_published_piece_is_not_merged_away() -> None:
    out = a_whole_piece(2, published_on=date(2027, 1, 5))
    assert why_not_merge(a_whole_piece(1), out)
    assert why_not_merge(out, a_whole_piece(1)) is None
    assert why_not_merge(out, out)
