"""Who could speak, in which order, and why."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.experts import Candidate, chips, could_speak
from editorial.domain.period import month_of
from editorial.domain.records import Away, Person
from editorial.domain.vocabulary import PersonRole

MARCH = month_of(date(2027, 3, 1))
RISK, FINANCE = 7, 3


def a_person(number: int, **fields: Any) -> Person:
    return Person(
        **{"id": number, "uid": f"p{number}", "name": f"Person {number}", "roles": (PersonRole.SME,), **fields}
    )


def candidates(
    *people: Person, asked: dict[int, int] | None = None, last: dict[int, date] | None = None
) -> tuple[Candidate, ...]:
    return could_speak(people, MARCH, asked or {}, last or {}, interest_id=RISK, segment_id=FINANCE)


def order(*people: Person, **known: Any) -> list[int]:
    return [one.person.id for one in candidates(*people, **known)]


def test_expertise_comes_before_the_segment_and_both_before_neither() -> None:
    knows_both = a_person(4, interest_ids=(RISK,), segment_ids=(FINANCE,))
    assert order(a_person(1), a_person(2, segment_ids=(FINANCE,)), a_person(3, interest_ids=(RISK,)), knows_both) == [
        4,
        3,
        2,
        1,
    ]


def test_of_equals_who_has_most_room_comes_first() -> None:
    some = [a_person(n, interviews_a_month=3) for n in (1, 2)]
    assert order(*some, a_person(3), asked={1: 3, 2: 1}) == [3, 2, 1]


def test_of_equals_who_was_asked_longest_ago_comes_first() -> None:
    last = {1: date(2027, 2, 3), 2: date(2026, 9, 1)}
    assert order(a_person(1), a_person(2), a_person(3), last=last) == [3, 2, 1]


def test_who_is_away_all_month_has_no_room() -> None:
    away = (Away(first=date(2027, 2, 20), last=date(2027, 3, 15)), Away(first=date(2027, 3, 10), last=date(2027, 4, 1)))
    (one,) = candidates(a_person(1, away=away))
    assert (one.days_away, one.free) == (31, 0)


def test_editors_are_listed_only_for_what_they_know() -> None:
    editor = {"roles": (PersonRole.EDITOR,)}
    assert order(a_person(1, **editor), a_person(2, **editor, interest_ids=(RISK,))) == [2]


def test_chips_say_why() -> None:
    known = {"interest_ids": (RISK,), "segment_ids": (FINANCE,), "interviews_a_month": 3}
    (one,) = candidates(a_person(1, **known), asked={1: 1}, last={1: date(2027, 2, 3)})
    assert chips(one, "Risk", "Finance leaders") == (
        "knows Risk",
        "knows Finance leaders",
        "2 of 3 free in March",
        "last asked on 3 February 2027",
    )


def test_chips_of_somebody_without_a_limit_who_was_never_asked() -> None:
    (one,) = candidates(a_person(1, away=(Away(first=date(2027, 3, 1), last=date(2027, 3, 2)),)))
    assert chips(one) == ("any number in March", "away for 2 days", "never asked yet")


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.none() | st.integers(0, 4), st.integers(0, 5)), max_size=6))
def test_nobody_is_lost_and_the_order_keeps_its_promise(drawn: list[tuple[bool, bool, int | None, int]]) -> None:
    people, asked = [], {}
    for number, (expert, segment, most, n) in enumerate(drawn):
        known = {"interest_ids": (RISK,) if expert else (), "segment_ids": (FINANCE,) if segment else ()}
        people.append(a_person(number, **known, interviews_a_month=most))
        asked[number] = n
    found = candidates(*people, asked=asked)
    assert {one.person.id for one in found} == set(range(len(drawn)))
    places = [(not one.expertise, not one.knows_segment) for one in found]
    assert places == sorted(places)
