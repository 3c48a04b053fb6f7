"""People of equal names are told apart by what differs."""

from typing import Any

from editorial.domain.records import Person
from editorial.domain.told_apart import told_apart


def jo(id_: int, name: str = "Jo Snee", **known: Any) -> Person:
    return Person(id=id_, uid=f"0000-{id_:06}", name=name, **known)


def test_a_name_of_ones_own_stands_alone() -> None:
    assert told_apart([jo(1), jo(2, "Ada Byron")]) == {1: "Jo Snee", 2: "Ada Byron"}


def test_the_organisation_tells_apart() -> None:
    assert told_apart([jo(1, organisation="GSA"), jo(2, "jo snee", organisation="NASA")]) == {
        1: "Jo Snee (GSA)",
        2: "jo snee (NASA)",
    }


def test_where_one_has_no_organisation_the_next_sign_is_taken() -> None:
    people = [jo(1, organisation="GSA", outside_id="jo-snee"), jo(2, outside_id="jsnee")]
    assert told_apart(people) == {1: "Jo Snee (jo-snee)", 2: "Jo Snee (jsnee)"}


def test_at_last_their_own_ids_tell_them_apart() -> None:
    assert told_apart([jo(1), jo(2)]) == {1: "Jo Snee (000001)", 2: "Jo Snee (000002)"}
