from datetime import date

from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.domain.rotation import Use, rotation
from editorial.domain.rotation_words import next_sentence, overdue_sentence, repeated_sentence
from tests.domain.builders import an_entry, an_interest

QUARTER = quarter_of(date(2027, 2, 1), Settings())
COST = {1: an_interest(1, name="Cost", longest_gap=30)}


def test_next_names_are_said_in_turn() -> None:
    interests = {1: an_interest(1, name="Cost"), 2: an_interest(2, name="Risk")}
    assert next_sentence(rotation(QUARTER, interests, [])) == "Next: Cost → Risk → Cost."


def test_without_interests_nothing_takes_turns() -> None:
    assert next_sentence(rotation(QUARTER, {}, [])) == "There are no interests to take turns."


def test_never_used_and_overdue() -> None:
    (turn,) = rotation(QUARTER, COST, []).interests
    assert overdue_sentence(turn) == "Cost is overdue: not used at all for 89 days, at most 30 are wanted."


def test_last_used_and_overdue() -> None:
    (turn,) = rotation(QUARTER, COST, [Use(1, date(2027, 2, 1), 1, frozenset())]).interests
    assert overdue_sentence(turn) == (
        "Cost is overdue: last used on 1 February 2027, 58 days before; at most 30 are wanted."
    )


def test_used_lately_says_nothing() -> None:
    (turn,) = rotation(QUARTER, COST, [Use(1, date(2027, 3, 30), 1, frozenset())]).interests
    assert overdue_sentence(turn) == ""


def test_repeat_names_both_pieces() -> None:
    uses = [Use(n, date(2027, 2, n), 1, frozenset({1})) for n in (1, 2)]
    (repeat,) = rotation(QUARTER, COST, uses).repeats
    entries = {n: an_entry(n) for n in (1, 2)}
    assert repeated_sentence(repeat, entries) == "“Piece 2” follows “Piece 1” on Cost."
