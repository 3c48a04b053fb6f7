from decimal import Decimal
from typing import Any

import pytest

from editorial.domain.settings_documents import settings_draft
from editorial.domain.vocabulary import Kind


def reasons(document: Any) -> list[tuple[int, str, str]]:
    return [(refusal.line, refusal.column, refusal.reason) for refusal in settings_draft(document).refused]


def test_only_what_is_named_is_taken() -> None:
    draft = settings_draft({"mix": {"target": 0.4}, "segments": [{"name": "Banks", "weight": "2.5"}]})
    assert draft.settings == {"mix_target": Decimal("0.4")}
    assert draft.entries[0].values == {"name": "Banks", "weight": Decimal("2.5")}
    assert draft.read == 2


def test_words_and_blanks_are_typed() -> None:
    (stage,) = settings_draft({"stages": [{"name": "Late", "natural_kind": "Practical", "floor": None}]}).entries
    assert stage.values == {"name": "Late", "natural_kind": Kind.PRACTICAL, "floor": None}


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ({"segments": [{"weight": 1}]}, "a name is needed"),
        ({"segments": [{"name": "A", "weight": -1}]}, "weight is 0 or more"),
        ({"segments": [{"name": "A", "weight": "much"}]}, "write a number"),
        ({"segments": [{"name": "A", "longest_silence": 1.5}]}, "write a whole number"),
        ({"stages": [{"name": "A", "floor": 2}]}, "floor lies between 0 and 1"),
        ({"stages": [{"name": "A", "sales_ready": "maybe"}]}, "write true or false"),
        ({"statuses": [{"name": "A", "phase": "later"}]}, "write one of idea, production, ready, published, parked"),
        ({"campaigns": [{"name": "A", "starts": "2027-02-01", "ends": "2027-01-01"}]}, "the end lies before the start"),
        ({"day_notes": [{"name": "A"}]}, "a first and a last day are needed"),
        ({"targets": [{"segment": "A", "stage": "B", "target": -1}]}, "a target is a whole number from 0 on"),
        ({"targets": [{"segment": "A", "target": 1}]}, "write segment, stage and a whole target"),
        ({"segments": {"A": 1}}, "write a list of records"),
        (
            {"segments": [{"name": "A", "longest_silence": 10**30}]},
            "write a number below a thousand million, with fewer decimals",
        ),
        (
            {"segments": [{"name": "A", "weight": "1e-999999"}]},
            "write a number below a thousand million, with fewer decimals",
        ),
        ({"targets": "many"}, "write a list of records"),
        ({"mix": []}, "this is not a record with named fields"),
        ({"ranking_weights": 5}, "this is not a record with named fields"),
        ({"workspace": {"weekend": [9]}}, "write a list of days from 0, Monday, to 6, Sunday"),
        ({"workspace": {"country": "ZZ"}}, "No holidays are known for the country “ZZ”."),
        (
            {"ranking_weights": {"mood": 1}},
            "the factors are interest, rotation, gap, mix, sales_pull, expert, timeliness, ease",
        ),
        ({"mix": {"target": 2}}, "A share lies between 0 and 1."),
        ({"workspace": {"time_zone": "Moon/Base"}}, "There is no time zone called Moon/Base."),
        ([], "settings are a record with named fields"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(document: Any, reason: str) -> None:
    assert [found[2] for found in reasons(document)] == [reason]


def test_a_repeated_name_is_refused_with_the_item_it_repeats() -> None:
    assert reasons({"segments": [{"name": "A"}, {"name": "a"}]}) == [(2, "segments", "this repeats item 1")]


def test_a_repeated_cell_is_refused_with_the_item_it_repeats() -> None:
    targets = [{"segment": "A", "stage": "B", "target": 2}, {"segment": "a", "stage": "b", "target": 3}]
    assert reasons({"targets": targets}) == [(2, "targets", "this repeats item 1")]


def test_a_refusal_names_the_field_and_shows_its_value_as_written() -> None:
    (refusal,) = settings_draft({"targets": [{"segment": "A", "stage": "B", "target": Decimal("1.5")}]}).refused
    assert (refusal.line, refusal.column, refusal.value) == (1, "targets.target", "1.5")


def test_what_nothing_is_taken_from_is_named() -> None:
    document = {"mood": 1, "mix": {"aim": 1}, "segments": [{"name": "A", "zodiac": "lion", "owner": "Ann"}]}
    assert settings_draft(document).ignored == ("mood", "mix.aim", "segments.zodiac")
